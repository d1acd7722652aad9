/** As many calls as can be answered at once. */
export const seatCount = 50;

/**
 * One seat: a number of its own, whose queue has one console, so that a call rings exactly one telephone. Calls of its other
 * number, and queue, are recorded.
 */
export const seats = Array.from({ length: seatCount }, (_, index) => ({
  number: String(5_560_000 + index),
  recordedNumber: String(5_570_000 + index),
  queueId: (0xbe_0000 + index).toString(16).padStart(32, '0'),
  recordedQueueId: (0xbf_0000 + index).toString(16).padStart(32, '0'),
  consoleId: `bench-${index}`,
}));
