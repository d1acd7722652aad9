import { readFile, writeFile } from 'node:fs/promises';
import type { SipCall } from './call/sip-call.ts';
import { describeEvent } from './cli/describe-event.ts';
import { listenToKeys } from './cli/keyboard.ts';
import { readOptions, usage, type CliOptions } from './cli/options.ts';
import { loop, tone } from './media/audio-source.ts';
import { wav, writeWav } from './media/wav.ts';
import { SipCaller } from './sip-caller.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function run(options: CliOptions): Promise<number> {
  const { local, credentials, listen, target, ...rest } = options;
  const caller = await SipCaller[listen === undefined ? 'open' : 'listen']({
    ...rest,
    ...(credentials ? { credentials } : {}),
    localAddress: local,
    port: listen ?? 0,
    plays: options.wav === undefined ? tone(options.tone) : loop(wav(await readFile(options.wav))),
  });
  const stopKeys = listenToKeys(process.stdin, (key) => void pressed(caller, key));
  caller.onIncoming(narrate);
  say(`at ${caller.address.host}:${caller.address.port}`);
  if (target !== undefined) {
    const dialled = await caller.dial(target);
    if (dialled.ok) narrate(dialled.value);
  }
  const status = await follow(caller, options);
  stopKeys();
  await caller.close();
  return status;
}

/** Until the call is over, whoever ends it; 0 when it was answered. */
async function follow(caller: SipCaller, { keys, seconds, save }: CliOptions): Promise<number> {
  const forEver = 2 ** 31 - 1;
  await caller.until(() => caller.ending !== undefined || caller.state === 'connected', forEver);
  const stop = Number.isFinite(seconds) ? setTimeout(() => void caller.hangUp(), seconds * 1000) : undefined;
  if (keys !== '') await caller.press(keys);
  await caller.ended(forEver);
  clearTimeout(stop);
  const { sent, received, lost, jitterMs } = caller.packets();
  const { packet, sound } = caller.firstAudioAt;
  const since = caller.history[0]?.at ?? 0;
  const after = (at: number | undefined) => (at === undefined ? 'never' : `after ${Math.round(at - since)} ms`);
  say(`${sent} packets sent, ${received} heard, ${lost} lost, jitter ${jitterMs.toFixed(1)} ms`);
  say(`first packet ${after(packet)}, first sound ${after(sound)}`);
  if (save !== undefined) await writeFile(save, writeWav(caller.heard()));
  return caller.history.some(({ type }) => type === 'answered') ? 0 : 1;
}

function narrate(call: SipCall): void {
  const since = call.history[0]?.at ?? 0;
  const tell = (event: Parameters<typeof describeEvent>[0]) => {
    const line = describeEvent(event, since);
    if (line !== undefined) say(line);
  };
  for (const event of call.history) tell(event);
  call.onAny(tell);
}

async function pressed(caller: SipCaller, key: string): Promise<void> {
  if (key === 'q') await caller.hangUp();
  else if (key === 'h') await caller.hold();
  else if (key === 'r') await caller.resume();
  else if (key.trim() !== '' && !(await caller.press(key)).ok) say(`key ${key} cannot be pressed now`);
}

const options = readOptions(process.argv.slice(2));
if (options.ok) process.exitCode = await run(options.value);
else {
  say(options.error === 'help' ? usage : `${options.error}\n\n${usage}`);
  process.exitCode = options.error === 'help' ? 0 : 2;
}
