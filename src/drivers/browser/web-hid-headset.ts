import { fail, ok, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { AudioDevice } from '../../ports/audio-device.ts';
import type { Headset, HeadsetCall, HeadsetEvent } from '../../ports/headset.ts';
import { createHeadsetButtons, telephonyPage, type HeadsetButtons } from './headset-buttons.ts';
import type { Hid, HidDevice, HidInput } from './hid.ts';

type Connected = {
  readonly device: HidDevice;
  readonly buttons: HeadsetButtons;
  readonly listening: AbortController;
  /** Reports go out one after the other, or the lamps would end up as they were meant to be before. */
  sending: Promise<unknown>;
};

/** Headsets by WebHID (Chromium over a safe connection): their buttons, and their lamps in step with the call. */
export class WebHidHeadset implements Headset {
  readonly canConnect = true;
  readonly #hid: Hid;
  readonly #events = createEmitter<HeadsetEvent>();
  readonly #connected = new Map<HidDevice, Connected>();
  #call: HeadsetCall = { isRinging: false, isTalking: false, isMuted: false };
  #listening: AbortController | null = null;

  constructor(hid: Hid) {
    this.#hid = hid;
  }

  readonly subscribe = this.#events.subscribe;

  readonly connected = (): readonly AudioDevice[] =>
    [...this.#connected.keys()].map(({ vendorId, productId, productName }) => ({
      id: `${vendorId}:${productId}`,
      label: productName,
    }));

  /** Opening twice is opening once. */
  readonly open = async (): Promise<void> => {
    if (this.#listening !== null) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = (type: string, then: (device: HidDevice) => void): void =>
      this.#hid.addEventListener(type, (event) => isAboutDevice(event) && then(event.device), { signal });
    on('connect', (device) => void this.#take(device));
    on('disconnect', (device) => this.#drop(device));
    const remembered = await this.#hid.getDevices();
    await Promise.all(remembered.map((device) => this.#take(device)));
  };

  readonly connect = async (): Promise<Result<void, 'noneChosen' | 'notOpened'>> => {
    const chosen = await this.#hid.requestDevice({ filters: [{ usagePage: telephonyPage }] });
    if (chosen.length === 0) return fail('noneChosen');
    const taken = await Promise.all(chosen.map((device) => this.#take(device)));
    return taken.some(Boolean) ? ok() : fail('notOpened');
  };

  readonly show = (call: HeadsetCall): void => {
    const before = this.#call;
    this.#call = call;
    const isSame =
      before.isRinging === call.isRinging && before.isTalking === call.isTalking && before.isMuted === call.isMuted;
    if (!isSame) for (const one of this.#connected.values()) this.#setLamps(one);
  };

  readonly close = async (): Promise<void> => {
    this.#listening?.abort();
    this.#listening = null;
    const all = [...this.#connected.values()];
    this.#call = { isRinging: false, isTalking: false, isMuted: false };
    for (const one of all) this.#setLamps(one);
    this.#connected.clear();
    await Promise.all(
      all.map(async ({ device, listening, sending }) => {
        listening.abort();
        await sending;
        await device.close();
      }),
    );
  };

  /** Whether its buttons work from now on. One device of the computer may be several here, and not all have buttons. */
  async #take(device: HidDevice): Promise<boolean> {
    if (this.#connected.has(device)) return true;
    const buttons = createHeadsetButtons(device.collections);
    if (!buttons.hasButtons) return false;
    try {
      if (!device.opened) await device.open();
    } catch {
      // Another program has it, or it was unplugged in that moment.
      return false;
    }
    const one: Connected = { device, buttons, listening: new AbortController(), sending: Promise.resolve() };
    this.#connected.set(device, one);
    const { signal } = one.listening;
    device.addEventListener('inputreport', (event) => isInput(event) && this.#reported(one, event), { signal });
    this.#setLamps(one);
    this.#events.emit({ type: 'changed' });
    return true;
  }

  #drop(device: HidDevice): void {
    this.#connected.get(device)?.listening.abort();
    if (this.#connected.delete(device)) this.#events.emit({ type: 'changed' });
  }

  #reported(one: Connected, { reportId, data }: HidInput): void {
    const button = one.buttons.pressed(reportId, data, this.#call);
    if (button !== null) this.#events.emit({ type: 'pressed', button });
    // Pressed with nothing to answer: it thinks of itself as being on a call, and is told that it is not.
    if (button === 'answer' && !this.#call.isRinging) this.#setLamps(one);
  }

  #setLamps(one: Connected): void {
    const { device, buttons } = one;
    for (const { reportId, data } of buttons.lamps(this.#call)) {
      // A lamp that cannot be set is no reason to lose a call: the headset may be gone in that moment.
      one.sending = one.sending.then(() => device.sendReport(reportId, data)).catch(() => undefined);
    }
  }
}

const isAboutDevice = (event: Event): event is Event & { readonly device: HidDevice } => 'device' in event;
const isInput = (event: Event): event is HidInput => 'reportId' in event && 'data' in event;
