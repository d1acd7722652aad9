import type { StorageFailure } from './recording-store.ts';
import type { SoundToolsFailure } from './sound-tools.ts';
import type { Queue, Stored, StoreFailure } from './stores.ts';
import type { Media } from './telephony.ts';
import type { Result } from '../../shared/result.ts';

/** Whom it is for: callers nobody took, or who call outside the opening hours. */
export type GreetingKind = 'unanswered' | 'closed';

/** A sound that somebody put in. */
export type OwnGreeting = {
  readonly id: string;
  readonly lengthMs: number;
  /** When it was put in, ms since the epoch. */
  readonly at: number;
};

export type OwnGreetings = { readonly [Kind in GreetingKind]: OwnGreeting | null };

export type GreetingFailure = SoundToolsFailure | StorageFailure | StoreFailure | 'soundTooLong';

/** What callers hear before the tone after which they leave a message. */
export interface Greetings {
  /**
   * The sound of their own, or their text as it was spoken, or the usual words: the first of these that is there at once, for
   * nobody waits. Never none.
   */
  of(queue: Pick<Queue, 'id' | 'voicemail'> | null, kind: GreetingKind): Promise<readonly Media[]>;
  /** Speaks the text of a queue and brings its sounds here, before anybody calls. */
  prepare(queue: Pick<Queue, 'id' | 'voicemail'>): Promise<void>;
  /** Which sounds of its own a queue has. */
  ownOf(queueId: string): Stored<OwnGreetings>;
  /** The sound as it was put in, 8 kHz mono; null where there is none. */
  read(queueId: string, kind: GreetingKind): Promise<Result<Uint8Array | null, StorageFailure | StoreFailure>>;
  /** Any WAV or MP3 takes the place of what there was. After a failure nothing is different. */
  save(queueId: string, kind: GreetingKind, given: Uint8Array): Promise<Result<OwnGreeting, GreetingFailure>>;
  /**
   * Takes away what queues that are gone have left: until then one that is put back has it again. `queues` is asked after it is known
   * what there is, so that nothing of a queue that is added meanwhile is taken for theirs.
   */
  removeOthers(queues: () => Stored<readonly Pick<Queue, 'id'>[]>): Stored<void>;
  /** False when there was none. */
  remove(queueId: string, kind: GreetingKind): Stored<boolean>;
}
