import { ownGreetingSchema } from '../../shared/protocol/greeting-operations.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { within } from '../../shared/within.ts';
import type { GreetingKind, Greetings, OwnGreeting } from '../ports/greetings.ts';
import type { LocalSounds } from '../ports/local-sounds.ts';
import type { SettingStore, Stored } from '../ports/stores.ts';
import type { Media } from '../ports/telephony.ts';
import type { Desk } from './desk.ts';

export type GreetingParts = Pick<
  Desk,
  'recordingStore' | 'soundTools' | 'replySpeech' | 'prompts' | 'clock' | 'ids' | 'log'
> & { readonly settings: Pick<SettingStore, 'get' | 'put' | 'keys'>; readonly localSounds: LocalSounds };

/** A greeting is at most two minutes long. */
const longestMs = 120_000;
/** A text that is not spoken by then is not waited for by a caller. */
const spokenWithinMs = 1_500;

/**
 * The sound itself is an object beside the recordings and which one is in force is a setting in the database, so that every server
 * has the same; what the phone system plays is a copy on this machine. Objects never change: a new sound is a new object.
 */
export function createGreetings(parts: GreetingParts): Greetings {
  const { settings, prompts } = parts;
  const find = (queueId: string, kind: GreetingKind): Stored<OwnGreeting | null> => findOwn(settings, queueId, kind);
  const usual = (kind: GreetingKind): readonly Media[] => [
    { kind: 'file', path: kind === 'closed' ? prompts.closedLeaveAMessage : prompts.leaveAMessage },
  ];
  return {
    of: async (queue, kind) => {
      if (queue === null) return usual(kind);
      const own = await ownMedia(parts, queue.id, kind);
      if (own !== null) return own;
      return (await spoken(parts, queue.voicemail.greeting)) ?? usual(kind);
    },
    prepare: async ({ id, voicemail }) => {
      await Promise.all([ownMedia(parts, id, 'unanswered'), ownMedia(parts, id, 'closed')]);
      if (voicemail.greeting !== '') await speak(parts, voicemail.greeting);
    },
    ownOf: async (queueId) => {
      const [unanswered, closed] = await Promise.all([find(queueId, 'unanswered'), find(queueId, 'closed')]);
      if (!unanswered.ok) return unanswered;
      return closed.ok ? ok({ unanswered: unanswered.value, closed: closed.value }) : closed;
    },
    read: async (queueId, kind) => {
      const own = await find(queueId, kind);
      if (!own.ok) return own;
      return own.value === null ? ok(null) : readObject(parts, own.value.id);
    },
    save: (queueId, kind, given) => save(parts, queueId, kind, given),
    remove: (queueId, kind) => remove(parts, settingOf(queueId, kind)),
    removeOthers: (queues) => removeOthers(parts, queues),
  };
}

/** The object is there before the setting says so, and the one before goes when nothing says so any more. */
async function save(
  parts: GreetingParts,
  queueId: string,
  kind: GreetingKind,
  given: Uint8Array,
): ReturnType<Greetings['save']> {
  const { settings, recordingStore, soundTools, localSounds, clock, ids } = parts;
  const prompt = await soundTools.toPrompt(given, longestMs);
  if (!prompt.ok) return prompt;
  const { wav, lengthMs } = prompt.value;
  const before = await findOwn(settings, queueId, kind);
  if (!before.ok) return before;
  const own = { id: ids.next(), lengthMs, at: clock.now() };
  const kept = await recordingStore.keep(keyOf(own.id), once(wav), 'audio/wav');
  if (!kept.ok) return kept;
  const stored = await settings.put(settingOf(queueId, kind), JSON.stringify(own));
  if (!stored.ok) {
    await forget(parts, own);
    return stored;
  }
  await localSounds.put(nameOf(own.id), wav);
  if (before.value !== null) await forget(parts, before.value);
  return ok(own);
}

