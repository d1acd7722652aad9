import { useEffect, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { LineView } from '../../features/calls/model/calls-model.ts';
import { useNow } from '../../features/calls/model/use-now.ts';
import { FindField } from '../../features/people/components/find-field.tsx';
import { PersonRow } from '../../features/people/components/person-row.tsx';
import { colleaguesOf, findPeople } from '../../features/people/model/people-list.ts';
import { strings } from '../../lib/strings/strings.ts';
import { narrowWindow, useMediaQuery } from '../../lib/use-media-query.ts';
import type { ConsoleModel } from './console-model.ts';
import type { Page } from './place.ts';
import { useFind } from './use-find.tsx';

type FieldProps = { readonly model: ConsoleModel; readonly meId: string; readonly line: LineView };

type FindOrDialProps = FieldProps & {
  readonly page: Page;
  /** Whether the people stand beside the calls. */
  readonly isWide: boolean;
};

/** The field for colleagues and numbers where the people, who have it otherwise, are not on the screen. */
export function FindOrDial({ page, isWide, ...field }: FindOrDialProps) {
  const { write } = field.model.dial;
  // What was looked for on one page is not what is wanted on the next, where it would hide the others: each page has its own.
  useEffect(() => () => write(''), [write]);
  // There is room for a tab of the people, and not for this.
  const isNarrow = useMediaQuery(narrowWindow);
  const arePeopleShown = isWide ? page === 'calls' : page === 'people';
  return arePeopleShown || isNarrow || page === 'check' ? null : <Field {...field} />;
}

/** What is found stands under it. */
function Field({ model, meId, line }: FieldProps) {
  const [isOpen, setOpen] = useState(false);
  const placedId = useStore(model.calls.placing.store, (placing) => placing.placedId);
  const [lastPlaced, setLastPlaced] = useState(placedId);
  const find = useFind(model, line, strings.dialling.findPersonOrDial);
  if (placedId !== lastPlaced) {
    // What was wanted is done.
    setLastPlaced(placedId);
    setOpen(false);
  }
  const close = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
  };
  const field = {
    ...find,
    onChange: (text: string) => {
      setOpen(true);
      find.onChange(text);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Escape') setOpen(false);
      find.onKeyDown?.(event);
    },
    under: isOpen && (
      // Takes the focus where a press gives a button none (Safari), so that it is not gone before the press has ended.
      <div className="find-results" tabIndex={-1}>
        {find.under}
        {find.text.trim() !== '' && <Found model={model} meId={meId} line={line} text={find.text} />}
      </div>
    ),
  };
  return (
    <div className="find-or-dial" onFocus={() => setOpen(true)} onBlur={close}>
      <FindField find={field} />
    </div>
  );
}

/** As many as fit under the field; more words find fewer. */
const mostFound = 6;

function Found({ model, meId, line, text }: FieldProps & { readonly text: string }) {
  const people = useStore(model.people.store, (table) => table.people);
  const now = useNow(model.calls.clock, model.calls.calls.now);
  const found = findPeople(colleaguesOf(people, meId), text).slice(0, mostFound);
  if (found.length === 0) return null;
  return (
    <ul className="list" aria-label={strings.people.title}>
      {found.map((person) => (
        <PersonRow key={person.id} person={person} now={now} isDoubtful={line.isLost} />
      ))}
    </ul>
  );
}
