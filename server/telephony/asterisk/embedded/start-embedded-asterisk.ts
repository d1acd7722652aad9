import path from 'node:path';
import { ok, type Result } from '../../../../shared/result.ts';
import { checkTrunk } from './check-trunk.ts';
import { ariUser, edgeAddress, stasisApp } from './config-files.ts';
import type { EmbeddedFailure } from './embedded-failure.ts';
import { embeddedFolders, prepareFolders, writing } from './embedded-folders.ts';
import { type EmbeddedOptions, loopback } from './embedded-options.ts';
import { keepHouse } from './housekeeping.ts';
import { KeepRunning } from './keep-running.ts';
import {
  adoptAsterisk,
  ariUrl,
  launchAsterisk,
  type Launched,
  launchInstance,
  type LaunchSetup,
} from './launch-asterisk.ts';
import { locateAsterisk } from './locate-asterisk.ts';
import { provideMusic } from './music-on-hold.ts';
import { obtainAsterisk } from './obtain-asterisk.ts';
import { RejectedSipCounter, type RejectedSip } from './rejected-sip.ts';

/** A running Asterisk of our own. Addresses and password stay the same when it is started anew. */
export type EmbeddedAsterisk = {
  readonly ari: { readonly url: string; readonly user: string; readonly password: string };
  /** The name of our application in the dialplan's Stasis(). */
  readonly stasisApp: string;
  /** Where the edge connects to, and the local address it must connect from: consoles are admitted from there alone. */
  readonly edge: { readonly wsUrl: string; readonly localAddress: string };
  /** The address in its SDP; for `pushConsole`. */
  readonly mediaAddress: string;
  readonly version: string;
  /** True when it ran already, with its calls. */
  readonly adopted: boolean;
  readonly soundsFolder: string;
  /** ARI's recordings by their names, and MixMonitor's files. */
  readonly recordingsFolder: string;
  readonly monitorFolder: string;
  readonly pid: () => number | undefined;
  /** SIP requests refused since this server started, by Asterisk's name for the reason. */
  readonly rejectedSip: () => RejectedSip;
  /** Called when it has gone (or another server has taken it over), and when it serves again. Both return how to stop listening. */
  readonly onDown: (listener: () => void) => () => void;
  readonly onRestart: (listener: () => void) => () => void;
  /** Ends it, with its calls. */
  readonly stop: () => Promise<void>;
  /** Leaves it running, with its calls, for the server that follows within the grace. */
  readonly detach: () => void;
};

/**
 * Has an Asterisk run for this data folder: takes over the one that an earlier server left, or obtains one if need be and
 * starts it. It is checked on every 3 s, and started anew with the same addresses when it ends or hangs; what was written
 * to it at run time (consoles) must then be written again: `onRestart`.
 */
export async function startEmbeddedAsterisk(
  options: EmbeddedOptions,
): Promise<Result<EmbeddedAsterisk, EmbeddedFailure>> {
  const folders = embeddedFolders(options.dataFolder);
  const checked = checkTrunk(options.trunkMatch);
  if (!checked.ok) return checked;
  const prepared = prepareFolders(folders);
  if (!prepared.ok) return prepared;
  const { env = process.env } = options;
  const located = locateAsterisk(env);
  const obtained = located ? ok(located) : await obtainAsterisk(options.root, env, options.log);
  if (!obtained.ok) return obtained;
  const music = writing(folders, () => provideMusic(folders.music));
  if (!music.ok) return music;
  const setup: LaunchSetup = { options, folders, installation: obtained.value };
  const adopted = await adoptAsterisk(setup);
  const launched = adopted ? ok(adopted) : await launchAsterisk(setup);
  return launched.ok ? ok(superviseAsterisk(setup, launched.value)) : launched;
}

function superviseAsterisk(setup: LaunchSetup, { child, instance, rest }: Launched): EmbeddedAsterisk {
  const { options, folders, installation } = setup;
  const rejected = new RejectedSipCounter(folders.log);
  const keeper = new KeepRunning({
    child,
    start: async () => {
      const again = await launchInstance(setup, instance);
      return again.ok ? ok(again.value.child) : again;
    },
    isHealthy: async () => (await rest('GET', ['asterisk', 'ping'])).kind === 'done',
    whenHealthy: () => keepHouse({ logFolder: folders.log, rest, rejected, log: options.log }),
    clock: options.clock,
    log: options.log,
  });
  const { version, dataFolder } = installation;
  options.log.info({ part: 'pbx', version, adopted: child.adopted, pid: child.pid }, 'The PBX runs.');
  return {
    ari: { url: ariUrl(instance), user: ariUser, password: instance.password },
    stasisApp,
    edge: { wsUrl: `ws://${loopback}:${instance.httpPort}/ws`, localAddress: edgeAddress },
    mediaAddress: options.mediaAddress ?? loopback,
    version,
    adopted: child.adopted,
    soundsFolder: path.join(dataFolder, 'sounds'),
    recordingsFolder: path.join(folders.spool, 'recording'),
    monitorFolder: path.join(folders.spool, 'monitor'),
    pid: () => keeper.pid,
    rejectedSip: () => rejected.counts,
    onDown: (listener) => keeper.onDown(listener),
    onRestart: (listener) => keeper.onRestart(listener),
    stop: () => keeper.stop(),
    detach: () => keeper.detach(),
  };
}
