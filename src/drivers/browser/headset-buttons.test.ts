import { assert, integer, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeadsetCall } from '../../ports/headset.ts';
import { fieldsOf, readField } from './hid-report.ts';
import { createHeadsetButtons } from './headset-buttons.ts';
import type { HidCollection, HidItem } from './hid.ts';

const bit = (usage: number, more: HidItem = {}): HidItem => ({
  usages: [usage],
  reportSize: 1,
  reportCount: 1,
  isAbsolute: true,
  hasPreferredState: false,
  ...more,
});
const padding = (bits: number): HidItem => ({ isConstant: true, reportSize: bits, reportCount: 1 });
const [hook, mute, busy] = [0x0b0020, 0x0b002f, 0x0b0097];
const lamps = [0x080017, 0x080009, 0x080018];

/** As a headset of the usual kind describes itself: a switch, and a key for mute that says only that it was pressed. */
const usual: readonly HidCollection[] = [
  {
    usagePage: 0x0b,
    usage: 0x05,
    inputReports: [
      { reportId: 2, items: [padding(3), bit(hook), bit(busy), bit(mute, { isAbsolute: false }), padding(10)] },
    ],
    outputReports: [{ reportId: 3, items: [{ usages: lamps, reportSize: 1, reportCount: 3 }, padding(13)] }],
  },
];

const idle: HeadsetCall = { isRinging: false, isTalking: false, isMuted: false };
const ringing = { ...idle, isRinging: true };
const talking = { ...idle, isTalking: true };
const [hookBit, muteBit] = [1 << 3, 1 << 5];
const report = (byte: number): DataView => new DataView(Uint8Array.of(byte, 0).buffer);

describe('the switch', () => {
  test('answers a call that rings, and hangs up', () => {
    const buttons = createHeadsetButtons(usual);
    expect(buttons.pressed(2, report(hookBit), ringing)).toBe('answer');
    buttons.lamps(talking);
    expect(buttons.pressed(2, report(0), talking)).toBe('hangUp');
  });

  test('that only follows its lamp was not pressed', () => {
    const buttons = createHeadsetButtons(usual);
    buttons.lamps(talking);
    expect(buttons.pressed(2, report(hookBit), talking)).toBeNull();
    buttons.lamps(idle);
    expect(buttons.pressed(2, report(0), idle)).toBeNull();
  });

  test('answers the next call although it never said that the last one was over', () => {
    const buttons = createHeadsetButtons(usual);
    buttons.pressed(2, report(hookBit), ringing);
    buttons.lamps(talking);
    buttons.lamps(idle);
    expect(buttons.pressed(2, report(hookBit), ringing)).toBe('answer');
  });

  test('said twice is pressed once', () => {
    const buttons = createHeadsetButtons(usual);
    buttons.pressed(2, report(hookBit), ringing);
    expect(buttons.pressed(2, report(hookBit), ringing)).toBeNull();
  });

  test('of another report is none', () => {
    expect(createHeadsetButtons(usual).pressed(7, report(hookBit), ringing)).toBeNull();
  });

  test('that is a key hangs up when it is pressed during a call', () => {
    const key = [{ inputReports: [{ reportId: 0, items: [bit(hook, { isAbsolute: false })] }] }];
    const buttons = createHeadsetButtons(key);
    expect([1, 0].map((byte) => buttons.pressed(0, report(byte), ringing))).toEqual(['answer', null]);
    expect([1, 0].map((byte) => buttons.pressed(0, report(byte), talking))).toEqual(['hangUp', null]);
  });
});

describe('mute', () => {
  test('that says it was pressed turns it over, each time', () => {
    const buttons = createHeadsetButtons(usual);
    buttons.lamps(talking);
    const bytes = [hookBit | muteBit, hookBit | muteBit, hookBit];
    expect(bytes.map((byte) => buttons.pressed(2, report(byte), talking))).toEqual(['mute', 'mute', null]);
  });

  test('that goes back by itself is pressed when it goes down', () => {
    const buttons = createHeadsetButtons([
      { inputReports: [{ reportId: 1, items: [bit(mute, { hasPreferredState: true })] }] },
    ]);
    expect([1, 1, 0, 1].map((byte) => buttons.pressed(1, report(byte), talking))).toEqual(['mute', null, null, 'mute']);
  });

  test('that is latched says how it stands; what is so already is no press', () => {
    const buttons = createHeadsetButtons([{ inputReports: [{ reportId: 1, items: [bit(mute)] }] }]);
    expect(buttons.pressed(1, report(1), talking)).toBe('mute');
    expect(buttons.pressed(1, report(0), { ...talking, isMuted: true })).toBe('mute');
    expect(buttons.pressed(1, report(1), { ...talking, isMuted: true })).toBeNull();
  });

  test('without a call mutes nothing', () => {
    expect(createHeadsetButtons(usual).pressed(2, report(muteBit), idle)).toBeNull();
  });
});

describe('what a headset says of itself', () => {
  test('a list of pressed buttons is understood as well', () => {
    const list: HidItem = {
      isArray: true,
      isRange: true,
      usageMinimum: mute,
      usageMaximum: mute + 3,
      logicalMinimum: 1,
      reportSize: 8,
      reportCount: 1,
    };
    const buttons = createHeadsetButtons([{ inputReports: [{ reportId: 4, items: [list] }] }]);
    expect(buttons.pressed(4, report(2), talking)).toBeNull();
    expect(buttons.pressed(4, report(1), talking)).toBe('mute');
  });

  test('what stands in an inner collection only is found', () => {
    const buttons = createHeadsetButtons([{ children: usual }]);
    expect(buttons.hasButtons).toBe(true);
    expect(buttons.lamps(talking)).toEqual([{ reportId: 3, data: Uint8Array.of(1, 0) }]);
  });

  test('a device without these buttons has none', () => {
    expect(createHeadsetButtons([{ inputReports: [{ reportId: 1, items: [bit(0x0c00e9)] }] }]).hasButtons).toBe(false);
  });
});

test('the lamps follow the call, in one report with the others', () => {
  const { lamps: of } = createHeadsetButtons(usual);
  const byte = (call: HeadsetCall) => of(call)[0]?.data[0];
  expect([idle, talking, { ...talking, isMuted: true }, ringing].map(byte)).toEqual([0, 1, 3, 4]);
  expect(byte({ ...idle, isMuted: true })).toBe(0);
});

test('a field is read wherever it stands, and never from beyond the report', () => {
  assert(
    property(integer({ min: 0, max: 40 }), integer({ min: 1, max: 12 }), nat(4095), (at, size, value) => {
      const fits = value % 2 ** size;
      const data = new Uint8Array(8);
      for (let n = 0; n < size; n += 1) {
        if ((fits >> n) & 1) data[(at + n) >> 3] = (data[(at + n) >> 3] ?? 0) | (1 << ((at + n) & 7));
      }
      const [field] = fieldsOf(
        [{ inputReports: [{ items: [padding(at), { usages: [1], reportSize: size, reportCount: 1 }] }] }],
        'inputReports',
      );
      expect(field && readField(new DataView(data.buffer), field)).toBe(fits);
      expect(field && readField(new DataView(new ArrayBuffer(0)), field)).toBe(0);
    }),
  );
});
