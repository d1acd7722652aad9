import type { Letter, MailOutbox } from '../../ports/mail-outbox.ts';
import { answer, type KeptLetter, type MemoryState } from './memory-state.ts';

export function memoryMailOutbox(state: MemoryState): MailOutbox {
  const change = ({ recordingId, tries }: Letter, changes: Partial<KeptLetter>): void => {
    const kept = state.letters.get(recordingId);
    if (kept === undefined || kept.nextAt === null || kept.tries !== tries) return;
    state.letters.set(recordingId, { ...kept, ...changes });
  };
  return {
    add: (recordingId, at) =>
      answer(state, () => {
        if (state.letters.has(recordingId) || !state.recordings.has(recordingId)) return false;
        state.letters.set(recordingId, { recordingId, createdAt: at, tries: 0, nextAt: at, ended: null });
        return true;
      }),
    claim: (now, until) => answer(state, () => claim(state, now, until)),
    postpone: (letter, changes) => answer(state, () => change(letter, changes)),
    finish: (letter, ended) => answer(state, () => change(letter, { nextAt: null, ended })),
    waiting: () => answer(state, () => [...state.letters.values()].filter(({ nextAt }) => nextAt !== null).length),
  };
}

function claim(state: MemoryState, now: number, until: number): Letter | null {
  const due = (letter: KeptLetter): number => letter.nextAt ?? Infinity;
  const [first] = [...state.letters.values()].filter((letter) => due(letter) <= now).sort((a, b) => due(a) - due(b));
  if (first === undefined) return null;
  const { recordingId, createdAt } = first;
  const tries = first.tries + 1;
  state.letters.set(recordingId, { ...first, tries, nextAt: until });
  return { recordingId, createdAt, tries };
}
