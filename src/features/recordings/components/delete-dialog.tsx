import { useStore } from 'zustand';
import type { Recording } from '../../../../shared/recording/recording.ts';
import { clockFace } from '../../../lib/duration.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Phrase } from '../../../ui/phrase.tsx';
import type { Deeds } from '../model/deeds.ts';
import { nameOf, whenOf, type FormatNumber } from '../model/recording-words.ts';

type DeleteDialogProps = {
  readonly recording: Recording;
  readonly deeds: Deeds;
  readonly format: FormatNumber;
  readonly now: number;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
};

/** Asks once more: what is deleted is gone for good. */
export function DeleteDialog({ recording, deeds, format, now, onClose, onDeleted }: DeleteDialogProps) {
  const texts = strings.recordings;
  const { pending, failure } = useStore(deeds.store);
  const remove = async (): Promise<void> => {
    if (await deeds.remove()) onDeleted();
  };
  return (
    <FormDialog
      title={texts.deleteTitle}
      submit={{ label: texts.delete, tone: 'end-solid' }}
      cancelLabel={texts.cancel}
      isBusy={pending === 'delete'}
      failure={failure?.deed === 'delete' ? failure.why : null}
      onSubmit={() => void remove()}
      onClose={onClose}
    >
      <p>
        <Phrase
          text={texts.deleteText}
          values={{
            name: nameOf(recording, format),
            when: whenOf(recording.startedAt, now),
            length: clockFace(recording.lengthMs),
          }}
        />
      </p>
    </FormDialog>
  );
}
