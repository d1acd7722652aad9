import { useState } from 'react';
import { useStore } from 'zustand';
import type { Me } from '../../../shared/protocol/accounts.ts';
import type { LineView } from '../../features/calls/model/calls-model.ts';
import { RepliesPage } from '../../features/replies/components/replies-page.tsx';
import { createVoicemailPlayer } from '../../features/replies/model/voicemail-player.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ConsoleModel } from '../console/console-model.ts';
import { useCallBack } from '../console/use-call-back.ts';

type RepliesPlaceProps = {
  readonly model: ConsoleModel;
  readonly ports: Ports;
  readonly me: Me;
  readonly line: LineView;
};

export function RepliesPlace({ model, ports, me, line }: RepliesPlaceProps) {
  const format = useStore(model.calls.numbers.store, (numbers) => numbers.format);
  const [player] = useState(() => createVoicemailPlayer(ports));
  const callBack = useCallBack(model, line);
  const { server, clock } = ports;
  return <RepliesPage {...{ server, clock, player, format, callBack }} replies={model.replies} meId={me.user.id} />;
}
