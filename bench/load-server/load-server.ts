import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClosing } from '../../server/composition/closing.ts';
import { createLog } from '../../server/composition/create-log.ts';
import { openDesk } from '../../server/composition/open-desk.ts';
import { openEngines } from '../../server/composition/open-engines.ts';
import { prepareAccounts } from '../../server/composition/prepare-accounts.ts';
import { openWeb } from '../../server/composition/open-web.ts';
import { prepareDataFolder } from '../../server/composition/prepare-data-folder.ts';
import { randomIds } from '../../server/composition/random-ids.ts';
import { stopOnSignals } from '../../server/composition/stop-on-signals.ts';
import { systemClock } from '../../server/composition/system-clock.ts';
import { readSettings } from '../../server/settings.ts';
import { seatConsoles } from './seat-consoles.ts';
import { ringOverTrunk } from './ring-over-trunk.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The server as server/main.ts puts it together, with engines, stores, driver and use-cases of its own, but for one
 * thing: a console is not a browser but a SIP telephone behind the trunk, so that many can be had. What WebRTC costs
 * Asterisk is therefore not in what is measured here.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.ok) throw new Error(settings.error);
  const dataFolder = prepareDataFolder(settings.value.dataFolder);
  const { log } = createLog({ level: settings.value.logLevel, folder: dataFolder, interactive: false });
  const closing = createClosing(() => log);
  stopOnSignals(closing, log);
  const around = { root, dataFolder, version: 'bench', clock: systemClock, ids: randomIds, log, closing };
  const engines = await openEngines({ ...around, settings: settings.value });
  const telephony = ringOverTrunk(engines.pbx.telephony);
  const withTrunkConsoles = { ...engines, pbx: { ...engines.pbx, telephony } };
  const surroundings = { ...around, settings: settings.value };
  const prepared = await prepareAccounts(surroundings, withTrunkConsoles);
  const open = await openDesk(surroundings, withTrunkConsoles);
  await openWeb(surroundings, withTrunkConsoles, prepared, open);
  await seatConsoles(open.desk);
  process.stdout.write('The load server is ready\n');
}

await main();
