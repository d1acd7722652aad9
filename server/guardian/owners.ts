import { EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import { type GuardianMessage, type OwnerMessage, parseOwnerMessage } from './guardian-message.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';

const claimWithinMs = 5_000;
/** The first owner is on its way, however slow the machine is. */
const firstOwnerMs = 15_000;

export type OwnersOptions = {
  readonly graceMs: number;
  readonly fingerprint: string;
  /** What a new owner is told: that the child runs, or why it does not. */
  readonly greeting: () => Promise<GuardianMessage>;
  /** The child is no longer wanted: told to, other arguments claimed, or nobody came within the grace. */
  readonly unwanted: () => void;
};

/**
 * Whoever the child belongs to: the newest connection that claimed it, and no other. When the owner is gone the grace
 * starts; until the first one comes, it is 15 s at least.
 */
export class Owners {
  readonly #options: OwnersOptions;
  readonly #sockets = new Set<Socket>();
  readonly #greetings = new EventEmitter();
  #owner: Socket | undefined;
  #grace: NodeJS.Timeout;
  #isEnding = false;
  /** Resolves when a first owner has been greeted. */
  readonly greeted = once(this.#greetings, 'greeted');

  constructor(options: OwnersOptions) {
    this.#options = options;
    this.#grace = setTimeout(this.end, Math.max(options.graceMs, firstOwnerMs));
  }

  /** The child is to end: from now on nobody can have it. */
  readonly end = (): void => {
    this.#isEnding = true;
    this.#options.unwanted();
  };

  connected(socket: Socket): void {
    this.#sockets.add(socket);
    const silent = setTimeout(() => socket.destroy(), claimWithinMs);
    readJsonLines(socket, (line) => {
      const message = parseOwnerMessage(line);
      clearTimeout(silent);
      if (message) this.#hear(socket, message);
    });
    socket.on('error', () => socket.destroy()); // an owner that was killed: `close` follows
    socket.on('close', () => {
      clearTimeout(silent);
      this.#closed(socket);
    });
  }

  /** Tells the owner the last there is to say and lets everybody go. */
  dismiss(message: GuardianMessage): void {
    if (this.#owner) writeJsonLine(this.#owner, message);
    this.#owner = undefined;
    clearTimeout(this.#grace);
    for (const socket of this.#sockets) socket.end();
  }

  #hear(socket: Socket, message: OwnerMessage): void {
    if (message.type === 'claim') void this.#claim(socket, message.fingerprint);
    else if (this.#owner === socket) this.end();
  }

  async #claim(socket: Socket, fingerprint: string): Promise<void> {
    if (this.#isEnding || fingerprint !== this.#options.fingerprint) {
      writeJsonLine(socket, { type: 'ending' });
      this.end();
      return;
    }
    clearTimeout(this.#grace);
    const former = this.#owner;
    this.#owner = socket;
    if (former) {
      writeJsonLine(former, { type: 'replaced' });
      former.end();
    }
    writeJsonLine(socket, await this.#options.greeting());
    this.#greetings.emit('greeted');
  }

  #closed(socket: Socket): void {
    this.#sockets.delete(socket);
    if (this.#owner !== socket) return;
    this.#owner = undefined;
    this.#grace = setTimeout(this.end, this.#options.graceMs);
  }
}
