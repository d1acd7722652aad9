import { ok } from '../../../shared/result.ts';
import type { Done, Telephony } from '../../ports/telephony.ts';
import { alreadyExists, notFound } from './ari-outcome.ts';
import type { CommandParts } from './command-parts.ts';

type BridgeCommands = Pick<Telephony, 'createBridge' | 'destroyBridge' | 'join' | 'leave'>;

/** Without `dtmf_events` two legs of one codec are joined below the place where Asterisk sees their keys. */
const bridgeType = 'mixing,dtmf_events';

export function ariBridgeCommands({ send }: CommandParts): BridgeCommands {
  const leave = (bridgeId: string, legId: string): Promise<Done> =>
    send('POST', ['bridges', bridgeId, 'removeChannel'], {
      body: { channel: [legId] },
      fine: ({ status, message }) => status === 422 && message === 'Channel not in this bridge',
    });
  return {
    createBridge: (bridgeId) =>
      send('POST', ['bridges', bridgeId], { body: { type: bridgeType }, fine: alreadyExists }),
    destroyBridge: (bridgeId) => send('DELETE', ['bridges', bridgeId], { fine: notFound }),
    join: (bridgeId, legIds) => send('POST', ['bridges', bridgeId, 'addChannel'], { body: { channel: legIds } }),
    leave: async (bridgeId, legIds) => {
      // One by one: in a list, a leg that is not in the bridge keeps the others in it.
      const left = await Promise.all(legIds.map((legId) => leave(bridgeId, legId)));
      return left.find((done) => !done.ok) ?? ok();
    },
  };
}
