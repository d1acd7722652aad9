import { errorTable } from '../../../shared/protocol/errors.ts';
import type { LineView } from '../../features/calls/model/calls-model.ts';
import type { DeskState } from '../../features/desk/model/desk-store.ts';
import { strings } from '../../lib/strings/strings.ts';

/** What the state of the desk means for its calls. `isDiallingPossible`: whether there is a line to the outside at all. */
export function lineViewOf(
  { connection, holder }: Pick<DeskState, 'connection' | 'holder'>,
  isDiallingPossible: boolean,
): LineView {
  return {
    unavailable: unavailable(connection),
    notHere: holder === 'elsewhere' ? strings.desk.elsewhereTitle : notHere(connection),
    isLost: connection.kind === 'reconnecting',
    noDialling: noDialling(connection) ?? (isDiallingPossible ? null : errorTable.noTrunk.message),
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
function noDialling(connection: DeskState['connection']): string | null {
  if (connection.kind === 'connecting') return strings.failures.phoneOffline;
  return unavailable(connection) ?? notHere(connection);
}
