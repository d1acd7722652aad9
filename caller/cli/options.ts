import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Address } from '../sip/addresses.ts';
import type { Credentials } from '../sip/digest.ts';

export const usage = `Simulate a caller: place a call, speak, press keys, hear.

  npx tsx caller/main.ts NUMBER [options]      call NUMBER (or a sip: URI) at the server
  npx tsx caller/main.ts --listen 5080         wait for calls and answer them

  --server HOST[:PORT]    where to call                         (127.0.0.1:5060)
  --local ADDRESS         our own address, a PBX may know us by it   (127.0.0.1)
  --transport udp|tcp                                                      (udp)
  --number NUMBER         who we are                                 (+15550001)
  --name NAME             and by what name
  --withheld              hide the number (anonymous, Privacy: id)
  --tone HZ               speak a tone                                     (440)
  --wav FILE              speak a WAV file, over and over
  --header 'NAME: VALUE'  a further header of the INVITE; may be repeated
  --user NAME --password WORD   for a server that asks
  --keys DIGITS           keys to press once answered
  --seconds N             hang up N seconds after the answer
  --listen PORT           wait for calls instead of placing one
  --save FILE             write what was heard as a WAV file
  --help                  this

While it runs, type keys (0-9 * # A-D) to press them, h to hold, r to resume, q to hang up.
`;

export type CliOptions = {
  readonly target: string | undefined;
  readonly server: Address;
  readonly local: string;
  readonly transport: 'udp' | 'tcp';
  readonly number: string;
  readonly name: string;
  readonly withheld: boolean;
  readonly tone: number;
  readonly wav: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: Credentials | undefined;
  readonly keys: string;
  readonly seconds: number;
  readonly listen: number | undefined;
  readonly save: string | undefined;
};

const known = {
  server: { type: 'string', default: '127.0.0.1:5060' },
  local: { type: 'string', default: '127.0.0.1' },
  transport: { type: 'string', default: 'udp' },
  number: { type: 'string', default: '+15550001' },
  name: { type: 'string', default: '' },
  withheld: { type: 'boolean', default: false },
  tone: { type: 'string', default: '440' },
  wav: { type: 'string' },
  header: { type: 'string', multiple: true, default: [] as string[] },
  user: { type: 'string' },
  password: { type: 'string', default: '' },
  keys: { type: 'string', default: '' },
  seconds: { type: 'string', default: 'Infinity' },
  listen: { type: 'string' },
  save: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** The command line read; a sentence where it cannot be, `help` where help was asked for. */
export function readOptions(args: readonly string[]): Result<CliOptions, string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [host = '', port = '5060'] = values.server.split(':');
  const { transport, user } = values;
  const [target] = positionals;
  const listen = values.listen === undefined ? undefined : Number(values.listen);
  if (values.help) return fail('help');
  if (transport !== 'udp' && transport !== 'tcp') return fail('--transport is udp or tcp');
  if (target === undefined && listen === undefined) return fail('a number to call, or --listen PORT, is needed');
  const numbers = [Number(port), Number(values.tone), Number(values.seconds), listen ?? 0];
  if (numbers.some(Number.isNaN)) return fail('ports, --tone and --seconds are numbers');
  return ok({
    ...values,
    target,
    transport,
    listen,
    wav: values.wav,
    save: values.save,
    server: { host, port: Number(port) },
    tone: Number(values.tone),
    seconds: Number(values.seconds),
    headers: Object.fromEntries(values.header.map(splitHeader)),
    credentials: user === undefined ? undefined : { username: user, password: values.password },
  });
}

function splitHeader(line: string): readonly [string, string] {
  const [name = '', ...value] = line.split(':');
  return [name.trim(), value.join(':').trim()];
}

function parse(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: known, allowPositionals: true }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
