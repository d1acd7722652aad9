import { Play, Square, Trash2, Upload } from 'lucide-react';
import { useRef, useState, type Ref } from 'react';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { largestGreeting } from '../../../../shared/protocol/greeting-operations.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from '../../../lib/time-of-day.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { Act } from '../../../ui/act.tsx';
import type { AdminStore } from '../model/admin-store.ts';
import type { Ear, Hearing } from '../model/hearing.ts';
import type { Done } from './notice.tsx';
import { useSaving } from './use-saving.ts';

type GreetingSoundProps = {
  readonly kind: 'unanswered' | 'closed';
  readonly admin: AdminStore;
  readonly queue: QueueDetails;
  readonly server: Pick<ServerLink, 'call' | 'upload'>;
  readonly ear: Ear;
  readonly hearing: Hearing;
  readonly onDone: (done: Done | null) => void;
};

const texts = strings.admin.rules;

/** The sound a line has of its own for one case: put in, heard, taken out. In effect at once, whatever else is being changed. */
export function GreetingSound({ kind, admin, queue, server, ear, hearing, onDone }: GreetingSoundProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const saving = useSaving();
  const own = queue.greetings[kind];
  const named = { kind: texts.kinds[kind] };
  const params = { id: queue.id, kind };
  const upload = async (file: File | undefined): Promise<void> => {
    setTooLarge(file !== undefined && file.size > largestGreeting);
    saving.clear();
    if (file === undefined || file.size > largestGreeting) return;
    setShare(0);
    await saving.run(
      () => server.upload('saveGreeting', { params }, { file, onProgress: setShare }),
      () => onDone({ text: texts.uploaded }),
    );
    setShare(null);
    await admin.load();
  };
  const remove = (): void =>
    void saving.run(
      () => admin.change('removeGreeting', { params }),
      () => onDone({ text: texts.removed, takesFocus: true }),
    );
  return (
    <div className="admin-sound">
      <span className="col grow">
        <span className="b">{texts.kinds[kind]}</span>
        <span className="small muted">{stateOf(own, share)}</span>
        <span role="alert" className="small tone-end">
          {isTooLarge ? texts.tooLarge : saving.failure}
        </span>
      </span>
      <FilePicker ref={picker} kind={kind} onPick={(file) => void upload(file)} />
      {own !== null && <Hear {...{ kind, params, server, ear, hearing }} />}
      <Act
        icon={Upload}
        label={own === null ? texts.upload : texts.replace}
        name={fill(own === null ? texts.uploadName : texts.replaceName, named)}
        busy={saving.isBusy}
        onPress={() => picker.current?.click()}
      />
      {own !== null && (
        <Act
          iconOnly
          icon={Trash2}
          label={texts.remove}
          name={fill(texts.removeName, named)}
          busy={saving.isBusy}
          onPress={remove}
        />
      )}
    </div>
  );
}

function stateOf(own: QueueDetails['greetings']['closed'], share: number | null): string {
  if (share !== null) {
    return share < 1 ? fill(texts.uploading, { percent: Math.floor(share * 100) }) : texts.checking;
  }
  return own === null ? texts.spoken : fill(texts.own, { length: clockFace(own.lengthMs), time: dayAndTime(own.at) });
}

type HearProps = Pick<GreetingSoundProps, 'kind' | 'server' | 'ear' | 'hearing'> & {
  readonly params: { readonly id: string; readonly kind: GreetingSoundProps['kind'] };
};

function Hear({ kind, params, server, ear, hearing }: HearProps) {
  const isHeard = hearing.what === kind;
  return (
    <Act
      icon={isHeard ? Square : Play}
      label={isHeard ? texts.stop : texts.hear}
      name={isHeard ? texts.stop : fill(texts.hearName, { kind: texts.kinds[kind] })}
      onPress={() => void ear.toggle(kind, () => server.call('greeting', { params }))}
    />
  );
}

type FilePickerProps = {
  readonly ref: Ref<HTMLInputElement>;
  readonly kind: GreetingSoundProps['kind'];
  readonly onPick: (file: File | undefined) => void;
};

/** The browser's own window for files; a button of ours opens it. */
function FilePicker({ ref, kind, onPick }: FilePickerProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept=".wav,.mp3,audio/wav,audio/mpeg"
      data-greeting={kind}
      aria-label={texts.kinds[kind]}
      onChange={({ target }) => {
        onPick(target.files?.[0]);
        // The same file once more is another wish.
        target.value = '';
      }}
    />
  );
}
