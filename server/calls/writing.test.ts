import { describe, expect, it } from 'vitest';
import { createCallCommands } from './commands.ts';
import { openReplyRig } from './reply-rig.testing.ts';
import { stretchRinging } from './writing.ts';

describe('a caller somebody writes to', () => {
  it('rings on for it, and no longer than that', async () => {
    const rig = await openReplyRig();
    await rig.advance(25_000);
    expect(stretchRinging(rig.desk, rig.callId, rig.ana)).toEqual({ ok: true, value: undefined });
    await rig.advance(24_000);
    expect(await rig.theCall()).toMatchObject({ state: 'ringing' });
    await rig.advance(1_100);
    expect(await rig.theCall()).toMatchObject({ state: 'unanswered', why: 'timedOut' });
    expect(stretchRinging(rig.desk, rig.callId, rig.ana)).toEqual({ ok: false, error: 'notAllowedNow' });
  });

  it('does not ring for ever, however long somebody writes', async () => {
    const rig = await openReplyRig();
    for (let at = 0; at < 240_000 && (await rig.theCall()).state === 'ringing'; at += 10_000) {
      stretchRinging(rig.desk, rig.callId, rig.ana);
      await rig.advance(10_000);
    }
    const call = await rig.theCall();
    expect(call.state).toBe('unanswered');
    if (call.state === 'unanswered') expect(call.since - call.arrivedAt).toBeLessThanOrEqual(181_000);
  });

  it('is not turned away when the others decline meanwhile', async () => {
    const rig = await openReplyRig();
    const commands = createCallCommands(rig.desk);
    await commands.reject(rig.callId, rig.ana);
    stretchRinging(rig.desk, rig.callId, rig.ana);
    await commands.reject(rig.callId, rig.mira);
    expect(await rig.theCall()).toMatchObject({ state: 'queued' });
    expect(await rig.reply()).toMatchObject({ ok: true });
  });

  it('must be there', async () => {
    const rig = await openReplyRig();
    expect(stretchRinging(rig.desk, 'f'.repeat(32), rig.ana)).toEqual({ ok: false, error: 'noSuchCall' });
  });
});
