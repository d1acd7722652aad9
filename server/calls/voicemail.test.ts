import { describe, expect, it } from 'vitest';
import { keptIdOf, messageIdOf } from './running-voicemail.ts';
import { openVoicemailRig } from './voicemail-rig.testing.ts';

const closed = { openingHours: [] };

describe('a caller nobody takes', () => {
  it('hears the greeting, leaves a message, is thanked when it is kept, and let go', async () => {
    const rig = await openVoicemailRig();
    await rig.signIn('ana');
    const legId = await rig.arrive('Jane Caller');
    await rig.advance(10_000);
    expect(rig.hears(legId)).toEqual(['/prompts/leave.wav']);
    expect((await rig.theCall()).state).toBe('voicemail');
    expect(rig.telephony.ringingAt('ana')).toEqual([]);

    await rig.listen(legId);
    const { id } = await rig.theCall();
    expect(rig.telephony.recordings().map(({ recordingId }) => recordingId)).toEqual([messageIdOf(id, 1)]);
    expect(await rig.kept()).toEqual([]);

    await rig.finishes();
    expect(rig.hears(legId)).toEqual(['/prompts/thanks.wav']);
    expect(await rig.kept()).toMatchObject([
      { id: keptIdOf(id, 1), kind: 'voicemail', callId: id, lengthMs: 10_000, queue: { id: 'main' }, handled: null },
    ]);
    expect((await rig.theCall()).state).toBe('voicemail');

    await rig.listen(legId);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
    expect(await rig.storyOf(id)).toEqual([
      'arrived',
      'offered',
      'wentUnanswered',
      'voicemailStarted',
      'voicemailLeft',
    ]);
    expect(rig.telephony.leg(legId).state).toBe('ended');
  });

  it('leaves a message while it is closed, too', async () => {
    const rig = await openVoicemailRig(closed);
    const legId = await rig.arrive('Jane Caller');
    expect(rig.hears(legId)).toEqual(['/prompts/closed-leave.wav']);
  });

  it('is told so and let go where the queue takes no messages', async () => {
    const rules = { unanswered: false, closed: true, greeting: '', keepDays: 30, emailTo: '' };
    const rig = await openVoicemailRig({ voicemail: rules });
    const legId = await rig.arrive('Jane Caller');
    await rig.advance(10_000);
    expect(rig.hears(legId)).toEqual(['/prompts/nobody.wav']);
    await rig.listen(legId);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'missed' });
  });

  it('hears the text of the queue in place of the usual words', async () => {
    const voicemail = { unanswered: true, closed: true, greeting: 'Speak now', keepDays: 30, emailTo: '' };
    const rig = await openVoicemailRig({ voicemail });
    const legId = await rig.arrive('Jane Caller');
    await rig.advance(10_000);
    expect(rig.hears(legId)).toEqual(['/message/Speak now.wav']);
  });

  it('hears the sound that was put in, and the usual words when that is taken away', async () => {
    const rig = await openVoicemailRig(closed);
    await rig.greetings.save('main', 'closed', new Uint8Array(100));
    const legId = await rig.arrive('Jane Caller');
    expect(rig.hears(legId)).toEqual([expect.stringMatching(/^\/here\/greeting-[0-9a-f]{32}\.wav$/)]);
    await rig.hangUp(legId);
    expect(await rig.greetings.remove('main', 'closed')).toEqual({ ok: true, value: true });
    expect(rig.archive.recordingStore.kept.size).toBe(0);
    expect(rig.hears(await rig.arrive('Jane Caller'))).toEqual(['/prompts/closed-leave.wav']);
  });

  it('has nothing any more of the sounds of lines that are gone', async () => {
    const rig = await openVoicemailRig(closed);
    await rig.greetings.save('main', 'closed', new Uint8Array(100));
    await rig.greetings.save('gone', 'closed', new Uint8Array(100));
    await rig.greetings.save('gone', 'unanswered', new Uint8Array(100));
    // One more line is added meanwhile, and has a sound at once.
    const queues = async () => {
      await rig.greetings.save('new', 'closed', new Uint8Array(100));
      return rig.stores.directory.queues();
    };
    expect(await rig.greetings.removeOthers(queues)).toEqual({ ok: true, value: undefined });
    expect(rig.archive.recordingStore.kept.size).toBe(2);
    expect(await rig.greetings.ownOf('new')).toMatchObject({ value: { closed: { lengthMs: expect.any(Number) } } });
    expect(await rig.greetings.ownOf('gone')).toMatchObject({ value: { closed: null, unanswered: null } });
    expect(await rig.greetings.ownOf('main')).toMatchObject({ value: { closed: { lengthMs: expect.any(Number) } } });
  });

  it('goes on to the tone with the hash key', async () => {
    const rig = await openVoicemailRig(closed);
    const legId = await rig.arrive('Jane Caller');
    rig.telephony.press(legId, '#');
    await rig.telephony.settle();
    expect(rig.hears(legId)).toEqual([]);
    expect(rig.telephony.recordings()).toHaveLength(1);
  });

  it('is missed when they hang up in the greeting', async () => {
    const rig = await openVoicemailRig(closed);
    await rig.hangUp(await rig.arrive('Jane Caller'));
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'missed' });
    expect(await rig.kept()).toEqual([]);
  });

  it('has left what they said when they hang up in the middle of it', async () => {
    const rig = await openVoicemailRig(closed);
    const legId = await rig.arrive('Jane Caller');
    await rig.listen(legId);
    await rig.hangUp(legId);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
    expect(await rig.kept()).toHaveLength(1);
  });

  it('has left nothing when they said less than a second, and is told that nobody is there', async () => {
    const rig = await openVoicemailRig(closed);
    rig.spokenMs.push(900);
    const legId = await rig.arrive('Jane Caller');
    await rig.listen(legId);
    await rig.finishes();
    expect(rig.hears(legId)).toEqual(['/prompts/closed.wav']);
    await rig.listen(legId);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'missed' });
    expect(await rig.kept()).toEqual([]);
  });

  it('is not thanked for a message that could not be kept; it is kept as soon as it can be', async () => {
    const rig = await openVoicemailRig(closed);
    const legId = await rig.arrive('Jane Caller');
    await rig.listen(legId);
    rig.archive.recordingStore.failure = 'storageFull';
    await rig.finishes();
    expect(rig.hears(legId)).toEqual(['/prompts/closed.wav']);
    await rig.listen(legId);
    rig.archive.recordingStore.failure = null;
    await rig.advance(2_000);
    expect(await rig.kept()).toHaveLength(1);
  });

  it('has it kept after hours without a place for it, which is counted', async () => {
    const rig = await openVoicemailRig(closed);
    const legId = await rig.arrive('Jane Caller');
    await rig.listen(legId);
    rig.archive.recordingStore.failure = 'storageUnavailable';
    await rig.hangUp(legId);
    for (const pauseMs of [2_000, 10_000, 60_000, 300_000, 900_000, 900_000]) await rig.advance(pauseMs);
    expect(rig.counted.filter((what) => what === 'recordingNotKept')).toHaveLength(7);
    expect(await rig.kept()).toEqual([]);
    rig.archive.recordingStore.failure = null;
    await rig.advance(900_000);
    expect(await rig.kept()).toHaveLength(1);
  });
});

