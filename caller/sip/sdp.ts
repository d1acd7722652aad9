import { fail, ok, type Result } from '../../shared/result.ts';
import type { Codec } from '../media/g711.ts';
import type { Address } from './addresses.ts';

/** Seen from the side that wrote the description (RFC 3264 §5.1). */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
export type SdpFailure = 'noAudio' | 'noCommonCodec';

/** The audio part of a session description (RFC 4566), as far as a telephone needs it. */
export type AudioDescription = {
  readonly address: Address;
  /** In order of preference. */
  readonly codecs: readonly Codec[];
  /** Payload type of RFC 4733 telephone-event; absent when the side takes none. */
  readonly telephoneEvent: number | undefined;
  readonly direction: Direction;
};

const staticCodecs: ReadonlyMap<number, Codec> = new Map([
  [0, 'pcmu'],
  [8, 'pcma'],
]);
export const payloadTypes: Readonly<Record<Codec, number>> = { pcmu: 0, pcma: 8 };
const codecNames: Readonly<Record<Codec, string>> = { pcmu: 'PCMU', pcma: 'PCMA' };

/** `version` must grow with each new description in a dialog (RFC 3264 §8). */
export function writeSdp(description: AudioDescription, version: number): string {
  const { address, codecs, telephoneEvent, direction } = description;
  const types = [
    ...codecs.map((codec) => payloadTypes[codec]),
    ...(telephoneEvent === undefined ? [] : [telephoneEvent]),
  ];
  return [
    'v=0',
    `o=- 1 ${version} IN IP4 ${address.host}`,
    's=-',
    `c=IN IP4 ${address.host}`,
    't=0 0',
    `m=audio ${address.port} RTP/AVP ${types.join(' ')}`,
    ...codecs.map((codec) => `a=rtpmap:${payloadTypes[codec]} ${codecNames[codec]}/8000`),
    ...(telephoneEvent === undefined
      ? []
      : [`a=rtpmap:${telephoneEvent} telephone-event/8000`, `a=fmtp:${telephoneEvent} 0-15`]),
    'a=ptime:20',
    `a=${direction}`,
    '',
  ].join('\r\n');
}

/** Reads the first audio stream; `c=0.0.0.0`, the old way to hold (RFC 3264 §8.4), reads as its sendonly. */
export function parseSdp(text: string): Result<AudioDescription, SdpFailure> {
  const [session = '', ...media] = text.split(/\r?\n(?=m=)/);
  const audio = media.find((section) => section.startsWith('m=audio '));
  const line = /^m=audio (\d+)\S* \S+ ([\d ]+)/.exec(audio ?? '');
  if (audio === undefined || !line || line[1] === '0') return fail('noAudio');
  const types = (line[2] ?? '').trim().split(/ +/).map(Number);
  const host = /^c=IN IP4 ([^\s/]+)/m.exec(audio)?.[1] ?? /^c=IN IP4 ([^\s/]+)/m.exec(session)?.[1];
  if (host === undefined) return fail('noAudio');
  const direction = directionIn(audio) ?? directionIn(session) ?? 'sendrecv';
  return ok({
    address: { host, port: Number(line[1]) },
    codecs: types.flatMap((type) => staticCodecs.get(type) ?? []),
    telephoneEvent: telephoneEventIn(audio, types),
    direction: host === '0.0.0.0' && direction === 'sendrecv' ? 'sendonly' : direction,
  });
}

function directionIn(section: string): Direction | undefined {
  const found = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(section)?.[1];
  return (['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).find((direction) => direction === found);
}

function telephoneEventIn(audio: string, types: readonly number[]): number | undefined {
  const found = /^a=rtpmap:(\d+) telephone-event\/8000/im.exec(audio)?.[1];
  return found !== undefined && types.includes(Number(found)) ? Number(found) : undefined;
}

/** The direction we may answer, or take up, towards theirs (RFC 3264 §6.1). */
export function mirrorDirection(theirs: Direction, ours: Direction = 'sendrecv'): Direction {
  const send = canReceive(theirs) && canSend(ours);
  const receive = canSend(theirs) && canReceive(ours);
  if (send) return receive ? 'sendrecv' : 'sendonly';
  return receive ? 'recvonly' : 'inactive';
}

export function canSend(direction: Direction): boolean {
  return direction === 'sendrecv' || direction === 'sendonly';
}

function canReceive(direction: Direction): boolean {
  return direction === 'sendrecv' || direction === 'recvonly';
}
