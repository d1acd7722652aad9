import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

/** What a person says and chooses for themselves. */
export function personRoutes(serve: Serve, { people, preferences }: HttpParts): void {
  serve.signedIn('setStatus', 'signedIn', ({ body, by }) => people.setStatus(by.user.id, body.status, body.until));
  serve.signedIn('preferences', 'signedIn', ({ by }) => preferences.preferences(by.user.id));
  serve.signedIn('savePreferences', 'signedIn', ({ body, by }) => preferences.savePreferences(by.user.id, given(body)));
}

type Given<Fields> = { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };

/** Only the fields that were sent; an explicit undefined is none. */
function given<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Given<Fields> {
  // Object.fromEntries forgets the names of the fields; the entries are those of `fields` without the undefined ones.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}
