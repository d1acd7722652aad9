/** Takes frames for one browser; `send` answers false when it reads too slowly. */
export type Receiver = { readonly send: (frame: Buffer) => boolean; readonly pings: number };

type Kept = { readonly frame: Buffer; afterPing: number | null };

/**
 * What the PBX sends to a page, through drops of its socket. A socket that has died takes frames for some seconds
 * before anybody notices, so a frame is kept until a ping sent after it was answered; whatever was not confirmed, and
 * whatever came while nobody was there, goes to the page's next socket. A frame that arrives twice is a retransmission
 * to SIP.
 */
export function createDelivery(most: { readonly frames: number; readonly bytes: number }) {
  let kept: Kept[] = [];
  let receiver: Receiver | null = null;

  const tooMuch = (): boolean =>
    kept.length > most.frames || kept.reduce((bytes, { frame }) => bytes + frame.length, 0) > most.bytes;

  /** Frames that were sent once go first; answers false when even without them there is too much. */
  const trim = (): boolean => {
    while (tooMuch()) {
      const sent = kept.findIndex(({ afterPing }) => afterPing !== null);
      if (sent === -1) return false;
      kept.splice(sent, 1);
    }
    return true;
  };

  return {
    deliver: (frame: Buffer): 'taken' | 'full' | 'tooSlow' => {
      kept.push({ frame, afterPing: receiver?.pings ?? null });
      if (receiver !== null && !receiver.send(frame)) return 'tooSlow';
      return trim() ? 'taken' : 'full';
    },
    /** The answer to the page's `ping`th ping: everything sent before it has arrived. */
    confirm: (ping: number): void => {
      kept = kept.filter(({ afterPing }) => afterPing === null || afterPing >= ping);
    },
    attach: (next: Receiver): 'taken' | 'tooSlow' => {
      receiver = next;
      for (const one of kept) {
        one.afterPing = next.pings;
        if (!next.send(one.frame)) return 'tooSlow';
      }
      return 'taken';
    },
    detach: (): void => {
      receiver = null;
    },
  };
}

export type Delivery = ReturnType<typeof createDelivery>;
