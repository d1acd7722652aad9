import { expect, type APIRequestContext } from '@playwright/test';
import { sampleRate } from '../../caller/media/g711.ts';
import { toneStrength } from '../../caller/media/goertzel.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import type { ConsolePage } from '../pages/console-page.ts';

/** What is said takes its time. */
export async function talk(caller: SipCaller, ms: number): Promise<void> {
  const from = performance.now();
  await caller.until(() => performance.now() - from >= ms, ms + 10_000, 'speech');
}

/** Between which lengths the talk is, as exactly as anybody can know who asks for its beginning and its end. */
export function talkTime() {
  const asked = performance.now();
  let [begun, ending] = [asked, asked];
  return {
    begun: () => (begun = performance.now()),
    ending: () => (ending = performance.now()),
    over: () => ({ least: ending - begun, most: performance.now() - asked }),
  };
}

type Mark = { readonly kind: string; readonly atMs: number };
export type RecordingAnswer = {
  readonly id: string;
  readonly lengthMs: number;
  readonly cut: boolean;
  readonly marks: readonly Mark[];
};

const headerBytes = 44;
const samplesAMs = sampleRate / 1000;

/** What a desk does about recordings, over the API. */
export function recordingDesk(desk: ConsolePage, url: string) {
  const { request } = desk.page;
  const api = `${url}/api/v1`;
  return {
    /** The newest call. */
    callId: async (): Promise<string> => {
      const { calls } = await (await request.get(`${api}/calls?limit=1`)).json();
      return calls[0].id;
    },
    does: async (what: 'start' | 'pause' | 'resume' | 'stop', callId: string): Promise<number> =>
      (await request.post(`${api}/calls/${callId}/recording/${what}`)).status(),
    state: async (callId: string): Promise<string> => {
      const { call } = await (await request.get(`${api}/calls/${callId}`)).json();
      return call.recording;
    },
    /** The recording of that caller, as soon as it is in the list. */
    kept: (caller: string, withinMs = 30_000): Promise<RecordingAnswer> => keptOf(request, api, caller, withinMs),
    sound: async (id: string): Promise<Channels> =>
      channelsOf(await (await request.get(`${api}/recordings/${id}/sound`)).body()),
  };
}

async function keptOf(
  request: APIRequestContext,
  api: string,
  caller: string,
  withinMs: number,
): Promise<RecordingAnswer> {
  let found: RecordingAnswer | undefined;
  const list = `${api}/recordings?kind=call&search=${encodeURIComponent(caller)}`;
  await expect
    .poll(
      async () => {
        const { recordings } = await (await request.get(list)).json();
        [found] = recordings;
        return recordings.length;
      },
      { message: 'recordings of that caller', timeout: withinMs, intervals: [100] },
    )
    .toBe(1);
  if (found === undefined) throw new Error('there is no recording');
  return found;
}

export type Channels = { readonly left: Int16Array; readonly right: Int16Array };

function channelsOf(wav: Buffer): Channels {
  const frames = Math.floor((wav.length - headerBytes) / 4);
  const channel = (offset: number) =>
    Int16Array.from({ length: frames }, (_, frame) => wav.readInt16LE(headerBytes + frame * 4 + offset));
  return { left: channel(0), right: channel(2) };
}

const part = (samples: Int16Array, fromMs: number, toMs: number): Int16Array =>
  samples.subarray(fromMs * samplesAMs, toMs * samplesAMs);

const windowMs = 100;

/**
 * How much of what is heard between two places is that tone: 0 to 1, in the middle one of all its windows. A packet that a busy
 * machine drops shifts the tone, and over the whole of it the part before would take away the part after.
 */
export function toneShare(samples: Int16Array, hz: number, fromMs: number, toMs: number): number {
  const windows = Array.from({ length: Math.floor((toMs - fromMs) / windowMs) }, (_, at) => fromMs + at * windowMs);
  const shares = windows.map((at) => toneStrength(part(samples, at, at + windowMs), hz, sampleRate));
  return shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
}

/** The loudest sample between two places. */
export const loudest = (samples: Int16Array, fromMs: number, toMs: number): number =>
  part(samples, fromMs, toMs).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
