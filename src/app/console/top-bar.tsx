import { ClipboardCheck, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { DevicesMenu } from '../../features/audio/components/devices-menu.tsx';
import { ConnectionState } from '../../features/desk/components/connection-state.tsx';
import { SimulateButton } from '../../features/desk/components/simulate-button.tsx';
import { StatusMenu } from '../../features/desk/components/status-menu.tsx';
import { useNow } from '../../features/calls/model/use-now.ts';
import { ThemeChoice } from '../../features/preferences/components/theme-choice.tsx';
import type { OwnStatus } from '../../features/desk/model/own-status.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { Act } from '../../ui/act.tsx';
import { Logo } from '../../ui/logo.tsx';
import type { ConsoleModel } from './console-model.ts';

type TopBarProps = {
  readonly me: Me;
  readonly ports: Ports;
  readonly model: ConsoleModel;
  readonly own: OwnStatus;
  readonly onGo: (address: string) => void;
  readonly signOut: (where: 'here' | 'everywhere') => Promise<string | null>;
  readonly children: ReactNode;
};

export function TopBar({ me, ports, model, own, onGo, signOut, children }: TopBarProps) {
  const { connection, holder, soundBlocked } = useStore(model.desk.store);
  const now = useNow(model.calls.clock, model.calls.calls.now);
  const allowSound = (): void => void model.desk.allowSound();
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
        {holder === 'here' && <DevicesMenu audio={model.audio} onGo={onGo} />}
        <StatusMenu {...{ me, own, now, signOut }} status={model.status} notifier={ports.notifier}>
          <ThemeChoice preferences={model.preferences} />
          <Act
            tone="ghost"
            className="item"
            icon={ClipboardCheck}
            label={strings.check.run}
            onPress={() => onGo('/check')}
          />
        </StatusMenu>
      </span>
    </header>
  );
}
