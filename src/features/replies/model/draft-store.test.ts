import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { FakeSpeaker } from '../../../drivers/fake/fake-speaker.ts';
import { fakeStorage } from '../../../testing/fake-media.ts';
import { replyOffer, replyOf } from '../../../testing/replies.ts';
import { settled } from '../../../testing/settled.ts';
import { createDraftStore } from './draft-store.ts';
import { keepDraft } from './kept-draft.ts';
import { templatesOf } from './suggestions.ts';
import { createTemplatesStore } from './templates-store.ts';

function openDrafts(storage = fakeStorage(), userId = 'u-mira') {
  const server = new FakeServer({
    replyOffer: () => ok(replyOffer),
    templates: () => ok({ own: [], hidden: [] }),
    startReply: () => ok(null),
    reply: () => ok(replyOf({ id: 'r1' })),
    previewSpeech: () => ok(new Uint8Array([1, 2, 3])),
  });
  const [speaker, clock] = [new FakeSpeaker(), new FakeClock()];
  const sent: string[] = [];
  const templates = createTemplatesStore(server);
  const drafts = createDraftStore({
    server,
    speaker,
    clock,
    kept: keepDraft({ storage, userId }),
    templates,
    onSent: ({ id }) => sent.push(id),
  });
  const asked = (name: string) => server.asked.filter((one) => one.name === name);
  return { drafts, templates, server, speaker, clock, storage, sent, asked, now: () => drafts.store.getState() };
}

