import { fail, ok, type Result } from '../../shared/result.ts';
import type { WorkerEntry } from '../lib/worker-entry.ts';
import { WorkerQueue, type WorkerFailure } from '../lib/worker-queue.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { SoundTools, SoundToolsFailure } from '../ports/sound-tools.ts';
import type { WrittenSound } from './join-tracks.ts';
import type { CopyAnswer, CopyJob, Mp3Answer, Mp3Job, PromptAnswer, PromptJob } from './sound-jobs.ts';

export type SoundToolsOptions = {
  /** Where `sound-worker` is: see `workerEntry`. */
  readonly worker: WorkerEntry;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Pick<Log, 'error'>;
  /** For one job: four hours of sound on a slow and busy machine. */
  readonly deadlinesMs?: { readonly copy: number; readonly mp3: number; readonly prompt: number };
};

/** How each job is done, wherever that is. */
export type SoundWork = {
  readonly copy: (job: CopyJob) => Promise<CopyAnswer>;
  readonly mp3: (job: Mp3Job) => Promise<Mp3Answer>;
  readonly prompt: (job: PromptJob) => Promise<PromptAnswer>;
  readonly close: () => Promise<void>;
};

const usualDeadlinesMs = { copy: 120_000, mp3: 1_800_000, prompt: 30_000 };
/** More are refused: what waits is on disk, and whoever waits may ask again. */
const longestQueues = { copy: 1000, mp3: 1000, prompt: 8 };
/** Larger than what may be uploaded by far. */
const mostPromptBytes = 64 * 1024 * 1024;

/**
 * Work on sound in threads of its own: one for what somebody waits for, one that encodes for minutes, and one that reads what
 * strangers made, and may be lost over it.
 */
export function createSoundTools({
  worker: entry,
  clock,
  log,
  deadlinesMs = usualDeadlinesMs,
}: SoundToolsOptions): SoundTools {
  const queueOf = <Job, Answer extends Result<unknown, string>>(kind: keyof typeof longestQueues) =>
    new WorkerQueue<Job, Answer>({
      entry,
      clock,
      deadlineMs: deadlinesMs[kind],
      longestQueue: longestQueues[kind],
      isAnswer: (message): message is Answer => typeof message === 'object' && message !== null && 'ok' in message,
      onLost: (err) => log.error({ err, kind }, 'a thread that works on sound was lost and is replaced'),
      lazy: kind !== 'copy',
    });
  const copies = queueOf<CopyJob, CopyAnswer>('copy');
  const encodings = queueOf<Mp3Job, Mp3Answer>('mp3');
  const prompts = queueOf<PromptJob, PromptAnswer>('prompt');
  return soundToolsOver({
    copy: async (job) => answered(await copies.run(job)),
    mp3: async (job) => answered(await encodings.run(job)),
    prompt: async (job) => {
      const answer = await prompts.run(job);
      // What cannot be read in so much time is nothing to be played.
      return !answer.ok && answer.error === 'timedOut' ? fail('notASound') : answered(answer);
    },
    close: async () => void (await Promise.all([copies.close(), encodings.close(), prompts.close()])),
  });
}

const answered = <Value, Failure>(
  answer: Result<Result<Value, Failure>, WorkerFailure>,
): Result<Value, Failure | 'toolsBusy'> => (answer.ok ? answer.value : fail('toolsBusy'));

/** The port, whoever does the work. */
export function soundToolsOver(work: SoundWork): SoundTools {
  return {
    join: async (left, right, to) => written(await work.copy({ kind: 'join', tracks: [left, right], to })),
    finish: async (from, to) => written(await work.copy({ kind: 'join', tracks: [from], to })),
    toMp3: (from, to) => work.mp3({ kind: 'mp3', from, to }),
    channel: async (from, channel, to) => {
      const taken = await work.copy({ kind: 'channel', from, channel, to });
      return taken.ok ? ok() : taken;
    },
    toPrompt: async (given, mostMs) =>
      given.length > mostPromptBytes ? fail('soundTooLong') : work.prompt({ kind: 'prompt', given, mostMs }),
    close: work.close,
  };
}

function written(answer: CopyAnswer): Result<WrittenSound, SoundToolsFailure> {
  if (!answer.ok) return answer;
  if (answer.value === undefined) throw new Error('a file was joined, and nothing is said of it');
  return ok(answer.value);
}
