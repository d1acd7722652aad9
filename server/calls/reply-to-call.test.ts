import { beforeEach, describe, expect, it } from 'vitest';
import { placeCall } from './place-call.ts';
import { busy, openReplyRig, type ReplyRig } from './reply-rig.testing.ts';
import { replyToCall, type ReplyRequest } from './reply-to-call.ts';

let rig: ReplyRig;
beforeEach(async () => {
  rig = await openReplyRig();
});

describe('a reply', () => {
  it('stops the consoles, answers the caller and speaks to them', async () => {
    const reply = await rig.send();
    expect(rig.telephony.ringingAt('ana')).toEqual([]);
    expect(rig.telephony.ringingAt('mira')).toEqual([]);
    expect(rig.telephony.leg(rig.legId).state).toBe('connected');
    expect(rig.hears()).toEqual(['I am busy']);
    expect(await rig.replying()).toMatchObject({ by: rig.ana, replyId: reply.id, step: 'listening', heard: 1 });
    expect(await rig.stored()).toEqual(reply);
    expect(reply).toMatchObject({
      version: 1,
      callId: rig.callId,
      caller: { number: '+15550001111', name: 'Jane Caller', withheld: false },
      queue: { id: 'main', name: 'Main number' },
      by: { userId: 'u-ana', name: 'Ana Lindqvist' },
      text: 'I am busy',
      voice: 'rms',
      messageMs: 540,
      answer: null,
    });
    expect(rig.counted).toContain('replySent');
    expect(rig.replySpeech.warmed).toEqual([{ language: 'en', voice: 'rms' }]);
  });

  it('leaves the desk free for the next caller at once', async () => {
    await rig.send();
    await rig.arrive('Next', '+15550002222');
    expect(rig.telephony.ringingAt('ana')).toHaveLength(1);
  });

  it('puts a pattern into words', async () => {
    const sent = await rig.reply(rig.ana, { words: { pattern: { kind: 'onMyWay' } } });
    expect(sent).toMatchObject({ ok: true, value: { text: 'words of onMyWay' } });
  });

  const time = { amount: 20, unit: 'minutes' } as const;
  it.each<[ReplyRequest['words'], number | undefined, boolean | undefined]>([
    [{ text: 'May I call you back?' }, undefined, undefined],
    [{ text: 'May I call you back in 20 minutes?', callBackIn: time }, 20 * 60_000, undefined],
    [{ pattern: { kind: 'callYouBack', direction: 'weCall', ...time } }, 20 * 60_000, undefined],
    [{ pattern: { kind: 'callYouBack', direction: 'youCall', ...time } }, undefined, true],
    [{ pattern: { kind: 'callYouBackLater', direction: 'weCall' } }, undefined, undefined],
    [{ pattern: { kind: 'onMyWay' } }, undefined, true],
  ])('keeps when we call, and whether a yes asks nothing of us: %j', async (words, inMs, asksNothing) => {
    const sent = await rig.reply(rig.ana, { words });
    const { sentAt, ...reply } = await rig.stored();
    expect(sent.ok).toBe(true);
    expect(reply.promisedAt).toBe(inMs === undefined ? undefined : sentAt + inMs);
    expect(reply.asksNothing).toBe(asksNothing);
  });

  it('is sent once when two consoles send at once, and the other is told who replied', async () => {
    const [first, second, again] = await Promise.all([rig.reply(), rig.reply(rig.mira), rig.reply()]);
    expect(first.ok).toBe(true);
    const beaten = { ok: false, error: { code: 'alreadyReplied', by: 'Ana Lindqvist' } };
    expect(second).toEqual(beaten);
    expect(again).toEqual(beaten);
    expect(await rig.reply(rig.mira)).toEqual(beaten);
    await rig.stored();
    expect(rig.heard()).toEqual(['I am busy']);
  });

  it('and an answer in the same instant: exactly one happens', async () => {
    const sending = rig.reply(rig.mira);
    rig.telephony.consoleAnswers('ana');
    const sent = await sending;
    await rig.telephony.settle();
    const { state } = await rig.theCall();
    expect(sent.ok ? 'replying' : 'talking').toBe(state);
    expect(rig.telephony.leg(rig.legId).bridgeId === null).toBe(sent.ok);
  });

  it('does not reach a call that somebody has, that is gone, or that never was', async () => {
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    expect(await rig.reply(rig.mira)).toEqual({
      ok: false,
      error: { code: 'alreadyAnswered', by: 'Ana Lindqvist' },
    });
    await rig.hangUp();
    expect(await rig.reply()).toEqual({ ok: false, error: 'noSuchCall' });
    expect(await replyToCall(rig.desk, 'f'.repeat(32), rig.ana, busy)).toEqual({ ok: false, error: 'noSuchCall' });
  });

  it('reaches a caller whom nobody is rung for', async () => {
    await rig.leave('ana');
    await rig.leave('mira');
    expect(await rig.theCall()).toMatchObject({ state: 'queued' });
    expect((await rig.reply()).ok).toBe(true);
    expect(rig.hears()).toEqual(['I am busy']);
  });

  it('that cannot be spoken, stored or played changes nothing: the caller rings on', async () => {
    expect(await rig.reply(rig.ana, { words: { text: '…' } })).toEqual({ ok: false, error: 'speechUnspeakable' });
    expect(await rig.reply(rig.ana, { ...busy, voice: 'nobody' })).toEqual({ ok: false, error: 'unknownVoice' });
    rig.database.setAvailable(false);
    expect(await rig.reply()).toEqual({ ok: false, error: 'databaseUnavailable' });
    rig.database.setAvailable(true);
    rig.telephony.goDown();
    expect(await rig.reply()).toEqual({ ok: false, error: 'pbxUnavailable' });
    rig.telephony.comeBack();
    await rig.telephony.settle();
    expect(await rig.theCall()).toMatchObject({ state: 'ringing' });
    expect(rig.telephony.ringingAt('ana')).toHaveLength(1);
  });

  it('to a caller who leaves in that instant is a reply without an answer', async () => {
    rig.telephony.callerHangsUp(rig.legId);
    const sent = await rig.reply();
    await rig.telephony.settle();
    expect((await rig.theCall()).state).toBe('ended');
    if (sent.ok) expect(await rig.stored()).toMatchObject({ answer: 'none', result: { Sts: '1' } });
  });

  it('to a caller who cannot be answered is none, and they are to be called back', async () => {
    rig.telephony.failNext('answer', 'refusedByPbx');
    expect(await rig.reply()).toEqual({ ok: false, error: 'pbxUnavailable' });
    await rig.telephony.settle();
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'missed' });
    expect(await rig.stored()).toMatchObject({ answer: 'none' });
    expect(rig.telephony.leg(rig.legId).state).toBe('ended');
    expect(rig.counted).not.toContain('replySent');
    expect(rig.clock.pending()).toBe(0);
  });

  it('is for callers, not for whom we call', async () => {
    await rig.hangUp();
    const placed = await placeCall(rig.desk, rig.mira, { number: '+16505550171', reply: null });
    const callId = placed.ok ? placed.value.id : '';
    expect(await replyToCall(rig.desk, callId, rig.ana, busy)).toEqual({ ok: false, error: 'notAllowedNow' });
  });

  it('is told in the stream when it is sent and when it is answered, each once', async () => {
    const reply = await rig.send();
    await rig.press('3');
    const events = await rig.stores.events.after(0, 100);
    const told = events.ok ? events.value.flatMap(({ body }) => (body.kind === 'reply' ? [body.reply] : [])) : [];
    expect(told.map(({ id, version, answer }) => [id, version, answer])).toEqual([
      [reply.id, 1, null],
      [reply.id, 2, 'yes'],
    ]);
  });
});

