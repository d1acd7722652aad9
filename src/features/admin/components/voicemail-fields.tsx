import { Play, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { CallSpeaker } from '../../../ports/speaker.ts';
import { Act } from '../../../ui/act.tsx';
import { Field } from '../../../ui/field.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { AdminStore } from '../model/admin-store.ts';
import { createHearing, type Ear, type Hearing } from '../model/hearing.ts';
import { GreetingSound } from './greeting-sound.tsx';
import type { Done } from './notice.tsx';
import type { RuleFieldsProps } from './recording-fields.tsx';
import { TextSetting } from './text-setting.tsx';

type VoicemailFieldsProps = RuleFieldsProps & {
  readonly admin: AdminStore;
  readonly queue: QueueDetails;
  readonly server: Pick<ServerLink, 'call' | 'upload'>;
  readonly speaker: Pick<CallSpeaker, 'play' | 'stop'>;
  readonly onDone: (done: Done | null) => void;
};

const texts = strings.admin.rules;
const kinds = ['unanswered', 'closed'] as const;

/** What callers nobody can take are offered, what they hear before, and what becomes of their message. */
export function VoicemailFields(props: VoicemailFieldsProps) {
  const { draft, faults, onChange, admin, queue, server, speaker, onDone } = props;
  const [hearing, setHearing] = useState<Hearing>({ what: null, failure: null });
  const [ear] = useState(() => createHearing({ speaker, tell: setHearing }));
  useEffect(() => ear.hush, [ear]);
  return (
    <section className="panel admin-rules" aria-labelledby="rules-voicemail">
      <h2 id="rules-voicemail">{texts.voicemail}</h2>
      <SettingRow title={texts.offered}>
        <Switch label={texts.unanswered} isOn={draft.unanswered} onChange={(unanswered) => onChange({ unanswered })} />
        <Switch label={texts.closed} isOn={draft.closed} onChange={(closed) => onChange({ closed })} />
      </SettingRow>
      <GreetingWords {...{ draft, faults, onChange, ear, hearing, server }} />
      <SettingRow title={texts.sound} hint={texts.soundHint}>
        {kinds.map((kind) => (
          <GreetingSound key={kind} {...{ kind, admin, queue, server, ear, hearing, onDone }} />
        ))}
        <div role="alert">{hearing.failure !== null && <span className="small tone-end">{hearing.failure}</span>}</div>
      </SettingRow>
      <TextSetting
        title={texts.keepVoicemail}
        label={texts.voicemailDays}
        hint={texts.daysHint}
        fault={faults.voicemailDays}
        value={draft.voicemailDays}
        inputMode="numeric"
        onChange={(voicemailDays) => onChange({ voicemailDays })}
      />
      <TextSetting
        title={texts.email}
        label={texts.emailLabel}
        hint={texts.emailHint}
        fault={faults.emailTo}
        value={draft.emailTo}
        inputMode="email"
        onChange={(emailTo) => onChange({ emailTo })}
      />
    </section>
  );
}

type GreetingWordsProps = RuleFieldsProps & {
  readonly server: Pick<ServerLink, 'call'>;
  readonly ear: Ear;
  readonly hearing: Hearing;
};

/** The words before the tone, heard before any caller hears them. */
function GreetingWords({ draft, faults, onChange, ear, hearing, server }: GreetingWordsProps) {
  const isHeard = hearing.what === 'words';
  const listen = (): void =>
    void ear.toggle('words', () => server.call('previewSpeech', { body: { text: draft.greeting } }));
  return (
    <SettingRow title={texts.greeting}>
      <Field label={texts.words} hint={texts.greetingHint} fault={faults.greeting}>
        {(control) => (
          <textarea
            {...control}
            className="form-control"
            rows={3}
            maxLength={600}
            value={draft.greeting}
            onChange={({ target }) => onChange({ greeting: target.value })}
          />
        )}
      </Field>
      <Act
        icon={isHeard ? Square : Play}
        label={isHeard ? texts.stop : texts.listen}
        unavailable={draft.greeting.trim() === '' ? texts.greetingHint : undefined}
        onPress={listen}
      />
    </SettingRow>
  );
}
