import type { Call, CallIn } from '../../../../shared/call/call.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { CallChange } from './call-store.ts';
import { queueName, spokenCaller } from './caller-words.ts';
import { endWords, unreachedWords } from './end-words.ts';
import { farewellOf, type Farewell } from './farewell.ts';
import type { Lanes } from './lanes.ts';
import { placeOf, type Desk } from './place-of.ts';

/** Assertive interrupts what is being read; polite waits for its turn. */
export type Announcement = { readonly urgency: 'assertive' | 'polite'; readonly text: string };

/**
 * What is said of a change to somebody who does not look; null: nothing, it is not this desk's business. `answerKeys`:
 * as they are said; null: no key answers.
 */
export function announcementOf(
  change: CallChange,
  lanes: Lanes,
  desk: Desk,
  answerKeys: string | null,
): Announcement | null {
  const { before, after } = change;
  const isBusy = lanes.yours.length > 0;
  const from = before === undefined ? 'nowhere' : placeOf(before, desk, isBusy);
  const to = after === undefined ? 'nowhere' : placeOf(after, desk, isBusy);
  if (after !== undefined && to === 'ringingHere' && from !== 'ringingHere') return ring(after, lanes, answerKeys);
  if (after !== undefined && to === 'takeable' && from === 'nowhere') return ring(after, lanes, answerKeys);
  if (after !== undefined && to === 'withYou') return withYou(before, after, from === 'withYou', lanes);
  const farewell = before === undefined ? null : farewellOf(before, after, { desk, at: 0, isBusy });
  return farewell === null ? null : polite(gone(farewell));
}

const { spoken, calls } = strings;
const polite = (text: string): Announcement => ({ urgency: 'polite', text });

function ring(call: Call, { answerable }: Lanes, answerKeys: string | null): Announcement {
  const values = { queue: queueName(call), name: spokenCaller(call) };
  const count = answerable.length;
  if (count > 1) return { urgency: 'assertive', text: fill(spoken.anotherRing, { ...values, count }) };
  const hint = answerKeys === null ? [] : [fill(spoken.answers, { keys: answerKeys })];
  return { urgency: 'assertive', text: [fill(spoken.ring, values), ...hint].join(' ') };
}

function withYou(before: Call | undefined, after: Call, wasWithYou: boolean, lanes: Lanes): Announcement | null {
  const name = spokenCaller(after);
  if (wasWithYou && before !== undefined && before.recording !== after.recording) return recorded(before, after);
  if (after.state === 'held') {
    if (before?.state === 'held' && before.by === after.by) return null;
    return polite(wentOnHold(after, name));
  }
  const withOthers = (text: string) => polite([text, ...onHold(after, lanes)].join(' '));
  if (after.state === 'dialling') {
    if (!wasWithYou) return withOthers(fill(spoken.calling, { name }));
    return after.progress === 'alerting' ? polite(spoken.ringsThere) : null;
  }
  if (after.state !== 'talking') return null;
  if (!wasWithYou) return withOthers(fill(spoken.onCallWith, { name }));
  if (before?.state === 'dialling') return withOthers(fill(spoken.theyAnswered, { name }));
  return before?.state === 'held' ? withOthers(fill(spoken.rejoined, { name })) : null;
}

/** What became of the recording; that it ends with the call is said by the end of the call. */
function recorded(before: Call, { recording }: Call): Announcement {
  switch (recording) {
    case 'on':
      return polite(before.recording === 'paused' ? spoken.recordingResumed : spoken.recordingOn);
    case 'paused':
      return polite(spoken.recordingPaused);
    case 'off':
      return polite(spoken.recordingOff);
    case 'failed':
      return { urgency: 'assertive', text: spoken.recordingFailed };
    default:
      return recording satisfies never;
  }
}

function wentOnHold({ by, direction }: CallIn<'held'>, name: string): string {
  if (by === 'legLost') return fill(spoken.legLost, { name });
  return by === 'us' ? spoken.wentOnHold : calls.heldByThem[direction];
}

const onHold = (now: Call, { yours }: Lanes): readonly string[] =>
  yours
    .filter((call) => call.id !== now.id && call.state === 'held')
    .map((call) => fill(spoken.onHold, { name: spokenCaller(call) }));

function gone(farewell: Farewell): string {
  const name = spokenCaller(farewell.call);
  switch (farewell.kind) {
    case 'answeredElsewhere':
      return farewell.by === null
        ? fill(spoken.answeredByYouElsewhere, { name })
        : fill(spoken.answeredBy, { name, who: farewell.by });
    case 'gaveUp':
      return fill(spoken.hungUp, { name });
    case 'ended':
      return fill(spoken.ended, { name, reason: endWords(farewell) });
    case 'notReached':
      return fill(spoken.notReached, { name, reason: unreachedWords(farewell) });
    default:
      return farewell satisfies never;
  }
}
