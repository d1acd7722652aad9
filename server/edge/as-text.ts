import { isUtf8 } from 'node:buffer';

const questionMark = 0x3f;

/**
 * The frame as a browser can take it: one that is not UTF-8 would end the browser's connection (RFC 6455 §8.1), so its
 * foreign bytes become question marks, one for one, which leaves every length as it was.
 */
export const asText = (frame: Buffer): Buffer =>
  isUtf8(frame) ? frame : Buffer.from(frame.map((byte) => (byte < 0x80 ? byte : questionMark)));
