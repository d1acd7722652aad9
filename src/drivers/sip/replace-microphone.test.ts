import { expect, test } from 'vitest';
import { replaceMicrophone } from './session-media.ts';

type Media = Parameters<typeof replaceMicrophone>[0];

const trackOf = (enabled: boolean) => ({ kind: 'audio', enabled, stop: () => undefined });

test('whoever mutes while another microphone takes over is muted on that one', async () => {
  const [old, other] = [trackOf(true), trackOf(true)];
  let replaced = (): void => undefined;
  const sender = { track: old, replaceTrack: () => new Promise<void>((resolve) => (replaced = resolve)) };
  const media = {
    peerConnection: { getSenders: () => [sender] },
    localMediaStream: { removeTrack: () => undefined, addTrack: () => undefined },
  };
  const stream = { clone: () => ({ getAudioTracks: () => [other] }) };
  let isSilent = false;
  // As much of a browser as it asks for; jsdom has neither streams nor connections.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const replacing = replaceMicrophone(media as unknown as Media, stream as unknown as MediaStream, () => isSilent);
  expect(other.enabled).toBe(true);
  isSilent = true;
  replaced();
  await replacing;
  expect(other.enabled).toBe(false);
});
