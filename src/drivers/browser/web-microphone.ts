import { ok, fail, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import { createTurns } from '../../lib/turns.ts';
import type { AudioDevice, DeviceEvent } from '../../ports/audio-device.ts';
import type { Microphone, MicrophoneFailure, MicrophoneState, VoiceCleaning } from '../../ports/microphone.ts';
import { applyCleaning, cleaningKey, keepCleaning, keptCleaning } from './cleaning-choice.ts';
import { DeviceChoice, findDevice, standInFor } from './device-choice.ts';
import { isAlias, type ListedDevice } from './device-list.ts';
import type { LevelMeter } from './level-meter.ts';
import { arrivalOf, fallBackOf } from './microphone-news.ts';
import { isMicrophoneAskable, watchMicrophonePermission } from './microphone-permission.ts';
import { openMicrophone } from './open-microphone.ts';
import type { WebMicrophoneParts } from './web-microphone-parts.ts';

type Opened = Result<void, MicrophoneFailure>;

/**
 * The microphone of this computer (Media Capture and Streams): opened once and kept open. When it goes, another stands
 * in; when the chosen one comes back, it is taken back. One thing at a time, whatever is plugged in and out meanwhile.
 */
export class WebMicrophone implements Microphone {
  readonly #parts: WebMicrophoneParts;
  readonly #choice: DeviceChoice;
  readonly #changed = createEmitter<MicrophoneState>();
  readonly #happened = createEmitter<DeviceEvent>();
  readonly #inTurn = createTurns();
  #state: MicrophoneState = { state: 'closed' };
  #stream: MediaStream | null = null;
  #meter: LevelMeter | null = null;
  #opening: Promise<Opened> | null = null;
  #known: readonly ListedDevice[] = [];
  /** What went away and has not been said to be gone yet. */
  #lost: AudioDevice | null = null;
  /** What was in use without having been chosen when it went away: it is taken back as well. */
  #missed: AudioDevice | null = null;
  #listening = new AbortController();
  #isWanted = false;

  constructor(parts: WebMicrophoneParts) {
    this.#parts = parts;
    this.#choice = new DeviceChoice(parts.storage, 'frontdesk.microphone');
    this.#choice.subscribe(() => void this.#inTurn(() => this.#chosenElsewhere()));
    parts.storage.subscribe(cleaningKey, () => void this.#inTurn(() => this.#clean()));
  }

  readonly state = (): MicrophoneState => this.#state;
  readonly subscribe = this.#changed.subscribe;
  readonly subscribeDevices = this.#happened.subscribe;
  readonly stream = (): MediaStream | null => this.#stream;
  readonly level = (): number => this.#meter?.level() ?? 0;
  readonly chosen = (): AudioDevice | null => this.#choice.chosen();
  readonly cleaning = (): VoiceCleaning => keptCleaning(this.#parts.storage);

  readonly isAskable = (): Promise<boolean> => isMicrophoneAskable(this.#parts.permissions);

  readonly devices = async (): Promise<readonly AudioDevice[]> =>
    (await this.#parts.list.of('audioinput')).map(({ id, label }) => ({ id, label }));

  readonly secondChoice = async (): Promise<AudioDevice | null> => {
    const found = standInFor(this.#inUse, await this.#parts.list.of('audioinput'), this.#choice.remembered());
    return found && { id: found.id, label: found.label };
  };

  readonly open = (): Promise<Opened> => {
    if (this.#state.state === 'ready') return Promise.resolve(ok());
    this.#isWanted = true;
    this.#opening ??= this.#inTurn(() => this.#acquire()).finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  };

  readonly choose = (deviceId: string): Promise<Opened> =>
    this.#inTurn(async () => {
      const listed = (await this.#parts.list.of('audioinput')).find(({ id }) => id === deviceId);
      const device = { id: deviceId, label: listed?.label ?? '' };
      const opened = this.#state.state === 'closed' ? ok() : await this.#switchTo(device);
      if (opened.ok) this.#choice.choose(this.#inUse ?? device);
      this.#happened.emit({ type: 'changed' });
      return opened;
    });

  readonly clean = (cleaning: VoiceCleaning): Promise<void> => {
    keepCleaning(this.#parts.storage, cleaning);
    return this.#inTurn(() => this.#clean());
  };

  readonly close = (): void => {
    this.#isWanted = false;
    this.#listening.abort();
    this.#release();
    this.#become({ state: 'closed' });
  };

  get #inUse(): AudioDevice | null {
    return this.#state.state === 'ready' ? this.#state.device : null;
  }

  async #clean(): Promise<void> {
    const [track] = this.#stream?.getAudioTracks() ?? [];
    if (track === undefined || this.#inUse === null) this.#happened.emit({ type: 'changed' });
    else if (await applyCleaning(track, this.cleaning())) this.#become(this.#state);
    else await this.#switchTo(this.#inUse);
  }

  /** Opens the chosen one, or whatever there is. */
  async #acquire(): Promise<Opened> {
    if (this.#state.state === 'ready') return ok();
    if (!this.#isWanted) return fail('busy');
    this.#become({ state: 'asking' });
    // `ideal`, so that a headset left at home does not leave the desk without a microphone.
    const wish = (await this.#standIn())?.id ?? this.#choice.chosen()?.id;
    const opened = await this.#getStream(wish === undefined ? undefined : { ideal: wish });
    this.#listen();
    if (!opened.ok) {
      if (this.#isWanted) this.#become({ state: opened.error });
      return opened;
    }
    if (!this.#take(opened.value)) return fail('none');
    await this.#settle();
    return ok();
  }

  /** After opening: says which one it is if it is not the wanted one, and finds the wanted one under another id. */
  async #settle(): Promise<void> {
    this.#known = await this.#parts.list.of('audioinput');
    const chosen = this.#choice.chosen();
    const wanted = findDevice(this.#known, chosen);
    if (wanted !== null && wanted.id !== this.#inUse?.id) await this.#switchTo(wanted);
    const [lost, used] = [this.#lost, this.#inUse];
    this.#lost = null;
    this.#parts.list.allowed();
    const news = used && fallBackOf({ lost, used, wanted, chosen });
    if (news !== null) this.#happened.emit(news);
  }

  /** In another window of this browser, where it may be closed: this one is the one that is heard. */
  async #chosenElsewhere(): Promise<void> {
    const [used, chosen] = [this.#inUse, this.#choice.chosen()];
    if (used === null) {
      if (this.#isWanted) void this.open();
      return this.#happened.emit({ type: 'changed' });
    }
    const listed = findDevice(await this.#parts.list.of('audioinput'), chosen);
    const isUsed = listed !== null && (listed.id === used.id || (await this.#switchTo(listed)).ok);
    const wanted = isUsed ? listed : null;
    this.#happened.emit(fallBackOf({ lost: null, used, wanted, chosen }) ?? { type: 'changed' });
  }

  /** What takes the place of what was lost; the computer itself has another default for its default. */
  async #standIn(): Promise<ListedDevice | null> {
    if (this.#lost === null || isAlias(this.#lost)) return null;
    return standInFor(this.#lost, await this.#parts.list.of('audioinput'), this.#choice.remembered());
  }

  /** Takes another one while the present one goes on, so that a call has no gap; fails with the present one kept. */
  async #switchTo(device: AudioDevice): Promise<Opened> {
    const opened = await this.#getStream({ exact: device.id });
    if (!opened.ok) return opened;
    const old = this.#stream;
    if (!this.#take(opened.value)) return fail('none');
    for (const track of old?.getTracks() ?? []) track.stop();
    return ok();
  }

  async #getStream(deviceId: ConstrainDOMString | undefined): Promise<Result<MediaStream, MicrophoneFailure>> {
    const opened = await openMicrophone(this.#parts.media, { cleaning: this.cleaning(), deviceId });
    if (!opened.ok || this.#isWanted) return opened;
    // Closed while the browser asked: nobody listens any more, and the browser is not to show that somebody does.
    for (const track of opened.value.getTracks()) track.stop();
    return fail('busy');
  }

  #take(stream: MediaStream): boolean {
    const [track] = stream.getAudioTracks();
    if (track === undefined) {
      this.#become({ state: 'none' });
      return false;
    }
    this.#meter?.close();
    this.#stream = stream;
    this.#meter = this.#parts.meterOf(stream);
    track.addEventListener('ended', () => this.#unplugged(stream), { once: true });
    this.#become({ state: 'ready', device: { id: track.getSettings().deviceId ?? '', label: track.label } });
    return true;
  }

  /** Plugged in again, allowed after all: it is taken without anybody having to press anything. */
  #listen(): void {
    this.#listening.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    signal.addEventListener('abort', this.#parts.list.subscribe(this.#listChanged));
    void watchMicrophonePermission(this.#parts.permissions, signal, {
      granted: () => void this.open(),
      denied: () => {
        this.#release();
        this.#become({ state: 'denied' });
      },
    });
  }

  readonly #listChanged = (): void => {
    const { state } = this.#state;
    if (state === 'ready') void this.#inTurn(() => this.#follow());
    else if (state !== 'asking' && state !== 'closed') void this.open();
  };

  /** What was plugged in and out while a microphone is open. */
  async #follow(): Promise<void> {
    const [before, now, used] = [this.#known, await this.#parts.list.of('audioinput'), this.#inUse];
    if (used === null || this.#stream === null) return;
    this.#known = now;
    const still = now.find(({ id }) => id === used.id);
    const wanted = findDevice(now, this.#choice.chosen() ?? this.#missed);
    if (still === undefined && before.some(({ id }) => id === used.id)) {
      // Not every browser ends the track of what is gone.
      this.#unplugged(this.#stream);
    } else if (wanted !== null && wanted.id !== used.id) {
      if ((await this.#switchTo(wanted)).ok) {
        this.#missed = null;
        this.#happened.emit({ type: 'tookBack', using: wanted.label });
      }
    } else if (still !== undefined && isAlias(used) && still.label !== used.label) {
      // The computer's default is another one now.
      await this.#switchTo(still);
    }
    this.#happened.emit(arrivalOf({ before, now }, this.#inUse, used));
  }

  #unplugged(stream: MediaStream): void {
    if (stream !== this.#stream) return;
    this.#lost = this.#missed = this.#inUse;
    this.#release();
    this.#become({ state: 'unplugged' });
    void this.open();
  }

  #release(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#meter?.close();
    this.#meter = null;
  }

  #become(state: MicrophoneState): void {
    this.#state = state;
    this.#changed.emit(state);
  }
}
