import { z } from 'zod';
import { callEventSchema, callSchema } from './call-schemas.ts';
import { recordingSchema } from './recordings.ts';
import { replySchema } from './replies.ts';
import { workItemSchema } from './worklist.ts';

/** Whether the phone system answers the server, as the screen says it. */
export const phoneSystemSchema = z.enum(['working', 'down']);

/** What a person says of themselves. */
export const statusSchema = z.enum(['available', 'away', 'doNotDisturb']);
export type Status = z.infer<typeof statusSchema>;

/** A colleague as everybody sees them. `since` and `until` are ms since the epoch. */
export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    extension: z.string(),
    presence: z.enum(['offline', 'available', 'onCall', 'away', 'doNotDisturb']),
    since: z.number().int(),
    /** When an away or do-not-disturb ends by itself; null when it does not. */
    until: z.number().int().nullable(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

/** What the server tells everybody who may know. */
export const streamBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), callId: z.string(), event: callEventSchema }),
  z.object({ kind: z.literal('phoneSystem'), state: phoneSystemSchema }),
  z.object({ kind: z.literal('person'), person: personSchema }),
  /** Somebody was disabled: they are no colleague any more, until a `person` says so. */
  z.object({ kind: z.literal('personGone'), personId: z.string() }),
  /** A reply as it is now: sent, answered, or handled. */
  z.object({ kind: z.literal('reply'), reply: replySchema }),
  /** A recording as it is now: ready to be heard, or changed. */
  z.object({ kind: z.literal('recording'), recording: recordingSchema }),
  /** It was deleted, by somebody or by its age. `queueId` and `userIds` say who could see it. */
  z.object({
    kind: z.literal('recordingGone'),
    recordingId: z.string(),
    queueId: z.string().nullable(),
    userIds: z.array(z.string()).readonly(),
  }),
  /** A caller to be called back, as it is now. */
  z.object({ kind: z.literal('workItem'), item: workItemSchema }),
]);
export type StreamBody = z.infer<typeof streamBodySchema>;

/** One entry of the event stream: its place in the one order of everything, and when it happened (ms since the epoch). */
export const streamEventSchema = z.object({
  sequence: z.number().int().positive(),
  at: z.number().int(),
  body: streamBodySchema,
});
export type StreamEvent = z.infer<typeof streamEventSchema>;

/** The first frame of a client on `/events`: where it left off; without a number it gets a snapshot. */
export const clientHelloSchema = z.object({
  type: z.literal('hello'),
  after: z.number().int().nonnegative().optional(),
});
export type ClientHello = z.infer<typeof clientHelloSchema>;

/** What a client sends afterwards: its answer to each heartbeat, from the page itself, so that a frozen one is noticed. */
export const clientAliveSchema = z.object({ type: z.literal('alive') });
export type ClientAlive = z.infer<typeof clientAliveSchema>;

/** What the server sends on `/events`, one JSON object a text frame. */
export const serverFrameSchema = z.discriminatedUnion('type', [
  /** Everything as it stands: forget what you knew. `now` is the server's clock, ms since the epoch. */
  z.object({
    type: z.literal('snapshot'),
    sequence: z.number().int().nonnegative(),
    now: z.number().int(),
    phoneSystem: phoneSystemSchema,
    calls: z.array(callSchema).readonly(),
    people: z.array(personSchema).readonly(),
  }),
  /** You missed only what follows, up to `sequence`; what you know still holds. */
  z.object({ type: z.literal('resumed'), sequence: z.number().int().nonnegative(), now: z.number().int() }),
  z.object({ type: z.literal('event'), event: streamEventSchema }),
  /** Sent every two seconds and to be answered with `alive`: a dead connection is noticed on both sides, and so is a page that sleeps. */
  z.object({ type: z.literal('heartbeat'), now: z.number().int() }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;

/** Close codes of `/events` and `/sip` (RFC 6455 private range). */
export const closeCode = { signedOut: 4401, tooSlow: 4408, badFrame: 4400, replaced: 4409, tooMany: 4429 } as const;
