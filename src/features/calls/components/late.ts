/** From when on somebody who waits has waited long, in milliseconds. */
export const lateMs = 30_000;
