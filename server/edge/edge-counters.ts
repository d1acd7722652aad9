import type { FrameFault } from './sip-frame.ts';

/** A connection or a request that was not taken. */
export type RefusedReason = 'subprotocol' | 'pbxDown' | 'stopping' | 'identity';

/** Why a connection ended, browser's side and PBX's side together. */
export type ClosedReason =
  | 'lingerOver'
  | 'leftEarly'
  | 'badFrame'
  | 'flooding'
  | 'tooSlow'
  | 'queueFull'
  | 'pbxClosed'
  | 'pbxDead'
  | 'pbxUnreachable'
  | 'replaced'
  | 'disconnected'
  | 'stopping';

/** What the edge counts. `dropped` is a browser that went away; its connection may linger. */
export type EdgeCount =
  | 'connections'
  | 'reattached'
  | 'messagesUp'
  | 'messagesDown'
  | 'keepAlives'
  | 'refusedAudioPort'
  | `refused.${RefusedReason}`
  | `dropped.${'closed' | 'dead'}`
  | `closed.${ClosedReason}`
  | `badFrame.${FrameFault}`;

export type EdgeCounters = Record<EdgeCount, number>;

/** Every counter is there from the start, so that none appears in the metrics only after the first trouble. */
export const createEdgeCounters = (): EdgeCounters => ({
  connections: 0,
  reattached: 0,
  messagesUp: 0,
  messagesDown: 0,
  keepAlives: 0,
  refusedAudioPort: 0,
  'refused.subprotocol': 0,
  'refused.pbxDown': 0,
  'refused.stopping': 0,
  'refused.identity': 0,
  'dropped.closed': 0,
  'dropped.dead': 0,
  'closed.lingerOver': 0,
  'closed.leftEarly': 0,
  'closed.badFrame': 0,
  'closed.flooding': 0,
  'closed.tooSlow': 0,
  'closed.queueFull': 0,
  'closed.pbxClosed': 0,
  'closed.pbxDead': 0,
  'closed.pbxUnreachable': 0,
  'closed.replaced': 0,
  'closed.disconnected': 0,
  'closed.stopping': 0,
  'badFrame.binary': 0,
  'badFrame.notSip': 0,
  'badFrame.controlCharacter': 0,
  'badFrame.badHeaders': 0,
  'badFrame.lineTooLong': 0,
  'badFrame.lengthMismatch': 0,
  'badFrame.badText': 0,
  'badFrame.tooLarge': 0,
  'badFrame.notWebSocket': 0,
});
