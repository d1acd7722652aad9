const phoneNumber = /(?<![\w.-])\+?\d[\d ()-]{5,18}\d(?![\w.-])/g;

/** The same value with every run of seven digits or more, that stands alone as a phone number does, but for its end. */
export function maskNumbers(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(phoneNumber, (found) => `…${found.slice(-3)}`);
  if (Array.isArray(value)) return value.map(maskNumbers);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskNumbers(inner)]));
  }
  return value;
}
