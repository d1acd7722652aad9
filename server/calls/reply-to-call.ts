import type { Agent, Call } from '../../shared/call/call.ts';
import { asksNothing, type ReplyPattern, type ReplyTime, timeAfter } from '../../shared/reply/pattern.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { beginMenu } from '../../shared/reply/take-input.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ReplySpeechFailure, SpokenMessage } from '../ports/reply-speech.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { createMessageSound } from './message-sound.ts';
import { isWaiting } from './offer.ts';
import { perform } from './reply-menu.ts';
import { runningReply } from './running-reply.ts';
import { stopRinging } from './stop-ringing.ts';

/** What is to be said: words of the receptionist's own, and when they call back if the words say so; or words of ours. */
type ReplyWords = { readonly text: string; readonly callBackIn?: ReplyTime } | { readonly pattern: ReplyPattern };
export type ReplyRequest = {
  readonly words: ReplyWords;
  readonly language?: string;
  readonly voice?: string;
  readonly speed?: number;
};

export type ReplyFailure =
  | 'noSuchCall'
  | 'notAllowedNow'
  | 'pbxUnavailable'
  | 'databaseUnavailable'
  | ReplySpeechFailure;

/** Somebody was faster: who replied to the call, or has taken it. */
export type Beaten = { readonly code: 'alreadyReplied' | 'alreadyAnswered'; readonly by: string };

/**
 * Speaks to a caller who waits, and lets them answer by the keypad: consoles stop ringing, the caller is answered and hears
 * the message and the menu. What follows its first sentence is spoken while they listen. Of several at once exactly one is sent. Resolves when it is on its way; what comes of it is
 * told by the reply and the call.
 */
export async function replyToCall(
  desk: Desk,
  callId: string,
  by: Agent,
  request: ReplyRequest,
): Promise<Result<Reply, ReplyFailure | Beaten>> {
  if (desk.telephony.status().state !== 'connected') return fail('pbxUnavailable');
  const live = desk.live.get(callId);
  if (live === undefined) return fail('noSuchCall');
  const possible = mayReply(live.stored.call);
  if (!possible.ok) return possible;
  const message = await speakMessage(desk, request);
  if (!message.ok) return message;
  return live.inOrder(() => begin(desk, live, by, { ...message.value, words: request.words }));
}

/** The words as they will be heard, and their sound, of which the first sentence is ready. */
export async function speakMessage(
  desk: Desk,
  { words, ...spoken }: ReplyRequest,
): Promise<Result<SpokenMessage & { readonly text: string }, ReplySpeechFailure>> {
  const text = 'text' in words ? ok(words.text) : desk.replySpeech.words(words.pattern, spoken.language);
  if (!text.ok) return text;
  const message = await desk.replySpeech.message(text.value, spoken);
  return message.ok ? ok({ ...message.value, text: text.value }) : message;
}

function mayReply(call: Call): Result<void, 'noSuchCall' | 'notAllowedNow' | Beaten> {
  if (call.state === 'ended') return fail('noSuchCall');
  if (call.direction !== 'inbound') return fail('notAllowedNow');
  if (isWaiting(call)) return ok();
  if (call.state === 'replying') return fail({ code: 'alreadyReplied', by: call.by.name });
  return call.agent === null ? fail('notAllowedNow') : fail({ code: 'alreadyAnswered', by: call.agent.name });
}

type Message = SpokenMessage & { readonly text: string; readonly words: ReplyWords };

async function begin(
  desk: Desk,
  live: LiveCall,
  by: Agent,
  message: Message,
): Promise<Result<Reply, ReplyFailure | Beaten>> {
  const possible = mayReply(live.stored.call);
  if (!possible.ok) return possible;
  const sound = createMessageSound(message);
  const reply = newReply(desk, live, by, message, sound.lengthMs());
  const kept = await desk.replies.keep(reply, reply.sentAt);
  if (!kept.ok) return fail('databaseUnavailable');
  live.stopTimer();
  live.reply = runningReply(reply, sound);
  const [answered] = await Promise.all([
    desk.telephony.answer(live.callerLegId),
    happen(desk, live, { type: 'replyStarted', by, replyId: reply.id }),
    stopRinging(desk, live, 'answeredElsewhere'),
  ]);
  // A caller who has just left is told by the end of their leg; one who cannot be answered hears nothing, and is to be called back.
  if (!answered.ok && answered.error !== 'legGone') {
    await endCall(desk, live, 'missed');
    return fail('pbxUnavailable');
  }
  desk.counters.count('replySent');
  if (answered.ok) await perform(desk, live, beginMenu(reply.caller.number));
  warmVoice(desk, message);
  return ok(reply);
}

/** Nobody waits for it. */
function warmVoice(desk: Desk, { language, voice }: Message): void {
  desk.replySpeech
    .warm({ language, voice })
    .catch((error: unknown) => desk.log.error({ err: error }, 'the prompts of a voice could not be spoken beforehand'));
}

function newReply(desk: Desk, live: LiveCall, by: Agent, message: Message, messageMs: number | null): Reply {
  const { queue, caller } = live.stored.call;
  const { text, language, voice, fellBack, words } = message;
  const sentAt = desk.clock.now();
  const promised = promisedBy(words);
  return {
    id: desk.ids.next(),
    version: 1,
    callId: live.id,
    queue,
    caller: { number: caller.number, name: caller.name, withheld: caller.withheld },
    by: { userId: by.userId, name: by.name },
    sentAt,
    ...(promised !== null && { promisedAt: timeAfter(sentAt, promised) }),
    ...('pattern' in words && asksNothing(words.pattern) && { asksNothing: true }),
    text,
    language,
    voice,
    fellBack,
    messageMs,
    answer: null,
    result: null,
    answeredAt: null,
    voicemail: null,
    handled: null,
  };
}

/** When we call back, if that was said. */
function promisedBy(words: ReplyWords): ReplyTime | null {
  if ('text' in words) return words.callBackIn ?? null;
  const { pattern } = words;
  return pattern.kind === 'callYouBack' && pattern.direction === 'weCall' ? pattern : null;
}
