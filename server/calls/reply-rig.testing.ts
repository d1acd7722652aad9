import type { CallIn } from '../../shared/call/call.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import type { ReplyRequest } from './reply-to-call.ts';
import { replyToCall } from './reply-to-call.ts';
import { openTestReception } from './reception.testing.ts';

export const busy: ReplyRequest = { words: { text: 'I am busy' } };

/** A reception where Ana and Mira ring for a caller, and what the caller hears in the reply menu. */
export async function openReplyRig() {
  const rig = await openTestReception();
  const { telephony, desk, stores } = rig;
  const [ana, mira] = [await rig.signIn('ana'), await rig.signIn('mira')];
  const legId = await rig.arrive('Jane Caller', '+15550001111');
  const callId = (await rig.theCall()).id;
  const names = (): readonly string[] =>
    telephony.leg(legId).played.map((media) => (media.kind === 'file' ? nameOf(media.path) : media.kind));
  return {
    ...rig,
    ana: ana.agent,
    mira: mira.agent,
    legId,
    callId,
    reply: (by = ana.agent, request = busy) => replyToCall(desk, callId, by, request),
    /** A reply that is on its way. */
    send: async (): Promise<Reply> => {
      const sent = await replyToCall(desk, callId, ana.agent, busy);
      if (!sent.ok) throw new Error(JSON.stringify(sent.error));
      await telephony.settle();
      return sent.value;
    },
    press: async (digits: string): Promise<void> => {
      for (const digit of digits) {
        telephony.press(legId, digit);
        await telephony.settle();
      }
    },
    /** What is playing is heard to its end. */
    listen: async (): Promise<void> => {
      const playing = telephony.playing({ legId });
      if (playing === null) throw new Error('nothing is being said');
      telephony.playbackEnds(playing.playbackId);
      await telephony.settle();
    },
    hangUp: async (): Promise<void> => {
      telephony.callerHangsUp(legId);
      await telephony.settle();
    },
    /** Everything that began to play, by name. */
    heard: names,
    /** What is playing now. */
    hears: (): readonly string[] =>
      (telephony.playing({ legId })?.media ?? []).map((media) =>
        media.kind === 'file' ? nameOf(media.path) : media.kind,
      ),
    stored: async (): Promise<Reply> => {
      const found = await stores.replies.list({ limit: 2 });
      const [reply, another] = found.ok ? found.value : [];
      if (reply === undefined || another !== undefined) throw new Error('there is not exactly one reply');
      return reply;
    },
    replying: async (): Promise<CallIn<'replying'>> => {
      const call = await rig.theCall();
      if (call.state !== 'replying') throw new Error(`the call is ${call.state}`);
      return call;
    },
  };
}

export type ReplyRig = Awaited<ReturnType<typeof openReplyRig>>;

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.wav$/, '');
