import type { Agent } from '../../../../shared/call/call.ts';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import { clockFace } from '../../../lib/duration.ts';
import { looksLikeNumber } from '../../../lib/read-number.ts';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from '../../../lib/time-of-day.ts';

/** Turns a number as the network sent it into what a person reads. */
export type FormatNumber = (number: string) => string;

const texts = strings.worklist;

/** How the caller is called on the screen: by name, else by number, else by what we know. */
export function nameOf({ caller }: Pick<WorkItem, 'caller'>, format: FormatNumber): string {
  if (caller.withheld) return strings.calls.withheld;
  return caller.name ?? (caller.number === null ? strings.calls.unknownCaller : format(caller.number));
}

/** What stands under the name: the number, or that nobody knows whose it is; null where the number is unknown itself. */
export function underName({ caller }: Pick<WorkItem, 'caller'>, format: FormatNumber): string | null {
  if (caller.withheld || caller.number === null) return null;
  return caller.name === null ? texts.notInContacts : format(caller.number);
}

export const lineOf = ({ queue }: Pick<WorkItem, 'queue'>): string => queue?.name ?? strings.calls.mainLine;

/** What happened, in words; `voicemailMs`: how long the message is, where that is known. */
export function happenedWords({ what }: Pick<WorkItem, 'what'>, voicemailMs: number | null): string {
  if (what === 'voicemail' && voicemailMs !== null) {
    return fill(texts.leftVoicemail, { length: clockFace(voicemailMs) });
  }
  return texts.happened[what];
}

/** The number that is called back; null: nobody knows it. */
export const numberToCall = ({ callBackOn }: Pick<WorkItem, 'callBackOn'>): string | null =>
  callBackOn !== null && looksLikeNumber(callBackOn) ? callBackOn : null;

/** Whether they want to be called on another number than the one they called from. */
export const keyedNumber = ({ callBackOn, caller }: Pick<WorkItem, 'callBackOn' | 'caller'>): string | null =>
  callBackOn !== null && callBackOn !== caller.number ? callBackOn : null;

/** Who calls back, as it is shown: who, in words, and whether they should have by now. */
export type WhoWords = { readonly name: string; readonly words: string; readonly isLate: boolean };

type Now = { readonly now: number; readonly meId: string };

/** Null: nobody has said so. `calling`: who is calling them at this moment. */
export function whoWords(item: WorkItem, calling: Agent | null, { now, meId }: Now): WhoWords | null {
  const who = calling ?? item.owner;
  if (who === null) return null;
  const isMe = who.userId === meId;
  const first = who.name.split(' ')[0] ?? who.name;
  const words = (text: string, isLate = false): WhoWords => ({ name: who.name, words: text, isLate });
  if (calling !== null) return words(isMe ? texts.who.youCall : fill(texts.who.calls, { who: first }));
  const shown = isMe ? texts.who.you : first;
  if (item.dueAt === null) return words(shown);
  const late = Math.floor((now - item.dueAt) / 60_000);
  if (late >= 1) return words(fill(texts.who.late, { who: shown, late: lateWords(late) }), true);
  return words(fill(texts.who.askedFor, { who: shown, time: dayAndTime(item.dueAt) }));
}

const lateWords = (minutes: number): string => {
  if (minutes < 120) return fill(texts.who.minutes, { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? fill(texts.who.hours, { count: hours }) : fill(texts.who.days, { count: Math.floor(hours / 24) });
};

/** By whom and how it was done: `Spoken to by Ana Lindqvist, 10:47`. */
export function doneWords({ done }: Pick<WorkItem, 'done'>, meId: string): string {
  if (done === null) return '';
  const who = done.by.userId === meId ? texts.who.youLower : done.by.name;
  return fill(texts.doneHow[done.how], { who, time: dayAndTime(done.at) });
}

/** How often they have called in vain, where it was more than once. */
export const triesWords = (tries: number): string | null =>
  tries < 2 ? null : fill(plural(tries, texts.tries), { count: tries });
