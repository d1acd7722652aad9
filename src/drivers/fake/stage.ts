import type { Me } from '../../../shared/protocol/accounts.ts';
import type { CallEvent } from '../../../shared/call/call-event.ts';
import type { StreamBody } from '../../../shared/protocol/stream.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { WorkItem } from '../../../shared/worklist/worklist.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ApiAnswer, StreamListener, StreamSubscription } from '../../ports/server-link.ts';
import { exampleWorklist } from './example-worklist.ts';
import { exampleAdministration } from './example-administration.ts';
import { administer } from './fake-administration.ts';
import { exampleRecordings } from './example-recordings.ts';
import { FakeHeadset } from './fake-headset.ts';
import { FakeAppUpdates } from './fake-app-updates.ts';
import { FakeMicrophone } from './fake-microphone.ts';
import { FakeNotifier } from './fake-notifier.ts';
import { FakePhoneLine } from './fake-phone-line.ts';
import { keepRecordings } from './fake-recordings.ts';
import { FakeRinger } from './fake-ringer.ts';
import { FakeServer } from './fake-server.ts';
import { FakeSoundPlayer } from './fake-sound-player.ts';
import { FakeSpeaker } from './fake-speaker.ts';
import { keepHistory, keepWorklist } from './fake-worklist.ts';
import { FakeTabLock } from './fake-tab-lock.ts';
import { exampleOffer, exampleTemplates, keepTemplates } from './fake-templates.ts';
import { callers, callsOf, earlierCallsOf, repliesOf, staffOf } from './scenes.ts';
import { eventsOf, people, queues, type Unstamped } from './story.ts';

export const mira: Me = {
  user: {
    id: people.mira.userId,
    email: 'mira@nordkap.example',
    extension: '204',
    name: 'Mira Petrović',
    role: 'receptionist',
    disabled: false,
  },
  organisation: 'Nordkap Shipping',
  console: { id: people.mira.consoleId, sipUri: 'sip:console-mira@frontdesk.invalid' },
  queues: [queues.main, queues.sales, queues.service],
  demo: true,
};

const jabra = { id: 'jabra', label: 'Jabra Evolve2 65' };
const macBook = { id: 'macbook', label: 'MacBook microphone' };
const room = { id: 'room', label: 'Room speakers (Realtek)' };

/** The console without a server, to look at: `?fake=main`, and what else is in scenes.ts. It reacts to its buttons. */
export function createStagePorts(params: URLSearchParams, clock: Clock): Ports {
  const scene = params.get('fake') ?? '';
  const phone = new FakePhoneLine();
  const server = new StageServer(scene, clock, phone);
  const microphone = new FakeMicrophone();
  const ringer = new FakeRinger();
  const tabLock = new FakeTabLock();
  ringer.isBlocked = scene === 'sound';
  ringer.refusals = 1;
  microphone.outcome = scene === 'denied' ? 'denied' : 'ready';
  microphone.level = () => (1 + Math.sin(clock.now() / 300)) / 2.5;
  phone.level = 0.6;
  microphone.list = [jabra, macBook];
  const speaker = new FakeSpeaker([jabra, macBook, room]);
  ringer.speaker.list = speaker.list;
  void ringer.speaker.choose(room.id);
  void speaker.choose(jabra.id);
  speaker.setVolume(64);
  const headset = new FakeHeadset();
  headset.become([jabra]);
  if (scene === 'window') tabLock.claim(`frontdesk-phone-${mira.console.id}`, () => undefined);
  const wake = { keepAwake: () => () => undefined };
  const loadHeadset = async () => headset;
  const soundPlayer = new FakeSoundPlayer();
  return {
    server,
    phone,
    microphone,
    speaker,
    ringer,
    loadHeadset,
    loadSoundPlayer: async () => soundPlayer,
    notifier: new FakeNotifier(),
    tabLock,
    wake,
    updates: new FakeAppUpdates(),
    clock,
  };
}

/** Nobody in a scene hangs up without an answer. */
function answersOf(scene: string, now: number): ApiAnswer<'replies'> {
  const replies = repliesOf(scene, now);
  const open = replies.filter(({ handled }) => handled === null).length;
  return { replies, open, answered: open };
}

/** Plays the scene on its stream, and lets commands have the consequences they would have. */
class StageServer extends FakeServer {
  readonly #scene: string;
  readonly #clock: Clock;
  #sequence = 0;
  #callers = 0;

