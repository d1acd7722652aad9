import { beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from './create-desk.ts';
import { dismissVoicemails } from './dismiss-voicemails.ts';
import { openReception } from './reception.ts';
import { rescueMessages } from './rescue-messages.ts';
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

it('a server that is stopped keeps what was said by then, and lets the caller go', async () => {
  await rig.listen(legId);
  await dismissVoicemails(rig.desk);
  expect(await rig.kept()).toHaveLength(1);
  expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
  expect(rig.telephony.leg(legId).state).toBe('ended');
});
