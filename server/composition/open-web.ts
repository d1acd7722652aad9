import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Welcome } from '../../shared/protocol/accounts.ts';
import { createCallCommands } from '../calls/commands.ts';
import { createOutside } from '../calls/outside.ts';
import { startTestCall } from '../calls/test-call.ts';
import { createSimulatedCallers } from '../demo/simulate-callers.ts';
import { buildApp } from '../http/build-app.ts';
import type { HttpParts } from '../http/http-parts.ts';
import { createHealth } from './health.ts';
import { listen } from './listen.ts';
import { openAccounts } from './open-accounts.ts';
import type { OpenDesk } from './open-desk.ts';
import type { Engines } from './open-engines.ts';
import { openRetention } from './open-retention.ts';
import { openSystemHealth } from './open-system-health.ts';
import type { Prepared } from './prepare-accounts.ts';
import { storedName } from './stored-settings.ts';
import type { Surroundings } from './surroundings.ts';

/** The web side, from accounts to the open port. Resolves to what is to be announced. */
export async function openWeb(
  around: Surroundings,
  engines: Engines,
  prepared: Prepared,
  open: OpenDesk,
): Promise<Welcome> {
  const { settings, ids, closing } = around;
  const { settings: stored, people: preferences, ...stores } = engines.database.stores;
  const { accounts, users, memberships } = openAccounts(around, engines, open);
  const recordingStore = openRetention(around, engines, open.desk);
  const welcome = welcomeOf(engines, prepared, await storedName(stored));
  const app = await buildApp({
    ...around,
    ...stores,
    accounts,
    users,
    memberships,
    board: open.board,
    ...deskParts(open.desk),
    people: open.people,
    preferences,
    newId: () => ids.next(),
    phone: open.phone,
    pageAlive: open.pageAlive,
    onSessionEnded: open.sessionEnds.subscribe,
    eventSockets: open.eventSockets,
    welcome,
    health: createHealth({ ...around, telephony: engines.pbx.telephony, database: engines.database }),
    systemHealth: await openSystemHealth(around, engines, open, recordingStore),
    demo: settings.demo ? openDemo(around, engines, open.board) : null,
    metrics: open.metrics,
    settings: { ...settings, webFolder: webFolderOf(around), version: around.version },
  });
  closing.add('http', () => app.close());
  await listen(app, settings.host, settings.port);
  return welcome();
}

/** What people do at their desks. */
const deskParts = (desk: OpenDesk['desk']): DeskParts => ({
  commands: createCallCommands(desk),
  replying: desk,
  review: desk,
  transcription: desk.transcription,
  startTestCall: (by) => startTestCall(desk, by),
  outside: createOutside(desk),
});

type DeskParts = Pick<HttpParts, 'commands' | 'replying' | 'review' | 'transcription' | 'startTestCall' | 'outside'>;

function welcomeOf({ pbx }: Engines, { demoSignIns }: Prepared, organisation: string): () => Promise<Welcome> {
  return async () => ({
    organisation,
    phoneSystem: pbx.telephony.status().state === 'connected' ? 'working' : 'down',
    demoSignIns,
  });
}

function openDemo({ settings, clock, log, closing }: Surroundings, { speech }: Engines, board: OpenDesk['board']) {
  const trunk = { host: '127.0.0.1', port: settings.sipPort };
  const callers = createSimulatedCallers({ speech, trunk, clock, log });
  const stop = board.subscribe(({ call }) => (call === null ? undefined : callers.follow(call)));
  closing.add('simulated callers', async () => {
    stop();
    await callers.close();
  });
  return callers;
}

/** Null while only the API is wanted: the app was not built. */
function webFolderOf({ root }: Surroundings): string | null {
  const folder = path.join(root, 'dist-web');
  return existsSync(folder) ? folder : null;
}
