import { defined } from '../../shared/defined.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

/** What a person says and chooses for themselves. */
export function personRoutes(serve: Serve, { people, preferences }: HttpParts): void {
  serve.signedIn('setStatus', 'signedIn', ({ body, by }) => people.setStatus(by.user.id, body.status, body.until));
  serve.signedIn('preferences', 'signedIn', ({ by }) => preferences.preferences(by.user.id));
  serve.signedIn('savePreferences', 'signedIn', ({ body, by }) =>
    preferences.savePreferences(by.user.id, defined(body)),
  );
}
