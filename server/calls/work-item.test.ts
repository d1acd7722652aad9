import { describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/reply/reply.ts';
import { askedBy } from './work-item.ts';

const ana = { userId: 'u-ana', name: 'Ana Lindqvist' };

const replyWith = (more: Partial<Reply>): Reply => ({
  id: 'r1',
  version: 2,
  callId: 'c1',
  queue: null,
  caller: { number: '+15550001111', name: 'Jane Caller', withheld: false },
  by: ana,
  sentAt: 1000,
  text: 'May I call you back?',
  language: 'en',
  voice: 'rms',
  fellBack: false,
  messageMs: 2000,
  answer: 'yes',
  result: null,
  answeredAt: 2000,
  voicemail: null,
  handled: null,
  ...more,
});

describe('what an answer asks for', () => {
  it.each<[string, Partial<Reply>, object]>([
    ['a yes: whoever asked calls back', {}, { what: 'yes', owner: ana, ownedAt: 1000, dueAt: null }],
    ['a yes to a time', { promisedAt: 5000 }, { what: 'yes', owner: ana, dueAt: 5000 }],
    ['an urgent answer: anybody', { answer: 'urgent' }, { what: 'urgent', owner: null, dueAt: null }],
    ['the same to who promised a time', { answer: 'urgent', promisedAt: 5000 }, { owner: ana, dueAt: 5000 }],
    ['a voicemail: anybody', { answer: 'voicemail' }, { what: 'voicemail', owner: null, ownedAt: null }],
  ])('%s', (_, more, expected) => {
    expect(askedBy(replyWith(more))).toMatchObject({ replyId: 'r1', callBackOn: '+15550001111', ...expected });
  });

  it.each<[string, Partial<Reply>]>([
    ['a no', { answer: 'no' }],
    ['no answer', { answer: 'none' }],
    ['a yes to calling again themselves', { asksNothing: true }],
    ['what was dealt with', { handled: { at: 3000, by: ana } }],
  ])('is nothing: %s', (_, more) => {
    expect(askedBy(replyWith(more))).toBeNull();
  });
});
