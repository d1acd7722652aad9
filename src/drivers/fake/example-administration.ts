import type { z } from 'zod';
import type { auditEntrySchema } from '../../../shared/protocol/audit-operations.ts';
import type { Me, UserDetails } from '../../../shared/protocol/accounts.ts';
import { type QueueDetails, usualRules } from '../../../shared/protocol/directory.ts';
import type { SystemHealth } from '../../../shared/protocol/system-health.ts';

const hourMs = 3_600_000;

/** Who keeps the users and the numbers of the examples. */
export const petra: Me = {
  user: {
    id: 'user-petra',
    email: 'petra@nordkap.example',
    extension: '402',
    name: 'Petra Zima',
    role: 'administrator',
    disabled: false,
  },
  organisation: 'Nordkap Shipping',
  console: { id: 'console-petra', sipUri: 'sip:console-petra@frontdesk.invalid' },
  queues: [],
  demo: true,
};

export type FakeAdministration = {
  users: readonly UserDetails[];
  queues: readonly QueueDetails[];
  numbers: readonly { readonly number: string; readonly queueId: string | null }[];
  health: SystemHealth;
  audit: readonly AuditEntry[];
};

type AuditEntry = z.output<typeof auditEntrySchema>;

const workdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: 540, to: 780 },
  { weekday, from: 840, to: 1020 },
]);

/** The users, lines and numbers of the examples as of `now` (ms since the epoch), and how well everything is. */
export const exampleAdministration = (now: number): FakeAdministration => {
  const user = (name: string, extension: string, more: Partial<UserDetails> = {}): UserDetails => ({
    id: `user-${name.split(' ')[0]?.toLowerCase()}`,
    email: `${name.split(' ')[0]?.toLowerCase()}@nordkap.example`,
    extension,
    name,
    role: 'receptionist',
    disabled: false,
    queueIds: ['main'],
    signedIn: false,
    lastSeenAt: now - 20 * hourMs,
    ...more,
  });
  return {
    users: [
      user('Mira Petrović', '204', { queueIds: ['main', 'sales', 'service'], signedIn: true }),
      user('Ana Lindqvist', '210', { queueIds: ['main', 'sales'] }),
      user('Beatriz Núñez', '301', { role: 'supervisor', queueIds: ['service'] }),
      user('Luka Horvat', '214', { queueIds: [], disabled: true }),
      { ...user('Petra Zima', '402', { queueIds: [], signedIn: true, lastSeenAt: now }), ...petra.user },
    ],
    queues: [
      line('main', 'Main number', ['user-mira', 'user-ana'], { openingHours: workdays }),
      line('sales', 'Sales', ['user-mira', 'user-ana'], { answerWithinSeconds: 25 }),
      line('service', 'Service', ['user-mira', 'user-beatriz'], { openingHours: [] }),
      line('oslo', 'Oslo office', []),
    ],
    numbers: [
      { number: '+38515550100', queueId: 'main' },
      { number: '+38515550110', queueId: 'sales' },
      { number: '+38515550120', queueId: 'service' },
      { number: '+4722550100', queueId: 'oslo' },
      { number: '+38515550199', queueId: null },
    ],
    audit: auditAt(now),
    health: wellAt(now),
  };
};

const line = (
  id: string,
  name: string,
  memberIds: readonly string[],
  more: Partial<QueueDetails> = {},
): QueueDetails => ({
  id,
  name,
  memberIds,
  ...usualRules,
  answerWithinSeconds: 30,
  openingHours: null,
  exceptions: id === 'main' ? [{ from: '2026-12-24', to: '2026-12-26', spans: [] }] : [],
  timeZone: 'Europe/Zagreb',
  greetings: { unanswered: null, closed: null },
  ...more,
});

const auditAt = (now: number): readonly AuditEntry[] => {
  const by = { userId: 'user-ana', name: 'Ana Lindqvist' };
  return [
    { id: 3, at: now - hourMs, by, action: 'recordingDownloaded', subject: 'r-1', about: 'Henrik Aas, Main number' },
    { id: 2, at: now - 2 * hourMs, by, action: 'recordingHeard', subject: 'r-1', about: 'Henrik Aas, Main number' },
    { id: 1, at: now - 9 * hourMs, by: null, action: 'recordingExpired', subject: 'r-0', about: '12 recordings' },
  ];
};

const wellAt = (now: number): SystemHealth => ({
  checkedAt: now,
  phoneSystem: {
    state: 'connected',
    version: '22.8.2',
    since: now - 26 * hourMs,
    embedded: true,
    legs: 9,
    bridges: 4,
    latencyMs: 6,
  },
  database: { state: 'up', version: '18.4', embedded: true, latencyMs: 3 },
  speech: { engine: 'flite-2', voices: 4 },
  recordings: {
    place: 'files in ./var/recordings',
    state: 'working',
    freeBytes: 48_000_000_000,
    lastSweep: { at: now - 8 * hourMs, deleted: 14, failed: false },
  },
  transcripts: null,
  calls: { live: 5 },
  consoles: { registered: 3, people: 2 },
  eventStreams: 3,
  disk: { freeBytes: 30_000_000_000, totalBytes: 480_000_000_000 },
  server: { version: '0.1.0', node: '22.13.0', startedAt: now - 26 * hourMs },
  earlierStarts: [now - 90 * hourMs, now - 400 * hourMs],
});
