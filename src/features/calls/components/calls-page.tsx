import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { useKeyCommands } from '../../../lib/keys/keyboard.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { narrowWindow, useMediaQuery } from '../../../lib/use-media-query.ts';
import type { Announcement } from '../model/announcements.ts';
import { useCallsModel, useLanes, useSelectedId, type LineView } from '../model/calls-model.ts';
import { callCommands, carryOutKey, type CallCommand } from '../model/carry-out-key.ts';
import { callOf, type Lanes } from '../model/lanes.ts';
import type { NoteStore } from '../model/note-store.ts';
import { readOut } from '../model/read-out.ts';
import { useNow } from '../model/use-now.ts';
import { LoadingLanes } from './loading-lanes.tsx';
import { NarrowLanes } from './narrow-lanes.tsx';
import { ComingIn } from './coming-in.tsx';
import { focusHeading, focusNote, useCardFocus } from './use-card-focus.ts';
import { WithYou } from './with-you.tsx';
import './calls.css';

export type CallsPageProps = {
  readonly line: LineView;
  /** What stands in the left lane while nobody rings. */
  readonly empty: ReactNode;
  readonly announce: (announcement: Announcement) => void;
};

/** A call moves from left to right: coming in, with you, on to people. */
export function CallsPage({ line, empty, announce }: CallsPageProps) {
  const model = useCallsModel();
  const lanes = useLanes(model);
  const now = useNow(model.clock, model.calls.now);
  const isSynced = useStore(model.calls.store, ({ synced }) => synced);
  const isNarrow = useMediaQuery(narrowWindow);
  const selectedId = useSelectedId(lanes);
  const placedId = useStore(model.placing.store, (placing) => placing.placedId);
  const answeredId = useAnswered(lanes, placedId);
  const ids = useMemo(() => [...lanes.comingIn, ...lanes.withYou].map((entry) => callOf(entry).id), [lanes]);
  const { root, onFocus, onBlur } = useCardFocus({ ids, answeredId });

  const move = (by: 1 | -1): void => {
    const at = document.activeElement?.closest('[data-call]')?.getAttribute('data-call') ?? '';
    const place = ids.indexOf(at);
    const next = ids[place === -1 ? 0 : (place + by + ids.length) % ids.length];
    if (next === undefined) return;
    model.chosen.setState(next);
    focusHeading(root.current, next);
  };
  useKeyCommands(callCommands, (command: CallCommand): void => {
    if (command === 'readOut') announce({ urgency: 'polite', text: readOut(lanes, model.calls.now()) });
    else if (command === 'nextCall') move(1);
    else if (command === 'previousCall') move(-1);
    else {
      const { commands } = model;
      carryOutKey(command, {
        lanes,
        selectedId,
        commands,
        canCommand: line.unavailable === null,
        hasPhone: line.notHere === null,
        toggleKeypad: model.keypad.toggle,
        replyTo: (callId) => model.replyWanted.emit({ callId, choice: null }),
        focusNote: (callId) => {
          // The keypad stands where the note does.
          if (model.keypad.store.getState()[callId]?.isOpen) flushSync(() => model.keypad.toggle(callId));
          focusNote(root.current, callId);
        },
      });
    }
  });

  useKeptNotes(model.notes);
  const shared = { lanes, now, line };
  return (
    <div ref={root} className="calls" onFocus={onFocus} onBlur={onBlur}>
      <h1 className="sr">{strings.calls.title}</h1>
      {!isSynced && <LoadingLanes />}
      {isSynced && isNarrow && (
        <NarrowLanes {...shared} selectedId={selectedId} empty={empty} answeredId={answeredId} />
      )}
      {isSynced && !isNarrow && (
        <div className="lanes">
          <ComingIn {...shared} selectedId={selectedId} empty={empty} />
          <WithYou {...shared} entries={lanes.withYou} />
        </div>
      )}
    </div>
  );
}

/** The page may be gone before the next pause in writing. */
function useKeptNotes({ keepAll }: NoteStore): void {
  useEffect(() => {
    addEventListener('pagehide', keepAll);
    return () => removeEventListener('pagehide', keepAll);
  }, [keepAll]);
}

type Known = { readonly lanes: Lanes; readonly placedId: string | null; readonly answeredId: string | null };

/** The call that was still waiting a moment ago and is with us now, or has just been placed from here. */
function useAnswered(lanes: Lanes, placedId: string | null): string | null {
  const [known, setKnown] = useState<Known>({ lanes, placedId, answeredId: null });
  if (known.lanes === lanes && known.placedId === placedId) return known.answeredId;
  const { answerable, ringingElsewhere, waiting } = known.lanes;
  const wasRinging = new Set([...answerable, ...ringingElsewhere, ...waiting].map(({ id }) => id));
  const placed = placedId === known.placedId ? null : placedId;
  const answered = lanes.yours.find(({ id }) => wasRinging.has(id) || id === placed)?.id;
  const stillHere = lanes.yours.some(({ id }) => id === known.answeredId) ? known.answeredId : null;
  const answeredId = answered ?? stillHere;
  setKnown({ lanes, placedId, answeredId });
  return answeredId;
}
