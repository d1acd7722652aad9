import { z } from 'zod';
import { phoneSystemSchema } from './stream.ts';

export const roleSchema = z.enum(['receptionist', 'supervisor', 'administrator']);

export const userSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    extension: z.string(),
    name: z.string(),
    role: roleSchema,
    disabled: z.boolean(),
  })
  .meta({ id: 'User' });

/** A user as administrators see them. */
export const userDetailsSchema = userSchema
  .extend({
    /** The queues that ring them. */
    queueIds: z.array(z.string()).readonly(),
    /** Has a session that has not ended; whether a desk of theirs is online is on the event stream. */
    signedIn: z.boolean(),
    /** When a page of theirs last came or went (ms since the epoch); null where nothing is known of the last sixty days. */
    lastSeenAt: z.number().int().nullable(),
  })
  .meta({ id: 'UserDetails' });
export type UserDetails = z.infer<typeof userDetailsSchema>;

export const signInSchema = z.object({
  login: z.string().trim().min(1, 'Enter your e-mail or extension.').max(254),
  password: z.string().min(1, 'Enter your password.').max(1024),
  /** Twelve hours instead of until the browser closes. */
  remember: z.boolean().default(false),
});

/** Who is signed in, and what the browser needs to be this desk's phone. */
export const meSchema = z
  .object({
    user: userSchema,
    organisation: z.string(),
    console: z.object({
      id: z.string(),
      /** The SIP address of record the browser registers; there is no password, the session is the proof. */
      sipUri: z.string(),
    }),
    /** `recorded`: all their calls are, so that nobody can stop it. */
    queues: z.array(z.object({ id: z.string(), name: z.string(), recorded: z.boolean().exactOptional() })),
    demo: z.boolean(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;

/** What the sign-in page shows before anybody has signed in; no call data. */
export const welcomeSchema = z
  .object({
    organisation: z.string(),
    phoneSystem: phoneSystemSchema,
    demoSignIns: z.array(z.object({ name: z.string(), login: z.string(), password: z.string(), role: roleSchema })),
  })
  .meta({ id: 'Welcome' });
export type Welcome = z.infer<typeof welcomeSchema>;

const queueIdsSchema = z.array(z.string().max(64)).max(500).readonly();

export const newUserSchema = z.object({
  email: z.email('This is not an e-mail address.').max(254),
  extension: z.string().regex(/^\d{2,10}$/, 'An extension is 2 to 10 digits.'),
  name: z.string().trim().min(1, 'Enter a name.').max(120),
  role: roleSchema,
  password: z.string().min(10, 'A password has at least 10 characters.').max(1024),
  queueIds: queueIdsSchema.default([]),
});

/** What is left out stays. */
export const userChangesSchema = newUserSchema.extend({ queueIds: queueIdsSchema, disabled: z.boolean() }).partial();

export const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded']),
    pbx: z.object({ state: z.enum(['connected', 'connecting', 'down']), version: z.string().nullable() }),
    database: z.object({ state: z.enum(['up', 'down']), version: z.string().nullable() }),
    version: z.string(),
    uptimeSeconds: z.number(),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof healthSchema>;
