import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseJson } from '../../../lib/parse-json.ts';
import type { RingTone } from '../../../ports/ringer.ts';

export type Line = { readonly id: string; readonly name: string };

export type RingTones = {
  readonly lines: readonly Line[];
  /** The tone of each line, by the id of its queue. */
  readonly store: StoreApi<Readonly<Record<string, RingTone>>>;
  /** Null: a call of no queue. */
  readonly toneOf: (queueId: string | null) => RingTone;
  readonly choose: (queueId: string, tone: RingTone) => void;
};

export const ringTones = ['bell', 'twoNotes', 'marimba', 'classic'] as const satisfies readonly RingTone[];

const key = 'frontdesk.ring-tones';
const kept = z.record(z.string(), z.enum(ringTones)).catch({});

/** Which line rings how, at this computer. Until somebody chooses, each of the first four has a tone of its own. */
export function createRingTones(lines: readonly Line[], storage: Pick<Storage, 'getItem' | 'setItem'>): RingTones {
  const usual = lines.map(({ id }, index) => [id, ringTones[index % ringTones.length] ?? 'bell'] as const);
  const chosen = kept.parse(parseJson(storage.getItem(key)));
  const store = createStore<Readonly<Record<string, RingTone>>>(() => ({ ...Object.fromEntries(usual), ...chosen }));
  return {
    lines,
    store,
    toneOf: (queueId) => (queueId === null ? 'bell' : (store.getState()[queueId] ?? 'bell')),
    choose: (queueId, tone) => {
      store.setState({ [queueId]: tone });
      const before = kept.parse(parseJson(storage.getItem(key)));
      storage.setItem(key, JSON.stringify({ ...before, [queueId]: tone }));
    },
  };
}
