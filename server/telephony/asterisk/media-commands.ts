import type { Media, MediaSubject, RecordOptions, Telephony } from '../../ports/telephony.ts';
import { notFound } from './ari-outcome.ts';
import type { CommandParts } from './command-parts.ts';
import { type AriPlace, ariStoredRecordings } from './stored-recordings.ts';

type MediaCommands = Pick<
  Telephony,
  | 'play'
  | 'stopPlayback'
  | 'startSilence'
  | 'stopSilence'
  | 'startMusic'
  | 'stopMusic'
  | 'mute'
  | 'unmute'
  | 'sendDigits'
  | 'detectTalking'
>;
type RecordingCommands = Pick<
  Telephony,
  | 'record'
  | 'stopRecording'
  | 'muteRecording'
  | 'unmuteRecording'
  | 'readRecording'
  | 'listRecordings'
  | 'forgetRecording'
>;

/** How loud talking is: Asterisk's own default of TALK_DETECT (the mean of the samples' absolute values). */
const talkingThreshold = 256;

export function ariMediaCommands({ send, session }: CommandParts): MediaCommands {
  return {
    play: (on, playbackId, media) =>
      send('POST', [...pathOf(on), 'play', playbackId], { body: { media: media.map(mediaUri) } }),
    stopPlayback: (playbackId) => {
      session()?.playbacks.stopped(playbackId);
      return send('DELETE', ['playbacks', playbackId], { fine: notFound });
    },
    startSilence: (legId) => send('POST', ['channels', legId, 'silence']),
    stopSilence: (legId) => send('DELETE', ['channels', legId, 'silence']),
    startMusic: (legId, mohClass) => send('POST', ['channels', legId, 'moh'], { query: { mohClass } }),
    stopMusic: (legId) => send('DELETE', ['channels', legId, 'moh']),
    mute: (legId, direction) => send('POST', ['channels', legId, 'mute'], { query: { direction } }),
    unmute: (legId, direction) => send('DELETE', ['channels', legId, 'mute'], { query: { direction } }),
    sendDigits: (legId, dtmf, timing) =>
      send('POST', ['channels', legId, 'dtmf'], {
        query: { dtmf, duration: timing?.durationMs.toString(), between: timing?.betweenMs.toString() },
      }),
    detectTalking: (legId, silenceMs) =>
      send('POST', ['channels', legId, 'variable'], {
        body: { variable: 'TALK_DETECT(set)', value: `${silenceMs},${talkingThreshold}` },
      }),
  };
}

export function ariRecordingCommands({ send, rest }: CommandParts, place: AriPlace): RecordingCommands {
  const live = (recordingId: string, what: string) => ['recordings', 'live', recordingId, what];
  return {
    record: (on, recordingId, options) =>
      send('POST', [...pathOf(on), 'record'], { body: recordBody(recordingId, options) }),
    stopRecording: (recordingId) => send('POST', live(recordingId, 'stop'), { fine: notFound }),
    muteRecording: (recordingId) => send('POST', live(recordingId, 'mute')),
    unmuteRecording: (recordingId) => send('DELETE', live(recordingId, 'mute')),
    ...ariStoredRecordings(place, send, rest),
  };
}

const pathOf = (on: MediaSubject): readonly string[] =>
  'legId' in on ? ['channels', on.legId] : ['bridges', on.bridgeId];

function recordBody(name: string, options: RecordOptions) {
  return {
    name,
    format: 'wav',
    ifExists: 'fail',
    maxDurationSeconds: options.maxSeconds ?? 0,
    maxSilenceSeconds: options.maxSilenceSeconds ?? 0,
    beep: options.beep ?? false,
    terminateOn: options.endOnDigit ?? 'none',
  };
}

function mediaUri(media: Media): string {
  switch (media.kind) {
    case 'file':
      // Asterisk chooses the format by what is there, and wants the name without its ending.
      return `sound:${media.path.replace(/\.wav$/, '')}`;
    case 'digits':
      return `digits:${media.digits}`;
    case 'tone':
      return toneUri(media.tone);
    default:
      return media satisfies never;
  }
}

function toneUri(tone: Extract<Media, { readonly kind: 'tone' }>['tone']): string {
  switch (tone) {
    case 'beep':
      return 'sound:beep';
    case 'ringing':
      return 'tone:ring;tonezone=us';
    case 'busy':
    case 'congestion':
      return `tone:${tone};tonezone=us`;
    default:
      return tone satisfies never;
  }
}
