import type { Person } from '../../../../shared/protocol/stream.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';

/** How somebody stands, in words. `now`: the server's clock, ms since the epoch. */
export function presenceWords({ presence, since, until }: Person, now: number): string {
  const texts = strings.people;
  switch (presence) {
    case 'onCall':
      return fill(texts.onCallFor, { time: clockFace(now - since) });
    case 'away':
      return until === null ? texts.presence.away : fill(texts.awayUntil, { time: timeOfDay(until) });
    case 'doNotDisturb':
      return until === null ? texts.presence.doNotDisturb : fill(texts.doNotDisturbUntil, { time: timeOfDay(until) });
    case 'available':
    case 'offline':
      return texts.presence[presence];
    default:
      return presence satisfies never;
  }
}
