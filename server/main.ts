import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { announce } from './composition/announce.ts';
import { createClosing } from './composition/closing.ts';
import { createLog } from './composition/create-log.ts';
import { FailedStart } from './composition/failed-start.ts';
import { prepareAccounts } from './composition/prepare-accounts.ts';
import { tryToListen } from './composition/listen.ts';
import { openDesk } from './composition/open-desk.ts';
import { openEngines } from './composition/open-engines.ts';
import { prepareGreetings } from './composition/open-greetings.ts';
import { openMail } from './composition/open-mail.ts';
import { openWeb } from './composition/open-web.ts';
import { outOfReach } from './composition/out-of-reach.ts';
import { prepareDataFolder } from './composition/prepare-data-folder.ts';
import { randomIds } from './composition/random-ids.ts';
import { stopOnSignals } from './composition/stop-on-signals.ts';
import { systemClock } from './composition/system-clock.ts';
import { warmVoices } from './composition/warm-voices.ts';
import { readSettings, type Settings } from './settings.ts';

// The same from source and from the bundle: both lie one folder below the project's.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Settings → engines → accounts → desk → web → listen; and back when told to stop. */
async function main(): Promise<void> {
  const settings = settingsOrExit();
  const dataFolder = prepareDataFolder(settings.dataFolder);
  const logFolder = path.join(dataFolder, 'log');
  const interactive = process.stdout.isTTY;
  const { log, file: logFile } = createLog({ level: settings.logLevel, folder: logFolder, interactive });
  const closing = createClosing(() => log);
  stopOnSignals(closing, log);
  const version = versionOf(root);
  const around = { root, dataFolder, settings, version, clock: systemClock, ids: randomIds, log, closing };
  try {
    await tryToListen(settings.host, settings.port);
    const engines = await openEngines(around);
    const accounts = await prepareAccounts(around, engines);
    const desk = await openDesk(around, engines);
    await openMail(around, engines, desk);
    const welcome = await openWeb(around, engines, accounts, desk);
    const numbers = await engines.database.stores.directory.numbers();
    const dialled = numbers.ok ? numbers.value.map(({ number }) => number) : [];
    const warnings = outOfReach(settings);
    for (const warning of warnings) log.warn({ part: 'settings' }, warning);
    const { firstPassword } = accounts;
    process.stdout.write(announce({ settings, welcome, numbers: dialled, firstPassword, warnings, logFile }));
    void warmVoices(desk.desk.replySpeech, log).then(() => prepareGreetings(desk.desk));
  } catch (error) {
    await closing.close();
    throw error;
  }
}

function settingsOrExit(): Settings {
  const settings = readSettings(process.env);
  if (settings.ok) return settings.value;
  throw new FailedStart(settings.error, 2);
}

function versionOf(folder: string): string {
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

main().catch((error: unknown) => {
  const message = error instanceof FailedStart ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`✖ ${message}\n`);
  process.exit(error instanceof FailedStart ? error.exitCode : 1);
});
