import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Me } from '../../../shared/protocol/api.ts';
import { CallCounts } from '../../features/calls/components/call-counts.tsx';
import { CallsPage } from '../../features/calls/components/calls-page.tsx';
import { NobodyRings } from '../../features/calls/components/nobody-rings.tsx';
import { CallsContext, useLanes } from '../../features/calls/model/calls-model.ts';
import { Banners } from '../../features/desk/components/banners.tsx';
import { SimulateButton } from '../../features/desk/components/simulate-button.tsx';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { LiveRegions } from '../live-regions.tsx';
import type { ConsoleModel } from './console-model.ts';
import { lineViewOf } from './line-view.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import '../../features/desk/components/desk.css';
import './shell.css';

export type ConsoleProps = {
  readonly model: ConsoleModel;
  readonly ports: Ports;
  readonly me: Me;
  readonly signOut: (where: 'here' | 'everywhere') => Promise<string | null>;
};

/** The signed-in page: the rail, the top bar, and the calls. */
export function Console(props: ConsoleProps) {
  useEffect(() => afterNextPaint(props.model.startPhone), [props.model]);
  return (
    <CallsContext value={props.model.calls}>
      <LiveRegions announcer={props.model.announcer} />
      <ErrorBoundary>
        <Shell {...props} />
      </ErrorBoundary>
    </CallsContext>
  );
}

function Shell({ model, ports, me, signOut }: ConsoleProps) {
  const desk = useStore(model.desk.store);
  const { yours } = useLanes(model.calls);
  const line = lineViewOf(desk);
  const simulate = me.demo ? <SimulateButton server={ports.server} /> : null;
  const cures = {
    tryNow: model.retry,
    bringPhoneHere: model.desk.reconnect,
    openMicrophone: () => void ports.microphone.open(),
    allowSound: () => void model.desk.allowSound(),
  };
  return (
    <div className="shell">
      <a href="#main" className="sr">
        {strings.skipToCalls}
      </a>
      <Rail />
      <TopBar
        me={me}
        ports={ports}
        desk={desk}
        isOnACall={yours.length > 0}
        allowSound={cures.allowSound}
        signOut={signOut}
      >
        <CallCounts />
      </TopBar>
      <main className="main" id="main" tabIndex={-1}>
        <div className="banners">
          <Banners desk={desk} cures={cures} />
        </div>
        <CallsPage
          line={line}
          announce={model.announcer.say}
          empty={
            <NobodyRings queues={me.queues.map(({ name }) => name)} why={whyNotHere(desk)}>
              {simulate}
            </NobodyRings>
          }
        />
      </main>
    </div>
  );
}

function whyNotHere({
  holder,
  connection,
}: {
  readonly holder: string;
  readonly connection: { readonly kind: string };
}) {
  if (connection.kind !== 'connected') return 'offline';
  return holder === 'elsewhere' ? 'elsewhere' : null;
}

/** Calls the task once something has been painted; answers the way to call it off. */
function afterNextPaint(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(task);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
