import type { Call } from '../../../../shared/call/call.ts';
import type { CallEvent } from '../../../../shared/call/call-event.ts';
import { clockFace } from '../../../lib/duration.ts';
import { listOf } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { lineOfCall } from './history-words.ts';
import type { FormatNumber } from './work-words.ts';

/** One thing that happened in a call, in words; `replyId`: what was said to the caller, and what came back. */
export type StoryStep = { readonly at: number; readonly text: string; readonly replyId?: string };

type Told = { readonly call: Call; readonly events: readonly CallEvent[] };

const texts = strings.worklist.story;

/** The story of a call: who was rung at once is one line, a time on hold is one line. */
export function storySteps({ call, events }: Told, format: FormatNumber): readonly StoryStep[] {
  const steps: StoryStep[] = [];
  let rung: string[] = [];
  const tellRung = (at: number): void => {
    if (rung.length > 0) steps.push({ at, text: fill(texts.offered, { who: listOf([...new Set(rung)]) }) });
    rung = [];
  };
  let rungAt = 0;
  for (const [index, event] of events.entries()) {
    if (event.type === 'offered') {
      if (rung.length === 0) rungAt = event.at;
      rung.push(event.to.name);
      continue;
    }
    // What happens unseen, as a desk that stops ringing, parts nobody from those who were rung before.
    if (isSilent(event)) continue;
    const text = wordsOf(event, { call, later: events.slice(index + 1), format, events });
    tellRung(rungAt);
    steps.push({ at: event.at, text, ...(event.type === 'replyStarted' && { replyId: event.replyId }) });
  }
  tellRung(rungAt);
  return steps;
}

type Around = {
  readonly call: Call;
  readonly events: readonly CallEvent[];
  readonly later: readonly CallEvent[];
  readonly format: FormatNumber;
};

const silent = [
  'offerLost',
  'dialled',
  'resumed',
  'consultAnswered',
  'consultCancelled',
  'replyStepped',
  'replyAnswered',
  'muted',
  'unmuted',
  'noted',
] as const satisfies readonly CallEvent['type'][];
type Silent = EventOf<(typeof silent)[number]>;
/** What a reader of the story would miss; who was rung is gathered before. */
type Telling = Exclude<CallEvent, Silent | EventOf<'offered'>>;

const isSilent = (event: CallEvent): event is Silent => silent.some((type) => type === event.type);

type EventOf<Type extends CallEvent['type']> = Extract<CallEvent, { readonly type: Type }>;

function wordsOf(event: Telling, around: Around): string {
  switch (event.type) {
    case 'arrived':
    case 'placed':
    case 'alerted':
    case 'declined':
    case 'answered':
    case 'wentUnanswered':
    case 'ended':
      return reachedWords(event, around);
    case 'heldByUs':
    case 'heldByThem':
    case 'parked':
    case 'retrieved':
    case 'replyStarted':
    case 'legLost':
    case 'rejoined':
      return keptWords(event, around);
    case 'consultStarted':
    case 'transferStarted':
    case 'transferCompleted':
    case 'transferFailed':
      return passedOnWords(event);
    case 'recordingStarted':
    case 'recordingPaused':
    case 'recordingResumed':
    case 'recordingStopped':
    case 'voicemailStarted':
    case 'voicemailLeft':
      return texts[event.type];
    case 'recordingFailed':
      return strings.calls.whyNotRecorded[event.why];
    default:
      return event satisfies never;
  }
}

type Reached = EventOf<'arrived' | 'placed' | 'alerted' | 'declined' | 'answered' | 'wentUnanswered' | 'ended'>;

function reachedWords(event: Reached, { call, events, format }: Around): string {
  switch (event.type) {
    case 'arrived':
      return fill(texts.arrivedAt, { line: lineOfCall(call), number: format(event.dialled) });
    case 'placed':
      return fill(texts.placed, { who: event.by.name, number: format(event.dialled) });
    case 'alerted':
      return texts.alerted;
    case 'declined':
      return fill(texts.declined, { who: deskOf(event.consoleId, events) });
    case 'answered': {
      const time = clockFace(event.at - call.arrivedAt);
      if (call.direction === 'outbound') return fill(texts.theyAnswered, { time });
      return fill(texts.answered, { who: event.by.name, time });
    }
    case 'wentUnanswered':
      return texts.unanswered[event.why];
    case 'ended':
      return endWords(event, call);
    default:
      return event satisfies never;
  }
}

function endWords({ reason }: EventOf<'ended'>, { direction }: Call): string {
  const { endings, endingsOutbound } = strings.worklist.history;
  const ours: Readonly<Partial<Record<string, string>>> = endingsOutbound;
  return fill(texts.ended, { reason: (direction === 'outbound' ? ours[reason] : undefined) ?? endings[reason] });
}

type Kept = EventOf<'heldByUs' | 'heldByThem' | 'parked' | 'retrieved' | 'replyStarted' | 'legLost' | 'rejoined'>;

function keptWords(event: Kept, { later, call }: Around): string {
  switch (event.type) {
    case 'heldByUs':
      return heldWords(texts.held, event.at, later, call);
    case 'heldByThem':
      return heldWords(texts.heldByThem, event.at, later, call);
    case 'parked':
      return fill(texts.parked, { who: event.by.name });
    case 'retrieved':
      return fill(texts.retrieved, { who: event.by.name });
    case 'replyStarted':
      return fill(texts.replied, { who: event.by.name });
    case 'legLost':
      return texts.legLost;
    case 'rejoined':
      return fill(texts.rejoined, { who: event.by.name });
    default:
      return event satisfies never;
  }
}

type PassedOn = EventOf<'consultStarted' | 'transferStarted' | 'transferCompleted' | 'transferFailed'>;

function passedOnWords(event: PassedOn): string {
  switch (event.type) {
    case 'consultStarted':
      return fill(texts.consulted, { who: event.target.name });
    case 'transferStarted':
      return fill(texts.transferStarted, { who: event.target.name });
    case 'transferCompleted':
      return texts.transferred;
    case 'transferFailed':
      return fill(texts.transferFailed, { why: event.why });
    default:
      return event satisfies never;
  }
}

/** Until they were talked to again, or it was over. */
function heldWords(
  words: typeof texts.held | typeof texts.heldByThem,
  at: number,
  later: readonly CallEvent[],
  call: Call,
): string {
  const until = later.find(({ type }) => type !== 'muted' && type !== 'unmuted' && type !== 'noted')?.at;
  if (until === undefined && call.state !== 'ended') return texts.heldNow;
  return fill(words, { time: clockFace((until ?? at) - at) });
}

/** Whose desk it is, as far as the call has rung there. */
function deskOf(consoleId: string, events: readonly CallEvent[]): string {
  const offer = events.find((event) => event.type === 'offered' && event.to.consoleId === consoleId);
  return offer?.type === 'offered' ? offer.to.name : texts.aDesk;
}

/** For how long the caller was on hold altogether (ms). */
export function heldMs({ events, call }: Told): number {
  let sum = 0;
  let since: number | null = null;
  for (const { type, at } of events) {
    if (type === 'heldByUs') since ??= at;
    else if (since !== null && (type === 'resumed' || type === 'ended')) {
      sum += at - since;
      since = null;
    }
  }
  return call.state === 'ended' ? sum : 0;
}
