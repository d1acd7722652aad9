import { Activity, CalendarClock, CassetteTape, Route, ScrollText, Users, type LucideIcon } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { AuditSection } from '../../features/admin/components/audit-section.tsx';
import { HealthSection } from '../../features/admin/components/health-section.tsx';
import { HoursSection } from '../../features/admin/components/hours-section.tsx';
import { NumbersSection } from '../../features/admin/components/numbers-section.tsx';
import { RulesSection } from '../../features/admin/components/rules-section.tsx';
import { UsersSection } from '../../features/admin/components/users-section.tsx';
import { createAdminStore, type AdminStore } from '../../features/admin/model/admin-store.ts';
import { createAuditList } from '../../features/admin/model/audit-list.ts';
import { createHealthStore, type HealthStore } from '../../features/admin/model/health-store.ts';
import { useNow } from '../../features/calls/model/use-now.ts';
import { loadIsPossibleNumber } from '../../lib/load-is-possible-number.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { SectionsPage } from '../../ui/sections-page.tsx';
import type { ConsoleModel } from '../console/console-model.ts';
import { NotForYou } from './not-for-you.tsx';
import '../../features/admin/components/admin.css';

export type AdminPageProps = {
  readonly section: string | null;
  readonly onGo: (to: string) => void;
  readonly model: ConsoleModel;
  readonly ports: Ports;
  readonly me: Me;
};

type Parts = AdminPageProps & { readonly admin: AdminStore; readonly health: HealthStore };

type SectionOf = {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly draw: (parts: Parts) => ReactNode;
};

const texts = strings.admin;

const auditSection: SectionOf = {
  path: 'audit',
  label: texts.audit.title,
  icon: ScrollText,
  draw: (parts) => <AuditHere {...parts} />,
};

const sections: readonly SectionOf[] = [
  { path: 'users', label: texts.users.title, icon: Users, draw: (parts) => <UsersHere {...parts} /> },
  { path: 'numbers', label: texts.numbers.title, icon: Route, draw: (parts) => <NumbersHere {...parts} /> },
  { path: 'hours', label: texts.hours.title, icon: CalendarClock, draw: (parts) => <HoursHere {...parts} /> },
  { path: 'recording', label: texts.rules.title, icon: CassetteTape, draw: (parts) => <RulesHere {...parts} /> },
  auditSection,
  {
    path: 'health',
    label: texts.health.title,
    icon: Activity,
    draw: ({ health }) => <HealthSection health={health} />,
  },
];

/** What administrators see and change, and what supervisors see of it. Whoever is neither and comes here by the address is told so. */
export function AdminPage(props: AdminPageProps) {
  const { role } = props.me.user;
  if (role === 'administrator') return <Sections {...props} offered={sections} />;
  if (role === 'receptionist' || (props.section !== null && props.section !== auditSection.path)) {
    return <NotForYou onGo={props.onGo} />;
  }
  return <Sections {...props} offered={[auditSection]} />;
}

function Sections({ offered, ...props }: AdminPageProps & { readonly offered: readonly SectionOf[] }) {
  const { server, clock } = props.ports;
  const [admin] = useState(() => createAdminStore(server));
  const [health] = useState(() => createHealthStore(server, clock, () => document.visibilityState === 'visible'));
  const current = offered.find(({ path }) => path === props.section) ?? offered[0];
  // What colleagues have changed meanwhile is seen with the next section.
  const path = current?.path;
  useEffect(() => {
    if (path !== 'health' && path !== 'audit') void admin.load();
  }, [admin, path]);
  const links = offered.map(({ path, label, icon }) => ({ to: `/admin/${path}`, label, icon }));
  return (
    <SectionsPage title={texts.title} links={links} current={`/admin/${current?.path}`} onGo={props.onGo}>
      {current?.draw({ ...props, admin, health })}
    </SectionsPage>
  );
}

function UsersHere({ admin, me, model }: Parts) {
  const people = useStore(model.people.store, (table) => table.people);
  return <UsersSection admin={admin} meId={me.user.id} people={people} random={randomBytes} />;
}

function NumbersHere({ admin, model }: Parts) {
  const format = useStore(model.calls.numbers.store, (numbers) => numbers.format);
  return <NumbersSection admin={admin} format={format} loadIsPossible={loadIsPossibleNumber} />;
}

function RulesHere({ admin, ports }: Parts) {
  return <RulesSection admin={admin} server={ports.server} speaker={ports.speaker} />;
}

function AuditHere({ ports, model }: Parts) {
  const [audit] = useState(() => createAuditList(ports));
  const people = useStore(model.people.store, (table) => table.people);
  return <AuditSection audit={audit} people={Object.values(people)} />;
}

function HoursHere({ admin, model }: Parts) {
  const now = useNow(model.calls.clock, model.calls.calls.now);
  return <HoursSection admin={admin} now={now} />;
}

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
