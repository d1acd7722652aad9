import { ringingExhibits, rowExhibits, takeableExhibits } from './coming-in-exhibits.ts';
import type { Exhibit } from './exhibit.ts';
import { farewellExhibits, unreachedExhibits } from './farewell-exhibits.ts';
import {
  diallingExhibits,
  heldExhibits,
  onCallExhibits,
  otherDeskExhibits,
  soundExhibits,
} from './with-you-exhibits.ts';

/** Every state of a call on the screen. */
export const exhibits: readonly Exhibit[] = [
  ...ringingExhibits,
  ...takeableExhibits,
  ...rowExhibits,
  ...onCallExhibits,
  ...diallingExhibits,
  ...soundExhibits,
  ...heldExhibits,
  ...otherDeskExhibits,
  ...farewellExhibits,
  ...unreachedExhibits,
];
