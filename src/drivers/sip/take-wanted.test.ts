import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { AnswerFailure, PhoneEvent } from '../../ports/phone-line.ts';
import { takeWanted } from './take-wanted.ts';

async function take(outcome: Result<void, AnswerFailure>) {
  const told: PhoneEvent[] = [];
  let refused = 0;
  const refuse = async (): Promise<void> => {
    refused += 1;
    throw new Error('the leg is gone already');
  };
  await takeWanted(
    { callId: 'a', refuse },
    async () => outcome,
    (event) => void told.push(event),
  );
  return { told, refused };
}

test('a call that is to be taken without a microphone is let go of, and why is said', async () => {
  const { told, refused } = await take(fail('noMicrophone'));
  expect(told).toEqual([{ type: 'answerFailed', callId: 'a', why: 'noMicrophone' }]);
  expect(refused).toBe(1);
});

test('one that is taken, or gone already, is not', async () => {
  const nothing = { told: [], refused: 0 };
  expect(await take(ok())).toEqual(nothing);
  expect(await take(fail('noOffer'))).toEqual(nothing);
});
