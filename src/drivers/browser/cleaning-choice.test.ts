import { describe, expect, test } from 'vitest';
import { headset, openMicrophone as open } from './web-microphone.testing.ts';

describe('voice cleaning', () => {
  const off = { echo: false, noise: true, level: false };
  const constraints = { echoCancellation: false, noiseSuppression: true, autoGainControl: false };

  test('changes at once while the microphone runs, and is told so that calls take it', async () => {
    const { microphone, media, states } = open();
    await microphone.open();
    states.length = 0;
    await microphone.clean(off);
    expect(media.opened).toHaveLength(1);
    expect(media.opened[0]?.settings).toMatchObject(constraints);
    expect(states).toEqual(['ready']);
  });

  test('opens the microphone anew where the browser cannot change it', async () => {
    const { microphone, media, states, used } = open();
    media.isFlexible = false;
    await microphone.open();
    await microphone.choose('built-in');
    states.length = 0;
    await microphone.clean(off);
    expect(media.opened.at(-1)?.settings).toMatchObject(constraints);
    expect(media.opened.at(-2)?.isStopped).toBe(true);
    expect(used()).toBe('Built-in microphone');
    expect(states).toEqual(['ready']);
  });

  test('is kept at this computer', async () => {
    const first = open();
    await first.microphone.clean(off);
    const next = open([headset], first.storage);
    expect(next.microphone.cleaning()).toEqual(off);
    await next.microphone.open();
    expect(next.media.wishes[0]).toMatchObject(constraints);
  });
});
