import type { PhoneState } from '../../../ports/phone-line.ts';
import type { StreamState } from '../../../ports/server-link.ts';

/** How this desk is connected, put together from its parts. `since` is this computer's clock, ms since the epoch. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'reconnecting'; readonly since: number }
  | { readonly kind: 'phoneSystemDown' }
  | { readonly kind: 'refused'; readonly why: RefusedWhy };

type RefusedWhy = Extract<PhoneState, { readonly state: 'refused' }>['why'];

export type ConnectionParts = {
  readonly stream: StreamState;
  readonly phone: PhoneState;
  readonly phoneSystem: 'working' | 'down';
  /** Which window has the desk's telephone. */
  readonly holder: 'claiming' | 'here' | 'elsewhere';
  /** Whether the desk has been connected before; until then it is connecting, and nothing is lost. */
  readonly wasConnected: boolean;
};

export function connectionOf({ stream, phone, phoneSystem, holder, wasConnected }: ConnectionParts): Connection {
  const lost = (since: number): Connection => (wasConnected ? { kind: 'reconnecting', since } : { kind: 'connecting' });
  if (stream.state !== 'open') return lost(stream.since);
  if (phoneSystem === 'down') return { kind: 'phoneSystemDown' };
  if (holder === 'elsewhere') return { kind: 'connected' };
  if (phone.state === 'refused') return { kind: 'refused', why: phone.why };
  return phone.state === 'registered' ? { kind: 'connected' } : lost(phone.since);
}
