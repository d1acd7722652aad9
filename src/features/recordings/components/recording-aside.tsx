import { useState } from 'react';
import { useStore } from 'zustand';
import type { Recording } from '../../../../shared/recording/recording.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from '../../../lib/time-of-day.ts';
import { Act } from '../../../ui/act.tsx';
import type { Deeds } from '../model/deeds.ts';
import type { Asked, Detail } from '../model/detail-store.ts';
import { consentOf, dateOf } from '../model/recording-words.ts';

type RecordingAsideProps = {
  readonly recording: Recording;
  readonly about: Detail['about'];
  readonly deeds: Deeds;
  readonly mayChange: boolean;
  readonly mayDelete: boolean;
  readonly meId: string;
  readonly meName: string;
};

/** What is known of a recording besides what is heard. */
export function RecordingAside(props: RecordingAsideProps) {
  const { recording, about, deeds, mayChange, mayDelete, meId, meName } = props;
  const texts = strings.recordings;
  return (
    <aside className="recording-aside small" aria-label={texts.details}>
      {recording.kind === 'voicemail' && (
        <div>
          <h3>{texts.handled}</h3>
          <p className="muted">{handledWords(recording, meId)}</p>
        </div>
      )}
      <div>
        <h3>{texts.keptUntil}</h3>
        <p className="muted">
          {keptWords(recording)}{' '}
          {mayDelete && (recording.keepUntil !== null || recording.exempt !== null) && (
            <button type="button" className="link" onClick={() => void deeds.exempt(recording.exempt === null)}>
              {recording.exempt === null ? texts.keepLonger : texts.letGo}
            </button>
          )}
        </p>
      </div>
      <div>
        <h3>{texts.consent}</h3>
        <p className="muted">{consentOf(recording)}</p>
      </div>
      <Note key={recording.id} {...{ recording, deeds, mayChange }} />
      <div>
        <h3>{texts.whoListened}</h3>
        <Listeners about={about} meName={meName} />
      </div>
    </aside>
  );
}

function handledWords({ handled }: Recording, meId: string): string {
  const texts = strings.recordings;
  if (handled === null) return texts.notHandled;
  const who = handled.by.userId === meId ? texts.you.toLowerCase() : handled.by.name;
  return fill(texts.handledBy, { who, when: dayAndTime(handled.at) });
}

function keptWords({ keepUntil, exempt }: Recording): string {
  const texts = strings.recordings;
  if (exempt !== null) return fill(texts.keptBy, { who: exempt.by.name });
  return keepUntil === null ? texts.keptForEver : fill(texts.keptTo, { date: dateOf(keepUntil) });
}

const mostListeners = 20;

function Listeners({ about, meName }: { readonly about: Asked<NonNullable<AboutOf>>; readonly meName: string }) {
  const texts = strings.recordings;
  const heardBy = about.state === 'here' ? about.value.heardBy : [];
  if (heardBy.length === 0) return <p className="muted">{texts.nobodyListened}</p>;
  return (
    <ul className="muted">
      {heardBy.slice(0, mostListeners).map(({ at, name, what }) => (
        <li key={`${at}-${name}-${what}`}>
          <bdi>{fill(texts.heard[what], { who: name === meName ? texts.you : name, when: dayAndTime(at) })}</bdi>
        </li>
      ))}
    </ul>
  );
}

type AboutOf = Extract<Detail['about'], { readonly state: 'here' }>['value'];

/** Written by whoever may change it; the last one can be brought back as long as the recording is open. */
function Note({ recording, deeds, mayChange }: Pick<RecordingAsideProps, 'recording' | 'deeds' | 'mayChange'>) {
  const texts = strings.recordings;
  const [draft, setDraft] = useState<string | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const isBusy = useStore(deeds.store, ({ pending }) => pending === 'note');
  if (!mayChange) {
    return recording.note === '' ? null : (
      <div>
        <h3>{texts.note}</h3>
        <p className="muted recording-note-text">
          <bdi>{recording.note}</bdi>
        </p>
      </div>
    );
  }
  const save = async (note: string): Promise<void> => {
    const last = recording.note;
    if (!(await deeds.note(note))) return;
    setDraft(null);
    setBefore(last);
  };
  const text = draft ?? recording.note;
  return (
    <div className="col recording-note">
      <h3 id="recording-note">{texts.note}</h3>
      <textarea
        className="field"
        aria-labelledby="recording-note"
        rows={3}
        maxLength={4000}
        placeholder={texts.noteHint}
        value={text}
        onChange={({ target }) => setDraft(target.value)}
      />
      <div className="row">
        {draft !== null && draft !== recording.note && (
          <Act size="min" tone="now" label={texts.noteSave} busy={isBusy} onPress={() => void save(draft)} />
        )}
        {draft === null && before !== null && (
          <>
            <output className="muted">{texts.noteSaved}</output>
            <Act size="min" label={texts.noteUndo} busy={isBusy} onPress={() => void save(before)} />
          </>
        )}
      </div>
    </div>
  );
}
