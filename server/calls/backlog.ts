import type { Call } from '../../shared/call/call.ts';
import type { CallEvent } from '../../shared/call/call-event.ts';

/** What happened to a call in one moment, and what it became with that. */
export type Unstored = { readonly call: Call; readonly events: readonly [CallEvent, ...CallEvent[]] };

/** What the database has not taken yet, in order; `stored` resolves, and never rejects, once nothing is left of it. */
export type Backlog = { readonly waiting: Unstored[]; readonly stored: Promise<void> };
