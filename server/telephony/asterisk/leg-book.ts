import type { LegTag } from '../../ports/leg-tag.ts';

/** What the driver must know of a leg to tell its end, and which end event to believe. */
export type KnownLeg = {
  readonly legId: string;
  readonly origin: 'arrived' | 'originated' | 'snoop';
  tag: LegTag | null;
  alerted: boolean;
  /** We asked for its end. */
  endedByUs: 'normal' | 'answeredElsewhere' | null;
  /** What ChannelHangupRequest said; StasisEnd does not say it again. */
  hangUp: { readonly cause: number | null; readonly sipStatus: number | null };
  /** Resolves when the request that makes the leg has been answered; an end asked for meanwhile waits for it. */
  made: Promise<unknown>;
};

/** The legs that are ours and have not ended. An event of a channel that is not in here is none of our business. */
export type LegBook = {
  readonly add: (legId: string, origin: KnownLeg['origin'], tag?: LegTag | null) => KnownLeg;
  readonly get: (legId: string) => KnownLeg | undefined;
  readonly remove: (legId: string) => void;
  readonly clear: () => void;
};

export function createLegBook(): LegBook {
  const legs = new Map<string, KnownLeg>();
  return {
    add: (legId, origin, tag = null) => {
      const leg: KnownLeg = {
        legId,
        origin,
        tag,
        alerted: false,
        endedByUs: null,
        hangUp: { cause: null, sipStatus: null },
        made: Promise.resolve(),
      };
      legs.set(legId, leg);
      return leg;
    },
    get: (legId) => legs.get(legId),
    remove: (legId) => void legs.delete(legId),
    clear: () => legs.clear(),
  };
}
