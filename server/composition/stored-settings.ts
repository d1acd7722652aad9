import type { Ids } from '../ports/ids.ts';
import type { SettingStore } from '../ports/stores.ts';
import { FailedStart } from './failed-start.ts';

/** A key that is made once for an installation and the same for each of its servers. */
export async function storedKey(settings: SettingStore, name: string, ids: Ids): Promise<string> {
  const key = await settings.putIfAbsent(name, ids.secret());
  if (!key.ok) throw new FailedStart('The database does not answer.');
  return key.value;
}

/** Whose reception this is. */
export async function storedName(settings: SettingStore): Promise<string> {
  const name = await settings.get('organisation');
  if (!name.ok) throw new FailedStart('The database does not answer.');
  return name.value ?? 'Frontdesk';
}
