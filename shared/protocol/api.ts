import { auditOperations } from './audit-operations.ts';
import { callOperations } from './call-operations.ts';
import { directoryOperations } from './directory-operations.ts';
import { greetingOperations } from './greeting-operations.ts';
import { personOperations } from './person-operations.ts';
import { recordingOperations } from './recording-operations.ts';
import { replyOperations } from './reply-operations.ts';
import { sessionOperations } from './session-operations.ts';
import { systemOperations } from './system-operations.ts';
import { templateOperations } from './template-operations.ts';
import { testCallOperations } from './test-call-operations.ts';
import { worklistOperations } from './worklist-operations.ts';
import type { Operation } from './operation.ts';

/** The whole HTTP interface: routes, OpenAPI and the browser's client are all made from this one table. */
export const api = {
  ...sessionOperations,
  ...callOperations,
  ...replyOperations,
  ...recordingOperations,
  ...worklistOperations,
  ...auditOperations,
  ...personOperations,
  ...directoryOperations,
  ...greetingOperations,
  ...systemOperations,
  ...templateOperations,
  ...testCallOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof api;
