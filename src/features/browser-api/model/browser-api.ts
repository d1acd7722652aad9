import { createCallSession, type CallSession } from './call-session.ts';
import type { AnswerParts } from './watch-answer.ts';

/** What the page offers to programs in it, as `globalThis.frontdesk`; docs/browser-api.md describes it. */
export type BrowserApi = {
  /** A call by its id, whatever became of it: what is not possible any more rejects. */
  readonly session: (callId: string) => CallSession;
};

/** It can do what whoever is signed in can do, and holds no secret: the session is a cookie no program sees. */
export const createBrowserApi = (parts: AnswerParts): BrowserApi =>
  Object.freeze({ session: (callId: string) => createCallSession(parts, callId) });
