import { auditLogContract } from './contract/audit.testing.ts';
import { callHistoryContract } from './contract/call-history.testing.ts';
import { callStoreContract } from './contract/calls.testing.ts';
import { directoryContract } from './contract/directory.testing.ts';
import { eventLogContract } from './contract/events.testing.ts';
import { mailOutboxContract } from './contract/mail-outbox.testing.ts';
import { personStoreContract } from './contract/people.testing.ts';
import { recordingCatalogueContract } from './contract/recordings.testing.ts';
import { replyStoreContract } from './contract/replies.testing.ts';
import { sessionStoreContract } from './contract/sessions.testing.ts';
import { settingStoreContract } from './contract/settings.testing.ts';
import type { OpenSubject } from './contract/subject.testing.ts';
import { templateStoreContract } from './contract/templates.testing.ts';
import { userStoreContract } from './contract/users.testing.ts';
import { worklistContract } from './contract/worklist.testing.ts';

/** What every implementation of the stores promises. To be called from a test file. */
export function storesContract(open: OpenSubject): void {
  callStoreContract(open);
  callHistoryContract(open);
  eventLogContract(open);
  userStoreContract(open);
  sessionStoreContract(open);
  directoryContract(open);
  settingStoreContract(open);
  personStoreContract(open);
  replyStoreContract(open);
  templateStoreContract(open);
  recordingCatalogueContract(open);
  worklistContract(open);
  auditLogContract(open);
  mailOutboxContract(open);
}
