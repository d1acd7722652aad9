import { ok, fail, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { AudioDevice, Microphone, MicrophoneFailure, MicrophoneState } from '../../ports/microphone.ts';
import type { LevelMeter } from './level-meter.ts';

export type WebMicrophoneParts = {
  /** Undefined where the browser gives none to this page. */
  readonly media: MediaDevices | undefined;
  /** Undefined where the browser does not tell whether the microphone is allowed. */
  readonly permissions: Permissions | undefined;
  readonly meterOf: (stream: MediaStream) => LevelMeter;
  /** Where the choice of a microphone is kept. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
};

const choiceKey = 'frontdesk.microphone';

/** The microphone of this computer (Media Capture and Streams): opened once and kept open, found again when replugged. */
export class WebMicrophone implements Microphone {
  readonly #parts: WebMicrophoneParts;
  readonly #changed = createEmitter<MicrophoneState>();
  #state: MicrophoneState = { state: 'closed' };
  #stream: MediaStream | null = null;
  #meter: LevelMeter | null = null;
  #opening: Promise<Result<void, MicrophoneFailure>> | null = null;
  #listening = new AbortController();

  constructor(parts: WebMicrophoneParts) {
    this.#parts = parts;
  }

  readonly state = (): MicrophoneState => this.#state;
  readonly subscribe = this.#changed.subscribe;
  readonly stream = (): MediaStream | null => this.#stream;
  readonly level = (): number => this.#meter?.level() ?? 0;

  readonly open = (): Promise<Result<void, MicrophoneFailure>> => {
    if (this.#state.state === 'ready') return Promise.resolve(ok());
    this.#opening ??= this.#acquire().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  };

  readonly devices = async (): Promise<readonly AudioDevice[]> => {
    const all = (await this.#parts.media?.enumerateDevices()) ?? [];
    return all
      .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  };

  readonly choose = async (deviceId: string): Promise<Result<void, MicrophoneFailure>> => {
    this.#parts.storage.setItem(choiceKey, deviceId);
    this.#release();
    return this.#acquire();
  };

  readonly close = (): void => {
    this.#listening.abort();
    this.#release();
    this.#become({ state: 'closed' });
  };

  async #acquire(): Promise<Result<void, MicrophoneFailure>> {
    const { media } = this.#parts;
    if (media === undefined) {
      this.#become({ state: 'denied' });
      return fail('denied');
    }
    this.#become({ state: 'asking' });
    try {
      const stream = await media.getUserMedia({ audio: this.#wish() });
      this.#take(stream);
      return ok();
    } catch (error) {
      const failure = failureOf(error);
      this.#become({ state: failure });
      this.#listen();
      return fail(failure);
    }
  }

  /** `ideal`, so that a headset left at home does not leave the desk without a microphone. */
  #wish(): MediaTrackConstraints {
    const chosen = this.#parts.storage.getItem(choiceKey);
    return {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...(chosen !== null && { deviceId: { ideal: chosen } }),
    };
  }

  #take(stream: MediaStream): void {
    const [track] = stream.getAudioTracks();
    if (track === undefined) return this.#become({ state: 'none' });
    this.#stream = stream;
    this.#meter = this.#parts.meterOf(stream);
    track.addEventListener('ended', () => this.#unplugged(stream), { once: true });
    this.#listen();
    this.#become({ state: 'ready', device: { id: track.getSettings().deviceId ?? '', label: track.label } });
  }

  /** Plugged in again, allowed after all: it is taken without anybody having to press anything. */
  #listen(): void {
    this.#listening.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const again = (): void => void (this.#state.state !== 'ready' && this.#state.state !== 'asking' && this.open());
    this.#parts.media?.addEventListener('devicechange', again, { signal });
    void this.#watchPermission(signal);
  }

  async #watchPermission(signal: AbortSignal): Promise<void> {
    // A browser that does not know the name of this permission rejects; then there is nothing to watch.
    const status = await this.#parts.permissions?.query({ name: 'microphone' }).catch(() => undefined);
    if (status === undefined || signal.aborted) return;
    const changed = (): void => {
      if (status.state === 'granted') void this.open();
      else if (status.state === 'denied') this.#denied();
    };
    status.addEventListener('change', changed, { signal });
  }

  #denied(): void {
    this.#release();
    this.#become({ state: 'denied' });
  }

  #unplugged(stream: MediaStream): void {
    if (stream !== this.#stream) return;
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

/** The names of DOMException that getUserMedia rejects with (Media Capture and Streams §10.2). */
function failureOf(error: unknown): MicrophoneFailure {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return 'busy';
}
