import type { LineView } from '../../features/calls/model/calls-model.ts';
import type { DeskState } from '../../features/desk/model/desk-store.ts';
import { strings } from '../../lib/strings/strings.ts';

type Dialling = {
  /** Whether anybody at all can be called from here. */
  readonly isPossible: boolean;
  /** Whether somebody is being called already. */
  readonly isCalling: boolean;
};

/** What the state of the desk means for its calls. */
export function lineViewOf({ connection, holder }: Pick<DeskState, 'connection' | 'holder'>, dial: Dialling): LineView {
  return {
    unavailable: unavailable(connection),
    notHere: holder === 'elsewhere' ? strings.desk.elsewhereTitle : notHere(connection),
    isLost: connection.kind === 'reconnecting',
    noDialling: noDialling(connection, dial),
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

/** A call begins with this desk's telephone, be it in another window. */
function noDialling(connection: DeskState['connection'], { isPossible, isCalling }: Dialling): string | null {
  if (!isPossible) return strings.dialling.notPossible;
  if (connection.kind === 'connecting') return strings.failures.phoneOffline;
  return unavailable(connection) ?? notHere(connection) ?? (isCalling ? strings.dialling.oneAtATime : null);
}
