import { useId } from 'react';
import { strings } from '../../../lib/strings/strings.ts';
import type { Draft, DraftStore } from '../model/draft-store.ts';

type VoiceChoiceProps = {
  readonly draft: Draft;
  readonly drafts: Pick<DraftStore, 'chooseLanguage' | 'chooseVoice'>;
};

/** In which language, and whose voice. */
export function VoiceChoice({ draft: { offer, language, voice }, drafts }: VoiceChoiceProps) {
  const texts = strings.replies.dialog;
  const [languageId, voiceId] = [useId(), useId()];
  const voices = offer?.voices.filter((one) => speaks(one.language, language)) ?? [];
  return (
    <div className="reply-voice">
      <div className="col">
        <label className="b" htmlFor={languageId}>
          {texts.language}
        </label>
        <select
          id={languageId}
          className="field"
          value={language}
          onChange={({ target }) => drafts.chooseLanguage(target.value)}
        >
          {offer?.languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="col">
        <label className="b" htmlFor={voiceId}>
          {texts.voice}
        </label>
        <select
          id={voiceId}
          className="field"
          value={voice}
          onChange={({ target }) => drafts.chooseVoice(target.value)}
        >
          {voices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Whether a voice of `en-US` is one for `en`. */
const speaks = (voiceLanguage: string, language: string): boolean =>
  voiceLanguage.split('-')[0] === language.split('-')[0];
