import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CallBack } from '../../../lib/call-back.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { SoundPlayer } from '../../../ports/sound-player.ts';
import { createRecordingsList } from '../model/recordings-list.ts';
import type { Recordings } from '../model/recordings.ts';
import type { FormatNumber } from '../model/recording-words.ts';
import { Nothing, RecordingDetail, type RecordingDetailProps } from './recording-detail.tsx';
import { RecordingsFilters, type Choice } from './recordings-filters.tsx';
import { RecordingsList } from './recordings-list.tsx';
import './recordings.css';
import './recording-detail.css';

export type RecordingsPageProps = {
  readonly recordings: Recordings;
  readonly server: Pick<ServerLink, 'call'>;
  readonly clock: Clock;
  readonly loadSoundPlayer: () => Promise<SoundPlayer>;
  readonly openId: string | null;
  readonly share: string | null;
  readonly me: RecordingDetailProps['me'];
  readonly queues: readonly Choice[];
  readonly people: readonly Choice[];
  readonly format: FormatNumber;
  readonly callBack: CallBack;
  readonly isOnACall: boolean;
  /** How long recordings are kept, where that is known. */
  readonly kept: string | null;
  readonly onGo: (to: string) => void;
};

/** Everything one may hear of what was recorded: the list, and one of them to be heard. */
export function RecordingsPage(props: RecordingsPageProps) {
  const { recordings, server, clock, openId, share, queues, people, format, onGo } = props;
  const texts = strings.recordings;
  const { table, newVoicemails } = recordings;
  const [list] = useState(() => createRecordingsList({ server, table, clock }));
  useEffect(() => list.follow(), [list]);
  const player = useSoundPlayer(props.loadSoundPlayer);
  const count = useStore(newVoicemails);
  const now = clock.now();
  return (
    <section className={openId === null ? 'recordings-page' : 'recordings-page one-open'} aria-labelledby="recordings">
      <header className="row">
        <h1 id="recordings">{texts.title}</h1>
        {props.kept !== null && <p className="small muted end hide-narrow">{props.kept}</p>}
      </header>
      <div className="recordings-columns">
        <div className="recordings-side">
          <RecordingsFilters list={list} newVoicemails={count} queues={queues} people={people} />
          <RecordingsList {...{ list, table, now, format, openId, onGo }} />
        </div>
        {openId === null || player === null ? (
          <Nothing>{openId === null ? texts.choose : texts.loadingOne}</Nothing>
        ) : (
          <RecordingDetail key={openId} {...props} {...{ table, player, share, now }} id={openId} />
        )}
      </div>
    </section>
  );
}

function useSoundPlayer(load: RecordingsPageProps['loadSoundPlayer']): SoundPlayer | null {
  const [player, setPlayer] = useState<SoundPlayer | null>(null);
  useEffect(() => {
    let isWanted = true;
    void load().then((loaded) => isWanted && setPlayer(loaded));
    return () => {
      isWanted = false;
    };
  }, [load]);
  return player;
}
