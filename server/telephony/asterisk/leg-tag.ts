import { z } from 'zod';
import type { LegTag } from '../../ports/leg-tag.ts';

/** The channel variable that carries the tag; it lives as long as the channel, whatever becomes of us. */
export const tagVariable = 'FD_TAG';

const schema = z.object({
  callId: z.string(),
  role: z.enum(['caller', 'agent', 'target', 'snoop', 'test']),
  consoleId: z.string().optional(),
});

export const encodeTag = (tag: LegTag): string => JSON.stringify(tag);

/** null for what is not a tag of ours. */
export function decodeTag(text: string): LegTag | null {
  try {
    const { callId, role, consoleId } = schema.parse(JSON.parse(text));
    return { callId, role, ...(consoleId === undefined ? {} : { consoleId }) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
