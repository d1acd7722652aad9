import type { Menu } from '../../shared/reply/menu.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { resumeMenu } from '../../shared/reply/take-input.ts';
import type { MessageSound } from './message-sound.ts';
import { trackName, type TrackFacts } from './track-name.ts';

/** A caller in the reply menu, as this server looks after them. Changed only in the call's order. */
export type RunningReply = {
  /** As it is stored. */
  reply: Reply;
  menu: Menu;
  readonly message: MessageSound;
  /** The sentence of the message that is to be played next, while it is being said and not all of it is playing. */
  toCome: number | null;
  /** What is being played; ends of other playbacks are no news. */
  playbackId: string | null;
  /** When that ends, as far as its length is known (ms since the epoch). */
  playsUntil: number;
  /** Set while the caller is being recorded. Each attempt has a track of its own: what is still at the PBX is not lost by another. */
  recording: TrackFacts | null;
  /** What was recorded last and is on our disk, until it is stored with the reply. */
  voicemail: Reply['voicemail'];
  /** The PBX sends silence, so that nobody on the way believes the call is dead. */
  silent: boolean;
  /** Makes the ids of playbacks. */
  playbacks: number;
};

/** The menu is not begun yet, or is to go on at its options. */
export const runningReply = (reply: Reply, message: MessageSound, heard = 1): RunningReply => ({
  reply,
  menu: resumeMenu(reply.caller.number, heard).menu,
  message,
  toCome: null,
  playbackId: null,
  playsUntil: 0,
  recording: null,
  voicemail: null,
  silent: false,
  playbacks: 0,
});

/** The name of a voicemail at the PBX; it says what it is, so that it is found again after a restart. */
export const voicemailTrackOf = (facts: TrackFacts): string => trackName(facts, 'in');
