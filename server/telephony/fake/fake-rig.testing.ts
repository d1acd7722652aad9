import { systemClock } from '../../composition/system-clock.ts';
import type { Originate, RejectCause } from '../../ports/telephony.ts';
import type { LegEndCause } from '../../ports/telephony-event.ts';
import { writeWav } from '../../speech/wav.ts';
import type { RigConsole, RigDevice, RigTarget, TelephonyRig } from '../contract/rig.testing.ts';
import { createFakeTelephony, type FakeTelephony } from './fake-telephony.ts';
import type { FakeLeg } from './fake-leg.ts';

const prompt = { path: '/prompts/tone.wav', hz: 500 };
const musicHz = 620;
/** How long the pretended PBX takes to start again. */
const restartMs = 100;

const statusOf: Readonly<Record<RejectCause, number>> = {
  busy: 486,
  unavailable: 480,
  declined: 603,
  forbidden: 403,
  unknownNumber: 404,
  congestion: 503,
};
const causeOf: Readonly<Record<number, Exclude<LegEndCause, 'hungUp' | 'answeredElsewhere'>>> = {
  404: 'unknownNumber',
  480: 'noAnswer',
  486: 'busy',
  500: 'failed',
  600: 'busy',
  603: 'declined',
};
const statusOfSignal = { ringing: 180, earlyMedia: 183, answered: 200 };

/** The pretended PBX with pretended telephones: what a device hears is reckoned, not measured. */
export function openFakeRig(): TelephonyRig {
  const recorded = new Map<string, number>();
  const fake = createFakeTelephony({
    clock: systemClock,
    playMs: (media) => (media.kind === 'file' ? 30 : null),
    fileExists: (path) => path === prompt.path,
    writeRecording: (recordingId, lengthMs) => void recorded.set(recordingId, lengthMs),
    recordedSound: (recordingId) => wavOf(recorded.get(recordingId) ?? 0),
  });
  const tones = new Map<string, number>();
  return {
    telephony: fake,
    prompt,
    dial: async ({ dialled, hz = 300, ...call }) => {
      const {
        number = '+15550000',
        name = '',
        withheld = false,
        assertedIdentity,
        divertedFrom = null,
        headers = {},
      } = call;
      const caller = assertedIdentity ?? { number, name };
      const legId = fake.arrive({ dialled, ...caller, withheld, divertedFrom, headers });
      tones.set(legId, hz);
      return deviceOf(fake, tones, () => fake.leg(legId));
    },
    target: (number, hz = 300) => {
      tones.set(number, hz);
      const find = (): FakeLeg | undefined => fake.legs().findLast(({ request }) => addressOf(request) === number);
      return { ...deviceOf(fake, tones, () => called(find())), ...calledDevice(fake, find) };
    },
    console: async (admission) => {
      await fake.admitConsole(admission);
      return consoleOf(fake, admission.consoleId);
    },
    recordedMs: (recordingId) => recorded.get(recordingId) ?? null,
    breakConnection: async () => {
      fake.goDown();
      setImmediate(() => fake.comeBack());
    },
    crash: async () => {
      fake.goDown({ killed: true });
      await new Promise<void>((resolve) => void systemClock.after(restartMs, resolve));
      fake.comeBack();
    },
    close: () => fake.close(),
  };
}

const wavOf = (ms: number): Uint8Array => writeWav({ sampleRate: 8000, samples: new Int16Array(ms * 8) });

const addressOf = (request: Originate | null): string | null => {
  if (request === null) return null;
  return 'consoleId' in request.to ? request.to.consoleId : request.to.trunkNumber;
};

function called(leg: FakeLeg | undefined): FakeLeg {
  if (leg === undefined) throw new Error('nobody was called yet');
  return leg;
}

function deviceOf(fake: FakeTelephony, tones: ReadonlyMap<string, number>, find: () => FakeLeg): RigDevice {
  const sounds = (): readonly number[] => {
    const { legId, music, bridgeId, echoes } = find();
    const playing = fake.playing({ legId }) ?? (bridgeId === null ? null : fake.playing({ bridgeId }));
    if (playing !== null) return playing.media.some(({ kind }) => kind === 'file') ? [prompt.hz] : [440];
    if (music !== null) return [musicHz];
    if (echoes) return toneOf(find());
    return fake.hears(legId).flatMap((other) => toneOf(fake.leg(other)));
  };
  let packets = 0;
  const toneOf = ({ legId, snoops, request }: FakeLeg): readonly number[] => {
    const hz = tones.get(addressOf(request) ?? snoops?.legId ?? legId);
    return hz === undefined ? [] : [hz];
  };
  return {
    statuses: () => statusesOf(find()),
    ended: () => find().state === 'ended',
    hangUp: () => fake.callerHangsUp(find().legId),
    press: (digits) => fake.press(find().legId, digits),
    hold: () => fake.holds(find().legId),
    resume: () => fake.resumes(find().legId),
    speaks: (speaking) => (speaking ? fake.startsTalking(find().legId) : fake.stopsTalking(find().legId)),
    // Packets come by themselves while there is anything to hear: each look finds more of them.
    packetsHeard: () => (packets += find().silence || sounds().length > 0 ? 10 : 0),
    hears: (hz) => sounds().includes(hz),
    hearsNothing: () => sounds().length === 0,
    digitsHeard: () => find().digitsSent,
  };
}

const statusesOf = ({ signals, rejectedWith }: FakeLeg): readonly number[] => [
  ...signals.map((signal) => statusOfSignal[signal]),
  ...(rejectedWith === null ? [] : [statusOf[rejectedWith]]),
];

type Called = Pick<RigTarget, 'alerts' | 'header' | 'answer' | 'reject' | 'ended'>;

function calledDevice(fake: FakeTelephony, find: () => FakeLeg | undefined): Called {
  const leg = (): FakeLeg => called(find());
  return {
    alerts: () => find()?.state === 'alerting',
    header: (name) => headerOf(leg(), name),
    answer: () => fake.targetAnswers(leg().legId),
    reject: (status) => fake.targetRejects(leg().legId, causeOf[status] ?? 'failed'),
    ended: () => leg().state === 'ended',
  };
}

/** What the real driver makes of headers and of the caller's name on the way. */
function headerOf({ request, headers }: FakeLeg, name: string): string | null {
  if (name !== 'From') return headers[name] ?? null;
  const { number, name: shown } = request?.from ?? { number: null, name: null };
  if (number === null) return '"Anonymous" <sip:anonymous@fake>';
  return `"${(shown ?? '').replaceAll('"', '\\"')}" <sip:${number}@fake>`;
}

function consoleOf(fake: FakeTelephony, consoleId: string): RigConsole {
  const last = (): FakeLeg | undefined => fake.legs().findLast(({ request }) => addressOf(request) === consoleId);
  return {
    ...calledDevice(fake, last),
    endedElsewhere: () => last()?.endCause === 'answeredElsewhere',
    goAway: async () => fake.unreachable(consoleId),
  };
}
