import { z } from 'zod';
import { newUserSchema, userChangesSchema, userDetailsSchema } from './accounts.ts';
import { operation, type Operation } from './operation.ts';
import { preferenceChangesSchema, preferencesSchema } from './preferences.ts';
import { personSchema, statusSchema } from './stream.ts';

/** What people say and choose for themselves, and what administrators do with users. */
export const personOperations = {
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
    body: preferenceChangesSchema,
    answer: preferencesSchema,
    status: 200,
    errors: [],
  }),
  users: operation({
    method: 'GET',
    path: '/api/v1/users',
    summary: 'Everybody (administrators)',
    answer: z.object({ users: z.array(userDetailsSchema).readonly() }),
    status: 200,
    errors: ['forbidden'],
  }),
  createUser: operation({
    method: 'POST',
    path: '/api/v1/users',
    summary: 'Add a user (administrators)',
    body: newUserSchema,
    answer: userDetailsSchema,
    status: 201,
    errors: ['forbidden', 'taken', 'noSuchQueue'],
  }),
  changeUser: operation({
    method: 'PATCH',
    path: '/api/v1/users/:id',
    summary: 'Change a user; a new password or disabling signs them out everywhere (administrators)',
    params: z.object({ id: z.string() }),
    body: userChangesSchema,
    answer: userDetailsSchema,
    status: 200,
    errors: ['forbidden', 'taken', 'noSuchUser', 'noSuchQueue', 'notYourself', 'lastAdministrator'],
  }),
} as const satisfies Record<string, Operation>;
