import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { TelephonyEvent } from '../../ports/telephony-event.ts';
import type { AriRest } from './ari-rest.ts';
import type { AriEvent } from './ari-schemas.ts';
import { createTranslator, type Translatable } from './event-translator.ts';
import { createLegBook, type LegBook } from './leg-book.ts';
import { createLegOrder } from './leg-order.ts';
import { createPlaybackBook, type PlaybackBook } from './playback-book.ts';
import { type Found, snapshotOf } from './read-snapshot.ts';
import { createSnoopWaits, type SnoopWaits } from './snoop-waits.ts';

/** What is known of the PBX during one connection to it; with the connection it is forgotten. */
export type AriSession = {
  readonly legs: LegBook;
  readonly playbacks: PlaybackBook;
  readonly snoops: SnoopWaits;
  /** Events that come before `begin` wait for it. */
  readonly take: (event: Translatable) => void;
  /** Takes over what was found, reports it as `connected`, then goes on with the events that came meanwhile. */
  readonly begin: (found: Found) => void;
  readonly end: () => void;
};

export type AriSessionParts = {
  readonly rest: AriRest;
  readonly log: Log;
  readonly clock: Clock;
  readonly emit: (event: TelephonyEvent) => void;
};

export function createAriSession({ rest, log, clock, emit }: AriSessionParts): AriSession {
  const legs = createLegBook();
  const playbacks = createPlaybackBook();
  const snoops = createSnoopWaits(clock);
  const order = createLegOrder();
  let ended = false;
  const report = (event: TelephonyEvent): void => {
    if (!ended) emit(event);
  };
  const translate = createTranslator({ rest, legs, playbacks, log, order, emit: report, snoopReady: snoops.ready });
  let waiting: Translatable[] | null = [];
  return {
    legs,
    playbacks,
    snoops,
    take: (event) => {
      if (waiting === null) translate(event);
      else waiting.push(event);
    },
    begin: (found) => {
      const missed = waiting ?? [];
      // A caller who came in meanwhile is told as a caller who comes in, not as one who was there.
      const arriving = new Set(missed.filter(isArrival).map(({ channel }) => channel.id));
      const settled = found.legs.filter(({ legId }) => !arriving.has(legId));
      for (const { legId, origin, tag } of settled) legs.add(legId, origin, tag);
      report({ type: 'connected', snapshot: snapshotOf({ legs: settled, bridges: found.bridges }) });
      waiting = null;
      for (const event of missed) translate(event);
    },
    end: () => {
      ended = true;
      snoops.giveUp();
    },
  };
}

const isArrival = (event: AriEvent): event is Extract<AriEvent, { readonly type: 'StasisStart' }> =>
  event.type === 'StasisStart' && event.args[0] === 'incoming';
