import { fail } from '../../shared/result.ts';
import { createAccounts } from '../accounts/sign-in.ts';
import { createUserManagement } from '../accounts/manage-users.ts';
import { openCallBoard } from '../calls/call-board.ts';
import { createCallCommands } from '../calls/commands.ts';
import { createOutside } from '../calls/outside.ts';
import { lastSweep } from '../calls/last-sweep.ts';
import { createTestObjects } from '../calls/test-objects.testing.ts';
import { startTestCall } from '../calls/test-call.ts';
import { openTestReception } from '../calls/reception.testing.ts';
import { followMemberships } from '../calls/follow-memberships.ts';
import { createPeople } from '../calls/people.ts';
import { createSerial } from '../calls/serial.ts';
import { createMemberships } from '../composition/memberships.ts';
import { combineSpeech } from '../speech/combined-speech.ts';
import { createFakeSpeech } from '../speech/fake/fake-speech.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Passwords } from '../ports/passwords.ts';
import type { Role, Session } from '../ports/stores.ts';
import { createSystemHealth } from '../composition/system-health.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';
import { buildApp } from './build-app.ts';
import type { HttpSettings } from './http-parts.ts';

/** Quick instead of slow: the real ones have their own test. */
const passwords: Passwords = {
  hash: async (password) => `hashed ${password}`,
  verify: async (hash, password) => hash === `hashed ${password}`,
  verifyNothing: async () => false,
};

/** A provider of voices that does not answer. */
const silent = { prefix: 'silent', speech: { ...createFakeSpeech(), engine: 'silent-1', voices: async () => [] } };

/** The web side over stores in memory and a pretended PBX. */
export async function openTestWeb(changes: Partial<HttpSettings> = {}) {
  const rig = await openTestReception();
  const { stores, clock, desk, log } = rig;
  const { users, sessions, directory, calls, events } = stores;
  const ended: ((session: Session) => void)[] = [];
  const onEnded = (session: Session): void => {
    for (const listener of ended) listener(session);
  };
  const objects = createTestObjects();
  const trouble = { audit: false, transcriber: false };
  const woken: string[] = [];
  const audit: AuditLog = {
    ...stores.audit,
    append: async (entry) => (trouble.audit ? fail('databaseUnavailable') : stores.audit.append(entry)),
  };
  let secrets = 0;
  const ids = { ...desk.ids, secret: () => `secret-${(secrets += 1)}`.padEnd(43, '-') };
  const accounts = createAccounts({ users, sessions, passwords, clock, ids, onEnded });
  const board = await openCallBoard({ calls, events, log });
  const memberships = createMemberships();
  memberships.subscribe((userIds) => void followMemberships(desk, userIds));
  const simulated: string[] = [];
  const app = await buildApp({
    accounts,
    users: createUserManagement({
      ...stores,
      passwords,
      accounts,
      ids,
      clock,
      inOrder: createSerial(),
      onChanged: async (userId) => memberships.tell([userId]),
    }),
    memberships,
    directory,
    calls,
    events,
    board,
    commands: createCallCommands(desk),
    replying: desk,
    review: { recordings: stores.recordings, audit, clock, log, ids, recordingStore: objects.store },
    transcription: {
      get on() {
        return trouble.transcriber;
      },
      wake: () => void woken.push('transcription'),
    },
    startTestCall: (by) => startTestCall(desk, by),
    outside: createOutside(desk),
    people: createPeople({
      desk,
      users,
      people: stores.people,
      events,
      clock: desk.clock,
      calls: board.calls,
      onStatus: rig.reception.statusChanged,
    }),
    preferences: stores.people,
    templates: stores.templates,
    newId: () => ids.next(),
    // Its PBX is never there.
    phone: { accept: async () => fail('pbxUnavailable') },
    pageAlive: rig.reception.pageAlive,
    onSessionEnded: (listener) => {
      ended.push(listener);
      return () => void ended.splice(ended.indexOf(listener), 1);
    },
    eventSockets: { opened: () => {}, closed: () => {} },
    clock,
    log,
    welcome: async () => ({ organisation: 'Nordkap', phoneSystem: 'working', demoSignIns: [] }),
    health: async () => ({
      status: 'ok',
      pbx: { state: 'connected', version: 'fake' },
      database: { state: 'up', version: 'memory' },
      version: '0.0.0',
      uptimeSeconds: 1,
    }),
    systemHealth: createSystemHealth({
      telephony: rig.telephony,
      database: rig.database,
      speech: combineSpeech([{ prefix: '', speech: createFakeSpeech() }, silent], { clock, log }),
      desk,
      recordings: {
        store: () => ({ place: 'memory', state: 'working', freeBytes: null }),
        lastSweep: () => lastSweep(stores.settings),
        transcriber: null,
      },
      eventStreams: () => 0,
      dataFolder: import.meta.dirname,
      embedded: { phoneSystem: true, database: false },
      clock,
      version: '0.0.0',
      startedAt: 1,
      earlierStarts: [],
    }),
    demo: {
      simulateCaller: async (dial) => {
        simulated.push(dial);
        return { ok: true, value: undefined };
      },
    },
    metrics: async () => 'frontdesk_live_calls 0\n',
    settings: {
      port: 8080,
      host: '127.0.0.1',
      origins: [],
      proxies: [],
      metricsToken: null,
      webFolder: null,
      version: '0',
      ...changes,
    },
  });

  const addUser = async (name: string, role: Role = 'receptionist'): Promise<void> => {
    const id = `u-${name}`;
    const details = {
      id,
      email: `${name}@nordkap.example`,
      extension: String(200 + ids.next().length + secrets),
      name,
      role,
    };
    secrets += 1;
    await users.create({ ...details, passwordHash: `hashed ${name}-password` }, clock.now());
  };
  return {
    ...rig,
    app,
    board,
    objects,
    /** `audit`: nothing can be written down. `transcriber`: there is one. */
    trouble,
    woken,
    quietRules,
    simulated,
    memberships,
    addUser,
    /** Signs in and answers the cookie to send from then on. */
    signInAs: async (name: string): Promise<string> => {
      const body = { login: `${name}@nordkap.example`, password: `${name}-password` };
      const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { host }, payload: body });
      const [cookie] = answer.cookies;
      if (cookie === undefined) throw new Error(`${name} could not sign in: ${answer.body}`);
      return `${cookie.name}=${cookie.value}`;
    },
  };
}

export const host = 'localhost:8080';
