import { describe, expect, it } from 'vitest';
import { createManualWorld } from '../manual-world.testing.ts';
import { AudioMeter } from './audio-meter.ts';
import { silence, tone } from './audio-source.ts';
import { encodeG711 } from './g711.ts';
import { KeyListener } from './key-listener.ts';
import { createRtpClock } from './rtp-clock.ts';
import { parseRtp, writeRtpHeader, type RtpPacket } from './rtp-packet.ts';
import { RtpSender } from './rtp-sender.ts';
import { RtpStatistics } from './rtp-statistics.ts';
import { codesOf } from './telephone-event.ts';

const format = { codec: 'pcmu', payloadType: 0, telephoneEvent: 101 } as const;

function parsed(datagram: Buffer): RtpPacket {
  const packet = parseRtp(datagram);
  if (!packet) throw new Error('no RTP');
  return packet;
}

describe('keys as RTP events', () => {
  function press(count: number): RtpPacket[] {
    const sender = new RtpSender(tone(440), 0x1234_5678);
    parsed(sender.next(format));
    for (const code of [5, 11]) sender.press(code, { durationMs: 60, gapMs: 80 }, () => {});
    return Array.from({ length: count }, () => parsed(sender.next(format)));
  }

  it('have the bytes of RFC 4733: growing, then the end three times', () => {
    const events = press(5);
    expect(events.map(({ payload }) => payload.toString('hex'))).toEqual([
      '050a00a0',
      '050a0140',
      '058a01e0',
      '058a01e0',
      '058a01e0',
    ]);
    expect(events.map(({ marker }) => marker)).toEqual([true, false, false, false, false]);
    expect(new Set(events.map(({ timestamp }) => timestamp)).size).toBe(1);
    expect(events.map(({ sequence }) => sequence - (events[0]?.sequence ?? 0))).toEqual([0, 1, 2, 3, 4]);
  });

  it('leave the gap between two keys, with sound in it, and the clock goes on', () => {
    const packets = press(13);
    expect(packets.map(({ payloadType }) => payloadType)).toEqual([
      101, 101, 101, 101, 101, 0, 0, 101, 101, 101, 101, 101, 0,
    ]);
    const start = packets[0]?.timestamp ?? 0;
    expect(packets[5]?.timestamp).toBe(start + 5 * 160);
    expect(packets[5]?.marker).toBe(true);
    // 60 ms of key and 80 ms of gap lie between the beginnings of the two.
    expect(packets[7]?.timestamp).toBe(start + 7 * 160);
  });

  it('are heard once each, even when all ends of one are lost', () => {
    const listener = new KeyListener();
    const packets = press(13).filter(({ payloadType }, i) => payloadType === 101 && (i < 2 || i > 4));
    expect(packets.flatMap((packet) => listener.hear(packet))).toEqual([
      { digit: '5', durationMs: 0 },
      { digit: '#', durationMs: 60 },
    ]);
  });

  it('exist for the keypad only', () => {
    expect(codesOf('09*#ad')).toEqual({ ok: true, value: [0, 9, 10, 11, 12, 15] });
    expect(codesOf('1x')).toEqual({ ok: false, error: 'badDigit' });
  });
});

describe('an RTP sender', () => {
  it('sends silence after the end of its source, and skips time but no number while held', () => {
    const sender = new RtpSender(tone(440, { durationMs: 20 }), 1);
    const first = parsed(sender.next(format));
    expect(sender.playing).toBe(true);
    sender.skip();
    const second = parsed(sender.next(format));
    expect(sender.playing).toBe(false);
    expect(second.payload).toEqual(Buffer.alloc(160, 0xff));
    expect(second.sequence).toBe(first.sequence + 1);
    expect(second.timestamp).toBe(first.timestamp + 320);
  });
});

describe('RTP packets', () => {
  it('are read past sources, extension and padding', () => {
    const head = Buffer.from('b1008000000000010000000200000003', 'hex');
    const rest = Buffer.from('beef000100000000aabb000000000004', 'hex');
    expect(parseRtp(Buffer.concat([head, rest]))?.payload.toString('hex')).toBe('aabb0000');
  });

  it.each(['', '80', '81c8000c', '40000000000000000000000000', '8f00000000000000000000000000'])(
    'are not these bytes: %s',
    (hex) => {
      expect(
        parseRtp(Buffer.concat([Buffer.from(hex, 'hex'), hex === '81c8000c' ? Buffer.alloc(20) : Buffer.alloc(0)])),
      ).toBeUndefined();
    },
  );
});

