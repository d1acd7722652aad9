import { ok } from '../../shared/result.ts';
import { createAudit } from './audit.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

/** What administrators do with users; each change is written down. */
export function userRoutes(serve: Serve, parts: HttpParts): void {
  const { users } = parts;
  const audit = createAudit(parts);

  serve.signedIn('users', 'administrator', async () => {
    const all = await users.list();
    return all.ok ? ok({ users: all.value }) : all;
  });

  serve.signedIn('createUser', 'administrator', async ({ body, by }) => {
    const created = await users.create(body);
    if (!created.ok) return created;
    const { id, name, role } = created.value;
    const written = await audit(by, {
      action: 'userCreated',
      subject: id,
      about: `${name}, ${role}`,
      fields: { user: id, role },
    });
    return written.ok ? created : written;
  });

  serve.signedIn('changeUser', 'administrator', async ({ params, body, by }) => {
    const changed = await users.change(by.user, params.id, body);
    if (!changed.ok) return changed;
    const { id, name, role, disabled } = changed.value;
    const fields = Object.keys(body);
    const written = await audit(by, {
      action: 'userChanged',
      subject: id,
      about: `${name}: ${fields.join(', ')}`,
      fields: { user: id, role, disabled, fields },
    });
    return written.ok ? changed : written;
  });
}
