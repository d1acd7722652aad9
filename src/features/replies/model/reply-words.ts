import type { Reply } from '../../../../shared/reply/reply.ts';
import { clockFace } from '../../../lib/duration.ts';
import { looksLikeNumber } from '../../../lib/read-number.ts';
import { spelledNumber } from '../../../lib/spelled-number.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

/** Turns a number as the network sent it into what a person reads. */
export type FormatNumber = (number: string) => string;

const texts = strings.replies;

/** How the caller is called on the screen: by name, else by number, else by what we know. */
export function nameOf({ caller }: Pick<Reply, 'caller'>, format: FormatNumber): string {
  if (caller.withheld) return strings.calls.withheld;
  return caller.name ?? (caller.number === null ? strings.calls.unknownCaller : format(caller.number));
}

export const queueOf = ({ queue }: Pick<Reply, 'queue'>): string => queue?.name ?? strings.calls.mainLine;

/** The number a caller wants to be called back on, if that is what they answered. */
export const urgentNumber = ({ result }: Pick<Reply, 'result'>): string | null =>
  result?.Resp === '3' ? result.ExtNfo : null;

const longestBeginning = 160;

/** The message as far as it takes to know it again; all of it stands in Replies. */
export function beginningOf({ text }: Pick<Reply, 'text'>): string {
  if (text.length <= longestBeginning) return text;
  return `${text.slice(0, longestBeginning).replace(/\s\S*$/, '')} …`;
}

/** Where somebody can be called back: at the number they keyed, else at their own; null: nobody knows where. */
export function callBackNumber(reply: Pick<Reply, 'result' | 'caller'>): string | null {
  const own = reply.caller.withheld ? null : reply.caller.number;
  return [urgentNumber(reply), own].find((number) => number !== null && looksLikeNumber(number)) ?? null;
}

export const lengthOf = ({ voicemail }: Pick<Reply, 'voicemail'>): string => clockFace(voicemail?.lengthMs ?? 0);

/** What came back, in a few words: `Call back on +1 650 555 0184`. */
export function saidOf(reply: Reply, format: FormatNumber): string {
  const { said } = texts;
  switch (reply.answer) {
    case null:
      return said.pending;
    case 'urgent':
      return fill(said.urgent, { number: format(urgentNumber(reply) ?? '') });
    case 'voicemail':
      return fill(said.voicemail, { length: lengthOf(reply) });
    case 'yes':
    case 'no':
    case 'none':
      return said[reply.answer];
    default:
      return reply.answer satisfies never;
  }
}

/** The heading of the notice: who, and what. */
export function noticeOf(reply: Reply, format: FormatNumber): string {
  const { notice, answers } = texts;
  const name = nameOf(reply, format);
  switch (reply.answer) {
    case 'urgent':
      return fill(notice.urgent, { number: format(urgentNumber(reply) ?? '') });
    case 'voicemail':
      return fill(notice.voicemail, { name, length: lengthOf(reply) });
    case 'none':
    case null:
      return fill(notice.none, { name });
    case 'yes':
    case 'no':
      return fill(notice.replied, { name, answer: answers[reply.answer] });
    default:
      return reply.answer satisfies never;
  }
}

/** That the reply is put away, because its caller was called back. */
export const calledBackSpoken = (reply: Reply): string =>
  fill(strings.dialling.calledBackSpoken, { name: spokenName(reply) });

const spokenName = ({ caller }: Reply): string => (caller.withheld ? null : caller.name) ?? strings.calls.unknownNumber;

/** What a notice says, for somebody who does not look. */
export function spokenOf(reply: Reply): { readonly urgency: 'assertive' | 'polite'; readonly text: string } {
  const { spoken, answers } = texts;
  const name = spokenName(reply);
  switch (reply.answer) {
    case 'urgent':
      return {
        urgency: 'assertive',
        text: fill(spoken.urgent, { name, digits: spelledNumber(urgentNumber(reply) ?? '') }),
      };
    case 'voicemail':
      return { urgency: 'polite', text: fill(spoken.voicemail, { name }) };
    case 'none':
    case null:
      return { urgency: 'polite', text: fill(spoken.none, { name }) };
    case 'yes':
    case 'no':
      return { urgency: 'polite', text: fill(spoken.replied, { name, answer: answers[reply.answer].toLowerCase() }) };
    default:
      return reply.answer satisfies never;
  }
}
