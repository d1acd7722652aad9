import type { Database } from '../../ports/stores.ts';
import { memoryAudit } from './memory-audit.ts';
import { memoryCalls } from './memory-calls.ts';
import { memoryDirectory } from './memory-directory.ts';
import { memoryEvents } from './memory-events.ts';
import { memoryMailOutbox } from './memory-mail-outbox.ts';
import { memoryPeople } from './memory-people.ts';
import { memoryRecordings } from './memory-recordings.ts';
import { memoryReplies } from './memory-replies.ts';
import { memorySessions } from './memory-sessions.ts';
import { memorySettings } from './memory-settings.ts';
import { answer, emptyState } from './memory-state.ts';
import { memoryTemplates } from './memory-templates.ts';
import { memoryUsers } from './memory-users.ts';
import { memoryWorklist } from './memory-worklist.ts';

export type MemoryDatabase = Database & {
  /** `false`: every store answers `databaseUnavailable` until it is `true` again. */
  readonly setAvailable: (available: boolean) => void;
};

/**
 * The stores without a database, for tests of what uses them; the same contract test holds for both. An event has been
 * told to every subscriber when its `append` resolves.
 */
export function createMemoryDatabase(): MemoryDatabase {
  const state = emptyState();
  return {
    stores: {
      calls: memoryCalls(state),
      events: memoryEvents(state),
      users: memoryUsers(state),
      sessions: memorySessions(state),
      directory: memoryDirectory(state),
      settings: memorySettings(state),
      people: memoryPeople(state),
      replies: memoryReplies(state),
      templates: memoryTemplates(state),
      recordings: memoryRecordings(state),
      worklist: memoryWorklist(state),
      audit: memoryAudit(state),
      mailOutbox: memoryMailOutbox(state),
    },
    ping: () => answer(state, () => ({ version: 'memory', latencyMs: 0 })),
    close: () => Promise.resolve(),
    setAvailable: (available) => {
      state.available = available;
    },
  };
}
