import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import { logRefusal } from './ari-outcome.ts';
import type { AriRest } from './ari-rest.ts';
import { ariEventTypes, asteriskInfo } from './ari-schemas.ts';
import type { ConsoleRegister } from './console-register.ts';
import { type Found, findLegs } from './read-snapshot.ts';

export type SynchroniseParts = {
  readonly app: string;
  readonly rest: AriRest;
  readonly log: Log;
  readonly register: ConsoleRegister;
};

export type Synchronised = { readonly version: string; readonly found: Found };

/** Four in five of Asterisk's events are of types we never read: let it not send them. */
const wanted = [...ariEventTypes].map((type) => ({ type }));

/** What is to be done on a new connection, before anything is reported of it. */
export async function synchronise(parts: SynchroniseParts): Promise<Result<Synchronised, 'pbxUnavailable'>> {
  const { app, rest, log, register } = parts;
  const info = await rest('GET', ['asterisk', 'info']);
  const { data } = asteriskInfo.safeParse(info.kind === 'done' ? info.body : null);
  if (data === undefined) return fail('pbxUnavailable');
  const { system, status } = data;
  const filter = ['applications', app, 'eventFilter'];
  const filtered = await rest('PUT', filter, { body: { allowed: wanted } });
  if (filtered.kind === 'refused') logRefusal(log, 'PUT', filter, filtered);
  const told = await register.apply(status.startup_time);
  if (!told.ok) return told;
  const found = await findLegs(rest, app);
  return found.ok ? ok({ version: plainVersion(system.version), found: found.value }) : found;
}

/** `22.10.1+dfsg+~cs6…` is 22.10.1 as packaged by somebody. */
const plainVersion = (version: string): string => /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;
