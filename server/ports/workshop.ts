import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from './recording-store.ts';

/** Room on this machine for files that are worked on for a moment. */
export interface Workshop {
  /** Gives the task a folder of its own, which is gone when the task has ended, however it ended. */
  use<Value, Failure>(
    task: (bench: Workbench) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | StorageFailure>>;
}

/** Files by names of ours: letters, digits, hyphens, dots. */
export type Workbench = {
  /** Absolute, for tools that work on files. */
  readonly pathOf: (name: string) => string;
  /** Resolves to what has been written. `brokeOff`: what was to be written did not come whole. */
  readonly write: (
    name: string,
    chunks: AsyncIterable<Uint8Array>,
  ) => Promise<Result<WrittenFile, StorageFailure | 'brokeOff'>>;
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
};

/** `head` is its first 44 bytes, or fewer: the header of a WAV file. */
export type WrittenFile = { readonly bytes: number; readonly head: Uint8Array };
