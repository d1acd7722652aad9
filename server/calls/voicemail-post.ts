import type { Recording } from '../../shared/recording/recording.ts';
import { fail } from '../../shared/result.ts';
import type { Log } from '../ports/log.ts';
import type { Letter, LetterEnd, MailOutbox } from '../ports/mail-outbox.ts';
import type { CallBoard } from './call-board.ts';
import type { DeskCounters } from './desk.ts';
import { type LetterFailure, type LetterParts, sendLetter } from './send-letter.ts';

export type PostParts = LetterParts & {
  readonly mailOutbox: MailOutbox;
  readonly counters: DeskCounters;
  readonly log: Log;
};

/** Until the next try; the last one stands for all that follow. */
const pausesMs = [60_000, 300_000, 900_000, 3_600_000] as const;
/** After so many tries it is given up: about a day of a server that is away, an hour and a half of one that does not want it. */
const mostTries: Readonly<Record<Exclude<LetterFailure, 'soundNotReady'>, number>> = {
  mailRefused: 5,
  mailUnavailable: 26,
  storageFull: 26,
  storageUnavailable: 26,
  databaseUnavailable: 26,
};
/** A letter that so many died of, whoever had it, is not tried again. */
const mostClaims = 40;
const soundPauseMs = 5_000;
/** Longer than any try takes: whoever has it longer is dead. */
const claimMs = 600_000;
/** How often it is looked for letters that another server left, or that could not be noted. */
const lookEveryMs = 30_000;
/** What was left before, and never noted, is not looked for: nobody would have gone on trying for it. */
const lookedBackMs = 24 * 3_600_000;
const batch = 200;

/**
 * Sends each voicemail to whom its line says. It follows what the stream says, so whatever server a message was left at; what is
 * in the outbox is sent by one of them. A server that dies between sending and noting it sends a second time: mail is at least once.
 */
export function openVoicemailPost(parts: PostParts, board: CallBoard) {
  const post = new VoicemailPost(parts);
  const stop = board.subscribe(({ event: { body } }) => {
    if (body.kind === 'recording' && isNew(body.recording)) post.wake(body.recording.id);
  });
  return {
    /** Looks for what was left while no server was there to note it, and begins to send. */
    begin: () => post.wake(),
    /** Resolves when everything that is due has been tried. */
    idle: () => post.idle(),
    close: async (): Promise<void> => {
      stop();
      await post.close();
    },
  };
}

const isNew = ({ kind, version }: Recording): boolean => kind === 'voicemail' && version === 1;

class VoicemailPost {
  readonly #parts: PostParts;
  /** Left, and not in the outbox yet. */
  readonly #left = new Set<string>();
  /** What came of those of which the database was not told: they are not sent again. */
  readonly #ended = new Map<string, LetterEnd>();
  #behind = true;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #pause: { readonly until: number; readonly stop: () => void } | undefined;

  constructor(parts: PostParts) {
    this.#parts = parts;
  }

  wake(recordingId?: string): void {
    if (recordingId !== undefined) this.#left.add(recordingId);
    if (this.#closed) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.wake();
    });
  }

  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#again = false;
    this.#pause?.stop();
    await this.idle();
  }

  async #run(): Promise<void> {
    this.#again = false;
    this.#later(lookEveryMs);
    try {
      await this.#note();
      for (let letter = await this.#next(); letter !== null; letter = await this.#next()) await this.#send(letter);
    } catch (error) {
      // A bug in one must not keep back the others: it is tried again when nobody has it any more.
      this.#parts.log.error({ err: error }, 'sending voicemails by e-mail failed');
    }
  }

  async #note(): Promise<void> {
    const { mailOutbox, clock } = this.#parts;
    if (this.#behind) this.#behind = !(await this.#lookBack());
    for (const recordingId of this.#left) {
      const added = await mailOutbox.add(recordingId, clock.now());
      if (!added.ok) return;
      this.#left.delete(recordingId);
    }
  }

  async #lookBack(): Promise<boolean> {
    const { recordings, clock } = this.#parts;
    const filter = { kind: 'voicemail', from: clock.now() - lookedBackMs } as const;
    for (let offset = 0; ; offset += batch) {
      const found = await recordings.list(filter, { limit: batch, offset });
      if (!found.ok) return false;
      for (const { id } of found.value.recordings) this.#left.add(id);
      if (offset + batch >= found.value.total) return true;
    }
  }

  async #next(): Promise<Letter | null> {
    if (this.#closed) return null;
    const now = this.#parts.clock.now();
    const letter = await this.#parts.mailOutbox.claim(now, now + claimMs);
    return letter.ok ? letter.value : null;
  }

  async #send(letter: Letter): Promise<void> {
    const { counters, log } = this.#parts;
    const { recordingId, tries } = letter;
    const ended = this.#ended.get(recordingId);
    if (ended !== undefined) return this.#finish(letter, ended);
    const sent = tries > mostClaims ? fail('mailRefused' as const) : await sendLetter(this.#parts, letter);
    if (sent.ok) {
      if (sent.value === 'sent') {
        counters.count('voicemailMailed');
        log.info({ recordingId, tries }, 'a voicemail was sent by e-mail');
      }
      return this.#finish(letter, sent.value);
    }
    const { error } = sent;
    if (error === 'soundNotReady') return this.#postpone(letter, tries - 1, soundPauseMs);
    if (tries < mostTries[error]) {
      log.warn({ recordingId, error, tries }, 'a voicemail could not be sent by e-mail; it is tried again');
      return this.#postpone(letter, tries, pausesMs[tries - 1] ?? pausesMs[3]);
    }
    counters.count('voicemailNotMailed');
    log.error({ recordingId, error, tries }, 'a voicemail could not be sent by e-mail, and is given up');
    await this.#finish(letter, 'givenUp');
  }

  async #finish(letter: Letter, end: LetterEnd): Promise<void> {
    const told = await this.#parts.mailOutbox.finish(letter, end, this.#parts.clock.now());
    if (told.ok) this.#ended.delete(letter.recordingId);
    else this.#ended.set(letter.recordingId, end);
  }

  async #postpone(letter: Letter, tries: number, ms: number): Promise<void> {
    await this.#parts.mailOutbox.postpone(letter, { tries, nextAt: this.#parts.clock.now() + ms });
    this.#later(ms);
  }

  /** Wakes after so long, or earlier where that was to be. */
  #later(ms: number): void {
    const { clock } = this.#parts;
    const until = clock.now() + ms;
    if (this.#closed || (this.#pause !== undefined && this.#pause.until <= until)) return;
    this.#pause?.stop();
    const stop = clock.after(ms, () => {
      this.#pause = undefined;
      this.wake();
    });
    this.#pause = { until, stop };
  }
}
