/** Something that hears or plays, as the browser lists it. `id` is the browser's own, kept for this origin. */
export type AudioDevice = { readonly id: string; readonly label: string };

/** What happens to the devices of one purpose: the microphone, the call audio or the ringer. */
export type DeviceEvent =
  /** Others are connected than before, or another one is in use. */
  | { readonly type: 'changed' }
  /** The chosen one went away (or, `missing`, was not there when it was wanted), and another stands in for it. */
  | { readonly type: 'fellBack'; readonly lost: string; readonly using: string; readonly why: 'unplugged' | 'missing' }
  /** The chosen one is back and in use again. */
  | { readonly type: 'tookBack'; readonly using: string }
  /** One that was not there before; nothing is done about it unless somebody asks. */
  | { readonly type: 'arrived'; readonly device: AudioDevice; readonly keeping: string };
