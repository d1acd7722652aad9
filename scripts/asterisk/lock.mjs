import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const beatMs = 2_000;
const staleMs = 15_000;
const pollMs = 250;

const holder = () => JSON.stringify({ host: hostname(), pid: process.pid });

function take(file) {
  try {
    writeFileSync(file, holder(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether its holder has ended: seen at once on this machine, by its silence on another that shares the folder. */
function isStale(file) {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (touched === undefined) return false;
  if (Date.now() - touched > staleMs) return true;
  const text = readFileSync(file, 'utf8');
  if (!text.endsWith('}')) return false; // just being written
  const { host, pid } = JSON.parse(text);
  return host === hostname() && !isAlive(pid);
}

/** A lock left behind is set aside first: only one of those who find it may remove it. */
function breakStale(file) {
  if (!isStale(file)) return;
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  rmSync(aside, { force: true });
}

/** Runs the task as the only process on this machine (or shared folder) that does; others wait and are told so once. */
export async function withLock(file, onWaiting, task) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = 0; !take(file); waited += 1) {
    if (waited === 0) onWaiting();
    breakStale(file);
    await delay(pollMs);
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs);
  try {
    return await task();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}
