import type { ReplyResult } from '../../../../shared/reply/result.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { ApiFailure, ApiRequest } from '../../../ports/server-link.ts';
import { findSent } from './find-sent.ts';
import { FrontdeskError } from './frontdesk-error.ts';
import { watchAnswer, type AnswerParts } from './watch-answer.ts';

/** How a reply is spoken, where it is not to be as usual: BCP 47, the id of a voice of the offer, 0.5 to 2. */
export type ReplyOptions = Pick<ApiRequest<'reply'>['body'], 'language' | 'voice' | 'speed'>;

/** What the caller answered, under the names the field knows (RingCentral Web Phone, `callSession.reply()`). */
export type ReplyResponse = { readonly body: ReplyResult };

/** One call, as a program in the page sees it. */
export type CallSession = {
  readonly callId: string;
  /** Says that a reply is being written: the caller rings on for 25 s more, three minutes at most. */
  readonly startReply: () => Promise<void>;
  /**
   * Has the text spoken to the waiting caller and resolves when they have answered by their keypad, or left. Rejects with a
   * `FrontdeskError` when it is not sent: `alreadyReplied`, `alreadyAnswered`, `noSuchCall`, …
   */
  readonly reply: (text: string, options?: ReplyOptions) => Promise<ReplyResponse>;
  /** Records the call from now on; the caller is told as their line wants it. Rejects where it cannot: `recordingOff`, … */
  readonly record: () => Promise<void>;
  /** Records silence until it is resumed. */
  readonly pauseRecording: () => Promise<void>;
  readonly resumeRecording: () => Promise<void>;
  /** Records no longer; rejects with `recordingAlways` on a line whose calls are all recorded. */
  readonly stopRecording: () => Promise<void>;
};

/** What is only asked of the server, and rejects when it refuses. */
type Asked = 'startReply' | 'startRecording' | 'pauseRecording' | 'resumeRecording' | 'stopRecording';

export function createCallSession(parts: AnswerParts, callId: string): CallSession {
  const params = { id: callId };
  const ask = (name: Asked) => async (): Promise<void> => {
    const done = await parts.server.call(name, { params });
    if (!done.ok) throw new FrontdeskError(done.error);
  };
  return Object.freeze({
    callId,
    startReply: ask('startReply'),
    record: ask('startRecording'),
    pauseRecording: ask('pauseRecording'),
    resumeRecording: ask('resumeRecording'),
    stopRecording: ask('stopRecording'),
    reply: async (text: string, { language, voice, speed }: ReplyOptions = {}) => {
      const answer = watchAnswer(parts);
      try {
        const sent = await parts.server.call('reply', { params, body: { text, language, voice, speed } });
        const replyId = sent.ok ? ok(sent.value.id) : await lost(parts, { callId, text }, sent.error);
        if (!replyId.ok) throw new FrontdeskError(replyId.error);
        return Object.freeze({ body: Object.freeze(await answer.of(replyId.value)) });
      } finally {
        answer.stop();
      }
    },
  });
}

/** The server may have sent what it could not say that it sent. */
const lost = async (
  parts: AnswerParts,
  { callId, text }: { readonly callId: string; readonly text: string },
  error: ApiFailure,
): Promise<Result<string, ApiFailure>> => (error.code === 'unreachable' ? findSent(parts, callId, text) : fail(error));
