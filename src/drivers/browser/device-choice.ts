import { z } from 'zod';
import { parseJson } from '../../lib/parse-json.ts';
import type { SharedStorage } from '../../lib/shared-storage.ts';
import type { AudioDevice } from '../../ports/audio-device.ts';
import { isAlias, type ListedDevice } from './device-list.ts';

const kept = z.array(z.object({ id: z.string(), label: z.string() }).readonly()).catch([]);
const rememberedAtMost = 5;

/** Which device somebody wants for one purpose at this computer, and which ones before that. */
export class DeviceChoice {
  readonly #storage: SharedStorage;
  readonly #key: string;

  constructor(storage: SharedStorage, key: string) {
    this.#storage = storage;
    this.#key = key;
  }

  /** Told that another window of this browser has chosen. Answers the way to stop. */
  readonly subscribe = (told: () => void): (() => void) => this.#storage.subscribe(this.#key, told);

  /** The latest first. */
  readonly remembered = (): readonly AudioDevice[] => kept.parse(parseJson(this.#storage.getItem(this.#key)));

  /** Null: nobody has chosen, or the computer's default was. */
  readonly chosen = (): AudioDevice | null => this.remembered()[0] ?? null;

  readonly choose = (device: AudioDevice | null): void => {
    const before = this.remembered().filter(({ id }) => id !== device?.id);
    const now = device === null ? [] : [{ id: device.id, label: device.label }, ...before];
    this.#storage.setItem(this.#key, JSON.stringify(now.slice(0, rememberedAtMost)));
  };
}

/** The wanted one among those that are there. In another socket it may have another id, but has the same name. */
export const findDevice = <Device extends AudioDevice>(
  devices: readonly Device[],
  wanted: AudioDevice | null,
): Device | null =>
  devices.find(({ id }) => id === wanted?.id) ??
  devices.find((device) => device.label !== '' && device.label === wanted?.label) ??
  null;

/** What takes the place of a device: what was wanted before it, else what the computer uses, else the first there is. */
export function standInFor(
  lost: AudioDevice | null,
  devices: readonly ListedDevice[],
  remembered: readonly AudioDevice[],
): ListedDevice | null {
  const real = devices.filter((device) => !isAlias(device));
  // The computer's default has the name of the real one in it, and its group.
  const lostGroup = lost !== null && isAlias(lost) ? devices.find(({ id }) => id === lost.id)?.group : undefined;
  const others = real.filter(({ id, group }) => id !== lost?.id && (lostGroup === undefined || group !== lostGroup));
  const before = remembered.map((device) => findDevice(others, device)).find((device) => device !== null);
  const usual = devices.find(({ id }) => id === 'default');
  return before ?? others.find(({ group }) => group !== '' && group === usual?.group) ?? others[0] ?? null;
}
