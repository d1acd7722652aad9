import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { createRecordingTable, type RecordingTable } from './recording-table.ts';

/** What this desk's person may hear, as far as the whole console has to know of it. */
export type Recordings = {
  readonly table: RecordingTable;
  /** Voicemails nobody has dealt with. */
  readonly newVoicemails: StoreApi<number>;
  readonly accept: (frame: ServerFrame) => void;
  readonly stop: () => void;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly clock: Clock };

/** Several changes of one moment are one question. */
const pauseMs = 100;

export function createRecordings({ server, clock }: Parts): Recordings {
  const table = createRecordingTable();
  const newVoicemails = createStore<number>(() => 0);
  let cancel = (): void => undefined;
  let asked = 0;
  const count = async (): Promise<void> => {
    asked += 1;
    const question = asked;
    const found = await server.call('recordings', { query: { limit: 1 } });
    // Without an answer the stream has gone as well, and its next snapshot asks again.
    if (found.ok && question === asked) newVoicemails.setState(found.value.newVoicemails, true);
  };
  const soon = (): void => {
    cancel();
    cancel = clock.after(pauseMs, () => void count());
  };
  table.subscribeChanges((change) => {
    // Of one that is gone nobody knows any more what it was.
    if (change.kind === 'gone' || change.now.kind === 'voicemail') soon();
  });
  return {
    table,
    newVoicemails,
    accept: (frame) => {
      table.accept(frame);
      // What was told before is not in a snapshot.
      if (frame.type === 'snapshot') void count();
    },
    stop: () => cancel(),
  };
}
