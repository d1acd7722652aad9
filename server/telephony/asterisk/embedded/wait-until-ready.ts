import { execFile } from 'node:child_process';
import path from 'node:path';
import type { OwnedChild } from '../../../guardian/owned-child.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { AriRest } from '../ari-rest.ts';
import type { EmbeddedFolders } from './embedded-folders.ts';
import type { Installation } from './locate-asterisk.ts';

const pollMs = 20;

export type Readiness = 'ready' | 'ended' | 'late';

type Options = {
  readonly child: OwnedChild;
  readonly rest: AriRest;
  readonly folders: EmbeddedFolders;
  readonly installation: Installation;
  readonly clock: Clock;
  readonly withinMs: number;
};

/** Asterisk's own word that every module is loaded; ARI answers a little before that. */
function fullyBooted({ folders, installation }: Options, timeout: number): Promise<boolean> {
  const config = path.join(folders.pbx, 'etc/asterisk.conf');
  const args = [...installation.args, '-C', config, '-rx', 'core waitfullybooted'];
  return new Promise((resolve) => {
    execFile(installation.command, args, { timeout }, (error, output) =>
      resolve(error === null && output.includes('fully booted')),
    );
  });
}

/** Waits until ARI answers and Asterisk is fully booted, or it has ended, or the time is over. */
export async function waitUntilReady(options: Options): Promise<Readiness> {
  const { child, rest, clock } = options;
  const begun = clock.now();
  const left = (): number => begun + options.withinMs - clock.now();
  let ended = false;
  child.onExit(() => {
    ended = true;
  });
  while (left() > 0) {
    if (ended) return 'ended';
    const answer = await rest('GET', ['asterisk', 'ping']);
    if (answer.kind === 'done' && (await fullyBooted(options, left()))) return 'ready';
    await new Promise<void>((resolve) => clock.after(pollMs, resolve));
  }
  return 'late';
}
