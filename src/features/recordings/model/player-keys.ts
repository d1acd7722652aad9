import type { Playback } from './playback.ts';

export const stepMs = 10_000;

/** What the player does by key. */
export type PlayerKeys = {
  readonly playback: Playback;
  /** Places of the marks, in order. */
  readonly marksMs: readonly number[];
  readonly addMark: () => void;
};

/** As much of a KeyboardEvent as decides. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'>;

/** A mark this near behind the place is the one just heard: back goes to the one before. */
const nearMs = 1500;

/** Does what a key asks of the player; false: it asks nothing of it. Keys with Alt, Control or Meta belong to others. */
export function carryOutPlayerKey(press: Press, { playback, marksMs, addMark }: PlayerKeys): boolean {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing) return false;
  const { atMs } = playback.store.getState();
  const jump = (to: number | undefined): void => {
    if (to !== undefined) playback.seek(to);
  };
  const does: Readonly<Record<string, () => void>> = {
    ' ': playback.toggle,
    ArrowLeft: () => playback.by(-stepMs),
    ArrowRight: () => playback.by(stepMs),
    '-': () => playback.faster(-1),
    '+': () => playback.faster(1),
    s: playback.toggleSilence,
    '[': () => jump(marksMs.findLast((mark) => mark < atMs - nearMs)),
    ']': () => jump(marksMs.find((mark) => mark > atMs)),
    m: addMark,
    '1': () => playback.toggleChannel(0),
    '2': () => playback.toggleChannel(1),
  };
  const act = does[press.key.length === 1 ? press.key.toLowerCase() : press.key];
  if (act === undefined) return false;
  act();
  return true;
}
