import { strings } from '../../../lib/strings/strings.ts';
import { Segments } from '../../../ui/segments.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';
import type { RulesDraft, RulesFaults } from '../model/rules-draft.ts';
import { TextSetting } from './text-setting.tsx';

export type RuleFieldsProps = {
  readonly draft: RulesDraft;
  readonly faults: RulesFaults;
  readonly onChange: (part: Partial<RulesDraft>) => void;
};

const texts = strings.admin.rules;
const whens = ['never', 'onDemand', 'always'] as const;
const notices = ['none', 'beep', 'announcement'] as const;

/** Which calls are recorded, what the caller is told of it, and for how long it is kept. */
export function RecordingFields({ draft, faults, onChange }: RuleFieldsProps) {
  return (
    <section className="panel admin-rules" aria-labelledby="rules-recording">
      <h2 id="rules-recording">{texts.recording}</h2>
      <SettingRow title={texts.when}>
        <Segments
          label={texts.when}
          options={whens.map((value) => ({ value, label: texts.whens[value] }))}
          value={draft.when}
          onChange={(when) => onChange({ when })}
        />
      </SettingRow>
      {draft.when !== 'never' && (
        <SettingRow title={texts.notice} hint={texts.noticeHint}>
          <Segments
            label={texts.notice}
            options={notices.map((value) => ({ value, label: texts.notices[value] }))}
            value={draft.notice}
            onChange={(notice) => onChange({ notice })}
          />
        </SettingRow>
      )}
      <TextSetting
        title={texts.keep}
        label={texts.recordingDays}
        hint={texts.daysHint}
        fault={faults.recordingDays}
        value={draft.recordingDays}
        inputMode="numeric"
        onChange={(recordingDays) => onChange({ recordingDays })}
      />
    </section>
  );
}
