import { newUserSchema, userChangesSchema, type UserDetails } from '../../../../shared/protocol/accounts.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { faultsBy, type Faults } from './faults.ts';

/** A user as they stand in the form; `password` is null while it is to stay. */
export type UserDraft = {
  readonly name: string;
  readonly email: string;
  readonly extension: string;
  readonly role: UserDetails['role'];
  readonly queueIds: readonly string[];
  readonly password: string | null;
};

export type UserField = keyof UserDraft;

export const emptyUser: UserDraft = {
  name: '',
  email: '',
  extension: '',
  role: 'receptionist',
  queueIds: [],
  password: '',
};

export const draftOfUser = ({ name, email, extension, role, queueIds }: UserDetails): UserDraft => ({
  name,
  email,
  extension,
  role,
  queueIds,
  password: null,
});

/** As it is sent. */
export const trimmed = (draft: UserDraft): UserDraft => ({
  ...draft,
  name: draft.name.trim(),
  email: draft.email.trim(),
  extension: draft.extension.trim(),
});

/** What the server would refuse, by its own rules. */
export function faultsOfUser({ password, ...draft }: UserDraft): Faults<UserField> {
  return password === null
    ? faultsBy<UserField>(userChangesSchema, { ...draft, password: undefined })
    : faultsBy<UserField>(newUserSchema, { ...draft, password });
}

/** Who has the e-mail or the extension already; `userId`: whose draft it is, null for a new one. */
export function takenBy(
  { email, extension }: UserDraft,
  users: readonly UserDetails[],
  userId: string | null,
): Faults<UserField> {
  const texts = strings.admin.users;
  const others = users.filter(({ id }) => id !== userId);
  const sameEmail = others.find((other) => other.email.toLowerCase() === email.toLowerCase());
  const sameExtension = others.find((other) => other.extension === extension);
  return {
    ...(sameEmail && { email: fill(texts.emailTaken, { name: sameEmail.name }) }),
    ...(sameExtension && { extension: fill(texts.extensionTaken, { name: sameExtension.name }) }),
  };
}
