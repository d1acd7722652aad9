/** Thirty-two that nobody mistakes for another when they are read out or written down. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789+';
const groups = 4;
const groupLength = 4;

/** 80 bits in four groups: `kfmw-3xtp-9dhq-ruw7`. `random` fills bytes unpredictably. */
export function makePassword(random: (count: number) => Uint8Array): string {
  const drawn = [...random(groups * groupLength)].map((byte) => letters[byte % letters.length] ?? '').join('');
  return drawn.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? drawn;
}
