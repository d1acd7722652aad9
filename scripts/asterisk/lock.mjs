import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const beatMs = 2_000;
const staleMs = 15_000;
const pollMs = 250;

/** Whether it could be done: not when that is why it cannot. */
function done(unless, work) {
  try {
    work();
    return true;
  } catch (error) {
    if (error.code !== unless) throw error;
    return false;
  }
}

const take = (file, mark) => done('EEXIST', () => writeFileSync(file, mark, { flag: 'wx' }));

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Whether its holder has ended: seen at once on this machine, by its silence on another that shares the folder. Throws
 * ENOENT when it has just been given back.
 */
function isStale(file) {
  if (Date.now() - statSync(file).mtimeMs > staleMs) return true;
  const text = readFileSync(file, 'utf8');
  if (!text.endsWith('}')) return false; // just being written
  const { host, pid } = JSON.parse(text);
  return host === hostname() && !isAlive(pid);
}

/** A lock left behind is set aside first: only one of those who find it may remove it. The others find nothing, or a new one. */
function breakStale(file) {
  const aside = `${file}.${process.pid}`;
  done('ENOENT', () => {
    if (!isStale(file)) return;
    renameSync(file, aside);
    // Somebody was quicker, and has taken it anew: it is theirs.
    if (!isStale(aside)) done('EEXIST', () => copyFileSync(aside, file, constants.COPYFILE_EXCL));
    rmSync(aside, { force: true });
  });
}

/**
 * Runs the task as the only process on this machine (or shared folder) that does; others wait and are told so once. Who
 * slept so long that the lock was broken goes on without it. `every`: as setInterval.
 */
export async function withLock(file, onWaiting, task, every = setInterval) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mark = JSON.stringify({ id: randomUUID(), host: hostname(), pid: process.pid });
  const whileOurs = (work) => done('ENOENT', () => readFileSync(file, 'utf8') === mark && work());
  for (let waited = 0; !take(file, mark); waited += 1) {
    if (waited === 0) onWaiting();
    breakStale(file);
    await delay(pollMs);
  }
  const beat = every(() => whileOurs(() => utimesSync(file, new Date(), new Date())), beatMs);
  try {
    return await task();
  } finally {
    clearInterval(beat);
    whileOurs(() => rmSync(file));
  }
}
