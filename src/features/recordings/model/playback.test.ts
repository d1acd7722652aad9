import { describe, expect, test } from 'vitest';
import { FakeSoundPlayer } from '../../../drivers/fake/fake-sound-player.ts';
import { carryOutPlayerKey } from './player-keys.ts';
import { Playback } from './playback.ts';
import { silencesOf } from './silences.ts';

function storageOf(kept: Record<string, string> = {}): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map(Object.entries(kept));
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

function open(storage = storageOf()) {
  const player = new FakeSoundPlayer();
  const playback = new Playback({ player, addresses: ['/a.mp3', '/a.wav'], lengthMs: 60_000, storage });
  const stop = playback.follow();
  return { player, playback, stop, now: () => playback.store.getState() };
}

describe('a recording that is played', () => {
  test('plays, pauses, and stays inside its length', () => {
    const { player, playback, now } = open();
    expect(player.addresses).toEqual(['/a.mp3', '/a.wav']);
    playback.toggle();
    expect(now().state).toBe('playing');
    playback.toggle();
    expect(now().state).toBe('silent');
    playback.by(-10_000);
    expect(now().atMs).toBe(0);
    playback.seek(99_000);
    expect(player.position()).toBe(60_000);
  });

  test('skips what nobody says, while it is wanted and not before', () => {
    const { player, playback, now } = open();
    playback.knowSilences([{ fromMs: 5000, toMs: 9000 }]);
    playback.toggle();
    player.seek(6000);
    expect(now().atMs).toBe(6000);
    playback.toggleSilence();
    player.seek(6000);
    expect(now().atMs).toBe(9000);
  });

  test('is played the next time as it was the last time', () => {
    const storage = storageOf();
    const first = open(storage);
    first.playback.setRate('1.5');
    first.playback.toggleSilence();
    first.stop();
    const next = open(storage);
    expect(next.now()).toMatchObject({ rate: '1.5', skipsSilence: true });
    expect(next.player.rate).toBe(1.5);
  });

  test('mutes each channel for itself', () => {
    const { player, playback } = open();
    playback.toggleChannel(1);
    expect(player.muted).toEqual([false, true]);
    playback.toggleChannel(0);
    playback.toggleChannel(1);
    expect(player.muted).toEqual([true, false]);
  });
});

describe('the keys of a recording', () => {
  const press = (key: string, more: { readonly altKey?: boolean } = {}) => ({
    key,
    code: '',
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  });

  test('go from mark to mark, and leave keys with Alt to the console', () => {
    const { playback, now } = open();
    const keys = { playback, marksMs: [2000, 30_000], addMark: () => undefined };
    carryOutPlayerKey(press(']'), keys);
    expect(now().atMs).toBe(2000);
    carryOutPlayerKey(press(']'), keys);
    expect(now().atMs).toBe(30_000);
    // Just after a mark, the one before is meant.
    carryOutPlayerKey(press('['), keys);
    expect(now().atMs).toBe(2000);
    expect(carryOutPlayerKey(press('s', { altKey: true }), keys)).toBe(false);
    expect(now().skipsSilence).toBe(false);
    expect(carryOutPlayerKey(press('q'), keys)).toBe(false);
  });

  test('change the speed in steps, and no further', () => {
    const { playback, now } = open();
    const keys = { playback, marksMs: [], addMark: () => undefined };
    for (let times = 0; times < 6; times += 1) carryOutPlayerKey(press('+'), keys);
    expect(now().rate).toBe('2');
    for (let times = 0; times < 6; times += 1) carryOutPlayerKey(press('-'), keys);
    expect(now().rate).toBe('0.75');
  });
});

describe('silences', () => {
  test('are where both are quiet for long, with some of it left on each side', () => {
    const caller = [50, 50, ...Array.from({ length: 40 }, () => 1), 50];
    const ours = [...Array.from({ length: 42 }, () => 0), 30];
    expect(silencesOf({ tickMs: 100, channels: [caller, ours] })).toEqual([{ fromMs: 500, toMs: 3900 }]);
    expect(silencesOf({ tickMs: 100, channels: [Array.from({ length: 10 }, () => 0)] })).toEqual([]);
  });
});
