import { describe, expect, it } from 'vitest';
import { finishWorkItem, reopenWorkItem } from './finish-work-item.ts';
import { reopenMessage } from './handle-message.ts';
import { handleReply } from './handle-reply.ts';
import { openReplyRig } from './reply-rig.testing.ts';
import { followWorklist } from './worklist.testing.ts';

const ana = { userId: 'u-ana', name: 'Ana Lindqvist' };
const mira = { userId: 'u-mira', name: 'Mira Petrović' };

describe('the worklist, of replies,', () => {
  it('has what a caller answered who asks for something, and lets go of both together', async () => {
    const rig = await openReplyRig();
    const list = await followWorklist(rig);
    await rig.send();
    await rig.press('5');
    await rig.press('15550099#1');
    const item = await list.theItem();
    const reply = await rig.stored();
    expect(item).toMatchObject({ what: 'urgent', replyId: reply.id, callId: rig.callId });
    expect(item.callBackOn).toBe(reply.result?.ExtNfo);

    await finishWorkItem(rig.desk, item.id, ana, 'marked');
    expect((await rig.stored()).handled).toMatchObject({ by: ana });
    await reopenWorkItem(rig.desk, item.id);
    expect((await rig.stored()).handled).toBeNull();
    expect(await list.theItem()).toMatchObject({ done: null });
    await handleReply(rig.desk, reply.id, mira);
    expect(await list.theItem()).toMatchObject({ done: { by: mira, how: 'marked' } });
    await reopenMessage(rig.desk, await rig.stored());
    expect((await rig.stored()).handled).toBeNull();
    expect(await list.theItem()).toMatchObject({ done: null });
  });

  it('keeps who asked for something when that is put away and taken up again faster than the list hears of it', async () => {
    const rig = await openReplyRig();
    const list = await followWorklist(rig);
    await rig.send();
    await rig.press('5');
    await rig.press('15550099#1');
    await list.theItem();
    const reply = await rig.stored();
    const find = rig.desk.worklist.ofCall.bind(rig.desk.worklist);
    let undo = async (): Promise<void> => {
      undo = async () => {};
      await reopenMessage(rig.desk, await rig.stored());
    };
    // The list hears of the putting away, and before it can follow it is undone.
    rig.desk.worklist.ofCall = async (callId) => {
      await undo();
      return find(callId);
    };
    await handleReply(rig.desk, reply.id, mira);
    expect(await list.theItem()).toMatchObject({ done: null });
    expect((await rig.stored()).handled).toBeNull();
  });

  it('has who said yes for whoever asked, due when they promised to call', async () => {
    const rig = await openReplyRig();
    const list = await followWorklist(rig);
    const pattern = { kind: 'callYouBack', direction: 'weCall', amount: 20, unit: 'minutes' } as const;
    const sentAt = rig.clock.now();
    await rig.reply(rig.ana, { words: { pattern } });
    await rig.telephony.settle();
    await rig.press('3');
    expect(await list.theItem()).toMatchObject({ what: 'yes', owner: ana, dueAt: sentAt + 20 * 60_000 });
  });
});
