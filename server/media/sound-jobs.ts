import { fail, type Result } from '../../shared/result.ts';
import type { SoundToolsFailure } from '../ports/sound-tools.ts';
import { encodeMp3 } from './encode-mp3.ts';
import { joinTracks, type WrittenSound } from './join-tracks.ts';
import { makePrompt, type Prompt } from './make-prompt.ts';
import { takeChannel } from './take-channel.ts';

/** `join`: of one or two mono files. */
export type CopyJob =
  | { readonly kind: 'join'; readonly tracks: readonly (string | null)[]; readonly to: string }
  | { readonly kind: 'channel'; readonly from: string; readonly channel: 0 | 1; readonly to: string };
export type Mp3Job = { readonly kind: 'mp3'; readonly from: string; readonly to: string };
export type PromptJob = { readonly kind: 'prompt'; readonly given: Uint8Array; readonly mostMs: number };
export type SoundJob = CopyJob | Mp3Job | PromptJob;

export type CopyAnswer = Result<WrittenSound | undefined, SoundToolsFailure>;
export type Mp3Answer = Result<{ readonly bytes: number }, SoundToolsFailure>;
export type PromptAnswer = Result<Prompt, SoundToolsFailure | 'soundTooLong'>;

export const copySound = (job: CopyJob): Promise<CopyAnswer> =>
  kept(() =>
    job.kind === 'join' ? joinTracks(job.tracks, job.to) : asNothing(takeChannel(job.from, job.channel, job.to)),
  );

export const makeMp3 = ({ from, to }: Mp3Job): Promise<Mp3Answer> => kept(() => encodeMp3(from, to));

export const promptOf = ({ given, mostMs }: PromptJob): Promise<PromptAnswer> => kept(() => makePrompt(given, mostMs));

/** What a worker does with a job of any kind. */
export function doSoundJob(job: SoundJob): Promise<CopyAnswer | Mp3Answer | PromptAnswer> {
  switch (job.kind) {
    case 'join':
    case 'channel':
      return copySound(job);
    case 'mp3':
      return makeMp3(job);
    case 'prompt':
      return promptOf(job);
    default:
      return job satisfies never;
  }
}

const asNothing = <Failure>(result: Result<void, Failure>): Result<undefined, Failure> =>
  result.ok ? { ok: true, value: undefined } : result;

/** What the file system refuses is a failure of the storage. */
async function kept<Value, Failure>(
  work: () => Result<Value, Failure> | Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | 'storageFull' | 'storageUnavailable'>> {
  try {
    return await work();
  } catch (error) {
    if (!isOfTheSystem(error)) throw error;
    return fail(error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'storageFull' : 'storageUnavailable');
  }
}

function isOfTheSystem(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
