import { fail } from '../../../shared/result.ts';
import type { SoundTools } from '../../ports/sound-tools.ts';
import { copySound, makeMp3, promptOf } from '../sound-jobs.ts';
import { soundToolsOver } from '../sound-tools.ts';

/** The same work in the thread that asks: nothing to start, for tests of what uses it. */
export function createFakeSoundTools(): SoundTools {
  let closed = false;
  const open =
    <Job, Answer>(work: (job: Job) => Promise<Answer>) =>
    async (job: Job) =>
      closed ? fail('toolsBusy' as const) : work(job);
  return soundToolsOver({
    copy: open(copySound),
    mp3: open(makeMp3),
    prompt: open(promptOf),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  });
}
