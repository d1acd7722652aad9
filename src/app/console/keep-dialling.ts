import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import type { DialStore } from '../../features/dialling/model/dial-store.ts';

type Parts = { readonly calls: Pick<CallsModel, 'placing'>; readonly dial: DialStore };

/** Keeps the numbers that are called from here, to call them again. Answers the way to stop. */
export const keepDialling = ({ calls, dial }: Parts): (() => void) =>
  calls.placing.subscribePlaced(({ wanted }) => dial.remember(wanted.number));
