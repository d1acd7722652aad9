import type { Recording } from '../../shared/recording/recording.ts';
import { usualRules } from '../../shared/protocol/directory.ts';
import type { Queue } from '../ports/stores.ts';
import { openTestReception } from './reception.testing.ts';

/** A reception that takes messages, where Ana sits, and what a caller hears who leaves one. */
export async function openVoicemailRig(rules: Partial<Queue> = {}) {
  const rig = await openTestReception({
    answerWithinSeconds: 10,
    rules: { voicemail: usualRules.voicemail, ...rules },
  });
  const { telephony, stores } = rig;
  return {
    ...rig,
    /** What is playing is heard to its end. */
    listen: async (legId: string): Promise<void> => {
      const playing = telephony.playing({ legId });
      if (playing === null) throw new Error('nothing is being said');
      telephony.playbackEnds(playing.playbackId);
      await telephony.settle();
    },
    hears: (legId: string): readonly string[] =>
      (telephony.playing({ legId })?.media ?? []).map((media) => (media.kind === 'file' ? media.path : media.kind)),
    /** The message is over, by a key or by silence. */
    finishes: async (): Promise<void> => {
      for (const { recordingId } of telephony.recordings()) telephony.recordingEnds(recordingId);
      await telephony.settle();
      await telephony.settle();
    },
    hangUp: async (legId: string): Promise<void> => {
      telephony.callerHangsUp(legId);
      await telephony.settle();
      await telephony.settle();
    },
    kept: async (): Promise<readonly Recording[]> => {
      const found = await stores.recordings.list({ kind: 'voicemail' }, { limit: 10, offset: 0 });
      return found.ok ? found.value.recordings : [];
    },
  };
}

export type VoicemailRig = Awaited<ReturnType<typeof openVoicemailRig>>;