async function removeOthers(parts: GreetingParts, queues: Parameters<Greetings['removeOthers']>[0]): Stored<void> {
  const keys = await parts.settings.keys(settingBeginning);
  if (!keys.ok) return keys;
  const there = await queues();
  if (!there.ok) return there;
  const kept = new Set(there.value.flatMap(({ id }) => [settingOf(id, 'unanswered'), settingOf(id, 'closed')]));
  for (const key of keys.value.filter((one) => !kept.has(one))) {
    const removed = await remove(parts, key);
    if (!removed.ok) return removed;
  }
  return ok();
}

async function remove(parts: GreetingParts, key: string): Stored<boolean> {
  const own = await readOwn(parts.settings, key);
  if (!own.ok) return own;
  if (own.value === null) return ok(false);
  const stored = await parts.settings.put(key, '');
  if (!stored.ok) return stored;
  await forget(parts, own.value);
  return ok(true);
}

async function forget({ recordingStore, log }: GreetingParts, { id }: OwnGreeting): Promise<void> {
  const removed = await recordingStore.remove(keyOf(id));
  // It is in nobody's way, and in nobody's ear any more.
  if (!removed.ok)
    log.warn({ greeting: id, error: removed.error }, 'a greeting that was replaced could not be removed');
}

const settingBeginning = 'greeting:';
const settingOf = (queueId: string, kind: GreetingKind): string => `${settingBeginning}${kind}:${queueId}`;
const nameOf = (id: string): string => `greeting-${id}`;
const keyOf = (id: string): string => `${nameOf(id)}.wav`;

const findOwn = (settings: Pick<SettingStore, 'get'>, queueId: string, kind: GreetingKind) =>
  readOwn(settings, settingOf(queueId, kind));

async function readOwn(settings: Pick<SettingStore, 'get'>, key: string): Stored<OwnGreeting | null> {
  const found = await settings.get(key);
  if (!found.ok) return found;
  return ok(found.value === null || found.value === '' ? null : ownGreetingSchema.parse(JSON.parse(found.value)));
}

/** What cannot be had is logged, and something else is heard. */
async function ownMedia(parts: GreetingParts, queueId: string, kind: GreetingKind): Promise<readonly Media[] | null> {
  const { settings, localSounds, log } = parts;
  const own = await findOwn(settings, queueId, kind);
  if (own.ok && own.value === null) return null;
  const path = own.ok && own.value !== null ? await localPath(parts, localSounds, own.value.id) : null;
  if (path === null) log.error({ queue: queueId, kind }, 'a greeting could not be had; the usual words are heard');
  return path === null ? null : [{ kind: 'file', path }];
}

async function localPath(parts: GreetingParts, localSounds: LocalSounds, id: string): Promise<string | null> {
  const here = await localSounds.find(nameOf(id));
  if (here !== null) return here;
  const sound = await readObject(parts, id);
  if (!sound.ok || sound.value === null) return null;
  const put = await localSounds.put(nameOf(id), sound.value);
  return put.ok ? put.value : null;
}

async function readObject({ recordingStore }: GreetingParts, id: string) {
  const opened = await recordingStore.open(keyOf(id));
  if (!opened.ok) return fail(opened.error === 'badRange' ? 'storageUnavailable' : opened.error);
  return opened.value === null ? ok(null) : allOf(opened.value.chunks);
}

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Result<Uint8Array, 'storageUnavailable'>> {
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of chunks) parts.push(chunk);
  } catch {
    // It broke off: to whoever reads it a place that gives nothing.
    return fail('storageUnavailable');
  }
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return ok(whole);
}

async function speak({ replySpeech, log }: GreetingParts, text: string): Promise<readonly Media[] | null> {
  const message = await replySpeech.message(text, {});
  if (!message.ok) {
    log.error({ error: message.error }, 'a greeting could not be spoken; the usual words are heard');
    return null;
  }
  const rest = await Promise.all(message.value.rest);
  const sentences = [...message.value.ready, ...rest.filter((sentence) => sentence !== null)];
  return rest.includes(null) ? null : sentences.map(({ path }) => ({ kind: 'file', path }));
}

/** Null where there is no text, or it is not there in time. */
async function spoken(parts: GreetingParts, text: string): Promise<readonly Media[] | null> {
  if (text === '') return null;
  return within(parts.clock, spokenWithinMs, speak(parts, text), null);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
