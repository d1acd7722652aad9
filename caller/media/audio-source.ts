import { sampleRate } from './g711.ts';

/** One playing of a source. `read` writes the next samples and says how many there were; fewer than asked for means the end. */
export type AudioStream = { readonly read: (frame: Int16Array) => number };

/** Something to play, any number of times and to any number of calls: each `start` begins anew. 8 kHz, 16 bit, mono. */
export type AudioSource = { readonly start: () => AudioStream };

/** A steady sine. `amplitude` 0–1, where 1 is the loudest the format can carry. */
export function tone(hz: number, { amplitude = 0.3, durationMs = Infinity } = {}): AudioSource {
  const second = Int16Array.from({ length: sampleRate }, (_, i) =>
    Math.round(32_767 * amplitude * Math.sin((2 * Math.PI * hz * i) / sampleRate)),
  );
  return cyclic(second, durationMs);
}

export function silence(durationMs = Infinity): AudioSource {
  return cyclic(new Int16Array(160), durationMs);
}

/** Samples of our own rate, once. */
export function samples(pcm: Int16Array): AudioSource {
  return cyclic(pcm, (pcm.length / sampleRate) * 1000);
}

/** One after the other. */
export function concat(...sources: readonly AudioSource[]): AudioSource {
  return {
    start: () => {
      const rest = sources.values();
      let current = rest.next().value?.start();
      const read = (frame: Int16Array): number => {
        let filled = 0;
        while (current && filled < frame.length) {
          filled += current.read(frame.subarray(filled));
          if (filled < frame.length) current = rest.next().value?.start();
        }
        return filled;
      };
      return { read };
    },
  };
}

/** Over and over; a source without a single sample ends at once. */
export function loop(source: AudioSource): AudioSource {
  return {
    start: () => {
      let current = source.start();
      const read = (frame: Int16Array): number => {
        let filled = current.read(frame);
        while (filled < frame.length) {
          current = source.start();
          const more = current.read(frame.subarray(filled));
          if (more === 0) return filled;
          filled += more;
        }
        return filled;
      };
      return { read };
    },
  };
}

function cyclic(cycle: Int16Array, durationMs: number): AudioSource {
  return {
    start: () => {
      let position = 0;
      let left = Number.isFinite(durationMs) ? Math.round((durationMs * sampleRate) / 1000) : Infinity;
      const read = (frame: Int16Array): number => {
        const count = Math.min(frame.length, left);
        for (let i = 0; i < count; i += 1) {
          frame[i] = cycle[position] ?? 0;
          position = position + 1 === cycle.length ? 0 : position + 1;
        }
        left -= count;
        return count;
      };
      return { read };
    },
  };
}
