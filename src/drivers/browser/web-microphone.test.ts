import { describe, expect, test } from 'vitest';
import { settled } from '../../testing/settled.ts';
import { WebMicrophone } from './web-microphone.ts';

class FakeTrack extends EventTarget {
  readonly label = 'Headset';
  isStopped = false;
  readonly getSettings = () => ({ deviceId: 'headset' });
  readonly stop = (): void => {
    this.isStopped = true;
  };
}

function open(answers: readonly (FakeTrack | DOMException)[]) {
  const wishes: unknown[] = [];
  const left = [...answers];
  const media = Object.assign(new EventTarget(), {
    getUserMedia: async (wish: unknown) => {
      wishes.push(wish);
      const answer = left.shift() ?? new DOMException('no more', 'NotFoundError');
      if (answer instanceof DOMException) throw answer;
      return { getAudioTracks: () => [answer], getTracks: () => [answer] };
    },
    enumerateDevices: async () => [
      { kind: 'audioinput', deviceId: 'headset', label: 'Headset' },
      { kind: 'audiooutput', deviceId: 'speaker', label: 'Speaker' },
    ],
  });
  const kept = new Map<string, string>();
  // What a browser gives, as far as the microphone uses it; jsdom has neither streams nor audio.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const parts = {
    media,
    permissions: undefined,
    meterOf: () => ({ level: () => 0, close: () => undefined }),
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
  } as unknown as ConstructorParameters<typeof WebMicrophone>[0];
  return { microphone: new WebMicrophone(parts), media, wishes };
}

const notAllowed = new DOMException('', 'NotAllowedError');

describe('the microphone', () => {
  test('is asked for once, however many want it', async () => {
    const { microphone, wishes } = open([new FakeTrack()]);
    await Promise.all([microphone.open(), microphone.open()]);
    await microphone.open();
    expect(wishes).toHaveLength(1);
    expect(microphone.state()).toEqual({ state: 'ready', device: { id: 'headset', label: 'Headset' } });
  });

  test.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s is %s', async (name, state) => {
    const { microphone } = open([new DOMException('', name)]);
    expect(await microphone.open()).toEqual({ ok: false, error: state });
    expect(microphone.state()).toEqual({ state });
  });

  test('may be asked for again after a no', async () => {
    const { microphone } = open([notAllowed, new FakeTrack()]);
    await microphone.open();
    expect(await microphone.open()).toEqual({ ok: true });
  });

  test('that is unplugged is looked for at once, and when something is plugged in', async () => {
    const track = new FakeTrack();
    const { microphone, media } = open([track, new DOMException('', 'NotFoundError'), new FakeTrack()]);
    await microphone.open();
    const states: string[] = [];
    microphone.subscribe(({ state }) => states.push(state));
    track.dispatchEvent(new Event('ended'));
    await settled();
    expect(states).toEqual(['unplugged', 'asking', 'none']);
    media.dispatchEvent(new Event('devicechange'));
    await settled();
    expect(states.at(-1)).toBe('ready');
  });

  test('a choice is remembered as a wish, so that a desk without that headset still has a microphone', async () => {
    const [first, second] = [new FakeTrack(), new FakeTrack()];
    const { microphone, wishes } = open([first, second]);
    await microphone.open();
    await microphone.choose('headset');
    expect(wishes.at(-1)).toMatchObject({ audio: { deviceId: { ideal: 'headset' } } });
    expect(first.isStopped).toBe(true);
    expect(await microphone.devices()).toEqual([{ id: 'headset', label: 'Headset' }]);
  });

  test('closed is silent', async () => {
    const track = new FakeTrack();
    const { microphone } = open([track]);
    await microphone.open();
    microphone.close();
    expect(track.isStopped).toBe(true);
    expect(microphone.stream()).toBeNull();
  });

  test('where the browser gives none it is denied, not an exception', async () => {
    const { getItem, setItem } = { getItem: () => null, setItem: () => undefined };
    const microphone = new WebMicrophone({
      media: undefined,
      permissions: undefined,
      meterOf: () => ({ level: () => 0, close: () => undefined }),
      storage: { getItem, setItem },
    });
    expect(await microphone.open()).toEqual({ ok: false, error: 'denied' });
    expect(await microphone.devices()).toEqual([]);
  });
});
