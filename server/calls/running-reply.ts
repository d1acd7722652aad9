import type { Menu } from '../../shared/reply/menu.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { resumeMenu } from '../../shared/reply/take-input.ts';

/** A caller in the reply menu, as this server looks after them. Changed only in the call's order. */
export type RunningReply = {
  /** As it is stored. */
  reply: Reply;
  menu: Menu;
  /** The sound of the message. */
  readonly messagePath: string;
  /** What is being played; ends of other playbacks are no news. */
  playbackId: string | null;
  /** Set while the caller is being recorded. */
  recordingId: string | null;
  /** What was recorded and is on our disk, until it is stored with the reply. */
  voicemail: Reply['voicemail'];
  /** The PBX sends silence, so that nobody on the way believes the call is dead. */
  silent: boolean;
  /** Makes the ids of playbacks. */
  playbacks: number;
};

/** The menu is not begun yet, or is to go on at its options. */
export const runningReply = (reply: Reply, messagePath: string, heard = 1): RunningReply => ({
  reply,
  menu: resumeMenu(reply.caller.number, heard).menu,
  messagePath,
  playbackId: null,
  recordingId: null,
  voicemail: null,
  silent: false,
  playbacks: 0,
});

/** One at a time for each reply, so that it is found again after a restart. */
export const recordingIdOf = ({ id }: Reply): string => `voicemail-${id}`;
