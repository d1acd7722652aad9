import { z } from 'zod';
import { type StreamEvent, streamEventSchema } from '../../../shared/protocol/stream.ts';

const notificationSchema = z.union([
  streamEventSchema.transform((event) => ({ event })),
  z.number().transform((sequence) => ({ sequence })),
  // Something newer than we know: its number is enough to go on.
  z.object({ sequence: z.number() }),
]);

/** What a notification says: the event itself, or that there is one with this number; undefined when it is none of ours. */
export function parseNotification(
  payload: string,
): { readonly event: StreamEvent } | { readonly sequence: number } | undefined {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return notificationSchema.safeParse(json).data;
}
