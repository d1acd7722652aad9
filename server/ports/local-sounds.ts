import type { Result } from '../../shared/result.ts';

/** Copies of sounds that are kept elsewhere, where the phone system can play them: made anew when they are gone. */
export interface LocalSounds {
  /** The absolute path of the copy; null where there is none. Names are letters, digits and hyphens. */
  find(name: string): Promise<string | null>;
  /** There whole or not at all. Resolves to its path. */
  put(name: string, wav: Uint8Array): Promise<Result<string, 'promptNotStored'>>;
}
