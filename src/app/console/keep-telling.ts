import type { MissedStore } from '../../features/away/model/missed-store.ts';
import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import { spokenCaller } from '../../features/calls/model/caller-words.ts';
import type { Quality } from '../../features/calls/model/quality.ts';
import { fill, plural } from '../../lib/strings/fill.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { Announcer } from '../announcer.ts';

type Parts = { readonly calls: CallsModel; readonly missed: MissedStore; readonly announcer: Announcer };
type OneWay = 'notHeard' | 'notHearing';

/** Says when one side of a call does not hear the other, and what was missed. Answers the way to stop. */
export function keepTelling({ calls, missed, announcer }: Parts): () => void {
  const { spoken, away } = strings.quality;
  const nameOf = (id: string): string | null => {
    const call = calls.calls.store.getState().calls[id];
    return call === undefined ? null : spokenCaller(call);
  };
  const changed = (id: string, now: OneWay | null): void => {
    const name = nameOf(id);
    if (name === null) return;
    const urgency = now === null ? 'polite' : 'assertive';
    announcer.say({ urgency, text: fill(now === null ? spoken.mended : spoken[now], { name }) });
  };
  const stops = [
    calls.quality.store.subscribe((now, before) => {
      for (const id of new Set([...Object.keys(now), ...Object.keys(before)])) {
        const [is, was] = [oneWayOf(now[id]), oneWayOf(before[id])];
        // A call that is measured no more is on hold, or over: that is told elsewhere.
        if (is !== was && now[id] !== undefined) changed(id, is);
      }
    }),
    missed.store.subscribe(({ calls: now }, { calls: before }) => {
      const count = now.length;
      if (count > before.length)
        announcer.say({ urgency: 'polite', text: fill(plural(count, away.spoken), { count }) });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function oneWayOf(quality: Quality | undefined): OneWay | null {
  const kind = quality?.verdict.kind;
  return kind === 'notHeard' || kind === 'notHearing' ? kind : null;
}
