import type { Headset } from '../../ports/headset.ts';
import type { Hid } from './hid.ts';
import { createMediaSessionHeadset } from './media-session-headset.ts';
import { WebHidHeadset } from './web-hid-headset.ts';

/** The headsets of this browser: by WebHID where there is one, else by the keys the browser itself hears. */
export function createBrowserHeadset(navigator: Navigator): Headset {
  // `hid` is not in TypeScript's library; its shape is that of the standard (see hid.ts).
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { hid } = navigator as Navigator & { readonly hid?: Hid };
  return hid === undefined
    ? createMediaSessionHeadset('mediaSession' in navigator ? navigator.mediaSession : undefined)
    : new WebHidHeadset(hid);
}
