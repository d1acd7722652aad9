import type { Log } from '../../ports/log.ts';
import { anyEvent, type AriEvent, ariEvent, ariEventTypes } from './ari-schemas.ts';
import { parsedJson } from './parsed-json.ts';

/** null for what is none of our business. An event we know in a shape we do not is logged, and the calls go on. */
export function parseEvent(text: string, log: Log): AriEvent | null {
  const json = parsedJson(text);
  const type = anyEvent.safeParse(json).data?.type ?? 'none';
  if (!ariEventTypes.has(type)) return null;
  const { data, error } = ariEvent.safeParse(json);
  if (error !== undefined) {
    const paths = error.issues.map(({ path }) => path.join('.'));
    log.error({ type, paths }, 'an event of the PBX is not as expected');
  }
  return data ?? null;
}
