import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { spokenRoughly } from '../../../lib/duration.ts';
import { spokenCaller } from './caller-words.ts';
import { whoWaits, type Lanes } from './lanes.ts';

/** What is going on, for whoever asks to hear it: `On call, Henrik Aas, 3 minutes. 1 on hold, 2 ringing, 3 waiting.` */
export function readOut(lanes: Lanes, now: number): string {
  const { spoken } = strings;
  const talking = lanes.yours.filter(({ state }) => state !== 'held');
  const onCall = talking.map((call) => {
    const name = spokenCaller(call);
    const time = spokenRoughly(now - (call.answeredAt ?? call.arrivedAt));
    if (call.state !== 'dialling') return fill(spoken.onCall, { name, time });
    return fill(spoken.callingFor, { name, time, progress: strings.calls.progress[call.progress].toLowerCase() });
  });
  const counts = fill(spoken.counts, {
    onHold: lanes.yours.length - talking.length,
    ringing: whoWaits(lanes).ringing.length,
    waiting: whoWaits(lanes).waiting.length,
  });
  return [...(onCall.length > 0 ? onCall : [spoken.nothing]), counts].join(' ');
}
