import type { Agent } from '../../shared/call/call.ts';
import type { Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';
import { canDial, type PlaceFailure } from './dialling.ts';
import { placeCall, type PlaceRequest } from './place-call.ts';

/** Calls to the outside. */
export type Outside = {
  /** Whether any can be placed from here. */
  readonly possible: boolean;
  /** ISO 3166-1 alpha-2: where numbers without a plus are. */
  readonly country: string;
  readonly place: (by: Agent, request: PlaceRequest) => Promise<Result<{ readonly id: string }, PlaceFailure>>;
};

export const createOutside = (desk: Desk): Outside => ({
  possible: canDial(desk.dialling),
  country: desk.dialling.numbers.country,
  place: (by, request) => placeCall(desk, by, request),
});
