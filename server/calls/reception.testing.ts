import type { Call } from '../../shared/call/call.ts';
import type { LogFields } from '../ports/log.ts';
import type { Transcriber } from '../ports/transcriber.ts';
import type { CallStore, Queue, RecordingRule } from '../ports/stores.ts';
import { createMemoryDatabase } from '../storage/memory/memory-database.ts';
import { createFakeTelephony } from '../telephony/fake/fake-telephony.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { createArchiveParts } from './archive-parts.testing.ts';
import { createCallCommands } from './commands.ts';
import type { ReadyConsole } from './consoles.ts';
import { createDesk } from './create-desk.ts';
import type { CountedEvent } from './desk.ts';
import { testDialling } from './dialling.testing.ts';
import type { Dialling, PlaceFailure } from './dialling.ts';
import { createMemoryLocalSounds, testPrompts } from './greeting-parts.testing.ts';
import { createGreetings } from './greetings.ts';
import { openReception } from './reception.ts';
import { createMemorySounds, createSilentSpeech, soundOf } from './reply-parts.testing.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';

type Options = {
  readonly answerWithinSeconds?: number;
  readonly recording?: Partial<RecordingRule>;
  readonly dialling?: Partial<Dialling>;
  readonly transcriber?: Transcriber;
  /** What its queue does besides, instead of nothing. */
  readonly rules?: Partial<Queue>;
  /** What is between the reception and its calls, for a database that fails half-way. */
  readonly calls?: (calls: CallStore) => CallStore;
};

/** A reception with a pretended PBX, stores in memory and a clock that stands still. */
export async function openTestReception(options: Options = {}) {
  const clock = createVirtualClock();
  const database = createMemoryDatabase();
  /** How long what callers say is, for each recording in turn; ten seconds unless said. */
  const spokenMs: number[] = [];
  const telephony = createFakeTelephony({ clock, recordedSound: () => soundOf(spokenMs.shift() ?? 10_000) });
  const sounds = createMemorySounds();
  const replySpeech = createSilentSpeech();
  const { stores } = database;
  const archive = createArchiveParts();
  const answerWithinSeconds = options.answerWithinSeconds ?? 30;
  const queue = {
    id: 'main',
    name: 'Main number',
    answerWithinSeconds,
    openingHours: null,
    exceptions: [],
    timeZone: 'UTC',
    ...quietRules,
    recording: { ...quietRules.recording, ...options.recording },
    ...options.rules,
  };
  await stores.directory.saveQueue(queue, []);
  await stores.directory.saveNumber('5550100', queue.id);
  const counted: (CountedEvent | PlaceFailure)[] = [];
  /** What was logged as information or as a warning, in order. */
  const logged: LogFields[] = [];
  const note = (fields: LogFields): void => void logged.push(fields);
  /** What was logged as an error, in order. */
  const failed: string[] = [];
  const error = (_: LogFields, message: string): void => void failed.push(message);
  const log = { debug: () => {}, info: note, warn: note, error };
  let given = 0;
  const ids = { next: () => (given += 1).toString(16).padStart(32, '0'), secret: () => 'secret' };
  const greetings = createGreetings({
    ...archive,
    settings: stores.settings,
    localSounds: createMemoryLocalSounds(),
    replySpeech,
    prompts: testPrompts,
    clock,
    ids,
    log,
  });
  const desk = createDesk({
    telephony,
    calls: options.calls?.(stores.calls) ?? stores.calls,
    directory: stores.directory,
    replies: stores.replies,
    replySpeech,
    sounds,
    ...archive,
    recordings: stores.recordings,
    audit: stores.audit,
    transcriber: options.transcriber ?? null,
    clock,
    ids,
    log,
    prompts: testPrompts,
    greetings,
    worklist: stores.worklist,
    counters: { count: (what) => void counted.push(what), refused: (why) => void counted.push(why) },
    dialling: { ...testDialling, ...options.dialling },
  });
  const reception = openReception(desk);
  await telephony.settle();

  const theCall = async (): Promise<Call> => {
    const recent = await stores.calls.recent({ limit: 1 });
    const call = recent.ok ? recent.value[0] : undefined;
    if (call === undefined) throw new Error('there was no call');
    return call;
  };
  return {
    clock,
    database,
    stores,
    telephony,
    desk,
    reception,
    greetings,
    sounds,
    archive,
    replySpeech,
    spokenMs,
    counted,
    log,
    logged,
    failed,
    commands: createCallCommands(desk),
    theCall,
    /** A person sits down at a console. */
    signIn: async (consoleId: string, pageId = `page-of-${consoleId}`): Promise<ReadyConsole> => {
      const name = consoleId.startsWith('ana') ? 'Ana Lindqvist' : 'Mira Petrović';
      const console = {
        agent: { userId: `u-${consoleId.split('-')[0]}`, name, consoleId },
        queueIds: ['main'],
        pageId,
      };
      telephony.registers(consoleId);
      reception.consoleReady(console);
      await telephony.settle();
      return console;
    },
    leave: async (consoleId: string): Promise<void> => {
      telephony.unreachable(consoleId);
      reception.consoleGone(consoleId);
      await telephony.settle();
    },
    arrive: async (name: string, number = '+15550001'): Promise<string> => {
      clock.advance(1);
      const legId = telephony.arrive({ dialled: '5550100', name, number });
      await telephony.settle();
      return legId;
    },
    advance: async (ms: number): Promise<void> => {
      clock.advance(ms);
      await telephony.settle();
    },
    storyOf: async (callId: string): Promise<readonly string[]> => {
      const events = await stores.calls.eventsOf(callId);
      return events.ok ? events.value.map(({ type }) => type) : [];
    },
  };
}

export type TestReception = Awaited<ReturnType<typeof openTestReception>>;
