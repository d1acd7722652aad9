import type { Recording } from '../../shared/recording/recording.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { usualRules } from '../../shared/protocol/directory.ts';
import { ok, type Result } from '../../shared/result.ts';
import { attachVoicemail } from './attach-voicemail.ts';
import type { Desk } from './desk.ts';
import { keepVoicemail, type VoicemailFailure } from './keep-voicemail.ts';
import { rulesOf } from './recording-rule.ts';
import { voicemailTrackOf } from './running-reply.ts';
import type { TrackFacts } from './track-name.ts';

/** The longest message a caller may leave. */
const longestSeconds = 180;
/** Who is silent for so long has finished. */
const silenceSeconds = 5;

/** Begins to record the caller, with a tone before; false when the PBX does not. */
export async function startVoicemail(desk: Desk, legId: string, facts: TrackFacts): Promise<boolean> {
  const started = await desk.telephony.record({ legId }, voicemailTrackOf(facts), {
    maxSeconds: longestSeconds,
    maxSilenceSeconds: silenceSeconds,
    beep: true,
    endOnDigit: '#',
  });
  return started.ok;
}

/** Brings what was recorded into the archive. Ok: it is on the disk. `notYetKept`: it is tried again, and the reply has it then. */
export async function takeVoicemail(
  desk: Desk,
  reply: Reply,
  facts: TrackFacts,
): Promise<Result<NonNullable<Reply['voicemail']>, VoicemailFailure>> {
  const { callId, queue, caller, by } = reply;
  const rules = await rulesOf(desk, queue);
  const { keepDays } = (rules.ok ? rules.value : usualRules).voicemail;
  const finished = {
    id: facts.recordingId,
    kind: 'voicemail',
    callId,
    queue,
    caller,
    people: [by],
    marks: [],
    cut: false,
    keepDays,
    startedAt: facts.startedAt,
    tracks: [voicemailTrackOf(facts)],
  } as const;
  const kept = await keepVoicemail(desk, finished, (late) => attachVoicemail(desk, reply, voicemailOf(late)));
  return kept.ok ? ok(voicemailOf(kept.value)) : kept;
}

const voicemailOf = ({ id, lengthMs }: Recording) => ({ id, lengthMs });
