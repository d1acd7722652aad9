import { ArrowLeft, Check, Download, RotateCcw, Share2, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Recording } from '../../../../shared/recording/recording.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { CallBackAct } from '../../../ui/call-back-act.tsx';
import { CallBackTrouble } from '../../../ui/call-back-trouble.tsx';
import { GoLink } from '../../../ui/go-link.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Deeds } from '../model/deeds.ts';
import { downloadAddress } from '../model/sound-addresses.ts';
import { callBackNumber, nameOf, sublineOf, type FormatNumber } from '../model/recording-words.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { Flags } from './recording-row.tsx';
import { ShareDialog } from './share-dialog.tsx';

type RecordingHeadProps = {
  readonly recording: Recording;
  readonly share: string | null;
  readonly now: number;
  readonly format: FormatNumber;
  readonly callBack: CallBack;
  readonly deeds: Deeds;
  readonly hasMp3: boolean;
  /** Asks again what may have changed unheard. */
  readonly onLook: () => void;
  readonly mayChange: boolean;
  readonly mayDelete: boolean;
  readonly onGo: (to: string) => void;
};

/** Who it is, and what can be done about it. */
export function RecordingHead(props: RecordingHeadProps) {
  const { recording, now, format, callBack, onGo } = props;
  const texts = strings.recordings;
  const from = `recording-${recording.id}`;
  return (
    <header className="recording-head">
      <GoLink to="/recordings" onGo={onGo} className="recording-back small">
        <Icon of={ArrowLeft} size={15} /> {texts.back}
      </GoLink>
      <div className="col grow recording-who">
        <span className="row">
          <h2 className="ell">
            <bdi>{nameOf(recording, format)}</bdi>
          </h2>
          <Flags recording={recording} />
        </span>
        <bdi className="muted">{sublineOf(recording, now)}</bdi>
        <CallBackTrouble from={from} callBack={callBack} />
      </div>
      <div className="recording-acts">
        <HandleAct {...props} />
        <CallBackHead {...props} from={from} />
        <DownloadMenu {...props} />
        {props.mayChange && <ShareAct {...props} />}
        {props.mayDelete && <DeleteAct {...props} />}
      </div>
    </header>
  );
}

function CallBackHead(props: RecordingHeadProps & { readonly from: string }) {
  const { recording, share, mayChange, format, callBack, from } = props;
  const number = callBackNumber(recording);
  if (number === null) return null;
  // Whoever only has a link to it is none of those who call back.
  const about = share === null || mayChange ? { recordingId: recording.id } : {};
  return (
    <CallBackAct
      size="call"
      name={nameOf(recording, format)}
      from={from}
      callBack={callBack}
      onPress={() => callBack.run({ number, from, ...about })}
    />
  );
}

function HandleAct({ recording, deeds, mayChange }: RecordingHeadProps) {
  const texts = strings.recordings;
  const isBusy = useStore(deeds.store, ({ pending }) => pending === 'handle');
  if (recording.kind !== 'voicemail' || !mayChange) return null;
  const isHandled = recording.handled !== null;
  return (
    <Act
      size="call"
      tone={isHandled ? 'plain' : 'now'}
      icon={isHandled ? RotateCcw : Check}
      label={isHandled ? texts.markNotHandled : texts.markHandled}
      busy={isBusy}
      onPress={() => void deeds.handle(!isHandled)}
    />
  );
}

/** Links, so that the browser does with the file what its person likes best. */
function DownloadMenu({ recording, share, hasMp3, onLook }: RecordingHeadProps) {
  const texts = strings.recordings;
  const id = useId();
  return (
    <span className="recording-download">
      <Act size="call" iconOnly icon={Download} label={texts.download} popoverTarget={id} onPress={onLook} />
      <div id={id} popover="auto" className="pop recording-download-box">
        {(['mp3', 'wav'] as const).map((format) =>
          format === 'mp3' && !hasMp3 ? (
            <p key={format} className="small muted">
              {errorTable.notYetEncoded.message}
            </p>
          ) : (
            <a key={format} download href={downloadAddress(recording.id, format, share)}>
              {texts.downloads[format]}
            </a>
          ),
        )}
      </div>
    </span>
  );
}

function ShareAct({ deeds }: RecordingHeadProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Act size="call" iconOnly icon={Share2} label={strings.recordings.share} onPress={() => setOpen(true)} />
      {isOpen && <ShareDialog deeds={deeds} onClose={() => setOpen(false)} />}
    </>
  );
}

function DeleteAct({ recording, deeds, format, now, onGo }: RecordingHeadProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Act
        size="call"
        iconOnly
        tone="end-line"
        icon={Trash2}
        label={strings.recordings.delete}
        unavailable={recording.exempt === null ? undefined : errorTable.recordingExempt.message}
        onPress={() => setOpen(true)}
      />
      {isOpen && (
        <DeleteDialog
          {...{ recording, deeds, format, now }}
          onClose={() => setOpen(false)}
          onDeleted={() => onGo('/recordings')}
        />
      )}
    </>
  );
}

/** Why the last thing was not done, where it belongs to no window. */
export function DeedFailure({ deeds }: { readonly deeds: Deeds }) {
  const failure = useStore(deeds.store, (state) => state.failure);
  if (failure === null || failure.deed === 'delete' || failure.deed === 'share') return null;
  return (
    <p className="small tone-end" role="alert">
      {fill(strings.recordings.deedFailed, { reason: failure.why })}
    </p>
  );
}
