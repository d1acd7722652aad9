import { RotateCw } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useLanes } from '../../features/calls/model/calls-model.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { Act } from '../../ui/act.tsx';
import { Banner } from '../../ui/banner.tsx';
import type { ConsoleModel } from './console-model.ts';
import { keepUpToDate } from './keep-up-to-date.ts';

type UpdateBannerProps = { readonly model: ConsoleModel; readonly ports: Pick<Ports, 'updates' | 'clock'> };

/** Says calmly that there is a newer version, and begins the page anew when its person says so and no call is on. */
export function UpdateBanner({ model, ports }: UpdateBannerProps) {
  const { updates, clock } = ports;
  useEffect(() => keepUpToDate(model, { updates, clock }), [model, updates, clock]);
  const waiting = useSyncExternalStore(updates.subscribe, updates.waiting);
  const { yours } = useLanes(model.calls);
  if (waiting !== 'newer') return null;
  const texts = strings.updates;
  const reload = (
    <Act
      icon={RotateCw}
      label={texts.reload}
      unavailable={yours.length > 0 ? texts.callIsOn : undefined}
      onPress={() => updates.take()}
    />
  );
  return <Banner tone="info" icon={RotateCw} title={texts.title} text={texts.text} cure={reload} />;
}
