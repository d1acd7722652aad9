import path from 'node:path';
import { readFrom, sizeOf } from './log-files.ts';

export const securityLog = 'security.log';

/** Requests refused, by Asterisk's name for the reason: `InvalidAccountID`, `FailedACL`, `ChallengeResponseFailed`, … */
export type RejectedSip = Readonly<Record<string, number>>;

/** Counts the refusals in lines of security.log; what is merely informational there is left out. */
export function countRejected(text: string): RejectedSip {
  const counts: Record<string, number> = {};
  for (const [, reason = ''] of text.matchAll(/SecurityEvent="(\w+)",[^\n]*?Severity="Error",Service="PJSIP"/gu)) {
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

/** Follows security.log from its present end on. */
export class RejectedSipCounter {
  readonly #file: string;
  readonly #counts: Record<string, number> = {};
  #offset: number;

  constructor(logFolder: string) {
    this.#file = path.join(logFolder, securityLog);
    this.#offset = sizeOf(this.#file);
  }

  get counts(): RejectedSip {
    return { ...this.#counts };
  }

  /** Counts what has been written since the last time. */
  readOn(): void {
    this.#take(this.#file);
  }

  /** To be called when the log has just been set aside: counts its end, and goes on with the new one. */
  rotated(): void {
    this.#take(`${this.#file}.0`);
    this.#offset = 0;
  }

  #take(file: string): void {
    const text = readFrom(file, this.#offset);
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.#offset += Buffer.byteLength(whole);
    for (const [reason, count] of Object.entries(countRejected(whole))) {
      this.#counts[reason] = (this.#counts[reason] ?? 0) + count;
    }
  }
}
