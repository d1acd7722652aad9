import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { type ConsoleRegister, createConsoleRegister } from './console-register.ts';
import type { Told } from './console-writer.ts';

const ann = { consoleId: 'ann', displayName: 'Ann', secret: 's1' };
const bob = { consoleId: 'bob', displayName: 'Bob', secret: 's2' };

let told: string[];
let up: boolean;
let answer: Told;
let register: ConsoleRegister;

beforeEach(() => {
  [told, up, answer] = [[], true, ok()];
  const writer = {
    push: async ({ consoleId }: { readonly consoleId: string }) => {
      told.push(`+${consoleId}`);
      return answer;
    },
    remove: async (consoleId: string) => {
      told.push(`-${consoleId}`);
      return answer;
    },
  };
  register = createConsoleRegister(writer, () => up);
});

describe('the consoles the PBX must know', () => {
  it('are told to it at once, and again when it was started anew', async () => {
    await register.apply('monday');
    expect(await register.admit(ann)).toEqual(ok());
    expect(told).toEqual(['+ann']);
    await register.apply('monday');
    expect(told).toEqual(['+ann']);
    await register.apply('tuesday');
    expect(told).toEqual(['+ann', '+ann']);
  });

  it('are remembered while it is away', async () => {
    await register.apply('monday');
    await register.admit(ann);
    up = false;
    expect(await register.admit(bob)).toEqual(fail('pbxUnavailable'));
    expect(await register.dismiss('ann')).toEqual(fail('pbxUnavailable'));
    up = true;
    expect(await register.apply('monday')).toEqual(ok());
    expect(told).toEqual(['+ann', '+bob', '-ann']);
  });

  it('do not keep each other out', async () => {
    answer = fail('refusedByPbx');
    expect(await register.admit(ann)).toEqual(fail('pbxUnavailable'));
    expect(await register.apply('monday')).toEqual(ok());
    answer = fail('pbxUnavailable');
    expect(await register.apply('monday')).toEqual(fail('pbxUnavailable'));
  });
});
