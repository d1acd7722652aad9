import { recordingRuleSchema, voicemailRuleSchema, type QueueDetails } from '../../../../shared/protocol/directory.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { faultsBy, type Faults } from './faults.ts';

type Recording = QueueDetails['recording'];
type Voicemail = QueueDetails['voicemail'];

/** The rules of a line as they are being changed; days as they were typed, empty for ever. */
export type RulesDraft = {
  readonly when: Recording['when'];
  readonly notice: Recording['notice'];
  readonly recordingDays: string;
  readonly unanswered: boolean;
  readonly closed: boolean;
  readonly greeting: string;
  readonly voicemailDays: string;
  readonly emailTo: string;
};

export type RulesFaults = Faults<'recordingDays' | 'voicemailDays' | 'emailTo' | 'greeting'>;

export const draftOfRules = ({ recording, voicemail }: QueueDetails): RulesDraft => ({
  when: recording.when,
  notice: recording.notice,
  recordingDays: recording.keepDays === null ? '' : String(recording.keepDays),
  unanswered: voicemail.unanswered,
  closed: voicemail.closed,
  greeting: voicemail.greeting,
  voicemailDays: voicemail.keepDays === null ? '' : String(voicemail.keepDays),
  emailTo: voicemail.emailTo,
});

export const rulesOf = (draft: RulesDraft): { readonly recording: Recording; readonly voicemail: Voicemail } => ({
  recording: { when: draft.when, notice: draft.notice, keepDays: daysOf(draft.recordingDays) },
  voicemail: {
    unanswered: draft.unanswered,
    closed: draft.closed,
    greeting: draft.greeting,
    keepDays: daysOf(draft.voicemailDays),
    emailTo: draft.emailTo.trim(),
  },
});

/** What is wrong with it, by the very schemas of the server. */
export function faultsOfRules(draft: RulesDraft): RulesFaults {
  const { recording, voicemail } = rulesOf(draft);
  const ofRecording = faultsBy(recordingRuleSchema, recording);
  const { keepDays, emailTo, greeting } = faultsBy(voicemailRuleSchema, voicemail);
  const { badDays } = strings.admin.rules;
  return {
    ...(ofRecording.keepDays !== undefined && { recordingDays: badDays }),
    ...(keepDays !== undefined && { voicemailDays: badDays }),
    ...(emailTo !== undefined && { emailTo }),
    ...(greeting !== undefined && { greeting }),
  };
}

/** Null: for ever. Not a number: what no schema takes. */
function daysOf(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
}
