import { createStore } from 'zustand/vanilla';
import type { Me } from '../../../../shared/protocol/accounts.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Microphone, MicrophoneState } from '../../../ports/microphone.ts';
import type { PhoneEvent, PhoneLine, PhoneState } from '../../../ports/phone-line.ts';
import type { Ringer } from '../../../ports/ringer.ts';
import type { StreamState } from '../../../ports/server-link.ts';
import type { TabLock } from '../../../ports/tab-lock.ts';
import { connectionOf, type Connection } from './connection.ts';
import { createPatience } from './patience.ts';

export type DeskState = {
  readonly connection: Connection;
  /** Which window has the desk's telephone. */
  readonly holder: 'claiming' | 'here' | 'elsewhere';
  readonly microphone: MicrophoneState;
  readonly soundBlocked: boolean;
  /** Since when the server tells nothing (this computer's clock, ms since the epoch); null: it does. */
  readonly silentSince: number | null;
  /** When the pause before the next try is over (this computer's clock); null: it is being tried, or needs no try. */
  readonly nextTryAt: number | null;
};

export type DeskParts = {
  readonly clock: Clock;
  readonly phone: PhoneLine;
  readonly microphone: Microphone;
  readonly ringer: Ringer;
  readonly tabLock: TabLock;
  readonly me: Me;
};

/** A cut that is mended sooner than this is not worth a word, and neither is a question the browser answers itself. */
const patienceMs = 1000;

/** The desk's own things: who has the telephone, whether it is connected, whether it can hear and be heard. */
export class DeskStore {
  readonly store = createStore<DeskState>(() => ({
    connection: { kind: 'connecting' },
    holder: 'claiming',
    microphone: { state: 'closed' },
    soundBlocked: false,
    silentSince: null,
    nextTryAt: null,
  }));
  readonly #parts: DeskParts;
  readonly #connection;
  readonly #microphone;
  readonly #sound;
  readonly #silence;
  readonly #cures = new Set<() => Promise<boolean>>();
  #stops: (() => void)[] = [];
  #stream: StreamState;
  #phone: PhoneState;
  #phoneSystem: 'working' | 'down' = 'working';
  #wasConnected = false;
  #isAudioWanted = false;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#stream = { state: 'connecting', since: parts.clock.now() };
    this.#phone = parts.phone.state();
    const patience = <Value>(tell: (value: Value) => void) => createPatience(parts.clock, patienceMs, tell);
    this.#connection = patience((connection: Connection) => this.store.setState({ connection }));
    this.#microphone = patience((microphone: MicrophoneState) => this.store.setState({ microphone }));
    this.#sound = patience((soundBlocked: boolean) => this.store.setState({ soundBlocked }));
    this.#silence = patience((silentSince: number | null) => this.store.setState({ silentSince }));
  }

  /** Starting twice is starting once. */
  readonly start = (): void => {
    if (this.#stops.length > 0) return;
    const { phone, microphone, ringer, tabLock, me } = this.#parts;
    this.#stops = [
      phone.subscribe((event) => this.#phoneSaid(event)),
      microphone.subscribe((state) => this.#microphoneChanged(state)),
      ringer.subscribe(() => this.#soundChanged()),
      tabLock.claim(`frontdesk-phone-${me.console.id}`, (holder) => this.#held(holder)),
    ];
  };

  /** The ringer and the microphone, now or as soon as the telephone is here. Asking twice is asking once. */
  readonly openAudio = (): void => {
    if (this.#isAudioWanted) return;
    this.#isAudioWanted = true;
    if (this.store.getState().holder === 'here') this.#openAudio();
  };

  /** Lets go of everything, so that another window can have it. */
  readonly stop = async (): Promise<void> => {
    const { phone, microphone, ringer } = this.#parts;
    for (const patience of [this.#connection, this.#microphone, this.#sound, this.#silence]) patience.stop();
    this.#isAudioWanted = false;
    ringer.close();
    await phone.close();
    microphone.close();
    for (const stop of this.#stops.splice(0)) stop();
  };

  readonly streamChanged = (stream: StreamState): void => {
    this.#stream = { ...stream, since: lostSince(this.#stream, stream, 'open') };
    const nextTryAt = nextTryOf(stream);
    // A page that tries all the time is not drawn anew each time.
    if (nextTryAt !== this.store.getState().nextTryAt) this.store.setState({ nextTryAt });
    const isSilent = stream.state !== 'open';
    this.#silence.become(isSilent ? this.#stream.since : null, isSilent);
    this.#connectionChanged();
  };

  readonly phoneSystemChanged = (state: 'working' | 'down'): void => {
    this.#phoneSystem = state;
    this.#connectionChanged();
  };

  /** To be called from a click: everything the browser silenced is allowed at once. */
  readonly allowSound = async (): Promise<void> => {
    const cures = [() => this.#parts.ringer.unblock(), ...this.#cures];
    const cured = await Promise.all(cures.map((cure) => cure()));
    if (cured.every(Boolean)) this.#cures.clear();
    // To hear it is the proof; while a call rings there is proof enough.
    if (cured[0] === true) this.#parts.ringer.ringOnce();
    this.#soundChanged();
  };

  /** Brings the telephone here: after a refusal, or when another browser has it. */
  readonly reconnect = (): void => {
    if (this.store.getState().holder === 'here') this.#parts.phone.connect({ sipUri: this.#parts.me.console.sipUri });
  };

  #held(holder: 'here' | 'elsewhere'): void {
    this.store.setState({ holder });
    this.#connectionChanged();
    if (holder === 'elsewhere') return;
    this.reconnect();
    if (this.#isAudioWanted) this.#openAudio();
  }

  #openAudio(): void {
    const { ringer, microphone } = this.#parts;
    ringer.open();
    this.#soundChanged();
    void microphone.open();
  }

  #phoneSaid(event: PhoneEvent): void {
    if (event.type === 'stateChanged') {
      this.#phone = { ...event.state, since: lostSince(this.#phone, event.state, 'registered') };
      this.#connectionChanged();
    } else if (event.type === 'soundBlocked') {
      this.#cures.add(event.cure);
      this.#soundChanged();
    }
  }

  #microphoneChanged(state: MicrophoneState): void {
    // What was unplugged is mostly replaced by another one in the same moment.
    this.#microphone.become(state, state.state === 'asking' || state.state === 'unplugged');
    // A page that listens may also play: the browser asks for no press any more.
    if (state.state === 'ready') void this.#parts.ringer.unblock();
  }

  #soundChanged(): void {
    const isBlocked = this.#parts.ringer.state() === 'blocked' || this.#cures.size > 0;
    this.#sound.become(isBlocked, isBlocked);
  }

  #connectionChanged(): void {
    const { holder } = this.store.getState();
    const connection = connectionOf({
      stream: this.#stream,
      phone: this.#phone,
      phoneSystem: this.#phoneSystem,
      holder,
      wasConnected: this.#wasConnected,
    });
    if (connection.kind === 'connected') this.#wasConnected = true;
    this.#connection.become(connection, connection.kind === 'reconnecting' || connection.kind === 'phoneSystemDown');
  }
}

/** A pause nobody could read of is none: it is tried all the time. */
const nextTryOf = (stream: StreamState): number | null =>
  stream.state === 'waiting' && stream.retryAt - stream.since > shortestPauseMs ? stream.retryAt : null;
const shortestPauseMs = 1000;

type Stated = { readonly state: string; readonly since: number };

/** What counts is when something was lost, not when the last of many tries to get it back began. */
const lostSince = (before: Stated, now: Stated, good: string): number =>
  before.state === good || now.state === good ? now.since : before.since;
