import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { isMac } from '../../../lib/is-mac.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { KeyCap } from '../../../ui/key-cap.tsx';
import type { DraftStore } from '../model/draft-store.ts';
import { mostDigits, saidIn, suggestionsOf, type Chosen, type Suggestion } from '../model/suggestions.ts';
import { TimeChoice } from './time-choice.tsx';

type SuggestionChoiceProps = {
  readonly draft: Chosen & { readonly text: string };
  readonly drafts: Pick<DraftStore, 'suggest' | 'chooseTime'>;
};

/** What is said often: the templates in a list, what the server puts into words in another, and the time that they name. */
export function SuggestionChoice({ draft, drafts }: SuggestionChoiceProps) {
  const suggestions = suggestionsOf(draft);
  const said = saidIn(draft);
  const choice = { text: draft.text, chosen: said?.suggestion.key ?? null, onChoose: drafts.suggest };
  const patterns = suggestions.filter(({ name }) => name === null);
  return (
    <>
      <TemplateList suggestions={suggestions.filter(({ name }) => name !== null)} {...choice} />
      <div className="reply-pattern">
        {patterns.length > 0 && <PatternList suggestions={patterns} {...choice} />}
        {said !== null && said.time !== null && <TimeChoice time={said.time} onChoose={drafts.chooseTime} />}
      </div>
    </>
  );
}

type ListProps = {
  readonly suggestions: readonly Suggestion[];
  readonly text: string;
  /** The key of the one that the text is. */
  readonly chosen: string | null;
  readonly onChoose: (suggestion: Suggestion) => void;
};

const alt = isMac ? 'Control+Shift' : 'Alt';
const [previousKeys, nextKeys] = [`${alt}+ArrowUp`, `${alt}+ArrowDown`];

function TemplateList({ suggestions, chosen, onChoose }: ListProps) {
  const texts = strings.replies.dialog;
  const group = useId();
  const list = useRef<HTMLDivElement>(null);
  const place = suggestions.findIndex(({ key }) => key === chosen);
  useEffect(() => showRow(list.current, place), [place]);
  // The digit of a template chooses it, as on the menu; the arrows are the browser's own for a group of choices.
  const onKeyDown = (event: KeyboardEvent): void => {
    const pressed = suggestions.slice(0, mostDigits)[Number(event.key) - 1];
    if (pressed !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) onChoose(pressed);
  };
  return (
    <fieldset className="reply-templates">
      <legend>
        <span className="b">{texts.templates}</span>
        <span className="muted hide-narrow">
          {' '}
          {texts.changeWith} <KeyCap keys={previousKeys} /> <KeyCap keys={nextKeys} />
        </span>
      </legend>
      <div ref={list} className="panel list">
        {suggestions.map((one, index) => (
          <label key={one.key}>
            <input
              type="radio"
              name={group}
              checked={one.key === chosen}
              onKeyDown={onKeyDown}
              onChange={() => onChoose(one)}
            />
            <span className={index < mostDigits ? 'template-digit kbd solid' : 'template-digit'} aria-hidden>
              {index < mostDigits ? index + 1 : '–'}
            </span>
            <span className="b reply-template-name ell">{one.name}</span>
            <span className="muted ell grow">{one.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What is chosen from elsewhere, by Alt and the arrows, is in view; the rest of the window stays where it is. */
function showRow(list: HTMLElement | null, place: number): void {
  const row = list?.children[place];
  if (list === null || !(row instanceof HTMLElement)) return;
  const [top, bottom] = [row.offsetTop, row.offsetTop + row.offsetHeight];
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}

function PatternList({ suggestions, text, chosen, onChoose }: ListProps) {
  const texts = strings.replies.dialog;
  return (
    <label className="col grow">
      <span className="sr">{texts.patterns}</span>
      <select
        className="field"
        value={suggestions.some(({ key }) => key === chosen) ? (chosen ?? '') : ''}
        onChange={({ target }) => {
          const picked = suggestions.find(({ key }) => key === target.value);
          if (picked !== undefined) onChoose(picked);
        }}
      >
        <option value="">{texts.patterns}</option>
        {suggestions.map((one) => (
          <option key={one.key} value={one.key}>
            {one.key === chosen ? text : one.text}
          </option>
        ))}
      </select>
    </label>
  );
}
