import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { freePort, freeSipPort, rtpRange } from './free-ports.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const readyWithinMs = 60_000;
const stopsWithinMs = 20_000;

/** A Frontdesk of its own: ports, data folder, database and PBX. */
export type Instance = {
  readonly url: string;
  readonly sip: { readonly host: string; readonly port: number };
  readonly rtp: { readonly low: number; readonly high: number };
  readonly dataFolder: string;
  readonly pid: number;
  /** What it printed so far. */
  readonly output: () => string;
  /** Resolves to its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Also takes the data folder away. */
  readonly dispose: () => Promise<void>;
};

export type InstanceOptions = {
  readonly workerIndex?: number;
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: Program;
};

/** The built server, or what `npm start` runs. */
type Program = 'dist-server/main.js' | 'scripts/start.mjs';

export async function startInstance(options: InstanceOptions = {}): Promise<Instance> {
  const dataFolder = options.dataFolder ?? (await newDataFolder());
  const [port, sipPort, rtp] = [await freePort(), await freeSipPort(), rtpRange(options.workerIndex ?? 0)];
  const env = {
    FRONTDESK_PORT: String(port),
    FRONTDESK_SIP_PORT: String(sipPort),
    FRONTDESK_RTP_PORTS: `${rtp.low}-${rtp.high}`,
    FRONTDESK_DATA: dataFolder,
    FRONTDESK_GRACE_SECONDS: '3',
    // The same voices on every machine.
    FRONTDESK_ESPEAK: 'off',
    ...options.env,
  };
  const server = runServer(env, options.program);
  await server.ready();
  return {
    url: `http://localhost:${env.FRONTDESK_PORT}`,
    sip: { host: '127.0.0.1', port: Number(env.FRONTDESK_SIP_PORT) },
    rtp,
    dataFolder,
    pid: server.child.pid ?? 0,
    output: server.output,
    stop: server.stop,
    dispose: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** As an administrator would make one: others may pass through it, as the database's own account must. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'frontdesk-e2e-'));
  await chmod(folder, 0o755);
  return folder;
}

/** `npm start` reads `.env`: what whoever runs the tests has set there is not set for them. */
function unsetByFile(): Readonly<Record<string, string>> {
  const file = path.join(root, '.env');
  const names = existsSync(file) ? Object.keys(parseEnv(readFileSync(file, 'utf8'))) : [];
  return Object.fromEntries(names.map((name) => [name, '']));
}

/** Runs a server; what it prints is kept. */
export function runServer(env: Readonly<Record<string, string>>, program: Program = 'dist-server/main.js') {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('FRONTDESK_')));
  const cache = process.env['FRONTDESK_CACHE'];
  const child = spawn(process.execPath, [path.join(root, program)], {
    cwd: root,
    env: { ...inherited, ...unsetByFile(), ...(cache !== undefined && { FRONTDESK_CACHE: cache }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()));
  const output = (): string => printed;
  return {
    child,
    output,
    ready: () => waitForOutput(child, output, 'Frontdesk is ready'),
    /** Resolves to the exit code once it has ended. */
    exited: () => exitOf(child, readyWithinMs),
    stop: async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return exitOf(child, stopsWithinMs);
    },
  };
}

function waitForOutput(child: ChildProcess, output: () => string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready in time:\n${output()}`)), readyWithinMs);
    const check = (): void => {
      if (!output().includes(text)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', check);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code} before it was ready:\n${output()}`));
    });
  });
}

function exitOf(child: ChildProcess, withinMs: number): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('the server did not stop in time'));
    }, withinMs);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}
