import type { UserDetails } from '../../../../shared/protocol/accounts.ts';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import type { Person } from '../../../../shared/protocol/stream.ts';
import { listOf } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { presenceTextClass } from '../../../ui/presence-looks.ts';
import { stateWords } from '../model/user-words.ts';

type UserRowProps = {
  readonly user: UserDetails;
  readonly isMe: boolean;
  readonly presence: Person['presence'];
  readonly queues: readonly QueueDetails[];
  readonly onEdit: () => void;
  readonly onDisable: () => void;
  readonly onEnable: () => void;
};

const texts = strings.admin.users;

export function UserRow({ user, isMe, presence, queues, onEdit, onDisable, onEnable }: UserRowProps) {
  const { name, role, extension } = user;
  const state = stateWords(user, presence);
  const stateClass = user.disabled ? 'tone-end' : presenceTextClass[presence];
  const roleWord = strings.signIn.roles[role];
  const lines = queues.filter(({ id }) => user.queueIds.includes(id)).map((queue) => queue.name);
  return (
    <tr>
      <th scope="row">
        <span className="row">
          <Avatar name={name} presence={user.disabled ? 'offline' : presence} size="row" />
          <span className="col">
            <span className="b">
              {name}
              {isMe && <span className="muted"> ({texts.you})</span>}
            </span>
            <span className="small muted">{user.email}</span>
            <span className="small muted only-narrow">
              {roleWord}, {extension}
            </span>
            <span className={`small only-narrow ${stateClass}`}>{state}</span>
          </span>
        </span>
      </th>
      <td className="drops">
        <Chip tone={role === 'administrator' ? 'now' : 'plain'}>{roleWord}</Chip>
      </td>
      <td className="drops num">{extension}</td>
      <td className="drops less-important">
        {lines.length > 0 ? listOf(lines) : <span className="faint">{texts.answersNothing}</span>}
      </td>
      <td className={`drops ${stateClass}`}>{state}</td>
      <td className="actions">
        <span className="row-actions">
          {user.disabled && (
            <Act size="row" label={texts.enable} name={fill(texts.enableOne, { name })} onPress={onEnable} />
          )}
          {!user.disabled && !isMe && (
            <Act
              size="row"
              tone="ghost"
              label={texts.disable}
              name={fill(texts.disableOne, { name })}
              onPress={onDisable}
            />
          )}
          <Act size="row" label={strings.admin.edit} name={fill(strings.admin.editOne, { name })} onPress={onEdit} />
        </span>
      </td>
    </tr>
  );
}
