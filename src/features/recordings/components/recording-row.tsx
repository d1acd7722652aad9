import { Phone, Voicemail } from 'lucide-react';
import type { Recording } from '../../../../shared/recording/recording.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Chip } from '../../../ui/chip.tsx';
import { GoLink } from '../../../ui/go-link.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Phrase } from '../../../ui/phrase.tsx';
import { isNew } from '../model/recording-table.ts';
import { nameOf, queueOf, whenOf, whoOf, type FormatNumber } from '../model/recording-words.ts';

type RecordingRowProps = {
  readonly recording: Recording;
  readonly now: number;
  readonly format: FormatNumber;
  readonly isOpen: boolean;
  /** The one Tab leads to. */
  readonly isEntry: boolean;
  readonly onGo: (to: string) => void;
};

/** One line of the list: who, on which line and with whom, when, and how long. */
export function RecordingRow({ recording, now, format, isOpen, isEntry, onGo }: RecordingRowProps) {
  const texts = strings.recordings;
  const { id, kind, startedAt, lengthMs } = recording;
  return (
    <li data-recording={id}>
      <GoLink
        to={`/recordings/${id}`}
        onGo={onGo}
        className={isNew(recording) ? 'recording-row new' : 'recording-row'}
        isCurrent={isOpen}
        tabIndex={isEntry ? 0 : -1}
      >
        <span className="recording-kind" title={texts.kind[kind]}>
          <Icon of={kind === 'voicemail' ? Voicemail : Phone} size={17} />
          <span className="sr">{texts.kind[kind]}, </span>
        </span>
        <span className="col">
          <span className="row recording-name">
            <bdi className="ell">{nameOf(recording, format)}</bdi>
            <Flags recording={recording} />
          </span>
          <span className="small muted ell">
            <span className="hide-medium">
              <Phrase text={texts.queueAndWho} values={{ queue: queueOf(recording), who: whoOf(recording) }} />
            </span>
            <span className="only-medium">
              <Phrase text={texts.queueAndWho} values={{ queue: queueOf(recording), who: whenOf(startedAt, now) }} />
            </span>
          </span>
        </span>
        <span className="small num recording-when">{whenOf(startedAt, now)}</span>
        <span className="num recording-length">
          <span aria-hidden>{clockFace(lengthMs)}</span>
          <span className="sr">{spokenDuration(lengthMs)}</span>
        </span>
      </GoLink>
    </li>
  );
}

/** What should be known of it at once: nobody has dealt with it, its end is missing, it is kept. */
export function Flags({ recording }: Pick<RecordingRowProps, 'recording'>) {
  const texts = strings.recordings;
  return (
    <>
      {isNew(recording) && <Chip tone="now">{texts.isNew}</Chip>}
      {recording.cut && (
        <span title={texts.cutTitle}>
          <Chip tone="wait">{texts.cut}</Chip>
        </span>
      )}
      {recording.exempt !== null && (
        <span title={texts.exemptTitle}>
          <Chip>{texts.exempt}</Chip>
        </span>
      )}
    </>
  );
}
