import type { Recording } from '../../shared/recording/recording.ts';
import type { RecordingRule } from '../ports/stores.ts';
import { openTestReception } from './reception.testing.ts';

/** Ana talks with Jane, on a line with that rule. */
export async function openRecordingRig(recording: Partial<RecordingRule> = { when: 'onDemand' }) {
  const rig = await openTestReception({ recording });
  const { telephony, commands } = rig;
  const [ana, mira] = [await rig.signIn('ana'), await rig.signIn('mira')];
  const callerLeg = await rig.arrive('Jane Caller');
  const anaLeg = telephony.consoleAnswers('ana');
  await telephony.settle();
  const { id } = await rig.theCall();
  return {
    ...rig,
    callerLeg,
    anaLeg,
    callId: id,
    ana: ana.agent,
    mira: mira.agent,
    start: () => commands.startRecording(id, ana.agent),
    pause: () => commands.pauseRecording(id, ana.agent),
    resume: () => commands.resumeRecording(id, ana.agent),
    stop: () => commands.stopRecording(id, ana.agent),
    state: async () => (await rig.theCall()).recording,
    kept: async (): Promise<readonly Recording[]> => {
      await telephony.settle();
      const found = await rig.desk.recordings.ofCall(id);
      return found.ok ? found.value : [];
    },
    snoops: () => telephony.legs().filter(({ snoops, state }) => snoops !== null && state !== 'ended'),
  };
}

export const done = { ok: true };
export const failed = (error: string) => ({ ok: false, error });
