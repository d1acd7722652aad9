import { isJsonObject } from './json-lines.ts';
import { guardedChild, type GuardedChildOptions } from './guarded-child.ts';

/** A server in small, for tests that kill it: takes the options from its arguments, prints the child's process id and waits. */
function isOptions(value: unknown): value is GuardedChildOptions {
  return isJsonObject(value) && typeof value['entry'] === 'string' && typeof value['command'] === 'string';
}

const options: unknown = JSON.parse(process.argv[2] ?? '');
if (!isOptions(options)) throw new TypeError('no options');
const owned = await guardedChild(options).spawnOrAdopt();
if (!owned.ok) throw new Error(owned.error.message);
process.stdout.write(`${owned.value.pid}\n`);