  constructor(scene: string, clock: Clock, phone: FakePhoneLine) {
    super();
    this.#scene = scene;
    this.#clock = clock;
    const now = (): number => clock.now();
    Object.assign(this.handlers, signingIn(scene), keepTemplates(exampleTemplates), {
      replyOffer: () => ok(exampleOffer),
      reject: ({ params }) => this.#happen(params.id, { type: 'declined', consoleId: mira.console.id, at: now() }),
      hangUp: ({ params }) => this.#happen(params.id, { type: 'ended', reason: 'weHungUp', at: now() }),
      hold: ({ params }) => this.#happen(params.id, { type: 'heldByUs', at: now() }),
      resume: ({ params }) => this.#happen(params.id, { type: 'resumed', at: now() }),
      startRecording: ({ params }) => this.#happen(params.id, { type: 'recordingStarted', at: now() }),
      pauseRecording: ({ params }) => this.#happen(params.id, { type: 'recordingPaused', at: now() }),
      resumeRecording: ({ params }) => this.#happen(params.id, { type: 'recordingResumed', at: now() }),
      stopRecording: ({ params }) => this.#happen(params.id, { type: 'recordingStopped', at: now() }),
      answer: ({ params }) => this.#bring(params.id, now()),
      note: ({ params, body }) => this.#happen(params.id, { type: 'noted', note: body.note, at: now() }),
      earlierCalls: ({ params }) => ok({ calls: [...earlierCallsOf(params.id, now())] }),
      mute: () => ok(null),
      unmute: () => ok(null),
      simulateCaller: () => this.#arrive(now()),
      dialling: () => ok({ possible: true, country: 'US' }),
      placeCall: ({ body }) => this.#place(body.number),
      replies: () => ok(answersOf(scene, now())),
    } satisfies FakeServer['handlers']);
    const items = scene === 'worklist' ? exampleWorklist(now()) : [];
    const tellItem = (item: WorkItem): void => this.#tell({ kind: 'workItem', item });
    const { userId, name } = people.mira;
    Object.assign(this.handlers, keepHistory(now));
    Object.assign(this.handlers, keepWorklist({ items }, { now, me: { userId, name }, tell: tellItem }));
    const kept = scene === 'recordings' ? exampleRecordings(now()) : [];
    Object.assign(this.handlers, keepRecordings(kept, now));
    if (scene === 'admin') Object.assign(this.handlers, administer(exampleAdministration(now())));
    phone.nextAnswer = async () => {
      this.#happen(phone.answered.at(-1) ?? '', { type: 'answered', by: people.mira, at: now() });
      return ok();
    };
  }

  override readonly follow = (listener: StreamListener): StreamSubscription => {
    const subscription = this.followFrames(listener);
    if (this.#scene !== 'loading') this.#clock.after(50, () => this.#open());
    if (this.#scene === 'gone') this.#clock.after(500, () => this.#letGo());
    if (this.#scene === 'offline') this.#clock.after(500, () => this.#lose());
    return subscription;
  };

  #happen(callId: string, event: CallEvent): Result<null, never> {
    this.#tell({ kind: 'call', callId, event });
    return ok(null);
  }

  #tell(body: StreamBody): void {
    this.#sequence += 1;
    this.say({ type: 'event', event: { sequence: this.#sequence, at: this.#clock.now(), body } });
  }

  #bring(callId: string, at: number): Result<null, never> {
    this.#happen(callId, { type: 'offered', to: people.mira, at });
    return this.#happen(callId, { type: 'answered', by: people.mira, at });
  }

  #arrive(at: number): Result<null, never> {
    this.#callers += 1;
    const id = `simulated-${this.#callers}`;
    const events = eventsOf({ id, at, caller: callers.jelena }, [{ type: 'offered', to: people.mira, after: 0 }]);
    for (const event of events) this.#happen(id, event);
    return ok(null);
  }

  /** Somebody out there: a number that ends with 9 is busy, any other answers after a while. */
  #place(number: string): Result<{ readonly id: string }, never> {
    this.#callers += 1;
    const id = `placed-${this.#callers}`;
    const happen = (event: Unstamped<CallEvent>): void => void this.#happen(id, { ...event, at: this.#clock.now() });
    const caller = { number, name: null, withheld: false, divertedFrom: null };
    happen({ type: 'placed', id, by: people.mira, caller, dialled: number, queue: null });
    this.#clock.after(400, () => happen({ type: 'dialled' }));
    this.#clock.after(1200, () => happen({ type: 'alerted' }));
    const isBusy = number.endsWith('9');
    this.#clock.after(4000, () =>
      happen(isBusy ? { type: 'ended', reason: 'busy' } : { type: 'answered', by: people.mira }),
    );
    return ok({ id });
  }

  #open(): void {
    const now = this.#clock.now();
    const phoneSystem = this.#scene === 'down' ? 'down' : 'working';
    const calls = [...callsOf(this.#scene, now)];
    this.say({ type: 'snapshot', sequence: 0, now, phoneSystem, calls, people: [...staffOf(now)] });
    this.become({ state: 'open', since: now });
  }

  #lose(): void {
    const now = this.#clock.now();
    this.become({ state: 'waiting', since: now, retryAt: now + 2000 });
  }

  #letGo(): void {
    const at = this.#clock.now();
    this.#happen('c-jelena', { type: 'answered', by: people.ana, at });
    this.#happen('c-ana', { type: 'ended', reason: 'abandoned', at });
    this.#happen('c-henrik', { type: 'ended', reason: 'callerHungUp', at });
  }
}

function signingIn(scene: string): FakeServer['handlers'] {
  const signedOut = fail({ code: 'signedOut' } as const);
  return {
    me: () => (scene === 'sign-in' ? signedOut : ok(mira)),
    signIn: ({ body }) => (body.password === 'wrong' ? fail({ code: 'wrongPassword' } as const) : ok(mira)),
    signOut: () => ok(null),
    signOutEverywhere: () => ok(null),
    welcome: () =>
      ok({
        organisation: mira.organisation,
        phoneSystem: 'working',
        demoSignIns: [
          { name: 'Mira Petrović', login: 'mira', password: 'demo-mira', role: 'receptionist' },
          { name: 'Ana Lindqvist', login: 'ana', password: 'demo-ana', role: 'receptionist' },
          { name: 'Sven Dahl', login: 'sven', password: 'demo-sven', role: 'supervisor' },
          { name: 'Petra Zima', login: 'petra', password: 'demo-petra', role: 'administrator' },
        ],
      }),
  };
}
