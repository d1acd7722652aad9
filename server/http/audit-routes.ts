import { defined } from '../../shared/defined.ts';
import { ok } from '../../shared/result.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

/** Who did what, for supervisors and administrators. */
export function auditRoutes(serve: Serve, { review }: HttpParts): void {
  serve.signedIn('audit', 'supervisor', async ({ query }) => {
    const { limit, ...rest } = query;
    const entries = await review.audit.list({ limit, ...defined(rest) });
    return entries.ok ? ok({ entries: entries.value }) : entries;
  });
}
