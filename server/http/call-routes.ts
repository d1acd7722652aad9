import type { CallEvent } from '../../shared/call/call-event.ts';
import { defined } from '../../shared/defined.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Agent, Call } from '../../shared/call/call.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import type { CallCommands } from '../calls/commands.ts';
import { hadCall } from '../calls/had-call.ts';
import { maySeeRecording } from '../calls/may-see-recording.ts';
import { maySeeReply } from '../calls/may-see-reply.ts';
import { maySee, type Viewer } from '../calls/may-see.ts';
import type { CallQuery } from '../ports/call-query.ts';
import type { Stored, StoreFailure } from '../ports/stores.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

/** Commands that are nothing but the call and who wants it. */
const commandNames = [
  'answer',
  'hold',
  'resume',
  'reject',
  'hangUp',
  'mute',
  'unmute',
  'rejoin',
  'startRecording',
  'pauseRecording',
  'resumeRecording',
  'stopRecording',
  'sendToVoicemail',
] as const satisfies readonly (keyof CallCommands)[];

/** What a card has room for. */
const mostEarlier = 10;

export function callRoutes(serve: Serve, parts: HttpParts): void {
  const { calls, commands } = parts;

  serve.signedIn('calls', 'signedIn', async ({ query, by }) => {
    const viewer = await viewerOf(parts, by);
    if (!viewer.ok) return viewer;
    const { limit, offset, before, to = before, ...filter } = query;
    return calls.list({ ...defined({ ...filter, to }), ...scopeOf(viewer.value) }, { limit, offset });
  });

  serve.signedIn('call', 'signedIn', async ({ params, by }) => {
    const viewer = await viewerOf(parts, by);
    if (!viewer.ok) return viewer;
    const { id } = params;
    const [found, story, quality] = await Promise.all([calls.find(id), calls.eventsOf(id), calls.qualityOf(id)]);
    if (!found.ok) return found;
    if (!story.ok) return story;
    if (!quality.ok) return quality;
    if (found.value === null || !maySee(viewer.value, found.value.call)) return fail('noSuchCall');
    const beside = await besideStory(parts, viewer.value, id, story.value);
    if (!beside.ok) return beside;
    return ok({ call: found.value.call, events: story.value, quality: quality.value, ...beside.value });
  });

  besideCallRoutes(serve, parts);
  for (const name of commandNames) {
    serve.signedIn(name, 'signedIn', async ({ params, by }) => {
      const done = await commands[name](params.id, agentOf(by));
      return done.ok ? ok(null) : done;
    });
  }

  serve.signedIn('note', 'signedIn', async ({ params, body, by }) => {
    const viewer = await viewerOf(parts, by);
    if (!viewer.ok) return viewer;
    const call = parts.board.calls().find(({ id }) => id === params.id);
    if (call !== undefined && !maySee(viewer.value, call)) return fail('noSuchCall');
    const done = await commands.note(params.id, body.note, agentOf(by));
    return done.ok ? ok(null) : done;
  });
}

/** What was recorded and what was replied, as far as this person may know it. */
async function besideStory(
  { replying: { recordings, replies } }: HttpParts,
  viewer: Viewer,
  callId: string,
  story: readonly CallEvent[],
): Stored<{ readonly recordings: readonly Recording[]; readonly replies: readonly Reply[] }> {
  const recorded = await recordings.ofCall(callId);
  if (!recorded.ok) return recorded;
  const sent: Reply[] = [];
  for (const event of story) {
    if (event.type !== 'replyStarted') continue;
    const reply = await replies.find(event.replyId);
    if (!reply.ok) return reply;
    if (reply.value !== null && maySeeReply(viewer, reply.value)) sent.push(reply.value);
  }
  return ok({ recordings: recorded.value.filter((one) => maySeeRecording(viewer, one)), replies: sent });
}

/** What of the lists this person may see. */
export const scopeOf = ({ role, userId, queueIds }: Viewer): Pick<CallQuery, 'seenBy'> =>
  role === 'receptionist' ? { seenBy: { userId, queueIds } } : {};

/** What is known beside a call. */
function besideCallRoutes(serve: Serve, parts: HttpParts): void {
  const { calls } = parts;

  serve.signedIn('earlierCalls', 'signedIn', async ({ params, by }) => {
    const viewer = await viewerOf(parts, by);
    if (!viewer.ok) return viewer;
    const seen = await seenCall(parts, by, params.id);
    if (!seen.ok) return seen;
    const { number } = seen.value.caller;
    if (number === null) return ok({ calls: [] });
    const earlier = await calls.earlier({ number, exceptCallId: params.id, limit: mostEarlier });
    return earlier.ok ? ok({ calls: earlier.value.filter((call) => maySee(viewer.value, call)) }) : earlier;
  });

  serve.signedIn('quality', 'signedIn', async ({ params, body, by }) => {
    const [found, story] = await Promise.all([calls.find(params.id), calls.eventsOf(params.id)]);
    if (!found.ok) return found;
    if (!story.ok) return story;
    if (found.value === null) return fail('noSuchCall');
    const { consoleId, userId } = agentOf(by);
    if (!hadCall(userId, found.value.call, story.value)) return fail('notYourCall');
    const kept = await calls.keepQuality(params.id, { ...body, consoleId }, parts.clock.now());
    return kept.ok ? ok(null) : kept;
  });
}

/** A call this person may see, live or over. */
export async function seenCall(
  parts: HttpParts,
  by: SignedIn,
  callId: string,
): Promise<Result<Call, StoreFailure | 'noSuchCall'>> {
  const [viewer, found] = await Promise.all([viewerOf(parts, by), parts.calls.find(callId)]);
  if (!viewer.ok) return viewer;
  if (!found.ok) return found;
  return found.value !== null && maySee(viewer.value, found.value.call) ? ok(found.value.call) : fail('noSuchCall');
}

export const agentOf = ({ user, session }: SignedIn): Agent => ({
  userId: user.id,
  name: user.name,
  consoleId: session.consoleId,
});

export async function viewerOf(parts: Pick<HttpParts, 'directory'>, { user }: SignedIn): Stored<Viewer> {
  const queues = await parts.directory.queuesOf(user.id);
  if (!queues.ok) return queues;
  return ok({ userId: user.id, role: user.role, queueIds: queues.value.map(({ id }) => id) });
}
