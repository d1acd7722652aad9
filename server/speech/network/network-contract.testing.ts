import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Speech } from '../../ports/speech.ts';
import { keptLog } from '../../storage/testing/kept-log.ts';
import { describeSpeech } from '../speech-contract.testing.ts';
import { pauseMs, type NetworkOptions } from './network-speech.ts';
import { json, type Misbehaviour, send, type StandIn } from './stand-in.testing.ts';

/** A clock that stands still until it is told. */
export function handClock() {
  const tasks = new Set<() => void>();
  let now = 1_700_000_000_000;
  return {
    now: () => now,
    after: (_ms: number, task: () => void) => {
      tasks.add(task);
      return () => tasks.delete(task);
    },
    /** So much time goes by, and every deadline with it. */
    pass: (ms: number) => {
      now += ms;
      for (const task of Array.from(tasks)) task();
    },
    waiting: () => tasks.size,
  };
}

const secret = 'Mr Nobody owes us 4711 euros';
const echo = json({ error: { message: `cannot say: ${secret}` } });
const wav = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('RIFF\xff\xff\0\0WAVE', 'latin1'), Buffer.alloc(bytes)]);

/** What, how, and whether everybody is spared the provider for a while. */
const misbehaviours: readonly (readonly [string, Misbehaviour, boolean])[] = [
  ['refuses the key', send({ ...echo, status: 401 }), true],
  ['forbids it', send({ ...echo, status: 403 }), true],
  ['wants fewer requests', send({ ...echo, status: 429 }), true],
  ['is broken', send({ ...echo, status: 500 }), true],
  ['is overloaded', send({ ...echo, status: 503 }), true],
  ['does not like the request', send({ ...echo, status: 400 }), false],
  ['sends a page', send({ type: 'text/html', body: '<!doctype html><p>Sign in to the WLAN</p>' }), false],
  ['sends a page as a sound', send({ type: 'audio/pcm', body: '\n<!DOCTYPE html><p>Sign in to the WLAN</p>' }), false],
  ['sends an error as a sound', send({ type: 'audio/pcm', body: '{"error":"quota"}' }), false],
  ['sends an error with 200', send(echo), false],
  ['sends another kind of sound', send({ type: 'audio/mpeg', body: Buffer.alloc(20_000) }), false],
  ['sends another kind of sound as this', send({ type: 'audio/pcm', body: `ID3${'x'.repeat(20_000)}` }), false],
  ['sends half a sample', send({ type: 'audio/pcm', body: Buffer.alloc(20_001) }), false],
  ['sends half a WAV file', send({ type: 'audio/wav', body: wav(20_000) }), false],
  ['sends nothing', send({ type: 'audio/pcm', body: '' }), false],
  ['sends a click', send({ type: 'audio/pcm', body: Buffer.alloc(200) }), false],
  ['hangs up in mid-answer', hangUp, true],
  ['sends us elsewhere', (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(), true],
  ['has no end', pour, false],
];

function hangUp(response: Parameters<Misbehaviour>[0]): void {
  response.writeHead(200, { 'content-type': 'audio/pcm', 'content-length': 20_000 });
  response.write(Buffer.alloc(10_000), () => response.destroy());
}

function pour(response: Parameters<Misbehaviour>[0]): void {
  response.writeHead(200, { 'content-type': 'audio/pcm' });
  const more = (): void => {
    if (!response.destroyed) response.write(Buffer.alloc(1 << 20), more);
  };
  more();
}

type Opening = { readonly baseUrl: string; readonly key: string } & Pick<NetworkOptions, 'clock' | 'log'>;

/** What every driver of a network voice does: what each Speech does, and what it does when its provider does not. */
export function describeNetworkSpeech(
  name: string,
  { standIn, key, open }: { readonly standIn: StandIn; readonly key: string; readonly open: (to: Opening) => Speech },
): void {
  const resting = { now: () => Date.now(), after: () => () => {} };
  describeSpeech(name, () => open({ baseUrl: standIn.url, key, clock: resting, log: { warn: () => {} } }));

  describe(`${name}, when the provider`, () => {
    let clock: ReturnType<typeof handClock>;
    let kept: ReturnType<typeof keptLog>;
    let speech: Speech;
    beforeEach(() => {
      clock = handClock();
      kept = keptLog();
      speech = open({ baseUrl: standIn.url, key, clock, log: kept.log });
    });
    afterEach(async () => {
      standIn.misbehave(null);
      await speech.close();
    });

    const expectTold = (): void => {
      expect(kept.lines).toHaveLength(1);
      expect(kept.lines[0]?.level).toBe('warn');
      expect(JSON.stringify(kept.lines)).not.toMatch(/Nobody|4711|127\.0\.0\.1/);
      expect(JSON.stringify(kept.lines)).not.toContain(key);
    };

    it.each(misbehaviours)('%s', async (_, how, lasting) => {
      expect((await speech.voices()).length).toBeGreaterThan(0);
      standIn.misbehave(how);
      expect(await speech.synthesize({ input: secret })).toEqual({ ok: false, error: 'speechUnavailable' });
      expectTold();
      expect(clock.waiting()).toBe(0);
      standIn.misbehave(null);
      const asked = standIn.received.length;
      expect((await speech.synthesize({ input: secret })).ok).toBe(!lasting);
      expect(standIn.received.length - asked).toBe(lasting ? 0 : 1);
      expect((await speech.voices()).length > 0).toBe(!lasting);
      clock.pass(pauseMs);
      expect(await speech.synthesize({ input: secret })).toMatchObject({ ok: true });
      expect((await speech.voices()).length).toBeGreaterThan(0);
    });

    it.each<[string, Misbehaviour]>([
      ['never answers', () => {}],
      ['stops in mid-answer', (response) => response.writeHead(200, { 'content-type': 'audio/pcm' }).write('half')],
    ])('%s', async (_, how) => {
      await speech.voices();
      standIn.misbehave(how);
      const arrived = standIn.arrival();
      const said = speech.synthesize({ input: secret });
      await arrived;
      clock.pass(10_000);
      expect(await said).toEqual({ ok: false, error: 'speechTimedOut' });
      expectTold();
      expect(await speech.voices()).toEqual([]);
    });

    it('is not there', async () => {
      const lost = open({ baseUrl: 'http://127.0.0.1:1', key, clock, log: kept.log });
      expect(await lost.synthesize({ input: secret })).toEqual({ ok: false, error: 'speechUnavailable' });
      expectTold();
      expect(await lost.voices()).toEqual([]);
      expect(await lost.synthesize({ input: '' })).toEqual({ ok: false, error: 'speechEmpty' });
      await lost.close();
    });

    it('does not know the key', async () => {
      const stranger = open({ baseUrl: standIn.url, key: 'somebody-elses-key', clock, log: kept.log });
      expect(await stranger.synthesize({ input: secret })).toEqual({ ok: false, error: 'speechUnavailable' });
      expect(await stranger.synthesize({ input: secret })).toEqual({ ok: false, error: 'speechUnavailable' });
      expectTold();
      expect(JSON.stringify(kept.lines)).not.toContain('somebody');
      await stranger.close();
    });

    it.each(['</prosody></speak>', '<break time="10s"/> & "that\'s it"', '-v de', 'a]]>b'])(
      'is asked for what looks like markup: %j is text',
      async (input) => {
        const plain = await speech.synthesize({ input: 'a'.repeat(input.length), speed: 2 });
        expect(await speech.synthesize({ input, speed: 2 })).toEqual(plain);
      },
    );

    it('would be given letters that its voice does not read', async () => {
      expect(await speech.synthesize({ input: 'Hello Иван', language: 'en' })).toEqual({
        ok: false,
        error: 'speechUnspeakable',
      });
    });
  });
}
