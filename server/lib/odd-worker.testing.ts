import { parentPort } from 'node:worker_threads';

/** Doubles numbers; hangs on 13, dies of 666. */
parentPort?.on('message', (job: number) => {
  if (job === 13) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (job === 666) throw new Error('bad number');
  parentPort?.postMessage(job * 2, []);
});
