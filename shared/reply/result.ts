import type { Caller } from '../call/call.ts';
import type { Answer } from './menu.ts';

/**
 * What came of a reply, under the names the field knows (RingCentral's `session.reply`). `Sts`: "0" the caller answered,
 * "1" they did not. `Resp`: "1" yes, "2" no, "3" urgent, "0" none of these (a voicemail is an answer without one).
 * `ExtNfo`: the number to call back, as keyed, or the caller's own as the network gave it; empty unless urgent.
 * `Phn` and `Nm`: the caller's number and name, empty where unknown or withheld.
 */
export type ReplyResult =
  | (Who & { readonly Sts: '0'; readonly Resp: '1' | '2' | '0'; readonly ExtNfo: '' })
  | (Who & { readonly Sts: '0'; readonly Resp: '3'; readonly ExtNfo: string })
  | (Who & { readonly Sts: '1'; readonly Resp: '0'; readonly ExtNfo: '' });

type Who = { readonly Phn: string; readonly Nm: string };

/** The result in its wire shape; null is a caller who left, or was let go, without an answer. */
export function resultOf(answer: Answer | null, caller: Pick<Caller, 'number' | 'name'>): ReplyResult {
  const who: Who = { Phn: caller.number ?? '', Nm: caller.name ?? '' };
  if (answer === null) return { ...who, Sts: '1', Resp: '0', ExtNfo: '' };
  switch (answer.kind) {
    case 'yes':
      return { ...who, Sts: '0', Resp: '1', ExtNfo: '' };
    case 'no':
      return { ...who, Sts: '0', Resp: '2', ExtNfo: '' };
    case 'urgent':
      return { ...who, Sts: '0', Resp: '3', ExtNfo: answer.number };
    case 'voicemail':
      return { ...who, Sts: '0', Resp: '0', ExtNfo: '' };
    default:
      return answer satisfies never;
  }
}
