import { z } from 'zod';
import { callEventSchema, callSchema } from './call-schemas.ts';
import type { ErrorCode } from './errors.ts';
import { preferencesSchema } from './preferences.ts';
import { queueDetailsSchema, queueSchema, numberSchema } from './directory.ts';
import { personSchema, phoneSystemSchema, statusSchema } from './stream.ts';

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
    queues: z.array(z.object({ id: z.string(), name: z.string() })),
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

export const newUserSchema = z.object({
  email: z.email('This is not an e-mail address.').max(254),
  extension: z.string().regex(/^\d{2,10}$/, 'An extension is 2 to 10 digits.'),
  name: z.string().trim().min(1, 'Enter a name.').max(120),
  role: roleSchema,
  password: z.string().min(10, 'A password has at least 10 characters.').max(1024),
});

export const userChangesSchema = newUserSchema.partial().extend({ disabled: z.boolean().optional() });

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

const callId = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, 'This is not a call id.') });
const nothing = z.null();

/** One HTTP operation: what it takes, what it answers, and which errors beside the general ones it may give. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: `/api/v1/${string}`;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** `z.null()`: 204 without a body. */
  readonly answer: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  readonly errors: readonly ErrorCode[];
};

const operation = <Op extends Operation>(op: Op): Op => op;
const callCommand = <Path extends `/api/v1/${string}`>(path: Path, summary: string) =>
  operation({ method: 'POST', path, summary, params: callId, answer: nothing, status: 202, errors: callErrors });
const callErrors = ['noSuchCall', 'notYourCall', 'notAllowedNow', 'pbxUnavailable'] as const;

