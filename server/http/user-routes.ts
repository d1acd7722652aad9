import { ok } from '../../shared/result.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

export function userRoutes(serve: Serve, { users }: HttpParts): void {
  serve.signedIn('users', 'administrator', async () => {
    const all = await users.list();
    return all.ok ? ok({ users: all.value }) : all;
  });
  serve.signedIn('createUser', 'administrator', ({ body }) => users.create(body));
  serve.signedIn('changeUser', 'administrator', ({ params, body }) => users.change(params.id, body));
}
