import { type AriSession, type AriSessionParts, createAriSession } from './ari-session.ts';
import { type AriSocketOptions, openAriSocket } from './ari-socket.ts';
import { parseEvent } from './parse-event.ts';
import { synchronise, type Synchronised, type SynchroniseParts } from './synchronise.ts';

export type AriConnectionParts = AriSocketOptions & AriSessionParts & SynchroniseParts;

/** `open`: it answers. `synchronised`: and we know what is there. */
export type ConnectionState = 'opening' | 'open' | 'synchronised' | 'closed';

/** One connection, from its opening to its end. */
export type AriConnection = {
  readonly session: AriSession;
  readonly state: () => ConnectionState;
  readonly close: () => void;
};

export type AriConnectionListener = {
  /** Just before `connected` is reported. */
  readonly onSynchronised: (state: Synchronised) => void;
  /** Another server took our place. */
  readonly onReplaced: () => void;
  /** Once, whether it was ever open or not. */
  readonly onClosed: () => void;
};

export function openAriConnection(parts: AriConnectionParts, listener: AriConnectionListener): AriConnection {
  const session = createAriSession(parts);
  let state: ConnectionState = 'opening';
  const take = (text: string): void => {
    const event = parseEvent(text, parts.log);
    if (event?.type === 'ApplicationReplaced') listener.onReplaced();
    else if (event !== null) session.take(event);
  };
  const open = async (): Promise<void> => {
    state = 'open';
    const result = await synchronise(parts);
    if (isOver()) return;
    if (!result.ok) return socket.close();
    state = 'synchronised';
    listener.onSynchronised(result.value);
    session.begin(result.value.found);
  };
  /** A function, since the compiler takes `state` for what it was before the wait. */
  const isOver = (): boolean => state === 'closed';
  const closed = (): void => {
    state = 'closed';
    session.end();
    listener.onClosed();
  };
  const socket = openAriSocket(parts, { onOpen: () => void open(), onMessage: take, onClose: closed });
  return { session, state: () => state, close: socket.close };
}
