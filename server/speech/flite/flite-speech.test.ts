import { describe, expect, it } from 'vitest';
import { workerEntry } from '../../lib/worker-entry.ts';
import { describeSpeech } from '../speech-contract.testing.ts';
import { createFliteSpeech } from './flite-speech.ts';

const worker = workerEntry(import.meta.url, { source: './flite-worker.ts', bundled: './flite-worker.js' });
const quiet = { warn: () => {}, error: () => {} };
const clock = { after: () => () => {} };
const open = () => createFliteSpeech({ worker, clock, log: quiet });

describeSpeech('Flite', open);

describe('Flite', () => {
  it.each(['Добрый день', 'Hello Иван', '您好', '<speak></speak>', '☎ ✂'])('does not try to say %j', async (input) => {
    const speech = open();
    expect(await speech.synthesize({ input })).toEqual({ ok: false, error: 'speechUnspeakable' });
    await speech.close();
  });

  it('speaks the text of what looks like markup, and no more', async () => {
    const speech = open();
    const marked = await speech.synthesize({ input: '<speak>Hello <break time="10s"/> there</speak>' });
    expect(marked).toEqual(await speech.synthesize({ input: 'Hello there' }));
    await speech.close();
  });
});
