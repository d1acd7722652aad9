import { ok } from '../../shared/result.ts';
import { createAudit } from './audit.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

/** What administrators do with users; each change is written down. */
export function userRoutes(serve: Serve, { users, log }: HttpParts): void {
  const audit = createAudit(log);

  serve.signedIn('users', 'administrator', async () => {
    const all = await users.list();
    return all.ok ? ok({ users: all.value }) : all;
  });

  serve.signedIn('createUser', 'administrator', async ({ body, by }) => {
    const created = await users.create(body);
    if (created.ok) audit(by, 'userCreated', { user: created.value.id, role: body.role });
    return created;
  });

  serve.signedIn('changeUser', 'administrator', async ({ params, body, by }) => {
    const changed = await users.change(by.user, params.id, body);
    if (changed.ok) {
      const { id, role, disabled } = changed.value;
      audit(by, 'userChanged', { user: id, role, disabled, fields: Object.keys(body) });
    }
    return changed;
  });
}
