import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { DeviceBanner } from '../../features/audio/components/device-banner.tsx';
import { MissedAway } from '../../features/away/components/missed-away.tsx';
import { CallCounts } from '../../features/calls/components/call-counts.tsx';
import { CallsPage } from '../../features/calls/components/calls-page.tsx';
import { CallsContext, useLanes, type LineView } from '../../features/calls/model/calls-model.ts';
import { Banners } from '../../features/desk/components/banners.tsx';
import type { DeskState } from '../../features/desk/model/desk-store.ts';
import { ownStatusOf, type OwnStatus } from '../../features/desk/model/own-status.ts';
import { strings } from '../../lib/strings/strings.ts';
import { useMediaQuery, wideWindow } from '../../lib/use-media-query.ts';
import type { Ports } from '../../ports/ports.ts';
import { useOffer } from '../check/use-offer.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { LiveRegions } from '../live-regions.tsx';
import { afterConnecting } from './after-connecting.ts';
import { CallsElsewhere } from './calls-elsewhere.tsx';
import { ConsoleKeyboard } from './console-keyboard.tsx';
import type { ConsoleModel } from './console-model.ts';
import { EmptyLane } from './empty-lane.tsx';
import { FindOrDial } from './find-or-dial.tsx';
import { lineViewOf } from './line-view.ts';
import { isBeside, PageBeside } from './page-beside.tsx';
import { PeopleSide } from './people-side.tsx';
import { usePlace, type Page } from './place.ts';
import { ConsoleRail } from './console-rail.tsx';
import { Replying } from './replying.tsx';
import { TopBar } from './top-bar.tsx';
import { UpdateBanner } from './update-banner.tsx';
import { useCallBack } from './use-call-back.ts';
import { useHeadsetKeys } from './use-headset-keys.ts';
import { useRequests } from './use-requests.ts';
import '../../features/desk/components/desk.css';
import './shell.css';

export type ConsoleProps = {
  readonly model: ConsoleModel;
  readonly ports: Ports;
  readonly me: Me;
  readonly signOut: (where: 'here' | 'everywhere') => Promise<string | null>;
};

/** The signed-in page: the rail, the top bar, the calls, and the people. */
export function Console(props: ConsoleProps) {
  const { model, ports } = props;
  useEffect(() => afterConnecting(model.desk, ports.clock, model.startRest), [model, ports]);
  return (
    <CallsContext value={model.calls}>
      <LiveRegions announcer={model.announcer} />
      <ErrorBoundary>
        <ConsoleKeyboard model={model}>
          <Shell {...props} />
        </ConsoleKeyboard>
      </ErrorBoundary>
    </CallsContext>
  );
}

function Shell({ model, ports, me, signOut }: ConsoleProps) {
  const desk = useStore(model.desk.store);
  const own = useOwnStatus(model, me.user.id);
  const isWide = useMediaQuery(wideWindow);
  const [place, go] = usePlace();
  const line = useLine(model);
  const cures = {
    tryNow: model.retry,
    bringPhoneHere: model.desk.reconnect,
    openMicrophone: () => void ports.microphone.open(),
    allowSound: () => void model.desk.allowSound(),
  };
  // On a wide window the people stand beside the calls.
  const page: Page = isWide && place.page === 'people' ? 'calls' : place.page;
  const isCallsAway = page !== 'calls';
  useRequests({ model, isWide, go });
  useHeadsetKeys(model.audio.headset);
  useOffer({ model, ports, isOnCalls: place.page === 'calls', go });
  const isCheck = page === 'check';
  return (
    <div className={isCheck ? 'shell bare' : 'shell'}>
      <a href="#main" className="sr">
        {strings.skipToCalls}
      </a>
      <ConsoleRail model={model} me={me} isWide={isWide} page={page} onGo={go} />
      <TopBar me={me} ports={ports} model={model} own={own} onGo={go} signOut={signOut}>
        <FindOrDial key={page} model={model} meId={me.user.id} {...{ line, page, isWide }} />
        <CallCounts />
      </TopBar>
      <main className="main" id="main" tabIndex={-1}>
        <div className="banners">
          <UpdateBanner model={model} ports={ports} />
          <Missed model={model} line={line} onGo={go} />
          <Banners desk={isCheck ? withoutDevices(desk) : desk} cures={cures} clock={ports.clock} />
          {desk.holder === 'here' && <DeviceBanner audio={model.audio} />}
        </div>
        {isCallsAway && <CallsElsewhere line={line} onShow={() => go('/')} />}
        <div className={isWide ? 'workplace wide' : 'workplace'} hidden={isBeside(place)}>
          {/* Its keys work on the other pages as well. */}
          <div className="calls-side" hidden={isCallsAway}>
            <CallsPage
              line={line}
              announce={model.announcer.say}
              empty={<EmptyLane me={me} desk={desk} own={own} model={model} server={ports.server} />}
            />
          </div>
          {(isWide || page === 'people') && (
            <PeopleSide model={model} meId={me.user.id} line={line} silentSince={desk.silentSince} />
          )}
        </div>
        <Replying model={model} me={me} line={line} page={page} onGo={go} />
        <PageBeside place={place} go={go} model={model} ports={ports} me={me} line={line} />
      </main>
    </div>
  );
}

function useOwnStatus({ desk, calls, people }: ConsoleModel, meId: string): OwnStatus {
  const person = useStore(people.store, (table) => table.people[meId]);
  const isConnected = useStore(desk.store, ({ connection }) => connection.kind === 'connected');
  return ownStatusOf({ person, isConnected, isOnACall: useLanes(calls).yours.length > 0 });
}

function useLine({ desk, dial, calls }: ConsoleModel): LineView {
  const state = useStore(desk.store);
  const isPossible = useStore(dial.place, ({ known }) => known?.possible !== false);
  const isCalling = useLanes(calls).yours.some((call) => call.state === 'dialling' || call.state === 'consulting');
  return lineViewOf(state, { isPossible, isCalling });
}

/** The check says of the devices what there is to be said. */
const withoutDevices = (desk: DeskState): DeskState => ({
  ...desk,
  microphone: { state: 'closed' },
  soundBlocked: false,
});

type MissedProps = {
  readonly model: ConsoleModel;
  readonly line: LineView;
  readonly onGo: (to: string) => void;
};

function Missed({ model, line, onGo }: MissedProps) {
  const format = useStore(model.calls.numbers.store, (numbers) => numbers.format);
  return <MissedAway missed={model.missed} format={format} callBack={useCallBack(model, line)} onGo={onGo} />;
}
