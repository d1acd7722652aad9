import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Recording } from '../../../../shared/recording/recording.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { SoundPlayer } from '../../../ports/sound-player.ts';
import { Deeds } from '../model/deeds.ts';
import { createDetailStore, type DetailStore } from '../model/detail-store.ts';
import { inOrder } from '../model/paused-spans.ts';
import { Playback } from '../model/playback.ts';
import type { RecordingTable } from '../model/recording-table.ts';
import { nameOf, type FormatNumber } from '../model/recording-words.ts';
import { soundAddresses } from '../model/sound-addresses.ts';
import { MarksRow } from './marks-row.tsx';
import { Player } from './player.tsx';
import { RecordingAside } from './recording-aside.tsx';
import { DeedFailure, RecordingHead } from './recording-head.tsx';
import { TranscriptPane } from './transcript-pane.tsx';
import { usePlayerKeys } from './use-player-keys.ts';

export type RecordingDetailProps = {
  readonly id: string;
  /** Of a share link that led here. */
  readonly share: string | null;
  readonly table: RecordingTable;
  readonly server: Pick<ServerLink, 'call'>;
  readonly player: SoundPlayer;
  readonly me: { readonly id: string; readonly name: string };
  readonly now: number;
  readonly format: FormatNumber;
  readonly callBack: CallBack;
  /** Nothing is played into a conversation. */
  readonly isOnACall: boolean;
  readonly onGo: (to: string) => void;
};

/** One recording: who, what can be done, and to be heard. Made anew for each. */
export function RecordingDetail(props: RecordingDetailProps) {
  const { id, share, table, server } = props;
  const texts = strings.recordings;
  const [detail] = useState(() => createDetailStore({ server, table, id, share }));
  useEffect(() => detail.follow(), [detail]);
  const { about, isGone } = useStore(detail.store);
  const recording = useStore(table.store, (known) => known[id]);
  if (isGone) return <Nothing>{texts.deleted}</Nothing>;
  if (about.state === 'failed' && recording === undefined) {
    return (
      <Nothing>
        {fill(texts.failedOne, { reason: about.why })} <Act size="min" label={texts.again} onPress={detail.look} />
      </Nothing>
    );
  }
  if (recording === undefined) return <Nothing>{texts.loadingOne}</Nothing>;
  return <Open {...props} recording={recording} detail={detail} />;
}

export function Nothing({ children }: { readonly children: ReactNode }) {
  return <output className="panel recording-detail recordings-nothing muted">{children}</output>;
}

type OpenProps = RecordingDetailProps & { readonly recording: Recording; readonly detail: DetailStore };

function Open(props: OpenProps) {
  const { id, table, server, recording, detail, format } = props;
  const [deeds] = useState(() => new Deeds({ server, table, id }));
  const playback = useKeptPlayback(props);
  const [newMarkMs, setNewMarkMs] = useState<number | null>(null);
  const { about, peaks, transcript } = useStore(detail.store);
  const mayChange = about.state === 'here' && about.value.mayChange;
  const mayDelete = about.state === 'here' && about.value.mayDelete;
  // Until it is known the link is there: asked for too early, it says so itself.
  const hasMp3 = about.state !== 'here' || about.value.mp3;
  const transcribes = about.state !== 'here' || about.value.transcribes;
  const onKeyDown = usePlayerKeys({
    playback,
    marksMs: inOrder(recording.marks).map(({ atMs }) => atMs),
    addMark: () => mayChange && setNewMarkMs(playback.store.getState().atMs),
  });
  const shared = { recording, deeds, mayChange, mayDelete, playback };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- each key has a button that does the same
    <section
      className="panel recording-detail"
      aria-label={fill(strings.recordings.label, { name: nameOf(recording, format) })}
      onKeyDown={onKeyDown}
    >
      <RecordingHead {...props} {...shared} hasMp3={hasMp3} onLook={detail.look} />
      <DeedFailure deeds={deeds} />
      <Player {...shared} peaks={peaks} />
      <MarksRow {...shared} newMarkMs={newMarkMs} onNewMark={setNewMarkMs} />
      <div className="recording-below">
        <TranscriptPane {...shared} {...{ transcript, transcribes }} />
        <RecordingAside {...shared} about={about} meId={props.me.id} meName={props.me.name} />
      </div>
    </section>
  );
}

function useKeptPlayback({ id, share, player, recording, isOnACall, detail }: OpenProps): Playback {
  const [playback] = useState(
    () =>
      new Playback({
        player,
        addresses: soundAddresses(id, share),
        lengthMs: recording.lengthMs,
        storage: localStorage,
      }),
  );
  useEffect(() => {
    if (isOnACall) playback.pause();
  }, [isOnACall, playback]);
  const hasBegun = useStore(playback.store, ({ state }) => state === 'playing');
  useEffect(() => {
    // Now somebody more has heard it.
    if (hasBegun) detail.look();
  }, [hasBegun, detail]);
  return playback;
}
