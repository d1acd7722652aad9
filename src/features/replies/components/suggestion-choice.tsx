import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { isMac } from '../../../lib/is-mac.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { mostDigits, type Suggestion } from '../model/suggestions.ts';

type SuggestionChoiceProps = {
  readonly suggestions: readonly Suggestion[];
  readonly text: string;
  readonly onChoose: (suggestion: Suggestion) => void;
};

/** What is said often: the templates in a list, and what the server puts into words in another. */
export function SuggestionChoice({ suggestions, ...choice }: SuggestionChoiceProps) {
  const patterns = suggestions.filter(({ name }) => name === null);
  return (
    <>
      <TemplateList suggestions={suggestions.filter(({ name }) => name !== null)} {...choice} />
      {patterns.length > 0 && <PatternList suggestions={patterns} {...choice} />}
    </>
  );
}

const alt = isMac ? 'Control+Shift' : 'Alt';
const [previousKeys, nextKeys] = [`${alt}+ArrowUp`, `${alt}+ArrowDown`];

function TemplateList({ suggestions, text, onChoose }: SuggestionChoiceProps) {
  const texts = strings.replies.dialog;
  const group = useId();
  const list = useRef<HTMLDivElement>(null);
  const place = suggestions.findIndex((one) => one.text === text);
  useEffect(() => showRow(list.current, place), [place]);
  // The digit of a template chooses it, as on the menu; the arrows are the browser's own for a group of choices.
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = suggestions.slice(0, mostDigits)[Number(event.key) - 1];
    if (chosen !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) onChoose(chosen);
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
              checked={one.text === text}
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

function PatternList({ suggestions, text, onChoose }: SuggestionChoiceProps) {
  const texts = strings.replies.dialog;
  return (
    <label className="col">
      <span className="sr">{texts.patterns}</span>
      <select
        className="field"
        value={suggestions.find((one) => one.text === text)?.key ?? ''}
        onChange={({ target }) => {
          const chosen = suggestions.find(({ key }) => key === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        <option value="">{texts.patterns}</option>
        {suggestions.map((one) => (
          <option key={one.key} value={one.key}>
            {one.text}
          </option>
        ))}
      </select>
    </label>
  );
}
