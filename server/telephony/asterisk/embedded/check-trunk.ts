import { BlockList, isIPv4 } from 'node:net';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { edgeAddress } from './config-files.ts';
import type { EmbeddedFailure } from './embedded-failure.ts';

function covers(match: string, address: string): boolean {
  const [network = '', prefix = '32'] = match.split('/');
  const bits = Number(prefix);
  if (!isIPv4(network) || !Number.isInteger(bits) || bits < 0 || bits > 32) return false;
  const list = new BlockList();
  list.addSubnet(network, bits);
  return list.check(address);
}

/** What comes from the edge without a console's secret must be nobody's, and so never the trunk's. */
export function checkTrunk(trunkMatch: readonly string[]): Result<void, EmbeddedFailure> {
  const wrong = trunkMatch.find((match) => covers(match, edgeAddress));
  if (wrong === undefined) return ok();
  const message = `FRONTDESK_TRUNK_MATCH ${wrong} takes in ${edgeAddress}, from where browsers are connected: name the trunk's own addresses.`;
  return fail({ code: 'trunkMatchesEdge', message });
}
