import { expect, vi } from 'vitest';
import { randomIds } from '../composition/random-ids.ts';
import { systemClock } from '../composition/system-clock.ts';
import type { Telephony } from '../ports/telephony.ts';
import { createMemoryDatabase } from '../storage/memory/memory-database.ts';
import { createAriTelephony } from '../telephony/asterisk/ari-telephony.ts';
import type { TestAsterisk } from '../telephony/asterisk/testing/test-asterisk.ts';
import { silentLog } from '../telephony/silent-log.testing.ts';
import { createArchiveParts } from './archive-parts.testing.ts';
import { createDesk } from './create-desk.ts';
import type { Desk } from './desk.ts';
import { testDialling } from './dialling.testing.ts';
import { noGreetings, testPrompts } from './greeting-parts.testing.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';

/** The driver of a real Asterisk, connected. */
export async function connectTelephony({ ari, stasisApp }: TestAsterisk): Promise<Telephony> {
  const telephony = createAriTelephony({
    ...ari,
    app: stasisApp,
    clock: systemClock,
    log: silentLog,
    random: () => 0.5,
  });
  await vi.waitFor(() => expect(telephony.status().state).toBe('connected'), { timeout: 10_000 });
  return telephony;
}

type Needed = Pick<Desk, 'telephony' | 'replySpeech' | 'sounds'>;
type Others = Pick<Desk, 'recordingStore' | 'soundTools' | 'workshop' | 'prompts'>;

/** A desk of this PBX with one queue, whose number is 5550100; everything else is in memory. */
export async function openRealDesk(parts: Needed & Partial<Others>): Promise<Desk> {
  const { stores } = createMemoryDatabase();
  const queue = { id: 'main', name: 'Main number', answerWithinSeconds: 30, openingHours: null, exceptions: [] };
  await stores.directory.saveQueue({ ...queue, timeZone: 'UTC', ...quietRules }, []);
  await stores.directory.saveNumber('5550100', queue.id);
  return createDesk({
    transcriber: null,
    ...createArchiveParts(),
    ...stores,
    clock: systemClock,
    ids: randomIds,
    log: silentLog,
    prompts: testPrompts,
    greetings: noGreetings,
    counters: { count: () => {}, refused: () => {} },
    dialling: testDialling,
    ...parts,
  });
}
