import { lazy, Suspense } from 'react';
import type { Me } from '../../../shared/protocol/accounts.ts';
import type { LineView } from '../../features/calls/model/calls-model.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { leaveCheck } from '../check/use-offer.ts';
import type { ConsoleModel } from './console-model.ts';
import type { Place } from './place.ts';

/** Fetched when they are first wanted: nobody answers a call with them. */
const SettingsPage = lazy(async () => ({ default: (await import('../settings/settings-page.tsx')).SettingsPage }));
const AdminPage = lazy(async () => ({ default: (await import('../admin/admin-page.tsx')).AdminPage }));
const RepliesPlace = lazy(async () => ({
  default: (await import('../replies/replies-place.tsx')).RepliesPlace,
}));
const WorklistPlace = lazy(async () => ({
  default: (await import('../worklist/worklist-place.tsx')).WorklistPlace,
}));
const RecordingsPlace = lazy(async () => ({
  default: (await import('../recordings/recordings-place.tsx')).RecordingsPlace,
}));
const CheckPage = lazy(async () => ({ default: (await import('../check/check-page.tsx')).CheckPage }));

type PageBesideProps = {
  readonly place: Place;
  readonly go: (to: string) => void;
  readonly model: ConsoleModel;
  readonly ports: Ports;
  readonly me: Me;
  readonly line: LineView;
};

/** The page that has the room instead of the calls and the people; nothing while they have it. */
export function PageBeside({ place, go, model, ports, me, line }: PageBesideProps) {
  return (
    <Suspense fallback={<output className="sr">{strings.loading}</output>}>
      {place.page === 'replies' && <RepliesPlace model={model} ports={ports} me={me} line={line} />}
      {place.page === 'callBack' && <WorklistPlace section={place.section} onGo={go} {...{ model, ports, me, line }} />}
      {place.page === 'recordings' && (
        <RecordingsPlace openId={place.section} onGo={go} model={model} ports={ports} me={me} line={line} />
      )}
      {place.page === 'settings' && <SettingsPage section={place.section} onGo={go} model={model} ports={ports} />}
      {place.page === 'admin' && <AdminPage section={place.section} onGo={go} model={model} ports={ports} me={me} />}
      {place.page === 'check' && <CheckPage model={model} ports={ports} onLeave={leaveCheck({ ports, go })} />}
    </Suspense>
  );
}

/** Whether a page has the room instead of the calls and the people. */
export const isBeside = ({ page }: Place): boolean => page !== 'calls' && page !== 'people';
