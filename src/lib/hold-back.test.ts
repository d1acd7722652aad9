import { expect, test } from 'vitest';
import { holdBack } from './hold-back.ts';

test('what is told before is passed on when it is let go, in order, and later at once', () => {
  const passed: number[] = [];
  const { tell, letGo } = holdBack((value: number) => passed.push(value));
  tell(1);
  tell(2);
  expect(passed).toEqual([]);
  letGo();
  expect(passed).toEqual([1, 2]);
  tell(3);
  letGo();
  expect(passed).toEqual([1, 2, 3]);
});
