import type { HeadsetButton, HeadsetCall } from '../../ports/headset.ts';
import { fieldsOf, reportLengths, reportsFor, valueOf, type HidField } from './hid-report.ts';
import type { HidCollection } from './hid.ts';

/** HID Usage Tables 1.5: §14 Telephony Device Page, §11 LED Page. */
export const telephonyPage = 0x0b;
const usages = {
  hookSwitch: 0x0b_00_20,
  phoneMute: 0x0b_00_2f,
  muteLed: 0x08_00_09,
  offHookLed: 0x08_00_17,
  ringLed: 0x08_00_18,
} as const;

type LampReport = { readonly reportId: number; readonly data: Uint8Array<ArrayBuffer> };

export type HeadsetButtons = {
  /** Whether there is a button of a telephone on it at all. */
  readonly hasButtons: boolean;
  /** What a report says was pressed, as the desk stands; null: nothing, or it only repeats what the lamps were set to. */
  readonly pressed: (reportId: number, data: DataView, call: HeadsetCall) => HeadsetButton | null;
  /** What sets the lamps; the switch is expected to follow them. */
  readonly lamps: (call: HeadsetCall) => readonly LampReport[];
};

/** The buttons and lamps of one headset, by what it says of itself; no vendor's words needed. */
export function createHeadsetButtons(collections: readonly HidCollection[]): HeadsetButtons {
  const inputs = fieldsOf(collections, 'inputReports');
  const outputs = fieldsOf(collections, 'outputReports');
  const lengths = reportLengths(collections);
  const hook = createHook(inputs.find((field) => tells(field, usages.hookSwitch)));
  const mute = createMute(inputs.find((field) => tells(field, usages.phoneMute)));
  return {
    hasButtons: inputs.some((field) => tells(field, usages.hookSwitch) || tells(field, usages.phoneMute)),
    pressed: (reportId, data, call) => {
      const hookValue = valueOf(inputs, usages.hookSwitch, reportId, data);
      const muteValue = valueOf(inputs, usages.phoneMute, reportId, data);
      const byHook = hookValue === undefined ? null : hook.pressed(hookValue, call);
      const byMute = muteValue === undefined ? null : mute(muteValue, call);
      return byHook ?? byMute;
    },
    lamps: ({ isRinging, isTalking, isMuted }) => {
      hook.follow(isTalking);
      const lamps = new Map<number, boolean>([
        [usages.offHookLed, isTalking],
        [usages.muteLed, isTalking && isMuted],
        [usages.ringLed, isRinging],
      ]);
      return reportsFor(outputs, lengths, lamps);
    },
  };
}

/** The switch between a call and none. It follows the lamp: what only says what the lamp was set to is no press. */
function createHook(field: HidField | undefined) {
  let wasOff = false;
  return {
    follow: (isTalking: boolean) => void (wasOff = isTalking),
    pressed: (value: number, { isTalking }: HeadsetCall): HeadsetButton | null => {
      const isOff = value === 1;
      // A key says that it was pressed, not how anything stands.
      if (field?.isAbsolute === false) return isOff ? (isTalking ? 'hangUp' : 'answer') : null;
      const isChanged = isOff !== wasOff;
      wasOff = isOff;
      if (!isChanged || isOff === isTalking) return null;
      return isOff ? 'answer' : 'hangUp';
    },
  };
}

/** A latched switch says how it stands; a key says that it was pressed, and goes back by itself. */
function createMute(field: HidField | undefined) {
  let before = 0;
  return (value: number, { isTalking, isMuted }: HeadsetCall): HeadsetButton | null => {
    const was = before;
    before = value;
    if (field === undefined || !isTalking) return null;
    if (!field.isAbsolute) return value === 1 ? 'mute' : null;
    if (field.isMomentary) return value === 1 && was === 0 ? 'mute' : null;
    return value !== was && (value === 1) !== isMuted ? 'mute' : null;
  };
}

const tells = (field: HidField, usage: number): boolean =>
  field.usage === usage || (field.usage === null && field.usages.includes(usage));
