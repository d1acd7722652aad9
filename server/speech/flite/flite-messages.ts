import type { FliteJob } from './flite-engine.ts';

/** What the worker is asked. `sampleRate` undefined: the voice's own. */
export type FliteRequest = FliteJob & { readonly sampleRate: number | undefined };

/** What it answers. */
export type FliteAnswer =
  | { readonly spoken: true; readonly sampleRate: number; readonly samples: Int16Array }
  | { readonly spoken: false; readonly error: string };

export function isFliteAnswer(message: unknown): message is FliteAnswer {
  return typeof message === 'object' && message !== null && 'spoken' in message;
}
