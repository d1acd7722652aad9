import { ringingExhibits, rowExhibits, takeableExhibits } from './coming-in-exhibits.ts';
import type { Exhibit } from './exhibit.ts';
import { farewellExhibits } from './farewell-exhibits.ts';
import { heldExhibits, onCallExhibits, otherDeskExhibits } from './with-you-exhibits.ts';

/** Every state of a call on the screen. */
export const exhibits: readonly Exhibit[] = [
  ...ringingExhibits,
  ...takeableExhibits,
  ...rowExhibits,
  ...onCallExhibits,
  ...heldExhibits,
  ...otherDeskExhibits,
  ...farewellExhibits,
];
