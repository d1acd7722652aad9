import { describe, expect, it } from 'vitest';
import type { ServerFrame } from '../../shared/protocol/stream.ts';
import { openCallBoard } from '../calls/call-board.ts';
import { openReplyRig } from '../calls/reply-rig.testing.ts';
import { openFeed } from './feed.ts';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const viewers = {
  sender: { userId: 'u-ana', role: 'receptionist', queueIds: [] },
  colleague: { userId: 'u-mira', role: 'receptionist', queueIds: ['main'] },
  supervisor: { userId: 'u-eva', role: 'supervisor', queueIds: [] },
  stranger: { userId: 'u-ben', role: 'receptionist', queueIds: ['sales'] },
} as const;

/** The replies that somebody is told of, each by its version. */
async function toldTo(viewer: keyof typeof viewers, after?: number): Promise<() => readonly number[]> {
  const frames: ServerFrame[] = [];
  const { clock, stores } = rig;
  const board = await openCallBoard({ ...stores, log });
  await openFeed({ board, clock, ...stores }, viewers[viewer], after, (frame) => void frames.push(frame));
  return () =>
    frames.flatMap((frame) =>
      frame.type === 'event' && frame.event.body.kind === 'reply' ? [frame.event.body.reply.version] : [],
    );
}

let rig: Awaited<ReturnType<typeof openReplyRig>>;

describe('replies in the event stream', () => {
  it.each<[keyof typeof viewers, readonly number[]]>([
    ['sender', [1, 2]],
    ['colleague', [1, 2]],
    ['supervisor', [1, 2]],
    ['stranger', []],
  ])('are told to the %s as they happen, and once more to a page that missed them', async (viewer, versions) => {
    rig = await openReplyRig();
    const told = await toldTo(viewer);
    await rig.send();
    await rig.press('3');
    expect(told()).toEqual(versions);
    expect((await toldTo(viewer, 0))()).toEqual(versions);
  });
});