describe('a reply that is written', () => {
  test('begins with the first template, in the usual voice', async () => {
    const { drafts, now } = openDrafts();
    drafts.open('call-1');
    await settled();
    expect(now()).toMatchObject({ callId: 'call-1', text: 'May I call you back?', language: 'en', voice: 'rms' });
  });

  test('is sent once, however often it is asked for', async () => {
    const { drafts, asked, sent, now } = openDrafts();
    drafts.open('call-1');
    await settled();
    drafts.write('My own words');
    await Promise.all([drafts.send(), drafts.send()]);
    expect(asked('reply')).toEqual([
      {
        name: 'reply',
        request: { params: { id: 'call-1' }, body: { text: 'My own words', language: 'en', voice: 'rms' } },
      },
    ]);
    expect(sent).toEqual(['r1']);
    expect(now().callId).toBeNull();
  });

  test('is sent as a pattern while its words were not changed', async () => {
    const { drafts, asked } = openDrafts();
    drafts.open('call-1');
    await settled();
    drafts.write('I am in a meeting right now.');
    await drafts.send();
    expect(asked('reply')[0]?.request).toMatchObject({ body: { pattern: { kind: 'inAMeeting' } } });
  });

  test('names another time where it names one, and keeps it in another language', async () => {
    const { drafts, server, now } = openDrafts();
    const [english] = replyOffer.languages;
    if (english === undefined) throw new Error('nothing is offered');
    const patterns = english.patterns.map((one) => ({ ...one, timed: 'Könnten Sie in {time} anrufen?' }));
    const german = { ...english, code: 'de', patterns };
    server.handlers.replyOffer = () => ok({ ...replyOffer, languages: [english, german] });
    drafts.open('call-1');
    await settled();
    drafts.write('Could you call again in 10 minutes?');
    drafts.chooseTime({ amount: 1, unit: 'hours' });
    expect(now().text).toBe('Could you call again in one hour?');
    drafts.chooseLanguage('de');
    expect(now().text).toBe('Könnten Sie in one hour anrufen?');
  });

  test('that nobody may send stays, with the reason', async () => {
    const { drafts, server, now } = openDrafts();
    server.handlers.reply = () => fail({ code: 'alreadyReplied' });
    drafts.open('call-1');
    await settled();
    await drafts.send();
    expect(now()).toMatchObject({ callId: 'call-1', isSending: false, text: 'May I call you back?' });
    expect(now().failure).toMatch(/A colleague has replied/);
  });

  test('keeps the caller ringing until its window is closed', async () => {
    const { drafts, clock, asked } = openDrafts();
    drafts.open('call-1');
    clock.advance(10_000);
    clock.advance(10_000);
    expect(asked('startReply')).toHaveLength(3);
    drafts.close();
    clock.advance(60_000);
    expect(asked('startReply')).toHaveLength(3);
  });

  test('leaves its text for the next one, on this computer', async () => {
    const { drafts, storage } = openDrafts();
    drafts.open('call-1');
    await settled();
    drafts.write('Half a thou');
    drafts.close();
    const next = openDrafts(storage);
    next.drafts.open('call-2');
    await settled();
    expect(next.now().text).toBe('Half a thou');
  });

  test('leaves the longest there may be, and only for who wrote it', async () => {
    const { drafts, storage } = openDrafts();
    drafts.open('call-1');
    await settled();
    drafts.write('x'.repeat(1500));
    await drafts.send();
    const theirs = openDrafts(storage, 'u-ana');
    theirs.drafts.open('call-2');
    await settled();
    expect(theirs.now().text).toBe('May I call you back?');
    const next = openDrafts(storage);
    next.drafts.open('call-3');
    await settled();
    expect(next.now().text).toBe('x'.repeat(1500));
  });

  test('begins with the first of one’s own, and offers the house’s that are not hidden after them', async () => {
    const { drafts, server, now } = openDrafts();
    const own = [
      { id: 'de', name: 'Gleich', text: 'Gleich?', language: 'de' },
      { id: 'mine', name: 'Mine', text: 'In my words?', language: 'en' },
    ];
    server.handlers.templates = () => ok({ own, hidden: [{ language: 'en', id: 'callBackSoon' }] });
    drafts.open('call-1');
    await settled();
    expect(now().text).toBe('In my words?');
    expect(templatesOf(now()).map(({ name }) => name)).toEqual(['Mine', 'Is it urgent?']);
  });

  test('begins with the house’s when the server does not say one’s own', async () => {
    const { drafts, server, now } = openDrafts();
    delete server.handlers.templates;
    drafts.open('call-1');
    await settled();
    expect(now()).toMatchObject({ text: 'May I call you back?', failure: null });
  });

  test('begins with what was chosen in the menu, whatever was written last', async () => {
    const { drafts, templates, now, storage } = openDrafts(
      fakeStorage({ 'frontdesk-reply-u-mira': JSON.stringify({ text: 'Half a thou', language: 'en', voice: 'rms' }) }),
    );
    await templates.load();
    drafts.open('call-1', 'isItUrgent');
    expect(now().text).toBe('Is it urgent?');
    drafts.close();
    expect(storage.getItem('frontdesk-reply-u-mira')).toContain('Is it urgent?');
    drafts.open('call-1', 'no such template');
    expect(now().text).toBe('Is it urgent?');
  });

  test('that nobody has touched is not kept for the next one', async () => {
    const { drafts, storage, server, now } = openDrafts();
    drafts.open('call-1');
    await settled();
    drafts.close();
    expect(storage.getItem('frontdesk-reply-u-mira')).toBeNull();
    server.handlers.templates = () =>
      ok({ own: [{ id: 'mine', name: 'Mine', text: 'In my words?', language: 'en' }], hidden: [] });
    drafts.open('call-1');
    await settled();
    expect(now().text).toBe('In my words?');
  });

  test('that was emptied is not filled again', async () => {
    const { drafts, templates, now } = openDrafts();
    drafts.open('call-1');
    await settled();
    drafts.write('');
    await templates.load();
    expect(now().text).toBe('');
  });

  test('an empty one is not sent', async () => {
    const { drafts, asked } = openDrafts();
    drafts.open('call-1');
    await settled();
    drafts.write('  ');
    await drafts.send();
    expect(asked('reply')).toEqual([]);
  });
});

describe('listening first', () => {
  test('plays what the server would say, and stops when it is pressed again', async () => {
    const { drafts, speaker, asked, now } = openDrafts();
    drafts.open('call-1');
    await settled();
    const listening = drafts.listen();
    await settled();
    expect(asked('previewSpeech')[0]?.request).toEqual({
      body: { text: 'May I call you back?', language: 'en', voice: 'rms' },
    });
    expect(speaker.playing).toEqual(new Uint8Array([1, 2, 3]));
    expect(now().preview).toBe('playing');
    await drafts.listen();
    await listening;
    expect(speaker.playing).toBeNull();
    expect(now().preview).toBe('silent');
  });

  test('is over when the text is changed, also before it has begun', async () => {
    const { drafts, speaker, now } = openDrafts();
    drafts.open('call-1');
    await settled();
    const listening = drafts.listen();
    drafts.write('Something else');
    await listening;
    expect(speaker.playing).toBeNull();
    expect(now().preview).toBe('silent');
  });

  test('that cannot be says why', async () => {
    const { drafts, server, now } = openDrafts();
    server.handlers.previewSpeech = () => fail({ code: 'speechUnspeakable' });
    drafts.open('call-1');
    await settled();
    await drafts.listen();
    expect(now().failure).toMatch(/cannot speak this/);
  });
});
