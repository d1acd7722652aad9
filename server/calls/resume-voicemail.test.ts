import { beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from './create-desk.ts';
import { dismissVoicemails } from './dismiss-voicemails.ts';
import { openReception } from './reception.ts';
import { rescueMessages } from './rescue-messages.ts';
import { keptIdOf, messageIdOf } from './running-voicemail.ts';
import { openVoicemailRig, type VoicemailRig } from './voicemail-rig.testing.ts';

let rig: VoicemailRig;
let legId: string;
beforeEach(async () => {
  rig = await openVoicemailRig({ openingHours: [] });
  legId = await rig.arrive('Jane Caller');
});

/** The server is killed and started again; `meanwhile` happens while it is away. */
async function restart(meanwhile: () => void = () => {}): Promise<void> {
  rig.reception.close();
  meanwhile();
  openReception(createDesk({ ...rig.desk }));
  rig.telephony.goDown();
  rig.telephony.comeBack();
  for (const _ of [1, 2, 3]) await rig.telephony.settle();
}

describe('a server that was killed while a caller was to leave a message', () => {
  it('begins with the greeting again for who had not begun', async () => {
    await restart();
    expect(rig.hears(legId)).toEqual(['/prompts/closed-leave.wav']);
    expect(await rig.theCall()).toMatchObject({ state: 'voicemail' });
  });

  it('keeps what was being said, and thanks for it', async () => {
    await rig.listen(legId);
    await restart();
    expect(await rig.kept()).toHaveLength(1);
    expect(rig.hears(legId)).toEqual(['/prompts/thanks.wav']);
    await rig.listen(legId);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
  });

  it('keeps what was said before the caller left', async () => {
    await rig.listen(legId);
    await restart(() => rig.telephony.callerHangsUp(legId));
    expect(await rig.kept()).toHaveLength(1);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
  });

  it('brings what could not be kept while the call was on, once', async () => {
    await rig.listen(legId);
    rig.archive.recordingStore.failure = 'storageUnavailable';
    await rig.hangUp(legId);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'missed' });
    rig.archive.recordingStore.failure = null;
    await rescueMessages(rig.desk);
    await rescueMessages(rig.desk);
    expect(await rig.kept()).toHaveLength(1);
  });
});

describe('messages that are still at the PBX when a server starts', () => {
  /** The PBX has a message of this caller that no server looks after; the call is over. */
  const leaveBehind = async (): Promise<string> => {
    const { id } = await rig.theCall();
    await rig.telephony.record({ legId }, messageIdOf(id, 1), {});
    await rig.hangUp(legId);
    expect(rig.telephony.recorded()).toEqual([messageIdOf(id, 1)]);
    return id;
  };

  it('are kept, however long ago they were left', async () => {
    await leaveBehind();
    await rig.advance(100 * 24 * 3_600_000);
    await rescueMessages(rig.desk);
    expect(await rig.kept()).toHaveLength(1);
    expect(rig.telephony.recorded()).toEqual([]);
  });

  it('are kept, also where the caller has left another one since', async () => {
    const ana = await rig.signIn('ana');
    const { id } = await rig.theCall();
    await rig.listen(legId);
    rig.archive.recordingStore.failure = 'storageFull';
    await rig.finishes();
    await rig.commands.answer(id, ana.agent);
    await rig.telephony.settle();
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    await rig.commands.sendToVoicemail(id, ana.agent);
    await rig.telephony.settle();
    await rig.listen(legId);
    rig.archive.recordingStore.failure = null;
    await rig.hangUp(legId);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
    expect(await rig.kept()).toHaveLength(1);
    await rescueMessages(rig.desk);
    expect(await rig.kept()).toHaveLength(2);
  });

  it('are looked for again where the PBX or the database did not answer', async () => {
    await leaveBehind();
    rig.telephony.goDown();
    await rescueMessages(rig.desk);
    rig.telephony.comeBack();
    await rig.telephony.settle();
    rig.database.setAvailable(false);
    await rig.advance(60_000);
    rig.database.setAvailable(true);
    expect(await rig.kept()).toEqual([]);
    await rig.advance(60_000);
    expect(await rig.kept()).toHaveLength(1);
  });

  it('are left to their call while that goes on', async () => {
    await rig.listen(legId);
    await rescueMessages(rig.desk);
    expect(await rig.kept()).toEqual([]);
    expect(rig.telephony.recordings()).toHaveLength(1);
    await rig.hangUp(legId);
    await rig.advance(60_000);
    expect(await rig.kept()).toHaveLength(1);
  });

  it('do not come back when they had been kept and were deleted since', async () => {
    const id = await leaveBehind();
    const entry = { at: 1, by: null, action: 'recordingDeleted', subject: keptIdOf(id, 1), about: '' } as const;
    await rig.stores.audit.append(entry);
    await rescueMessages(rig.desk);
    expect(await rig.kept()).toEqual([]);
    expect(rig.telephony.recorded()).toEqual([]);
  });
});

it('a server that is stopped keeps what was said by then, and lets the caller go', async () => {
  await rig.listen(legId);
  await dismissVoicemails(rig.desk);
  expect(await rig.kept()).toHaveLength(1);
  expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
  expect(rig.telephony.leg(legId).state).toBe('ended');
});
