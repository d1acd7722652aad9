import { meSchema, signInSchema, welcomeSchema } from './accounts.ts';
import { nothing, operation, type Operation } from './operation.ts';

/** Signing in and out. */
export const sessionOperations = {
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
} as const satisfies Record<string, Operation>;
