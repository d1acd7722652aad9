import type { Prompts } from '../calls/desk.ts';
import type { CombinedSpeech } from '../speech/combined-speech.ts';
import type { SqlDatabase } from '../storage/sql/open-database.ts';
import { openTheDatabase } from './open-database.ts';
import { openPhonesOfDemo } from './open-simulated-phones.ts';
import { openSpeech, renderPrompts } from './open-speech.ts';
import { openTelephony, type OpenTelephony } from './open-telephony.ts';
import type { Surroundings } from './surroundings.ts';

/** The parts that are programs of their own. */
export type Engines = {
  readonly database: SqlDatabase;
  readonly pbx: OpenTelephony;
  readonly speech: CombinedSpeech;
  readonly prompts: Prompts;
};

/** Starts them side by side. When one cannot be started, those that were are in `closing` all the same. */
export async function openEngines(around: Surroundings): Promise<Engines> {
  const { closing } = around;
  const speech = await openSpeech(around);
  closing.add('speech', () => speech.close());
  const phones = await openPhonesOfDemo(around, speech);
  if (phones !== null) closing.add('simulated telephones', phones.close);
  const database = openTheDatabase(around);
  const pbx = openTelephony(around, phones?.contact ?? around.settings.trunk.contact);
  const opened = await Promise.allSettled([database, pbx, renderPrompts(speech, around)]);
  const [data, phone, prompts] = opened;
  if (data.status === 'fulfilled') closing.add('database', data.value.close);
  if (phone.status === 'fulfilled') closing.add('telephony', phone.value.close);
  if (data.status === 'rejected') throw data.reason;
  if (phone.status === 'rejected') throw phone.reason;
  if (prompts.status === 'rejected') throw prompts.reason;
  return { database: data.value.database, pbx: phone.value, speech, prompts: prompts.value };
}
