import { useId, type KeyboardEvent } from 'react';
import { strings } from '../../../lib/strings/strings.ts';
import type { Suggestion } from '../model/suggestions.ts';

type SuggestionChoiceProps = {
  readonly suggestions: readonly Suggestion[];
  readonly text: string;
  readonly onChoose: (suggestion: Suggestion) => void;
};

/** What is said often: the templates in a list, and what the server puts into words in another. */
export function SuggestionChoice({ suggestions, text, onChoose }: SuggestionChoiceProps) {
  const texts = strings.replies.dialog;
  const group = useId();
  const templates = suggestions.filter(({ name }) => name !== null);
  const patterns = suggestions.filter(({ name }) => name === null);
  // The digit of a template chooses it, as on the menu; the arrows are the browser's own for a group of choices.
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = templates[Number(event.key) - 1];
    if (chosen !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) onChoose(chosen);
  };
  return (
    <>
      <fieldset className="reply-templates">
        <legend className="b">{texts.templates}</legend>
        <div className="panel list">
          {templates.map((one, index) => (
            <label key={one.key}>
              <input
                type="radio"
                name={group}
                checked={one.text === text}
                onKeyDown={onKeyDown}
                onChange={() => onChoose(one)}
              />
              <kbd className="kbd solid" aria-hidden>
                {index + 1}
              </kbd>
              <span className="b reply-template-name ell">{one.name}</span>
              <span className="muted ell grow">{one.text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {patterns.length > 0 && (
        <label className="col">
          <span className="sr">{texts.patterns}</span>
          <select
            className="field"
            value={patterns.find((one) => one.text === text)?.key ?? ''}
            onChange={({ target }) => {
              const chosen = patterns.find(({ key }) => key === target.value);
              if (chosen !== undefined) onChoose(chosen);
            }}
          >
            <option value="">{texts.patterns}</option>
            {patterns.map((one) => (
              <option key={one.key} value={one.key}>
                {one.text}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