/** The whole HTTP interface: routes, OpenAPI and the browser's client are all made from this one table. */
export const api = {
  welcome: operation({
    method: 'GET',
    path: '/api/v1/welcome',
    summary: 'What a sign-in page may show',
    answer: welcomeSchema,
    status: 200,
    errors: [],
  }),
  signIn: operation({
    method: 'POST',
    path: '/api/v1/session',
    summary: 'Sign in; sets the session cookie',
    body: signInSchema,
    answer: meSchema,
    status: 201,
    errors: ['wrongPassword', 'tooManyAttempts'],
  }),
  me: operation({
    method: 'GET',
    path: '/api/v1/session',
    summary: 'Who is signed in',
    answer: meSchema,
    status: 200,
    errors: [],
  }),
  signOut: operation({
    method: 'DELETE',
    path: '/api/v1/session',
    summary: 'Sign out of this browser',
    answer: nothing,
    status: 204,
    errors: [],
  }),
  signOutEverywhere: operation({
    method: 'DELETE',
    path: '/api/v1/sessions',
    summary: 'Sign out of every browser',
    answer: nothing,
    status: 204,
    errors: [],
  }),
  calls: operation({
    method: 'GET',
    path: '/api/v1/calls',
    summary: 'The latest calls first, live ones included',
    query: z.object({
      limit: z.coerce.number('The limit is a number.').int().min(1).max(200).default(50),
      before: z.coerce.number('The time is a number.').int().optional(),
    }),
    answer: z.object({ calls: z.array(callSchema).readonly() }),
    status: 200,
    errors: [],
  }),
  call: operation({
    method: 'GET',
    path: '/api/v1/calls/:id',
    summary: 'One call and its whole story',
    params: callId,
    answer: z.object({ call: callSchema, events: z.array(callEventSchema).readonly() }),
    status: 200,
    errors: ['noSuchCall'],
  }),
  answer: operation({
    method: 'POST',
    path: '/api/v1/calls/:id/answer',
    summary: 'Bring a waiting or ringing call to this desk; its phone takes it by itself, and the call it has is held',
    params: callId,
    answer: nothing,
    status: 202,
    errors: [...callErrors, 'deskNotReady'],
  }),
  hold: callCommand('/api/v1/calls/:id/hold', 'Hold the caller, with music'),
  resume: callCommand('/api/v1/calls/:id/resume', 'Go back to a held caller; the call this desk has is held'),
  earlierCalls: operation({
    method: 'GET',
    path: '/api/v1/calls/:id/earlier',
    summary: 'The latest earlier calls of the same caller',
    params: callId,
    answer: z.object({ calls: z.array(callSchema).readonly() }),
    status: 200,
    errors: ['noSuchCall'],
  }),
  quality: operation({
    method: 'POST',
    path: '/api/v1/calls/:id/quality',
    summary: 'What this desk’s browser measured of its audio, to be kept with the call',
    params: callId,
    body: z.object({
      /** Share of the packets that did not arrive, 0 to 1. */
      lost: z.number().min(0).max(1),
      jitterMs: z.number().min(0).max(60_000),
      roundTripMs: z.number().min(0).max(60_000).nullable(),
      /** Seconds in which one side did not hear the other. */
      oneWaySeconds: z.number().min(0).max(86_400),
    }),
    answer: nothing,
    status: 202,
    errors: ['noSuchCall', 'notYourCall'],
  }),
  setStatus: operation({
    method: 'POST',
    path: '/api/v1/status',
    summary: 'Say whether calls may ring at your desks; `until` ends it by itself (ms since the epoch)',
    body: z.object({ status: statusSchema, until: z.number().int().nullable().default(null) }),
    answer: personSchema,
    status: 200,
    errors: [],
  }),
  preferences: operation({
    method: 'GET',
    path: '/api/v1/preferences',
    summary: 'What you chose, on every desk',
    answer: preferencesSchema,
    status: 200,
    errors: [],
  }),
  savePreferences: operation({
    method: 'PATCH',
    path: '/api/v1/preferences',
    summary: 'Change what you chose; what is left out stays',
    body: preferencesSchema.partial(),
    answer: preferencesSchema,
    status: 200,
    errors: [],
  }),
  queues: operation({
    method: 'GET',
    path: '/api/v1/queues',
    summary: 'The queues with their opening hours and members, and the numbers that lead to them (administrators)',
    answer: z.object({ queues: z.array(queueDetailsSchema).readonly(), numbers: z.array(numberSchema).readonly() }),
    status: 200,
    errors: ['forbidden'],
  }),
  saveQueue: operation({
    method: 'POST',
    path: '/api/v1/queues',
    summary: 'Add a queue, or change the one with this id (administrators)',
    body: queueSchema.partial({ id: true }).extend({ memberIds: z.array(z.string()).max(500).readonly() }),
    answer: queueDetailsSchema,
    status: 200,
    errors: ['forbidden', 'noSuchUser'],
  }),
  saveNumber: operation({
    method: 'POST',
    path: '/api/v1/numbers',
    summary: 'Lead a number to a queue (administrators)',
    body: numberSchema,
    answer: numberSchema,
    status: 200,
    errors: ['forbidden', 'noSuchQueue'],
  }),
  removeNumber: operation({
    method: 'DELETE',
    path: '/api/v1/numbers/:number',
    summary: 'Refuse calls to a number from now on (administrators)',
    params: numberSchema.pick({ number: true }),
    answer: nothing,
    status: 204,
    errors: ['forbidden', 'notFound'],
  }),
  reject: callCommand('/api/v1/calls/:id/reject', 'Stop ringing this console; the others go on'),
  hangUp: callCommand('/api/v1/calls/:id/hang-up', 'End the call'),
  mute: callCommand('/api/v1/calls/:id/mute', 'Say that this desk is muted'),
  unmute: callCommand('/api/v1/calls/:id/unmute', 'Say that this desk is heard again'),
  rejoin: callCommand('/api/v1/calls/:id/rejoin', 'Go back into a call whose browser went away'),
  note: operation({
    method: 'POST',
    path: '/api/v1/calls/:id/note',
    summary: 'Write the note of the call',
    params: callId,
    body: z.object({ note: z.string().max(4000) }),
    answer: nothing,
    status: 202,
    errors: callErrors,
  }),
  users: operation({
    method: 'GET',
    path: '/api/v1/users',
    summary: 'Everybody (administrators)',
    answer: z.object({ users: z.array(userSchema).readonly() }),
    status: 200,
    errors: ['forbidden'],
  }),
  createUser: operation({
    method: 'POST',
    path: '/api/v1/users',
    summary: 'Add a user (administrators)',
    body: newUserSchema,
    answer: userSchema,
    status: 201,
    errors: ['forbidden', 'taken'],
  }),
  changeUser: operation({
    method: 'PATCH',
    path: '/api/v1/users/:id',
    summary: 'Change a user; disabling signs out everywhere (administrators)',
    params: z.object({ id: z.string() }),
    body: userChangesSchema,
    answer: userSchema,
    status: 200,
    errors: ['forbidden', 'taken', 'noSuchUser'],
  }),
  simulateCaller: operation({
    method: 'POST',
    path: '/api/v1/demo/callers',
    summary: 'Place a real SIP call to the reception with a speaking voice (demo only)',
    body: z.object({
      dial: z
        .string()
        .regex(/^\d{2,20}$/)
        .default('5550100'),
    }),
    answer: nothing,
    status: 202,
    errors: ['notFound', 'tooManyRequests'],
  }),
  health: operation({
    method: 'GET',
    path: '/api/v1/health',
    summary: 'Whether everything works, and its versions',
    answer: healthSchema,
    status: 200,
    errors: [],
  }),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof api;
