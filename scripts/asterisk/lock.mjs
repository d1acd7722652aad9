import { mkdirSync, openSync, closeSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const beatMs = 2_000;
const staleMs = 15_000;
const pollMs = 250;

function take(file) {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** A lock whose holder no longer touches it is set aside, by whoever is first. */
function breakStale(file) {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (touched === undefined || Date.now() - touched < staleMs) return;
  renameSync(file, `${file}.${process.pid}`);
  rmSync(`${file}.${process.pid}`, { force: true });
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
