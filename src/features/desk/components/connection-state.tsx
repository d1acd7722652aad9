import { LoaderCircle, MonitorSmartphone, TriangleAlert, Wifi, WifiOff, type LucideIcon } from 'lucide-react';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Connection } from '../model/connection.ts';
import type { DeskState } from '../model/desk-store.ts';

type Look = { readonly word: string; readonly icon: LucideIcon; readonly tone: 'good' | 'info' | 'wait' | 'bad' };

const texts = strings.desk;
const looks: { readonly [Kind in Connection['kind']]: Look } = {
  connected: { word: texts.connected, icon: Wifi, tone: 'good' },
  connecting: { word: texts.connecting, icon: LoaderCircle, tone: 'info' },
  reconnecting: { word: texts.reconnecting, icon: WifiOff, tone: 'bad' },
  phoneSystemDown: { word: texts.phoneSystemDown, icon: TriangleAlert, tone: 'bad' },
  refused: { word: texts.refused, icon: TriangleAlert, tone: 'bad' },
};
const elsewhere: Look = { word: texts.phoneElsewhere, icon: MonitorSmartphone, tone: 'wait' };

/** The state of the connection in the top bar, always there, in a word and an icon. */
export function ConnectionState({ connection, holder }: Pick<DeskState, 'connection' | 'holder'>) {
  const isElsewhere = connection.kind === 'connected' && holder === 'elsewhere';
  const { word, icon, tone } = isElsewhere ? elsewhere : looks[connection.kind];
  return (
    <span className={`connection ${tone}`} data-connection={connection.kind}>
      <Icon of={icon} className={icon === LoaderCircle ? 'spinning' : 'still'} />
      <span className="sr-narrow">{word}</span>
    </span>
  );
}
