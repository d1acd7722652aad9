import { isMissing } from './pg-failure.ts';

/** Whether a foreign key let the work be done. */
export async function unlessMissing(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
