import { defined } from '../../shared/defined.ts';
import { mostTemplates } from '../../shared/protocol/template-operations.ts';
import { fail, ok } from '../../shared/result.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

/** What a person says often to callers they cannot take: always their own list, whoever they are. */
export function templateRoutes(serve: Serve, { templates, newId }: HttpParts): void {
  serve.signedIn('templates', 'signedIn', async ({ by }) => {
    const [own, hidden] = await Promise.all([templates.own(by.user.id), templates.hidden(by.user.id)]);
    if (!own.ok) return own;
    return hidden.ok ? ok({ own: own.value, hidden: hidden.value }) : hidden;
  });

  serve.signedIn('addTemplate', 'signedIn', ({ body: { at, ...texts }, by }) =>
    templates.add(by.user.id, { id: newId(), ...texts }, { most: mostTemplates, ...(at !== undefined && { at }) }),
  );

  serve.signedIn('changeTemplate', 'signedIn', ({ params, body, by }) =>
    templates.change(by.user.id, params.id, defined(body)),
  );

  serve.signedIn('removeTemplate', 'signedIn', async ({ params, by }) => {
    const removed = await templates.remove(by.user.id, params.id);
    if (!removed.ok) return removed;
    return removed.value ? ok(null) : fail('noSuchTemplate');
  });

  serve.signedIn('orderTemplates', 'signedIn', async ({ body, by }) => {
    const own = await templates.order(by.user.id, body.ids);
    return own.ok ? ok({ own: own.value }) : own;
  });

  serve.signedIn('hideTemplate', 'signedIn', async ({ body: { hidden: isHidden, ...template }, by }) => {
    const done = await templates.setHidden(by.user.id, template, isHidden);
    if (!done.ok) return done;
    const hidden = await templates.hidden(by.user.id);
    return hidden.ok ? ok({ hidden: hidden.value }) : hidden;
  });
}