describe('somebody takes a caller who leaves a message', () => {
  it('and what they had said is kept', async () => {
    const rig = await openVoicemailRig();
    const ana = await rig.signIn('ana');
    const legId = await rig.arrive('Jane Caller');
    await rig.advance(10_000);
    await rig.listen(legId);
    const { id } = await rig.theCall();
    expect(await rig.commands.answer(id, ana.agent)).toEqual({ ok: true });
    await rig.telephony.settle();
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    expect(await rig.theCall()).toMatchObject({ state: 'talking' });
    expect(rig.telephony.recordings()).toEqual([]);
    expect(await rig.kept()).toHaveLength(1);
  });
});

describe('somebody lets a caller leave a message', () => {
  it('who waits', async () => {
    const rig = await openVoicemailRig();
    const ana = await rig.signIn('ana');
    const legId = await rig.arrive('Jane Caller');
    const { id } = await rig.theCall();
    expect(await rig.commands.sendToVoicemail(id, ana.agent)).toEqual({ ok: true });
    await rig.telephony.settle();
    expect(rig.hears(legId)).toEqual(['/prompts/leave.wav']);
    expect(rig.telephony.ringingAt('ana')).toEqual([]);
  });

  it('whom they have, and nobody else; without a message it was a call like any other', async () => {
    const rig = await openVoicemailRig();
    const [ana, mira] = [await rig.signIn('ana'), await rig.signIn('mira')];
    const legId = await rig.arrive('Jane Caller');
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    const { id } = await rig.theCall();
    expect(await rig.commands.sendToVoicemail(id, mira.agent)).toEqual({ ok: false, error: 'notYourCall' });
    expect(await rig.commands.sendToVoicemail(id, ana.agent)).toEqual({ ok: true });
    await rig.telephony.settle();
    expect(rig.hears(legId)).toEqual(['/prompts/leave.wav']);
    expect(rig.telephony.hears(legId)).toEqual([]);
    await rig.hangUp(legId);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'callerHungUp' });
  });
});
