import { VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Me } from '../../../shared/protocol/api.ts';
import { ConnectionState } from '../../features/desk/components/connection-state.tsx';
import { DevicesMenu } from '../../features/desk/components/devices-menu.tsx';
import { SimulateButton } from '../../features/desk/components/simulate-button.tsx';
import { StatusMenu } from '../../features/desk/components/status-menu.tsx';
import type { DeskState } from '../../features/desk/model/desk-store.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { Act } from '../../ui/act.tsx';
import { Logo } from '../../ui/logo.tsx';

type TopBarProps = {
  readonly me: Me;
  readonly ports: Ports;
  readonly desk: DeskState;
  readonly isOnACall: boolean;
  readonly allowSound: () => void;
  readonly signOut: (where: 'here' | 'everywhere') => Promise<string | null>;
  readonly children: ReactNode;
};

export function TopBar({ me, ports, desk, isOnACall, allowSound, signOut, children }: TopBarProps) {
  const { connection, holder, microphone, soundBlocked } = desk;
  const presence = connection.kind === 'connected' ? 'available' : 'offline';
  return (
    <header className="top">
      <span className="narrow-logo">
        <Logo size={26} />
      </span>
      {children}
      <span className="end row top-end">
        {soundBlocked && holder === 'here' && (
          <span className="hide-narrow">
            <Act tone="wait" size="call" icon={VolumeX} label={strings.desk.soundBlockedShort} onPress={allowSound} />
          </span>
        )}
        {me.demo && (
          <span className="row hide-narrow">
            <SimulateButton server={ports.server} isQuiet />
          </span>
        )}
        <ConnectionState connection={connection} holder={holder} />
        {holder === 'here' && <DevicesMenu microphone={ports.microphone} state={microphone} ringer={ports.ringer} />}
        <StatusMenu me={me} presence={isOnACall ? 'onACall' : presence} notifier={ports.notifier} signOut={signOut} />
      </span>
    </header>
  );
}
