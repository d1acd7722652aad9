import type { LineView } from '../../features/calls/model/calls-model.ts';
import type { DeskState } from '../../features/desk/model/desk-store.ts';
import { strings } from '../../lib/strings/strings.ts';

/** What the state of the desk means for its calls. */
export function lineViewOf({ connection, holder }: Pick<DeskState, 'connection' | 'holder'>): LineView {
  return {
    unavailable: unavailable(connection),
    notHere: holder === 'elsewhere' ? strings.desk.elsewhereTitle : notHere(connection),
    isLost: connection.kind === 'reconnecting',
  };
}

/** The server carries out no command: it, or the phone system, cannot be reached. */
function unavailable(connection: DeskState['connection']): string | null {
  if (connection.kind === 'reconnecting') return strings.desk.lostTitle;
  return connection.kind === 'phoneSystemDown' ? strings.desk.phoneSystemDownTitle : null;
}

/** The server can be reached, but this desk's telephone is not on this page. */
function notHere(connection: DeskState['connection']): string | null {
  if (connection.kind !== 'refused') return null;
  return connection.why === 'replaced' ? strings.desk.replacedTitle : strings.desk.refusedTitle;
}
