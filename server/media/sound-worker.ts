import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { doSoundJob, type SoundJob } from './sound-jobs.ts';

/** The entry of a thread that works on sound. */
const port = parentPort;
if (!port) throw new Error('this file is the entry of a worker thread');

/** On Linux a thread has a priority of its own: whoever answers calls comes before this one. Elsewhere it would be the whole server's. */
if (process.platform === 'linux') setPriority(0, 10);

port.on('message', (job: SoundJob) => void doSoundJob(job).then((answer) => port.postMessage(answer, [])));
