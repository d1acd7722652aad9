import type { Log } from '../../ports/log.ts';
import type { TelephonyEvent } from '../../ports/telephony-event.ts';
import type { AriRest } from './ari-rest.ts';
import type { AriEvent } from './ari-schemas.ts';
import { readCaller } from './caller-id.ts';
import type { KnownLeg, LegBook } from './leg-book.ts';
import { legEndCause } from './leg-end-cause.ts';
import type { LegOrder } from './leg-order.ts';
import type { PlaybackBook } from './playback-book.ts';

export type TranslatorParts = {
  readonly rest: AriRest;
  readonly legs: LegBook;
  readonly playbacks: PlaybackBook;
  readonly order: LegOrder;
  readonly log: Log;
  readonly emit: (event: TelephonyEvent) => void;
  /** A snoop leg has entered the application: it takes commands now. */
  readonly snoopReady: (legId: string) => void;
};

type OfChannel = Extract<AriEvent, { readonly channel: unknown }>;
type Start = Extract<AriEvent, { readonly type: 'StasisStart' }>;
/** All but the one that is about the connection itself. */
export type Translatable = Exclude<AriEvent, { readonly type: 'ApplicationReplaced' }>;
type Translate = (event: Translatable) => void;

/** Says in the port's words what Asterisk reported. */
export function createTranslator(parts: TranslatorParts): Translate {
  return (event) => {
    if ('channel' in event) takeChannelEvent(parts, event);
    else if (event.type === 'Dial') takeAlerting(parts, event.peer.id, event.dialstatus);
    else takeMediaEvent(parts, event);
  };
}

function takeChannelEvent(parts: TranslatorParts, event: OfChannel): void {
  const { id } = event.channel;
  const leg = parts.legs.get(id);
  if (event.type === 'StasisStart') return leg === undefined ? takeNewcomer(parts, event) : takeAnswer(parts, leg);
  if (leg === undefined) return;
  // The facts are taken down at once; the news of them waits its turn.
  if (event.type === 'ChannelHangupRequest') {
    leg.hangUp = { cause: event.cause ?? null, sipStatus: event.tech_cause ?? null };
    return;
  }
  const news = newsOf(leg, event);
  if (news === null) return;
  if (news.type === 'legEnded') parts.legs.remove(id);
  parts.order.inOrder(id, () => parts.emit(news));
}

/** `originate` and `snoop` put their legs into the book themselves: who is not in it comes from the dialplan. */
function takeNewcomer({ rest, legs, order, log, emit }: TranslatorParts, { channel, args }: Start): void {
  const [role, dialled] = args;
  if (role !== 'incoming' || dialled === undefined) {
    log.warn({ legId: channel.id, role }, 'a leg that nobody expects was refused');
    // Q.850 21: to SIP it is 403. Nothing depends on the answer.
    void rest('DELETE', ['channels', channel.id], { query: { reason_code: '21' } });
    return;
  }
  legs.add(channel.id, 'arrived');
  const arrived = readCaller(rest, log, channel).then((caller) =>
    emit({
      type: 'legArrived',
      leg: { legId: channel.id, dialled, ...caller, sipCallId: channel.protocol_id ?? null },
    }),
  );
  order.hold(channel.id, arrived);
}

function takeAnswer({ snoopReady, emit }: TranslatorParts, { legId, origin, tag }: KnownLeg): void {
  if (origin === 'snoop') snoopReady(legId);
  if (origin === 'originated') emit({ type: 'legAnswered', legId, tag });
}

function newsOf(leg: KnownLeg, event: Exclude<OfChannel, Start>): TelephonyEvent | null {
  const { legId } = leg;
  switch (event.type) {
    // Asterisk tells the end of what we originated by ChannelDestroyed, of what came in by StasisEnd, of either once.
    case 'StasisEnd':
      return leg.origin === 'originated' ? null : { type: 'legEnded', legId, cause: causeOf(leg, event) };
    case 'ChannelDestroyed':
      return leg.origin === 'originated' ? { type: 'legEnded', legId, cause: causeOf(leg, event) } : null;
    case 'ChannelHold':
      return { type: 'legHeld', legId };
    case 'ChannelUnhold':
      return { type: 'legResumed', legId };
    case 'ChannelDtmfReceived':
      return { type: 'digit', legId, digit: event.digit, durationMs: event.duration_ms };
    case 'ChannelTalkingStarted':
      return { type: 'talkingStarted', legId };
    case 'ChannelTalkingFinished':
      return { type: 'talkingEnded', legId, durationMs: event.duration };
    case 'ChannelHangupRequest':
      return null;
    default:
      return event satisfies never;
  }
}

type End = Extract<AriEvent, { readonly type: 'StasisEnd' | 'ChannelDestroyed' }>;

function causeOf({ origin, endedByUs, hangUp }: KnownLeg, event: End) {
  const answered = event.channel.state === 'Up';
  if (event.type === 'StasisEnd') return legEndCause({ origin, answered, endedByUs, ...hangUp });
  const { cause = null, tech_cause: sipStatus = null } = event;
  return legEndCause({ origin, answered, endedByUs, cause, sipStatus });
}

/** Dial tells 180 (RINGING) and 183 (PROGRESS), which may both come, and more than once. */
function takeAlerting({ legs, emit }: TranslatorParts, legId: string, dialStatus: string): void {
  const leg = legs.get(legId);
  if (leg === undefined || leg.alerted || (dialStatus !== 'RINGING' && dialStatus !== 'PROGRESS')) return;
  leg.alerted = true;
  emit({ type: 'legAlerting', legId });
}

type MediaEvent = Extract<AriEvent, { readonly playback: unknown } | { readonly recording: unknown }>;

function takeMediaEvent({ playbacks, emit }: TranslatorParts, event: MediaEvent): void {
  switch (event.type) {
    case 'PlaybackStarted':
      if (playbacks.started(event.playback.id)) emit({ type: 'playbackStarted', playbackId: event.playback.id });
      return;
    case 'PlaybackFinished': {
      const { id, state } = event.playback;
      return emit({ type: 'playbackEnded', playbackId: id, played: playbacks.finished(id, state) });
    }
    case 'RecordingStarted':
      return emit({ type: 'recordingStarted', recordingId: event.recording.name });
    case 'RecordingFinished':
      return emit({ type: 'recordingEnded', recordingId: event.recording.name, recorded: true });
    case 'RecordingFailed':
      return emit({ type: 'recordingEnded', recordingId: event.recording.name, recorded: false });
    default:
      return event satisfies never;
  }
}
