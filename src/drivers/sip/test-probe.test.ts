import { describe, expect, test } from 'vitest';
import { readMeasures } from './read-measures.ts';
import { amplitudeOf } from './test-probe.ts';

const rate = 48_000;
const sine = (hz: number, amplitude: number) => (n: number) => amplitude * Math.sin((2 * Math.PI * hz * n) / rate);
const samplesOf = (...waves: readonly ((n: number) => number)[]) =>
  Float32Array.from({ length: 4096 }, (_, n) => waves.reduce((sum, wave) => sum + wave(n), 0));

describe('the test tone', () => {
  test('is found as loud as it is, also under a voice ten times as loud', () => {
    expect(amplitudeOf(1900, samplesOf(sine(1900, 0.03)), rate)).toBeCloseTo(0.03, 4);
    const voice = samplesOf(sine(1900, 0.03), sine(210, 0.3), sine(880, 0.1));
    expect(amplitudeOf(1900, voice, rate)).toBeCloseTo(0.03, 3);
  });

  test('is not found where it is not', () => {
    expect(amplitudeOf(1900, samplesOf(), rate)).toBe(0);
    expect(amplitudeOf(1900, samplesOf(sine(880, 0.3), sine(1000, 0.3)), rate)).toBeLessThan(0.002);
  });
});

describe('what the statistics say', () => {
  const audio = [
    { type: 'inbound-rtp', id: 'in', packetsLost: 1, packetsReceived: 199, jitter: 0.006 },
    { type: 'outbound-rtp', id: 'out', packetsSent: 200 },
    { type: 'transport', id: 't', selectedCandidatePairId: 'pair' },
    { type: 'candidate-pair', id: 'other', currentRoundTripTime: 9 },
    {
      type: 'candidate-pair',
      id: 'pair',
      currentRoundTripTime: 0.034,
      localCandidateId: 'here',
      remoteCandidateId: 'there',
    },
    { type: 'local-candidate', id: 'here', candidateType: 'host', protocol: 'udp' },
    { type: 'remote-candidate', id: 'there', candidateType: 'host', protocol: 'udp' },
  ];

  test('is read from the pair in use; what the far end has not told yet is not known', () => {
    expect(readMeasures(audio)).toEqual({
      roundTripMs: 34,
      lostOut: null,
      lostIn: 0.005,
      jitterMs: 6,
      path: { relayed: false, protocol: 'udp' },
    });
  });

  test('what the far end tells counts, and a relay says how it is reached', () => {
    const told = { type: 'remote-inbound-rtp', id: 'far', packetsLost: 2, roundTripTime: 0.05 };
    const relay = {
      type: 'local-candidate',
      id: 'here',
      candidateType: 'relay',
      protocol: 'udp',
      relayProtocol: 'tls',
    };
    const report = [told, ...audio.filter(({ id }) => id !== 'here'), relay];
    expect(readMeasures(report)).toMatchObject({
      roundTripMs: 50,
      lostOut: 0.01,
      path: { relayed: true, protocol: 'tcp' },
    });
  });

  test('is nothing before there is anything', () => {
    const nothing = { roundTripMs: null, lostOut: null, lostIn: null, jitterMs: null, path: null };
    expect(readMeasures([])).toEqual(nothing);
  });
});
