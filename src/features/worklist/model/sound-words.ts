import type { ApiAnswer } from '../../../ports/server-link.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

type KeptQuality = ApiAnswer<'call'>['quality'][number];

/** From so much on it is heard: a share of the packets, and the unevenness in ms. */
const fair = { lost: 0.02, jitterMs: 30 };
const poor = { lost: 0.05, jitterMs: 60 };

/** How a stretch of a call sounded, in words: `Good (0 % lost)`. */
export function soundWords({ lost, jitterMs, oneWaySeconds }: KeptQuality): string {
  const texts = strings.worklist.story;
  const isOver = (limit: typeof fair): boolean => lost >= limit.lost || jitterMs >= limit.jitterMs;
  const word = isOver(poor) ? texts.soundPoor : isOver(fair) ? texts.soundFair : texts.soundGood;
  const words = fill(texts.soundWords, { word, lost: (lost * 100).toFixed(lost > 0 && lost < 0.1 ? 1 : 0) });
  if (oneWaySeconds < 1) return words;
  return `${words}, ${fill(texts.oneWay, { time: clockFace(oneWaySeconds * 1000) })}`;
}
