import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import type { Reply } from '../../../../shared/reply/reply.ts';
import type { ReplyResult } from '../../../../shared/reply/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { FrontdeskError } from './frontdesk-error.ts';
import type { Frames } from './tap-frames.ts';

export type AnswerParts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly frames: Frames;
  readonly clock: Pick<Clock, 'after'>;
};

export type AnswerWatch = {
  /** Resolves when the caller has answered, or left; may be asked for once. */
  readonly of: (replyId: string) => Promise<ReplyResult>;
  readonly stop: () => void;
};

/** A server that did not answer is asked again. */
const askAgainMs = 2000;

/**
 * Listens for the answer to a reply, from before it is sent: nothing is missed, however quick the caller is. A page that was
 * away hears what it missed from the stream, or is given a snapshot, which has no replies; then the server is asked.
 */
export function watchAnswer(parts: AnswerParts): AnswerWatch {
  const early: ServerFrame[] = [];
  let accept = (frame: ServerFrame): unknown => early.push(frame);
  let cancel = (): void => undefined;
  let isOver = false;
  const unsubscribe = parts.frames.subscribe((frame) => void accept(frame));
  return {
    of: (replyId) =>
      new Promise((resolve, reject) => {
        const take = (reply: Reply): void => {
          if (reply.id === replyId && reply.result !== null) resolve(reply.result);
        };
        const look = async (): Promise<void> => {
          cancel();
          const found = await parts.server.call('findReply', { params: { id: replyId } });
          if (isOver) return;
          if (found.ok) return take(found.value);
          const { code } = found.error;
          if (code === 'noSuchReply') reject(new FrontdeskError(found.error));
          // Who is signed out hears nothing; signed in again, they get a snapshot.
          else if (code !== 'signedOut') cancel = parts.clock.after(askAgainMs, () => void look());
        };
        accept = (frame) => {
          if (frame.type === 'snapshot') void look();
          else if (frame.type === 'event' && frame.event.body.kind === 'reply') take(frame.event.body.reply);
        };
        for (const frame of early.splice(0)) accept(frame);
      }),
    stop: () => {
      isOver = true;
      unsubscribe();
      cancel();
    },
  };
}
