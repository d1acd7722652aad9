import type { ApiFailure, ServerLink } from '../../../ports/server-link.ts';
import type { Clock } from '../../../ports/clock.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly clock: Pick<Clock, 'after'> };

const askAgainMs = 2000;

/**
 * Whether a reply was sent though the network took the word of it away: asks for the story of its call as soon as the server
 * can be asked. `unreachable`: it was not sent; `alreadyReplied`: somebody else's was.
 */
export async function findSent(parts: Parts, callId: string, text: string): Promise<Result<string, ApiFailure>> {
  const found = await insist(parts, () => parts.server.call('call', { params: { id: callId } }));
  if (!found.ok) return found;
  const started = found.value.events.findLast((event) => event.type === 'replyStarted');
  if (started === undefined) return fail({ code: 'unreachable' });
  const { replyId } = started;
  const reply = await insist(parts, () => parts.server.call('findReply', { params: { id: replyId } }));
  if (!reply.ok) return reply;
  return reply.value.text === asSpoken(text) ? ok(replyId) : fail({ code: 'alreadyReplied' });
}

/** The server takes line breaks and runs of blanks for one. */
const asSpoken = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

async function insist<Value>(
  { clock }: Parts,
  ask: () => Promise<Result<Value, ApiFailure>>,
): Promise<Result<Value, ApiFailure>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.code !== 'unreachable') return answer;
    await new Promise<void>((resolve) => void clock.after(askAgainMs, resolve));
  }
}
