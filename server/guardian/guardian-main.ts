import { text } from 'node:stream/consumers';
import { parseGuardianOptions } from './guardian-options.ts';
import { runGuardian } from './run-guardian.ts';

/** An owner that does not close its end must not keep a guardian whose child has ended. */
const farewellMs = 1_000;

const options = parseGuardianOptions(await text(process.stdin));
process.umask(0o077); // the socket is for this user alone
for (const signal of ['SIGINT', 'SIGHUP', 'SIGPIPE'] as const) process.on(signal, () => undefined);
const alone = await runGuardian(options, {
  now: Date.now,
  onTerminate: (listener) => process.on('SIGTERM', listener),
  listening: () => process.stdout.write('listening\n'),
});
if (!alone) process.stdout.write('taken\n');
setTimeout(() => process.exit(), farewellMs).unref();
