import { describe, expect, test } from 'vitest';
import type { HeadsetCall, HeadsetEvent } from '../../ports/headset.ts';
import { settled } from '../../testing/settled.ts';
import type { Hid, HidDevice } from './hid.ts';
import { WebHidHeadset } from './web-hid-headset.ts';

const item = (usages: readonly number[], isAbsolute = true) => ({
  usages,
  reportSize: 1,
  reportCount: usages.length,
  isAbsolute,
  hasPreferredState: false,
});

/** A headset as it is on the wire: the switch is bit 0, mute bit 1; the lamps are off-hook, mute, ring. */
class FakeHidDevice extends EventTarget implements HidDevice {
  readonly productName: string;
  readonly vendorId = 0x0b0e;
  readonly productId = 0x0300;
  readonly collections = [
    {
      inputReports: [{ reportId: 1, items: [item([0x0b0020]), item([0x0b002f], false)] }],
      outputReports: [{ reportId: 1, items: [item([0x080017, 0x080009, 0x080018])] }],
    },
  ];
  opened = false;
  isTaken = false;
  readonly lamps: number[] = [];

  constructor(productName = 'Jabra Evolve2 65') {
    super();
    this.productName = productName;
  }

  async open(): Promise<void> {
    if (this.isTaken) throw new DOMException('', 'NotAllowedError');
    this.opened = true;
  }

  async close(): Promise<void> {
    this.opened = false;
  }

  async sendReport(_id: number, data: BufferSource): Promise<void> {
    this.lamps.push(new Uint8Array(data instanceof ArrayBuffer ? data : data.buffer)[0] ?? 0);
  }

  report(byte: number): void {
    const data = new DataView(Uint8Array.of(byte).buffer);
    this.dispatchEvent(Object.assign(new Event('inputreport'), { reportId: 1, data }));
  }
}

class FakeHid extends EventTarget implements Hid {
  remembered: readonly FakeHidDevice[] = [];
  choice: readonly FakeHidDevice[] = [];
  asked: unknown = null;

  async getDevices(): Promise<readonly HidDevice[]> {
    return this.remembered;
  }

  async requestDevice(options: unknown): Promise<readonly HidDevice[]> {
    this.asked = options;
    return this.choice;
  }

  tell(type: 'connect' | 'disconnect', device: HidDevice): void {
    this.dispatchEvent(Object.assign(new Event(type), { device }));
  }
}

const idle: HeadsetCall = { isRinging: false, isTalking: false, isMuted: false };

async function openWith(...remembered: readonly FakeHidDevice[]) {
  const hid = new FakeHid();
  hid.remembered = remembered;
  const headset = new WebHidHeadset(hid);
  const events: HeadsetEvent[] = [];
  headset.subscribe((event) => void events.push(event));
  await headset.open();
  const pressed = () => events.flatMap((event) => (event.type === 'pressed' ? [event.button] : []));
  const labels = () => headset.connected().map(({ label }) => label);
  return { hid, headset, pressed, labels };
}

describe('a headset', () => {
  test('that was connected once is there again by itself', async () => {
    const device = new FakeHidDevice();
    const { labels } = await openWith(device);
    expect(labels()).toEqual(['Jabra Evolve2 65']);
    expect(device.opened).toBe(true);
  });

  test('is connected by choice, among those with the buttons of a telephone', async () => {
    const { hid, headset, labels } = await openWith();
    expect(await headset.connect()).toEqual({ ok: false, error: 'noneChosen' });
    hid.choice = [new FakeHidDevice()];
    expect(await headset.connect()).toEqual({ ok: true });
    expect(labels()).toEqual(['Jabra Evolve2 65']);
    expect(hid.asked).toEqual({ filters: [{ usagePage: 0x0b }] });
  });

  test('that another program has is not connected, which is said', async () => {
    const { hid, headset } = await openWith();
    const device = new FakeHidDevice();
    device.isTaken = true;
    hid.choice = [device];
    expect(await headset.connect()).toEqual({ ok: false, error: 'notOpened' });
  });

  test('is followed as it comes and goes', async () => {
    const device = new FakeHidDevice();
    const { hid, labels, pressed } = await openWith(device);
    hid.tell('disconnect', device);
    expect(labels()).toEqual([]);
    device.report(1);
    expect(pressed()).toEqual([]);
    hid.tell('connect', device);
    await settled();
    expect(labels()).toEqual(['Jabra Evolve2 65']);
  });

  test('is let go of with its lamps off', async () => {
    const device = new FakeHidDevice();
    const { headset } = await openWith(device);
    headset.show({ ...idle, isTalking: true });
    await headset.close();
    expect(device.lamps.at(-1)).toBe(0);
    expect(device.opened).toBe(false);
  });
});

test('a whole call: rings, answered by the headset, muted, hung up', async () => {
  const device = new FakeHidDevice();
  const { headset, pressed } = await openWith(device);
  headset.show({ ...idle, isRinging: true });
  device.report(0b01);
  headset.show({ ...idle, isTalking: true });
  device.report(0b11);
  headset.show({ ...idle, isTalking: true, isMuted: true });
  device.report(0b00);
  headset.show(idle);
  await settled();
  expect(pressed()).toEqual(['answer', 'mute', 'hangUp']);
  expect(device.lamps).toEqual([0, 0b100, 0b001, 0b011, 0]);
});

test('pressed with nothing to answer, it is told that there is no call', async () => {
  const device = new FakeHidDevice();
  await openWith(device);
  await settled();
  device.lamps.length = 0;
  device.report(1);
  await settled();
  expect(device.lamps).toEqual([0]);
});
