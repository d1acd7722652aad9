import { RotateCw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { clockFace } from '../../../lib/duration.ts';
import { dateTimeFormat } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Clock } from '../../../ports/clock.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';

type LostBannerProps = {
  /** This computer's clock, ms since the epoch; as is the next. */
  readonly since: number;
  /** When the pause before the next try is over; null while it is being tried, or tried all the time. */
  readonly nextTryAt: number | null;
  readonly clock: Clock;
  readonly onTryNow: () => void;
};

const texts = strings.desk;

/** The connection is lost: since when, and when it is tried again. It is no live region; what counts down is never spoken. */
export function LostBanner({ since, nextTryAt, clock, onTryNow }: LostBannerProps) {
  const now = useSeconds(clock);
  const time = dateTimeFormat({ timeStyle: 'medium' }).format(since);
  const left = nextTryAt === null ? 0 : Math.ceil((nextTryAt - now) / 1000);
  return (
    <Banner
      tone="bad"
      icon={WifiOff}
      title={texts.lostTitle}
      text={[
        fill(texts.lostText, { time, ago: clockFace(now - since) }),
        left > 0 ? fill(texts.nextTry, { seconds: left }) : texts.trying,
      ].join(' ')}
      cure={<Act icon={RotateCw} label={texts.tryNow} onPress={onTryNow} />}
    />
  );
}

/** The time, told again each second. */
function useSeconds(clock: Clock): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    let cancel = (): void => undefined;
    const tick = (): void => {
      setNow(clock.now());
      cancel = clock.after(1000 - (clock.now() % 1000), tick);
    };
    tick();
    return () => cancel();
  }, [clock]);
  return now;
}
