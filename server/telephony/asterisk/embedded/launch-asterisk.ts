import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { guardedChild, type GuardedChild } from '../../../guardian/guarded-child.ts';
import { guardianEntry } from '../../../guardian/guardian-entry.ts';
import type { OwnedChild } from '../../../guardian/owned-child.ts';
import { type AriRest, createAriRest } from '../ari-rest.ts';
import { ariUser, renderFor, writeConfig } from './config-files.ts';
import type { ConfigFiles } from './render-config.ts';
import type { EmbeddedFailure } from './embedded-failure.ts';
import { clearRun, type EmbeddedFolders, writing } from './embedded-folders.ts';
import { type EmbeddedOptions, loopback, sipOptionsOf } from './embedded-options.ts';
import { type Instance, readInstance, writeInstance } from './instance-file.ts';
import type { Installation } from './locate-asterisk.ts';
import { lastErrors, readFrom, sizeOf } from './log-files.ts';
import { freePort, portHolder, portTrouble } from './ports-in-use.ts';
import { waitUntilReady } from './wait-until-ready.ts';

const ariDeadlineMs = 2_000;
const stopDeadlineMs = 5_000;
const defaultGraceMs = 20_000;
const startWithinMs = 60_000;
const answerWithinMs = 5_000;

export type LaunchSetup = {
  readonly options: EmbeddedOptions;
  readonly folders: EmbeddedFolders;
  readonly installation: Installation;
};

/** One run: how it is reached, and its process. */
export type Launched = { readonly child: OwnedChild; readonly instance: Instance; readonly rest: AriRest };

export const ariUrl = ({ httpPort }: Instance): string => `http://${loopback}:${httpPort}/ari`;

function restOf({ options }: LaunchSetup, instance: Instance): AriRest {
  const { clock } = options;
  return createAriRest({
    url: ariUrl(instance),
    user: ariUser,
    password: instance.password,
    clock,
    deadlineMs: ariDeadlineMs,
  });
}

function guardOf(
  setup: LaunchSetup,
  instance: Instance,
): { readonly files: ConfigFiles; readonly guard: GuardedChild } {
  const { options, folders, installation } = setup;
  const { files, hash } = renderFor({ ...sipOptionsOf(options), root: options.root, folders, installation, instance });
  const guard = guardedChild({
    entry: guardianEntry(options.root),
    socketPath: path.join(folders.pbx, 'guardian.sock'),
    command: installation.command,
    args: [...installation.args, '-f', '-n', '-C', path.join(folders.pbx, 'etc/asterisk.conf')],
    cwd: folders.pbx,
    env: { PATH: '/usr/bin:/bin', HOME: folders.pbx, LC_ALL: 'C.UTF-8' },
    logFile: path.join(folders.log, 'console.txt'),
    graceMs: options.graceMs ?? defaultGraceMs,
    stopSignal: 'SIGTERM',
    stopDeadlineMs,
    identity: hash,
  });
  return { files, guard };
}

/** Takes over the Asterisk that an earlier server left running with this very configuration, if it answers. */
export async function adoptAsterisk(setup: LaunchSetup): Promise<Launched | undefined> {
  const instance = readInstance(setup.folders);
  if (!instance) return undefined;
  const child = await guardOf(setup, instance).guard.adopt();
  if (!child) return undefined;
  const rest = restOf(setup, instance);
  const readiness = await waitUntilReady({
    ...setup,
    clock: setup.options.clock,
    child,
    rest,
    withinMs: answerWithinMs,
  });
  if (readiness === 'ready') return { child, instance, rest };
  await child.stop();
  return undefined;
}

async function checkSipPort({ options }: LaunchSetup): Promise<Result<void, EmbeddedFailure>> {
  const { sipAddress, sipPort } = sipOptionsOf(options);
  const trouble = await portTrouble(sipAddress, sipPort);
  if (!trouble) return ok();
  const place = `SIP port ${sipPort} (${trouble.protocol}) at ${sipAddress}`;
  if (trouble.code !== 'EADDRINUSE') {
    return fail({
      code: 'sipPortRefused',
      message: `${place} cannot be used (${trouble.code}); FRONTDESK_SIP_PORT names another.`,
    });
  }
  const holder = portHolder(trouble.protocol, sipPort);
  const by = holder === undefined ? '' : ` by ${holder}`;
  return fail({ code: 'sipPortInUse', message: `${place} is in use${by}; FRONTDESK_SIP_PORT names another.` });
}

/** Starts Asterisk for this instance, with a configuration written anew, and waits until it serves. */
export async function launchInstance(
  setup: LaunchSetup,
  instance: Instance,
): Promise<Result<Launched, EmbeddedFailure>> {
  const { folders, options } = setup;
  const usable = await checkSipPort(setup);
  if (!usable.ok) return usable;
  const { files, guard } = guardOf(setup, instance);
  const fullLog = path.join(folders.log, 'full.log');
  const before = sizeOf(fullLog);
  const written = writing(folders, () => {
    clearRun(folders);
    writeConfig(folders, files);
    writeInstance(folders, instance);
  });
  if (!written.ok) return written;
  const spawned = await guard.spawnOrAdopt();
  if (!spawned.ok) return fail({ code: 'guardianFailed', message: spawned.error.message });
  const rest = restOf(setup, instance);
  const child = spawned.value;
  const readiness = await waitUntilReady({ ...setup, clock: options.clock, child, rest, withinMs: startWithinMs });
  if (readiness === 'ready') return ok({ child, instance, rest });
  await child.stop();
  const how = readiness === 'ended' ? 'ended while it started' : `was not ready within ${startWithinMs / 1000} s`;
  const last =
    lastErrors(fullLog, before) ?? readFrom(path.join(folders.log, 'console.txt'), 0).trim().split('\n').at(-1);
  return fail({ code: 'diedAtStart', message: `Asterisk ${how}: ${last || `see ${folders.log}`}.` });
}

/** Starts Asterisk with a password and a port of its own. */
export async function launchAsterisk(setup: LaunchSetup): Promise<Result<Launched, EmbeddedFailure>> {
  const instance = {
    httpPort: await freePort(loopback),
    password: setup.options.ids?.secret() ?? randomBytes(32).toString('base64url'),
  };
  return launchInstance(setup, instance);
}
