import { fail, ok } from '../../../shared/result.ts';
import type { Telephony } from '../../ports/telephony.ts';
import type { LegRecord } from './fake-leg.ts';
import { command, type FakePbx, onLeg, subjectIsThere } from './fake-pbx.ts';
import { endPlayback, queuePlayback } from './fake-playback.ts';
import { startRecording } from './fake-start-recording.ts';
import { endRecording } from './fake-recording.ts';

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
  | 'record'
  | 'stopRecording'
  | 'muteRecording'
  | 'unmuteRecording'
>;

export function fakeMediaCommands(pbx: FakePbx): MediaCommands {
  const toLeg = (name: keyof MediaCommands, legId: string, change: (leg: LegRecord) => void) =>
    command(pbx, name, () => onLeg(pbx, legId, change));
  const muteOf = (name: keyof MediaCommands, recordingId: string, muted: boolean) =>
    command(pbx, name, () => {
      const recording = pbx.recordings.get(recordingId);
      if (recording === undefined) return fail('legGone' as const);
      recording.muted = muted;
      return ok();
    });
  return {
    play: (on, playbackId, media) =>
      command(pbx, 'play', () => {
        const there = subjectIsThere(pbx, on);
        if (there.ok) queuePlayback(pbx, { playbackId, on, media, state: 'queued', stopTimer: () => {} });
        return there;
      }),
    stopPlayback: (playbackId) =>
      command(pbx, 'stopPlayback', () => {
        endPlayback(pbx, playbackId, false);
        return ok();
      }),
    startSilence: (legId) => toLeg('startSilence', legId, (leg) => void (leg.silence = true)),
    stopSilence: (legId) => toLeg('stopSilence', legId, (leg) => void (leg.silence = false)),
    startMusic: (legId, musicClass = 'default') => toLeg('startMusic', legId, (leg) => void (leg.music = musicClass)),
    stopMusic: (legId) => toLeg('stopMusic', legId, (leg) => void (leg.music = null)),
    mute: (legId, direction) => toLeg('mute', legId, (leg) => void leg.muted.add(direction)),
    unmute: (legId, direction) => toLeg('unmute', legId, (leg) => void leg.muted.delete(direction)),
    sendDigits: (legId, digits) => toLeg('sendDigits', legId, (leg) => void (leg.digitsSent += digits)),
    detectTalking: (legId) => toLeg('detectTalking', legId, (leg) => void (leg.detectsTalking = true)),
    record: (on, recordingId, options) => command(pbx, 'record', () => startRecording(pbx, on, recordingId, options)),
    stopRecording: (recordingId) =>
      command(pbx, 'stopRecording', () => {
        endRecording(pbx, recordingId);
        return ok();
      }),
    muteRecording: (recordingId) => muteOf('muteRecording', recordingId, true),
    unmuteRecording: (recordingId) => muteOf('unmuteRecording', recordingId, false),
  };
}
