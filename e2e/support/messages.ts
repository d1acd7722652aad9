import type { Page } from '@playwright/test';
import { sampleRate } from '../../caller/media/g711.ts';
import type { Instance } from './instance.ts';

/** A line of a test's own, as an administrator sets it up over the API; mira and ana are rung by it. */
export async function openLine(
  admin: Page,
  { url }: Instance,
  line: { readonly id: string; readonly number: string; readonly closed: boolean },
): Promise<void> {
  const post = async (path: string, data: object): Promise<void> => {
    const answer = await admin.request.post(`${url}/api/v1/${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  };
  const { users } = await (await admin.request.get(`${url}/api/v1/users`)).json();
  const theirs: { readonly id: string; readonly email: string }[] = users;
  const members = theirs.filter(({ email }) => /^(?:mira|ana)@/.test(email));
  await post('queues', {
    id: line.id,
    name: `Line ${line.id}`,
    answerWithinSeconds: 5,
    openingHours: line.closed ? [] : null,
    timeZone: 'UTC',
    memberIds: members.map(({ id }) => id),
  });
  await post('numbers', { number: line.number, queueId: line.id });
}

export const toneOf = (hz: number, seconds: number): Int16Array =>
  Int16Array.from({ length: seconds * sampleRate }, (_, index) =>
    Math.round(9000 * Math.sin((2 * Math.PI * hz * index) / sampleRate)),
  );
