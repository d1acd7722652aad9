/** Steps of the search, in samples: an eighth of a millisecond is as near as a voice needs. */
const coarse = 4;

/** How much of `wanted` is in what was heard, at its best place: 1 is all of it, 0 nothing (normalised cross-correlation). */
export const likeness = (wanted: Int16Array, heard: Int16Array): number => placeOf(wanted, heard).likeness;

/** The same, and where it begins, in samples. */
export function placeOf(wanted: Int16Array, heard: Int16Array): { readonly likeness: number; readonly at: number } {
  const own = energy(wanted, 0, wanted.length);
  let best = { likeness: 0, at: 0 };
  for (let at = 0; at + wanted.length <= heard.length; at += coarse) {
    let sum = 0;
    for (let i = 0; i < wanted.length; i += coarse) sum += (wanted[i] ?? 0) * (heard[at + i] ?? 0);
    if (sum * coarse <= best.likeness * own) continue;
    const near = refined(wanted, heard, at);
    if (near.likeness > best.likeness) best = near;
  }
  return best;
}

/** The exact product near a place, made as loud as what was wanted. */
function refined(
  wanted: Int16Array,
  heard: Int16Array,
  near: number,
): { readonly likeness: number; readonly at: number } {
  const own = energy(wanted, 0, wanted.length);
  let best = { likeness: 0, at: near };
  for (let at = Math.max(0, near - coarse); at <= near + coarse && at + wanted.length <= heard.length; at += 1) {
    let sum = 0;
    for (let i = 0; i < wanted.length; i += 1) sum += (wanted[i] ?? 0) * (heard[at + i] ?? 0);
    const theirs = energy(heard, at, wanted.length);
    const likeness = theirs > 0 ? sum / Math.sqrt(theirs * own) : 0;
    if (likeness > best.likeness) best = { likeness, at };
  }
  return best;
}

function energy(samples: Int16Array, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i += 1) sum += (samples[i] ?? 0) ** 2;
  return sum;
}

/** The pitch of a steady tone, by its zero crossings at 8 kHz. */
export function loudestHz(samples: Int16Array): number {
  const middle = samples.subarray(samples.length / 4, (samples.length * 3) / 4);
  let crossings = 0;
  for (let i = 1; i < middle.length; i += 1) if ((middle[i - 1] ?? 0) < 0 && (middle[i] ?? 0) >= 0) crossings += 1;
  return (crossings * 8000) / middle.length;
}
