import { describe, expect, it } from 'vitest';
import type { Menu } from './menu.ts';
import { lastOf, runMenu, inputsOf, wordsOf } from './run-menu.testing.ts';
import { resumeMenu } from './take-input.ts';

const own = '+15550001111';
const after = (signs: string, ownNumber: string | null = null) => lastOf(runMenu(inputsOf(signs), ownNumber));
const phaseAfter = (signs: string, ownNumber: string | null = null): Menu => after(signs, ownNumber).menu;

describe('the reply menu', () => {
  it('speaks the message, then the options', () => {
    const [begun, options] = runMenu(inputsOf('.'));
    expect(begun?.say).toEqual([{ key: 'message' }]);
    expect(begun?.menu).toMatchObject({ phase: 'listening', heard: 1 });
    expect(options?.say).toEqual([{ key: 'options' }]);
    expect(options?.menu.phase).toBe('choosing');
  });

  it.each([
    ['1', 'listening', 'message'],
    ['2', 'leavingVoicemail', 'voicemailGreeting'],
    ['3', 'keeping', ''],
    ['4', 'keeping', ''],
    ['5', 'keyingNumber', 'keyNumber'],
    ['6', 'hearingGoodbye', 'goodbye'],
    ['7', 'choosing', 'notAnOption options'],
    ['#', 'choosing', 'notAnOption options'],
    ['A', 'choosing', 'notAnOption options'],
  ])('takes %s at any moment: during the message, during the options and after them', (key, phase, said) => {
    for (const moment of ['', '.', '..', '.~']) {
      expect(phaseAfter(moment + key).phase).toBe(phase);
      expect(wordsOf(after(moment + key))).toBe(said);
    }
  });

  it.each([
    ['3', { kind: 'yes' }, 'answerKept goodbye'],
    ['4', { kind: 'no' }, 'answerKept goodbye'],
    ['5650#1', { kind: 'urgent', number: '650' }, 'numberKept goodbye'],
  ])('keeps the answer of %s before it thanks for it', (signs, answer, thanks) => {
    expect(after(signs)).toMatchObject({ keep: answer, say: [] });
    expect(wordsOf(after(`${signs}+`))).toBe(thanks);
    expect(phaseAfter(`${signs}+.`).phase).toBe('over');
    expect(wordsOf(after(`${signs}-`))).toBe('notKept options');
    expect(wordsOf(after(`${signs}~`))).toBe('notKept options');
    expect(phaseAfter(`${signs}-3+`).phase).toBe('hearingGoodbye');
  });

  it('repeats after silence, and after three rounds says goodbye', () => {
    expect(runMenu(inputsOf('..~.~.~')).map(wordsOf)).toEqual([
      'message',
      'options',
      null,
      'options',
      null,
      'options',
      null,
      'goodbye',
    ]);
    expect(phaseAfter('..~.~.~.').phase).toBe('over');
    expect(wordsOf(after('789'))).toBe('goodbye');
  });

  it('forgives after a right key, but does not say the message for ever', () => {
    expect(phaseAfter('7.~1.~.~').phase).toBe('choosing');
    expect(phaseAfter('1111')).toMatchObject({ phase: 'listening', heard: 5 });
    expect(phaseAfter('11111')).toMatchObject({ phase: 'choosing', heard: 5 });
  });

  it('goes on with the options after a restart', () => {
    expect(resumeMenu(own, 2)).toMatchObject({ menu: { phase: 'choosing', heard: 2, ownNumber: own } });
  });
});

describe('keying a number', () => {
  it.each([
    ['with hash', '56505550119#', '6505550119'],
    ['without hash, by keying no more', '56505550119~', '6505550119'],
    ['during the question', '5.6505550119#', '6505550119'],
    ['with a digit taken back', '5651*0#', '650'],
    ['with more taken back than there was', '5**6***650#', '650'],
    ['with letters, which are none', '56A5B0#', '650'],
    ['of twenty digits', `5${'7'.repeat(20)}#`, '7'.repeat(20)],
  ])('takes one %s and reads it back', (_, signs, number) => {
    expect(phaseAfter(signs)).toMatchObject({ phase: 'confirmingNumber', number });
    expect(wordsOf(after(signs))).toBe(`youKeyed ${number} confirmNumber`);
  });

  it.each([
    ['two digits', '565#', 'numberTooShort keyNumber'],
    ['nothing', '5#', 'keyNumber'],
    ['silence', '5.~', 'keyNumber'],
    ['21 digits', `5${'7'.repeat(21)}`, 'numberTooLong keyNumber'],
  ])('asks again after %s', (_, signs, said) => {
    expect(wordsOf(after(signs))).toBe(said);
    expect(phaseAfter(signs)).toMatchObject({ phase: 'keyingNumber', digits: '' });
  });

  it('asks again when the number is not confirmed, and reads it again after another key or silence', () => {
    expect(phaseAfter('5650#2')).toMatchObject({ phase: 'keyingNumber', digits: '' });
    expect(after('5650#2411#1').keep).toEqual({ kind: 'urgent', number: '411' });
    expect(wordsOf(after('5650#9'))).toBe('notAnOption youKeyed 650 confirmNumber');
    expect(wordsOf(after('5650#.~'))).toBe('youKeyed 650 confirmNumber');
    expect(phaseAfter('5650#.~.~.~').phase).toBe('hearingGoodbye');
  });

  it.each(['51#', '51~'])('offers the caller’s own number on 1: %s', (signs) => {
    expect(wordsOf(after('5', own))).toBe('keyNumberOrUseYours');
    expect(phaseAfter(signs, own)).toMatchObject({ phase: 'confirmingNumber', number: own });
    expect(wordsOf(after(signs, own))).toBe('youKeyed 15550001111 confirmNumber');
    expect(after(`${signs}1`, own).keep).toEqual({ kind: 'urgent', number: own });
  });

  it('takes a number that begins with 1, own number or not', () => {
    expect(phaseAfter('516505550119#', own)).toMatchObject({ number: '16505550119' });
    expect(wordsOf(after('51#'))).toBe('numberTooShort keyNumber');
    expect(after('51', own).waitMs).toBeLessThan(after('516', own).waitMs);
  });

  it.each(['anonymous', '', '12', '+', '9'.repeat(21)])('does not offer %j, which is no number', (caller) => {
    expect(wordsOf(after('5', caller))).toBe('keyNumber');
  });
});

describe('leaving a voicemail', () => {
  const recorded = (lengthMs: number) => lastOf(runMenu([...inputsOf('2.'), { type: 'recorded', lengthMs }]));

  it('records after the greeting, or at once when a key says that it is known', () => {
    expect(after('2.')).toMatchObject({ record: true, say: [], menu: { recording: true } });
    expect(after('25')).toMatchObject({ record: true, menu: { recording: true } });
    expect(after('2.#').record).toBe(false);
  });

  it('keeps a message of a second, and takes less for nothing', () => {
    expect(recorded(1000).keep).toEqual({ kind: 'voicemail' });
    expect(wordsOf(recorded(999))).toBe('voicemailEmpty options');
    expect(wordsOf(recorded(0))).toBe('voicemailEmpty options');
    expect(wordsOf(after('2.~'))).toBe('voicemailEmpty options');
  });

  it('does not say of a message that could not be kept that there was none', () => {
    expect(wordsOf(after('2.-'))).toBe('notKept options');
    expect(wordsOf(after('2-'))).toBeNull();
  });
});
