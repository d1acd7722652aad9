import { fill, plural } from './strings/fill.ts';
import { strings } from './strings/strings.ts';

const inParts = (ms: number) => {
  const all = Math.max(0, Math.floor(ms / 1000));
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
};

const two = (number: number): string => String(number).padStart(2, '0');

/** A duration in milliseconds as a clock shows it: `0:07`, `12:34`, `1:02:03`. Never negative. */
export function clockFace(ms: number): string {
  const { hours, minutes, seconds } = inParts(ms);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** A duration in milliseconds as it is said: `3 minutes 12 seconds`. */
export function spokenDuration(ms: number): string {
  const { hours, minutes, seconds } = inParts(ms);
  const { spoken } = strings;
  const parts = [
    hours > 0 && fill(plural(hours, spoken.hours), { count: hours }),
    minutes > 0 && fill(plural(minutes, spoken.minutes), { count: minutes }),
    (seconds > 0 || (hours === 0 && minutes === 0)) && fill(plural(seconds, spoken.seconds), { count: seconds }),
  ];
  return parts.filter((part) => part !== false).join(' ');
}

/** A long duration as it is said in passing: hours and minutes, and seconds only under a minute. */
export function spokenRoughly(ms: number): string {
  return spokenDuration(ms < 60_000 ? ms : ms - (ms % 60_000));
}
