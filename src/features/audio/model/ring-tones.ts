import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseJson } from '../../../lib/parse-json.ts';
import type { SharedStorage } from '../../../lib/shared-storage.ts';
import type { RingTone } from '../../../ports/ringer.ts';

export type Line = { readonly id: string; readonly name: string };

export type RingTones = {
  /** Those that may ring here, as it is now. */
  readonly lines: StoreApi<readonly Line[]>;
  /** The tone of each line, by the id of its queue. */
  readonly store: StoreApi<Readonly<Record<string, RingTone>>>;
  /** Null: a call of no queue. */
  readonly toneOf: (queueId: string | null) => RingTone;
  readonly choose: (queueId: string, tone: RingTone) => void;
  /** Other lines may ring here from now on; those that could before keep their tone. */
  readonly become: (lines: readonly Line[]) => void;
  /** Follows no more what is chosen in other windows of this browser. */
  readonly stop: () => void;
};

export const ringTones = ['bell', 'twoNotes', 'marimba', 'classic'] as const satisfies readonly RingTone[];

const key = 'frontdesk.ring-tones';
const kept = z.record(z.string(), z.enum(ringTones)).catch({});

/** Which line rings how, at this computer. Until somebody chooses, each of the first four has a tone of its own. */
export function createRingTones(first: readonly Line[], storage: SharedStorage): RingTones {
  const chosen = () => kept.parse(parseJson(storage.getItem(key)));
  const lines = createStore<readonly Line[]>(() => first);
  const store = createStore<Readonly<Record<string, RingTone>>>(() => ({ ...usualOf(first), ...chosen() }));
  return {
    lines,
    store,
    become: (now) => {
      lines.setState(now, true);
      store.setState((tones) => ({ ...usualOf(now), ...tones }));
    },
    toneOf: (queueId) => (queueId === null ? 'bell' : (store.getState()[queueId] ?? 'bell')),
    choose: (queueId, tone) => {
      store.setState({ [queueId]: tone });
      storage.setItem(key, JSON.stringify({ ...chosen(), [queueId]: tone }));
    },
    stop: storage.subscribe(key, () => store.setState(chosen())),
  };
}

const usualOf = (lines: readonly Line[]): Readonly<Record<string, RingTone>> =>
  Object.fromEntries(lines.map(({ id }, index) => [id, ringTones[index % ringTones.length] ?? 'bell']));
