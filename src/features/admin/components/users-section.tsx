import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import type { UserDetails } from '../../../../shared/protocol/accounts.ts';
import type { Person } from '../../../../shared/protocol/stream.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import type { AdminStore, AdminTable } from '../model/admin-store.ts';
import { findUsers } from '../model/find-users.ts';
import { DisableDialog } from './disable-dialog.tsx';
import { Loaded } from './loaded.tsx';
import { Notice, type Done } from './notice.tsx';
import { UserDialog } from './user-dialog.tsx';
import { UserRow } from './user-row.tsx';
import { sentenceOf, useSaving } from './use-saving.ts';

export type UsersSectionProps = {
  readonly admin: AdminStore;
  readonly meId: string;
  /** How everybody stands now, by user id. */
  readonly people: Readonly<Record<string, Person>>;
  /** Bytes nobody can foresee, for passwords. */
  readonly random: (count: number) => Uint8Array;
};

type Open = { readonly what: 'add' } | { readonly what: 'edit' | 'disable'; readonly user: UserDetails };

const texts = strings.admin.users;
const columns = [
  { title: texts.name },
  { title: texts.role, kind: 'drops' },
  { title: texts.extensionShort, kind: 'drops' },
  { title: texts.answers, kind: 'less-important' },
  { title: texts.state, kind: 'drops' },
  { title: texts.actions, kind: 'actions' },
] as const;

/** Everybody who may sign in, and what they may. */
export function UsersSection(props: UsersSectionProps) {
  const { admin, random, meId } = props;
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const close = (): void => setOpen(null);
  const finish = (next: Done): void => {
    setOpen(null);
    setDone(next);
  };
  const { enable } = useEnabling(admin, setDone);
  const actions = (
    <>
      <FindUser value={search} onChange={setSearch} />
      <Act size="call" tone="now" icon={Plus} label={texts.add} onPress={() => setOpen({ what: 'add' })} />
    </>
  );
  return (
    <Section title={texts.title} action={actions}>
      <Notice done={done} />
      <Loaded admin={admin}>
        {(table) => (
          <>
            <UserTable {...props} table={table} search={search} onOpen={setOpen} onEnable={enable} />
            {open?.what === 'add' && (
              <UserDialog user={null} {...{ admin, table, meId, random }} onClose={close} onDone={finish} />
            )}
            {open?.what === 'edit' && (
              <UserDialog user={open.user} {...{ admin, table, meId, random }} onClose={close} onDone={finish} />
            )}
            {open?.what === 'disable' && (
              <DisableDialog user={open.user} admin={admin} onClose={close} onDone={finish} onUndo={enable} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function useEnabling(admin: AdminStore, setDone: (done: Done) => void) {
  const saving = useSaving();
  const enable = (user: UserDetails): void => {
    const change = () => admin.change('changeUser', { params: { id: user.id }, body: { disabled: false } });
    void saving.run(
      change,
      () => setDone({ text: fill(texts.enabledNow, { name: user.name }) }),
      ({ code }) => {
        setDone({ text: sentenceOf(code) });
        return true;
      },
    );
  };
  return { enable };
}

type UserTableProps = UsersSectionProps & {
  readonly table: AdminTable;
  readonly search: string;
  readonly onOpen: (open: Open) => void;
  readonly onEnable: (user: UserDetails) => void;
};

function UserTable({ table, search, people, meId, onOpen, onEnable }: UserTableProps) {
  const shown = findUsers(table.users, search);
  if (shown.length === 0) {
    return <output className="panel admin-empty muted">{fill(texts.nobodyFound, { text: search.trim() })}</output>;
  }
  return (
    <DataTable caption={texts.title} columns={columns}>
      {shown.map((user) => (
        <UserRow
          key={user.id}
          user={user}
          isMe={user.id === meId}
          presence={people[user.id]?.presence ?? 'offline'}
          queues={table.queues}
          onEdit={() => onOpen({ what: 'edit', user })}
          onDisable={() => onOpen({ what: 'disable', user })}
          onEnable={() => onEnable(user)}
        />
      ))}
    </DataTable>
  );
}

function FindUser({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <span className="admin-find">
      <Icon of={Search} className="faint" />
      <input
        type="search"
        className="form-control"
        aria-label={texts.find}
        placeholder={texts.find}
        value={value}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
