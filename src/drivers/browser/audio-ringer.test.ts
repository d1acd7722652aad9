import { describe, expect, test } from 'vitest';
import { FakeClock } from '../fake/fake-clock.ts';
import { FakeSpeaker } from '../fake/fake-speaker.ts';
import { AudioRinger } from './audio-ringer.ts';
import { ringSounds, type RingSound } from './ring-sounds.ts';

/** As much of an audio context as the ringer asks for: whether it may play. */
class FakeContext extends EventTarget {
  state: AudioContextState = 'suspended';
  /** What a press on the page does. */
  readonly resume = async (): Promise<void> => undefined;

  readonly become = (state: AudioContextState): void => {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  };
}

function open(state: AudioContextState) {
  const context = new FakeContext();
  context.state = state;
  const clock = new FakeClock();
  /** Every period that was begun, and those of them that have not been cut off. */
  const begun: RingSound[] = [];
  const heard = new Set<number>();
  const ringer = new AudioRinger({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a context has far more than is used
    context: () => context as unknown as AudioContext,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is only passed on
    output: { node: () => ({}) as AudioNode },
    speaker: new FakeSpeaker(),
    page: new EventTarget(),
    clock,
    play: (_context, _output, sound) => {
      const number = begun.push(sound);
      heard.add(number);
      return () => void heard.delete(number);
    },
  });
  ringer.open();
  return { context, clock, ringer, begun, heard };
}

describe('a ringer', () => {
  test('rings period after period, each alone, and is silent in the instant it is stopped', () => {
    const { clock, ringer, begun, heard } = open('running');
    ringer.start('bell');
    clock.advance(2 * ringSounds.bell.period * 1000);
    expect(begun).toEqual([ringSounds.bell, ringSounds.bell, ringSounds.bell]);
    expect([...heard]).toEqual([3]);
    ringer.stop();
    expect(heard.size).toBe(0);
    clock.advance(60_000);
    expect(begun).toHaveLength(3);
  });

  test('that is blocked plays nothing, and begins with one period when it is allowed to', () => {
    const { clock, context, ringer, begun, heard } = open('suspended');
    ringer.start('bell');
    clock.advance(60_000);
    expect(begun).toEqual([]);
    context.become('running');
    expect(begun).toHaveLength(1);
    clock.advance(ringSounds.bell.period * 1000);
    expect(begun).toHaveLength(2);
    context.become('suspended');
    expect(heard.size).toBe(0);
    clock.advance(60_000);
    expect(begun).toHaveLength(2);
  });

  test('that was stopped while it was blocked stays silent', () => {
    const { context, ringer, begun } = open('suspended');
    ringer.start('bell');
    ringer.stop();
    context.become('running');
    expect(begun).toEqual([]);
  });
});
