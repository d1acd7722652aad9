import type { Clock } from '../../ports/clock.ts';
import type { TelephonyStatus } from '../../ports/telephony.ts';

/** The state of the link, with the time of its last change. */
export type LinkStatus = {
  readonly get: () => TelephonyStatus;
  readonly become: (state: TelephonyStatus['state'], version: string | null) => void;
};

export function createLinkStatus(clock: Clock): LinkStatus {
  let status: TelephonyStatus = { state: 'connecting', version: null, since: clock.now() };
  return {
    get: () => status,
    become: (state, version) => {
      if (state !== status.state) status = { state, version, since: clock.now() };
    },
  };
}
