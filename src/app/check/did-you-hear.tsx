import { strings } from '../../lib/strings/strings.ts';
import { Act } from '../../ui/act.tsx';

/** What its person said of a sound: nothing was played yet, they were asked, they heard it, they did not. */
export type Hearing = 'unplayed' | 'asked' | 'heard' | 'notHeard';

type DidYouHearProps = { readonly hearing: Hearing; readonly onSaid: (hearing: Hearing) => void };

const texts = strings.check;

/** Only who sits there can say whether it was heard. */
export function DidYouHear({ hearing, onSaid }: DidYouHearProps) {
  if (hearing === 'unplayed') return null;
  if (hearing === 'asked') {
    return (
      <fieldset className="did-you-hear">
        <legend className="sr">{texts.didYouHear}</legend>
        <span className="small" aria-hidden>
          {texts.didYouHear}
        </span>
        <Act size="min" label={texts.heard} onPress={() => onSaid('heard')} />
        <Act size="min" label={texts.notHeard} onPress={() => onSaid('notHeard')} />
      </fieldset>
    );
  }
  return (
    <span className={hearing === 'heard' ? 'small muted' : 'small tone-wait'}>
      {hearing === 'heard' ? texts.youHeard : texts.youDidNot}
    </span>
  );
}
