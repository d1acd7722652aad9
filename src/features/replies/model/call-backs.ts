import { z } from 'zod';
import { parseJson } from '../../../lib/parse-json.ts';

/** Which call was placed for which reply, as long as nobody has answered it; outlives a reload of this window. */
export type CallBacks = {
  readonly add: (callId: string, replyId: string) => void;
  /** The reply a call was placed for, once: null the next time. */
  readonly take: (callId: string) => string | null;
};

const key = 'frontdesk.call-backs';
const schema = z.record(z.string(), z.string());

export function createCallBacks(storage: Pick<Storage, 'getItem' | 'setItem'>): CallBacks {
  const read = (): Readonly<Record<string, string>> => {
    const kept = schema.safeParse(parseJson(storage.getItem(key)));
    return kept.success ? kept.data : {};
  };
  const write = (all: Readonly<Record<string, string>>): void => storage.setItem(key, JSON.stringify(all));
  return {
    add: (callId, replyId) => write({ ...read(), [callId]: replyId }),
    take: (callId) => {
      const { [callId]: replyId, ...others } = read();
      if (replyId === undefined) return null;
      write(others);
      return replyId;
    },
  };
}
