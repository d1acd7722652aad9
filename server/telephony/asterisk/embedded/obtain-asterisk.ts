import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Log } from '../../../ports/log.ts';
import type { EmbeddedFailure } from './embedded-failure.ts';
import { type Installation, parseInstallation } from './locate-asterisk.ts';

const deadlineMs = 30 * 60_000;

/**
 * Obtains Asterisk by the script that `npm start` runs as well; at once when it is there already. Its progress goes to the
 * log. It is a process of its own, because it is plain JavaScript that is not part of the built server.
 */
export async function obtainAsterisk(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  log: Pick<Log, 'info'>,
): Promise<Result<Installation, EmbeddedFailure>> {
  const script = path.join(root, 'scripts/obtain-asterisk.mjs');
  const child = spawn(process.execPath, [script, '--json'], {
    cwd: root,
    env,
    timeout: deadlineMs,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface(child.stderr).on('line', (line) => {
    said.push(line);
    if (line.startsWith('•')) log.info({ part: 'pbx' }, line.slice(2));
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  });
  const [answer, code] = await Promise.all([text(child.stdout), ended]);
  const installation = code === 0 ? parseInstallation(answer) : undefined;
  if (installation) return ok(installation);
  const complaint = said.filter((line) => !line.startsWith('•')).join('\n');
  return fail({ code: 'notObtainable', message: complaint || `${script} ended with ${code}.` });
}
