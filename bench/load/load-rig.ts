import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tone } from '../../caller/media/audio-source.ts';
import { SipCaller } from '../../caller/sip-caller.ts';
import { freePort, freeSipPort } from '../../e2e/support/free-ports.ts';
import { closingAfter } from '../interruption.ts';
import { newDataFolder } from '../stage.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const readyWithinMs = 90_000;
const stopsWithinMs = 30_000;

export const consoleHz = 880;

/** The load server, and the one SIP telephone that answers for all its consoles at once. */
export type LoadRig = {
  readonly pid: number;
  readonly url: string;
  readonly sip: { readonly host: string; readonly port: number };
  readonly consoles: SipCaller;
};

export async function onLoadRig<Value>(work: (rig: LoadRig) => Promise<Value>): Promise<Value> {
  const consoles = await SipCaller.listen({ number: '200', plays: tone(consoleHz), keepSeconds: 2 });
  const dataFolder = await newDataFolder();
  const [port, sipPort] = [await freePort(), await freeSipPort()];
  const server = startServer({
    NODE_ENV: 'production',
    FRONTDESK_PORT: String(port),
    FRONTDESK_SIP_PORT: String(sipPort),
    FRONTDESK_DATA: dataFolder,
    // Two legs a call with two ports each, and room for those that are just being let go.
    FRONTDESK_RTP_PORTS: '26000-27999',
    FRONTDESK_GRACE_SECONDS: '3',
    FRONTDESK_TRUNK_CONTACT: `sip:127.0.0.1:${consoles.address.port}`,
  });
  const close = async (): Promise<void> => {
    await consoles.close();
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return closingAfter(close, async () => {
    await server.ready;
    const sip = { host: '127.0.0.1', port: sipPort };
    return work({ pid: server.pid, url: `http://localhost:${port}`, sip, consoles });
  });
}

function startServer(env: Readonly<Record<string, string>>) {
  const cache = process.env['FRONTDESK_CACHE'];
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('FRONTDESK_')));
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'bench/load-server/load-server.ts')], {
    cwd: root,
    env: { ...inherited, ...(cache !== undefined && { FRONTDESK_CACHE: cache }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let printed = '';
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`the load server was not ready in time:\n${printed}`)),
      readyWithinMs,
    );
    const hear = (data: Buffer): void => {
      printed = (printed + data.toString()).slice(-20_000);
      if (!printed.includes('The load server is ready')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the load server ended with ${code}:\n${printed}`));
    });
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
    await exited;
    clearTimeout(late);
  };
  return { pid: child.pid ?? 0, ready, stop };
}
