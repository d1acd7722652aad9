import { TriangleAlert } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { Act } from './act.tsx';
import { Banner } from './banner.tsx';
import './form-dialog.css';

export type FormDialogProps = {
  readonly title: string;
  readonly submit: { readonly label: string; readonly tone?: 'now' | 'end-solid' };
  readonly cancelLabel: string;
  readonly isBusy: boolean;
  /** Why it was not done, where that belongs to no field. */
  readonly failure: string | null;
  /** Whatever it is, when it changes the first field with a fault takes the focus. */
  readonly faults?: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A window over the page with something to fill in or to confirm. The browser keeps the focus in it, and gives it back. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, isBusy, failure, faults, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed while it is still on the page: else the browser would not know where the focus was.
    return () => shown?.close();
  }, []);
  useEffect(() => {
    if (faults !== undefined) dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isBusy) props.onSubmit();
  };
  const cancel = (event: SyntheticEvent): void => {
    // React decides whether it is there.
    event.preventDefault();
    if (!isBusy) onClose();
  };
  return (
    <dialog ref={dialog} className="form-dialog" aria-labelledby={titleId} onCancel={cancel}>
      <form noValidate onSubmit={send}>
        <h2 id={titleId}>{title}</h2>
        <div className="form-dialog-body">{props.children}</div>
        <div role="alert">{failure !== null && <Banner tone="bad" icon={TriangleAlert} title={failure} />}</div>
        <footer className="form-dialog-foot">
          <Act size="call" label={props.cancelLabel} onPress={onClose} />
          <Act size="call" type="submit" tone={submit.tone ?? 'now'} busy={isBusy} label={submit.label} />
        </footer>
      </form>
    </dialog>
  );
}
