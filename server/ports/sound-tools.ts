import type { Peaks } from '../../shared/recording/recording.ts';
import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from './recording-store.ts';

/** `notASound`: what was given is no sound that can be read. `toolsBusy`: the tools have more to do than they can take, or are closed. */
export type SoundToolsFailure = 'notASound' | 'toolsBusy' | StorageFailure;

/** What is done to recorded sound, away from the thread that answers calls. Paths are absolute; files are WAV, 8 kHz, 16 bit. */
export interface SoundTools {
  /**
   * Two mono files become one of two channels, the first one left; the shorter is silent at its end. Headers that were never
   * finished, because their writer was killed, are read as if they were. A track that is not there (null) is silent throughout.
   */
  join(
    left: string | null,
    right: string | null,
    to: string,
  ): Promise<Result<{ readonly lengthMs: number; readonly peaks: Peaks }, SoundToolsFailure>>;
  /** A mono file with its header put right. */
  finish(
    from: string,
    to: string,
  ): Promise<Result<{ readonly lengthMs: number; readonly peaks: Peaks }, SoundToolsFailure>>;
  /** Encodes as MP3 with the channels it has. */
  toMp3(from: string, to: string): Promise<Result<{ readonly bytes: number }, SoundToolsFailure>>;
  /** One channel of a file as a mono file: what speech recognition reads. */
  channel(from: string, channel: 0 | 1, to: string): Promise<Result<void, SoundToolsFailure>>;
  /** Any WAV or MP3 as what the phone system plays: 8 kHz mono, levelled. `soundTooLong`: longer than `mostMs`. */
  toPrompt(
    given: Uint8Array,
    mostMs: number,
  ): Promise<Result<{ readonly wav: Uint8Array; readonly lengthMs: number }, SoundToolsFailure | 'soundTooLong'>>;
  close(): Promise<void>;
}
