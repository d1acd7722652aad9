import { Bell } from 'lucide-react';
import { useStore } from 'zustand';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { NobodyRings } from '../../features/calls/components/nobody-rings.tsx';
import { SimulateButton } from '../../features/desk/components/simulate-button.tsx';
import type { DeskState } from '../../features/desk/model/desk-store.ts';
import type { OwnStatus } from '../../features/desk/model/own-status.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { ServerLink } from '../../ports/server-link.ts';
import { Act } from '../../ui/act.tsx';
import type { ConsoleModel } from './console-model.ts';

type EmptyLaneProps = {
  readonly me: Me;
  readonly desk: DeskState;
  readonly own: OwnStatus;
  readonly model: ConsoleModel;
  readonly server: Pick<ServerLink, 'call'>;
};

/** The left lane while nobody rings: whether the next caller would, why not, and what one may do. */
export function EmptyLane({ me, desk, own, model, server }: EmptyLaneProps) {
  const { pending } = useStore(model.status.store);
  const { tones, ringOnce } = model.audio;
  const why = whyNotHere(desk, own);
  return (
    <NobodyRings queues={me.queues.map(({ name }) => name)} why={why}>
      {(why === 'away' || why === 'doNotDisturb') && (
        <Act
          tone="now"
          size="call"
          label={strings.people.status.back}
          busy={pending !== null}
          onPress={() => void model.status.choose({ status: 'available', forMs: null })}
        />
      )}
      <span className="nobody-acts">
        {desk.holder === 'here' && (
          <Act
            icon={Bell}
            label={strings.calls.testRinger}
            onPress={() => ringOnce(tones.toneOf(tones.lines.getState()[0]?.id ?? null))}
          />
        )}
        {me.demo && <SimulateButton server={server} />}
      </span>
    </NobodyRings>
  );
}

function whyNotHere({ holder, connection }: DeskState, { presence }: OwnStatus) {
  if (connection.kind !== 'connected') return 'offline';
  if (presence === 'away' || presence === 'doNotDisturb') return presence;
  return holder === 'elsewhere' ? 'elsewhere' : null;
}
