import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Speech, SpeechFailure, SpeechRequest } from '../ports/speech.ts';
import { chooseVoice } from './check-request.ts';
import { trimSilence } from './trim-silence.ts';
import { writeWav } from './wav.ts';

export type PromptRequest = Omit<SpeechRequest, 'sampleRate'> & {
  /** Where prompts are kept; made when it is not there. */
  readonly folder: string;
  /** The least recently used prompts beyond this many bytes are thrown away: 256 MB, about four hours. */
  readonly maxBytes?: number;
};

/** `promptNotStored`: the folder takes no file (full, read-only). */
export type PromptFailure = SpeechFailure | 'promptNotStored';

/** Every failure of a voice may be mended by another one; a full disk is not. */
export const isMended = (error: PromptFailure): boolean => error !== 'promptNotStored';

/** What Asterisk plays without converting. */
const sampleRate = 8000;
const oneHourMs = 3_600_000;
/** So much of the limit is left when it was reached, so that the next prompts find room without another look. */
const keptShare = 0.9;

/**
 * The absolute path of a WAV file (8 kHz, mono, 16 bit) that speaks the text. The name is made from all that decides the sound,
 * so a prompt is spoken once and kept; a file is never there by halves. Several servers may share a folder.
 */
export async function promptFile(speech: Speech, request: PromptRequest): Promise<Result<string, PromptFailure>> {
  const { folder, maxBytes = 256 * 1024 * 1024, ...asked } = request;
  const spoken = await withVoice(speech, asked);
  const file = fileOf(speech, folder, spoken);
  if (await touch(file)) return ok(file);
  const sound = await speech.synthesize({ ...spoken, sampleRate });
  if (!sound.ok) return sound;
  const content = writeWav(trimSilence(sound.value));
  try {
    await store(file, content);
  } catch (error) {
    if (isFileError(error)) return fail('promptNotStored');
    throw error;
  }
  await makeRoom(folder, maxBytes, file, content.length);
  return ok(file);
}

/** What each folder holds, as far as this process knows. What others put there is found at the next look. */
const knownBytes = new Map<string, number>();

/** Looks into the folder the first time and when it is too full, not at each sentence: it may hold thousands. */
async function makeRoom(folder: string, maxBytes: number, newest: string, bytes: number): Promise<void> {
  const held = (knownBytes.get(folder) ?? Infinity) + bytes;
  knownBytes.set(folder, held > maxBytes ? await throwAwayOldest(folder, maxBytes, newest) : held);
}

/** The same without speaking: undefined where the prompt is not there yet. */
export async function keptPromptFile(
  speech: Speech,
  { folder, ...asked }: Omit<PromptRequest, 'maxBytes'>,
): Promise<string | undefined> {
  const file = fileOf(speech, folder, await withVoice(speech, asked));
  return (await touch(file)) ? file : undefined;
}

/** Whose voice a language is spoken with depends on who is there: it is by the voice that a sound is kept. */
async function withVoice(speech: Speech, request: SpeechRequest): Promise<SpeechRequest> {
  const { language, ...rest } = request;
  if (request.voice !== undefined || language === undefined) return request;
  const chosen = chooseVoice({ language }, await speech.voices());
  return chosen === undefined ? request : { ...rest, voice: chosen.id };
}

const fileOf = (speech: Speech, folder: string, spoken: SpeechRequest): string =>
  path.resolve(folder, `${nameOf(speech, spoken)}.wav`);

function nameOf(speech: Speech, { input, voice, language, speed = 1 }: SpeechRequest): string {
  const engine = voice === undefined ? speech.engine : (speech.engineOf?.(voice) ?? speech.engine);
  const said = JSON.stringify([engine, 'trimmed', sampleRate, voice ?? null, language ?? null, speed, input]);
  return createHash('sha256').update(said).digest('hex').slice(0, 40);
}

/** Marks a file as just used; false where there is none to be had, for whatever reason: storing it will tell. */
async function touch(file: string): Promise<boolean> {
  try {
    const now = new Date();
    await utimes(file, now, now);
    return true;
  } catch (error) {
    if (isFileError(error)) return false;
    throw error;
  }
}

async function store(file: string, content: Buffer): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(path.join(folder, '.draft-'));
  try {
    await writeFile(path.join(draft, 'prompt.wav'), content);
    await rename(path.join(draft, 'prompt.wav'), file);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

type Kept = { readonly name: string; readonly bytes: number; readonly usedAt: number };

/** Least recently used first, never the newest; drafts that a crash left behind go too. Gives how many bytes stay. */
async function throwAwayOldest(folder: string, maxBytes: number, newest: string): Promise<number> {
  const entries = await Promise.all((await readdir(folder)).map((name) => describe(path.join(folder, name))));
  const kept = entries.filter((entry) => entry !== undefined).toSorted((one, other) => other.usedAt - one.usedAt);
  const [latest] = kept;
  const held = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  const mostBytes = held > maxBytes ? maxBytes * keptShare : maxBytes;
  let bytes = 0;
  const tooMuch = kept.filter((entry) => {
    bytes += entry.bytes;
    const draft = path.basename(entry.name).startsWith('.draft-');
    return draft ? entry.usedAt < (latest?.usedAt ?? 0) - oneHourMs : bytes > mostBytes && entry.name !== newest;
  });
  await Promise.all(tooMuch.map(({ name }) => rm(name, { recursive: true, force: true })));
  return held - tooMuch.reduce((sum, entry) => sum + entry.bytes, 0);
}

/** Undefined where another server threw it away meanwhile. */
async function describe(name: string): Promise<Kept | undefined> {
  try {
    const { size, mtimeMs } = await stat(name);
    return { name, bytes: size, usedAt: mtimeMs };
  } catch (error) {
    if (isFileError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
