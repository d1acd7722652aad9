import { z } from 'zod';

/**
 * What we read of Asterisk's answers and events (Asterisk 22 REST Interface, rest-api/api-docs/*.json). Everything else
 * in them is ignored, so that a newer Asterisk may say more.
 */
const channel = z.object({
  id: z.string(),
  /** `Up` is answered; `Down`, `Ring`, `Ringing` and others are not yet. */
  state: z.string(),
  caller: z.object({ name: z.string(), number: z.string() }).default({ name: '', number: '' }),
  /** The number that diverted the call (RFC 5806), when the diversion module is loaded. */
  caller_rdnis: z.string().optional(),
  /** The SIP Call-ID. */
  protocol_id: z.string().optional(),
  dialplan: z.object({ app_name: z.string(), app_data: z.string() }).default({ app_name: '', app_data: '' }),
});
export type AriChannel = z.infer<typeof channel>;

const bridge = z.object({ id: z.string(), channels: z.array(z.string()) });
const ofChannel = z.object({ channel });
const hangUpFacts = { cause: z.number().optional(), tech_cause: z.number().optional() };
const playback = z.object({ playback: z.object({ id: z.string(), state: z.string() }) });
const recording = z.object({ recording: z.object({ name: z.string() }) });

export const ariEvent = z.discriminatedUnion('type', [
  ofChannel.extend({ type: z.literal('StasisStart'), args: z.array(z.string()) }),
  ofChannel.extend({ type: z.literal('StasisEnd') }),
  ofChannel.extend({ type: z.literal('ChannelDestroyed'), ...hangUpFacts }),
  ofChannel.extend({ type: z.literal('ChannelHangupRequest'), ...hangUpFacts }),
  z.object({ type: z.literal('Dial'), dialstatus: z.string(), peer: z.object({ id: z.string() }) }),
  ofChannel.extend({ type: z.literal('ChannelHold') }),
  ofChannel.extend({ type: z.literal('ChannelUnhold') }),
  ofChannel.extend({ type: z.literal('ChannelDtmfReceived'), digit: z.string(), duration_ms: z.number() }),
  ofChannel.extend({ type: z.literal('ChannelTalkingStarted') }),
  ofChannel.extend({ type: z.literal('ChannelTalkingFinished'), duration: z.number() }),
  playback.extend({ type: z.literal('PlaybackStarted') }),
  playback.extend({ type: z.literal('PlaybackFinished') }),
  recording.extend({ type: z.literal('RecordingStarted') }),
  recording.extend({ type: z.literal('RecordingFinished') }),
  recording.extend({ type: z.literal('RecordingFailed') }),
  /** Another connection took our application's name over; this one stays open and hears nothing more. */
  z.object({ type: z.literal('ApplicationReplaced') }),
]);
export type AriEvent = z.infer<typeof ariEvent>;

/** The types above; an event of any other type is none of our business. */
export const ariEventTypes: ReadonlySet<string> = new Set(
  ariEvent.options.flatMap((option) => [...option.shape.type.values]),
);
export const anyEvent = z.object({ type: z.string() });

export const channelList = z.array(channel);
/** GET /recordings/stored: what is being recorded is among it. */
export const storedRecordingList = z.array(z.object({ name: z.string() }));
export const bridgeList = z.array(bridge);
export const channelVariable = z.object({ value: z.string() });
export const asteriskInfo = z.object({
  system: z.object({ version: z.string() }),
  status: z.object({ startup_time: z.string() }),
});
/** A refusal: `message` nearly always, `error` from the HTTP layer and from originate. */
export const ariRefusal = z.object({ message: z.string().optional(), error: z.string().optional() });