describe('taking a call that is in the reply menu', () => {
  const take = async (): Promise<void> => {
    const taken = await rig.commands.answer(rig.callId, rig.mira);
    expect(taken.ok).toBe(true);
    await rig.telephony.settle();
    rig.telephony.consoleAnswers('mira');
    await rig.telephony.settle();
  };

  it('hushes the menu and brings the two together; the reply is seen to', async () => {
    await rig.send();
    await rig.listen();
    await take();
    expect(rig.hears()).toEqual([]);
    expect(rig.telephony.hears(rig.legId)).toHaveLength(1);
    expect(await rig.theCall()).toMatchObject({ state: 'talking', agent: { name: 'Mira Petrović' } });
    expect(await rig.stored()).toMatchObject({ answer: 'none', handled: { by: { userId: 'u-mira' } } });
    await rig.press('3');
    expect(await rig.stored()).toMatchObject({ answer: 'none' });
  });

  it('keeps what was answered before', async () => {
    await rig.send();
    await rig.press('3');
    await take();
    expect(await rig.theCall()).toMatchObject({ state: 'talking' });
    expect(await rig.stored()).toMatchObject({ answer: 'yes', handled: null });
  });

  it('tells the caller that nobody can take it, when the desk does not', async () => {
    await rig.send();
    await rig.commands.answer(rig.callId, rig.mira);
    await rig.advance(20_000);
    expect(await rig.theCall()).toMatchObject({ state: 'unanswered' });
  });
});
