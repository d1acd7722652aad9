import type { z } from 'zod';
import { errorTable } from '../../shared/protocol/errors.ts';
import { longestReply, type replyOperations } from '../../shared/protocol/reply-operations.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { handleMessage, reopenMessage } from '../calls/handle-message.ts';
import type { Listenings } from '../calls/listenings.ts';
import { maySeeReply } from '../calls/may-see-reply.ts';
import { maySee } from '../calls/may-see.ts';
import { type Beaten, replyToCall, type ReplyRequest, speakMessage } from '../calls/reply-to-call.ts';
import { voicemailOf, voicemailSound } from '../calls/voicemail-sound.ts';
import { stretchRinging } from '../calls/writing.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { agentOf, viewerOf } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';
import type { Refusal, Serve } from './serve.ts';

/** Speaking to a caller nobody can take. */
export function replyRoutes(serve: Serve, parts: HttpParts, listenings: Listenings): void {
  const { replying: desk } = parts;

  serve.signedIn('reply', 'signedIn', async ({ params, body, by }) => {
    const seen = await seesCall(parts, by, params.id);
    if (!seen.ok) return seen;
    const sent = await replyToCall(desk, params.id, agentOf(by), requestOf(body));
    if (sent.ok) return sent;
    return fail(typeof sent.error === 'string' ? sent.error : refusalOf(sent.error));
  });

  serve.signedIn('startReply', 'signedIn', async ({ params, by }) => {
    const seen = await seesCall(parts, by, params.id);
    if (!seen.ok) return seen;
    const stretched = stretchRinging(desk, params.id, agentOf(by));
    return stretched.ok ? ok(null) : stretched;
  });

  serve.signedIn('replyOffer', 'signedIn', async () =>
    ok({ ...(await desk.replySpeech.offer()), longest: longestReply }),
  );

  serve.signedIn('previewSpeech', 'signedIn', async ({ body, reply }) => {
    const message = await speakMessage(desk, requestOf(body));
    if (!message.ok) return message;
    const whole = await desk.replySpeech.whole(message.value);
    if (!whole.ok) return whole;
    const { sound, fellBack } = whole.value;
    void reply.headers({
      'content-type': 'audio/wav',
      'x-frontdesk-voice': message.value.voice,
      ...(fellBack && { 'x-frontdesk-fell-back': 'yes' }),
    });
    return ok(sound);
  });

  sentReplyRoutes(serve, parts);
  voicemailRoute(serve, parts, listenings);
}

/** What came of replies. */
function sentReplyRoutes(serve: Serve, parts: HttpParts): void {
  const { replying: desk } = parts;

  serve.signedIn('replies', 'signedIn', ({ query, by }) => repliesFor(parts, by, query));

  serve.signedIn('findReply', 'signedIn', ({ params, by }) => seenReply(parts, by, params.id));

  serve.signedIn('handleReply', 'signedIn', async ({ params, body, by }) => {
    const found = await seenReply(parts, by, params.id);
    if (!found.ok) return found;
    return body?.done === false ? reopenMessage(desk, found.value) : handleMessage(desk, found.value, agentOf(by));
  });
}

/** Nothing is sent before it is written down who hears it. */
function voicemailRoute(serve: Serve, parts: HttpParts, listenings: Listenings): void {
  const { replying: desk } = parts;

  serve.signedIn('voicemail', 'signedIn', async ({ params, by, reply }) => {
    const found = await seenReply(parts, by, params.id);
    if (!found.ok) return found;
    const voicemail = await voicemailOf(desk, found.value);
    if (!voicemail.ok) return voicemail;
    if (voicemail.value === null) return fail('noSuchVoicemail');
    const written = await listenings.heard(agentOf(by), voicemail.value);
    if (!written.ok) return written;
    const sound = await voicemailSound(desk, voicemail.value.id);
    if (!sound.ok) return sound;
    if (sound.value === null) return fail('noSuchVoicemail');
    void reply.headers({ 'content-type': 'audio/wav', 'cache-control': 'private, no-store' });
    return ok(sound.value);
  });
}

type Wanted = z.output<(typeof replyOperations)['replies']['query']>;

/** What somebody may see of what they ask for, and how many of all they may see are to do. */
async function repliesFor(parts: HttpParts, by: SignedIn, query: Wanted) {
  const viewer = await viewerOf(parts, by);
  if (!viewer.ok) return viewer;
  const { userId, queueIds, role } = viewer.value;
  const scope = role === 'receptionist' ? { seenBy: { userId, queueIds } } : {};
  const toDo = { ...scope, handled: false, answered: true };
  const { state, answer, without, search, before, limit } = query;
  const { replies: store } = parts.replying;
  const [replies, open, answered] = await Promise.all([
    store.list({
      ...scope,
      limit,
      ...(state !== undefined && { handled: state === 'handled' }),
      ...(answer !== undefined && { answer }),
      ...(without !== undefined && { without }),
      ...(query.by === 'me' && { sentBy: userId }),
      ...(search !== undefined && { search }),
      ...(before !== undefined && { before }),
    }),
    store.count(toDo),
    store.count({ ...toDo, without: 'none' }),
  ]);
  if (!replies.ok) return replies;
  if (!open.ok) return open;
  return answered.ok ? ok({ replies: replies.value, open: open.value, answered: answered.value }) : answered;
}

type Words = z.output<(typeof replyOperations)['reply']['body']>;

function requestOf({ text, callBackIn, pattern, language, voice, speed }: Words): ReplyRequest {
  const ownWords = { text: text ?? '', ...(callBackIn !== undefined && { callBackIn }) };
  return {
    words: pattern === undefined ? ownWords : { pattern },
    ...(language !== undefined && { language }),
    ...(voice !== undefined && { voice }),
    ...(speed !== undefined && { speed }),
  };
}

/** The sentence says who was faster. */
function refusalOf({ code, by }: Beaten): Refusal {
  const what = code === 'alreadyReplied' ? 'has replied to this caller.' : 'has taken this call.';
  return { code, message: by === '' ? errorTable[code].message : `${by} ${what}` };
}

async function seesCall(
  parts: HttpParts,
  by: SignedIn,
  callId: string,
): Promise<Result<void, StoreFailure | 'noSuchCall'>> {
  const viewer = await viewerOf(parts, by);
  if (!viewer.ok) return viewer;
  const call = parts.board.calls().find(({ id }) => id === callId);
  return call !== undefined && maySee(viewer.value, call) ? ok() : fail('noSuchCall');
}

/** A reply this person may see. */
export async function seenReply(
  parts: HttpParts,
  by: SignedIn,
  replyId: string,
): Promise<Result<Reply, StoreFailure | 'noSuchReply'>> {
  const [viewer, found] = await Promise.all([viewerOf(parts, by), parts.replying.replies.find(replyId)]);
  if (!viewer.ok) return viewer;
  if (!found.ok) return found;
  return found.value !== null && maySeeReply(viewer.value, found.value) ? ok(found.value) : fail('noSuchReply');
}
