/** The fields of an RTP packet (RFC 3550 §5.1) that a telephone looks at. */
export type RtpPacket = {
  readonly payloadType: number;
  readonly marker: boolean;
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  /** A view into the datagram. */
  readonly payload: Buffer;
};

/** Undefined for what is no RTP, and for RTCP that shares or strays into the port (RFC 5761 §4). */
export function parseRtp(datagram: Buffer): RtpPacket | undefined {
  if (datagram.length < 12) return undefined;
  const [first, second] = [datagram.readUInt8(0), datagram.readUInt8(1)];
  if (first >> 6 !== 2 || (second >= 192 && second <= 223)) return undefined;
  let start = 12 + (first & 15) * 4;
  if (first & 16 && datagram.length >= start + 4) start += 4 + datagram.readUInt16BE(start + 2) * 4;
  const padding = first & 32 ? datagram.readUInt8(datagram.length - 1) : 0;
  if (start > datagram.length - padding) return undefined;
  return {
    payloadType: second & 127,
    marker: second >> 7 === 1,
    sequence: datagram.readUInt16BE(2),
    timestamp: datagram.readUInt32BE(4),
    ssrc: datagram.readUInt32BE(8),
    payload: datagram.subarray(start, datagram.length - padding),
  };
}

/** A packet with room for its payload, which begins at byte 12. */
export function writeRtpHeader(packet: Omit<RtpPacket, 'payload'>, payloadLength: number): Buffer {
  const datagram = Buffer.allocUnsafe(12 + payloadLength);
  datagram.writeUInt8(0x80, 0);
  datagram.writeUInt8((packet.marker ? 128 : 0) | packet.payloadType, 1);
  datagram.writeUInt16BE(packet.sequence & 0xffff, 2);
  datagram.writeUInt32BE(packet.timestamp >>> 0, 4);
  datagram.writeUInt32BE(packet.ssrc >>> 0, 8);
  return datagram;
}