describe('statistics', () => {
  const packet = (sequence: number, ssrc = 1): RtpPacket =>
    parsed(writeRtpHeader({ payloadType: 0, marker: false, sequence, timestamp: sequence * 160, ssrc }, 0));

  it('count losses across the wrap of the numbers, late and double packets not', () => {
    const statistics = new RtpStatistics();
    for (const sequence of [65_533, 65_535, 65_534, 0, 0, 3]) statistics.count(packet(sequence), 0, false);
    expect([statistics.received, statistics.lost]).toEqual([6, 1]);
    statistics.count(packet(100, 2), 0, false);
    statistics.count(packet(102, 2), 0, false);
    expect(statistics.lost).toBe(2);
  });

  it('measure jitter as RFC 3550 does', () => {
    const statistics = new RtpStatistics();
    statistics.count(packet(1), 20, true);
    statistics.count(packet(2), 40, true);
    expect(statistics.jitterMs).toBe(0);
    statistics.count(packet(3), 76, true);
    expect(statistics.jitterMs).toBe(1);
  });
});

describe('the meter', () => {
  function hearing(pcm: Int16Array, world = createManualWorld(), meter = new AudioMeter(1, world.now)) {
    for (let at = 0; at < pcm.length; at += 160) {
      const codes = Buffer.alloc(160);
      encodeG711('pcmu', pcm.subarray(at, at + 160), codes);
      world.pass(20);
      meter.hear('pcmu', codes, world.now());
    }
    return { world, meter };
  }
  const sound = (hz: number, ms: number) => {
    const pcm = new Int16Array(ms * 8);
    tone(hz).start().read(pcm);
    return pcm;
  };

  it('hears a tone as long as it comes, and silence when nothing does', () => {
    const { world, meter } = hearing(sound(440, 400));
    expect([meter.hears(440), meter.hears(880)]).toEqual([true, false]);
    expect(meter.level()).toBeCloseTo(0.3 / Math.SQRT2, 2);
    world.pass(150);
    expect(meter.hears(440)).toBe(false);
    world.pass(100);
    expect([meter.hears(440), meter.level()]).toEqual([false, 0]);
  });

  it('tells packets from sound', () => {
    const { world, meter } = hearing(new Int16Array(800));
    expect(meter.firstAudioAt).toEqual({ packet: 20, sound: undefined });
    hearing(sound(600, 100), world, meter);
    expect(meter.firstAudioAt).toEqual({ packet: 20, sound: 120 });
    expect(meter.firstSoundAfter(150)).toBe(160);
  });

  it('keeps no more than it should', () => {
    const { meter } = hearing(sound(440, 3000));
    expect(meter.heard()).toHaveLength(8000);
    expect(meter.heard(2900)).toHaveLength(800);
  });
});

describe('the clock', () => {
  it('keeps its pace over late timers, drops what is missed in a long stall, and stops with its last subscriber', () => {
    const world = createManualWorld();
    // Each timer fires 3 ms late.
    const clock = createRtpClock({ now: world.now, schedule: (ms, run) => world.schedule(ms + 3, run) });
    let [one, other] = [0, 0];
    const stopOne = clock.subscribe(() => (one += 1));
    world.pass(1003);
    const stopOther = clock.subscribe(() => (other += 1));
    world.pass(1000);
    expect([one, other]).toEqual([100, 50]);
    stopOne();
    expect(world.pending()).toBe(1);
    stopOther();
    expect(world.pending()).toBe(0);
  });

  it('does not send a stall’s worth of packets at once', () => {
    let now = 0;
    let run = () => {};
    const clock = createRtpClock({ now: () => now, schedule: (_, next) => ((run = next), () => {}) });
    let ticks = 0;
    clock.subscribe(() => (ticks += 1));
    now = 10_000;
    run();
    expect(ticks).toBe(3);
    now = 10_020;
    run();
    expect(ticks).toBe(4);
  });
});

it('plays nothing but zeros as silence', () => {
  expect(parsed(new RtpSender(silence(), 0).next(format)).payload.every((code) => code === 0xff)).toBe(true);
});
