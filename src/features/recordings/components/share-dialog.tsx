import { Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { useStore } from 'zustand';
import { copyText } from '../../../lib/copy-text.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Segments } from '../../../ui/segments.tsx';
import type { Deeds } from '../model/deeds.ts';
import { dateOf } from '../model/recording-words.ts';

type ShareDialogProps = { readonly deeds: Deeds; readonly onClose: () => void };

const days = ['1', '7', '30'] as const;
type Days = (typeof days)[number];

/** Makes a link for somebody of the house, and hands it over. */
export function ShareDialog({ deeds, onClose }: ShareDialogProps) {
  const texts = strings.recordings;
  const { pending, failure, link } = useStore(deeds.store);
  const [chosen, setChosen] = useState<Days>('7');
  const { one, week, month } = texts.shareDaysOptions;
  const labels: Readonly<Record<Days, string>> = { '1': one, '7': week, '30': month };
  if (link !== null) return <LinkDialog path={link.path} expiresAt={link.expiresAt} onClose={onClose} />;
  return (
    <FormDialog
      title={texts.shareTitle}
      submit={{ label: texts.shareMake }}
      cancelLabel={texts.cancel}
      isBusy={pending === 'share'}
      failure={failure?.deed === 'share' ? failure.why : null}
      onSubmit={() => void deeds.share(Number(chosen))}
      onClose={onClose}
    >
      <p className="muted">{texts.shareText}</p>
      <div className="row share-days">
        <span className="b">{texts.shareDays}</span>
        <Segments
          label={texts.shareDays}
          options={days.map((value) => ({ value, label: labels[value] }))}
          value={chosen}
          onChange={setChosen}
        />
      </div>
    </FormDialog>
  );
}

type LinkDialogProps = { readonly path: string; readonly expiresAt: number; readonly onClose: () => void };

function LinkDialog({ path, expiresAt, onClose }: LinkDialogProps) {
  const texts = strings.recordings;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const address = new URL(path, location.origin).href;
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    field.current?.select();
    return () => shown?.close();
  }, []);
  const copy = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    field.current?.select();
    setOutcome((await copyText(address)) ? 'copied' : 'refused');
  };
  return (
    <dialog ref={dialog} className="form-dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <form onSubmit={(event) => void copy(event)}>
        <h2 id={`${id}-title`}>{texts.shareTitle}</h2>
        <div className="form-dialog-body">
          <div className="col">
            <label className="b" htmlFor={id}>
              {texts.shareLink}
            </label>
            <input id={id} ref={field} className="field" readOnly value={address} />
          </div>
          <p className="muted">{fill(texts.shareExpires, { date: dateOf(expiresAt) })}</p>
        </div>
        <output>
          {outcome === 'refused' && (
            <Banner tone="bad" icon={TriangleAlert} title={strings.recordings.transcript.copyFailed} />
          )}
          {outcome === 'copied' && <span className="muted">{strings.recordings.transcript.copied}</span>}
        </output>
        <footer className="form-dialog-foot">
          <Act size="call" label={texts.close} onPress={onClose} />
          <Act size="call" type="submit" tone="now" icon={Copy} label={texts.shareCopy} />
        </footer>
      </form>
    </dialog>
  );
}
