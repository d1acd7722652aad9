import type { Page } from '@playwright/test';
import { dial } from '../support/call.ts';
import { openCuttableProxy } from '../support/cuttable-proxy.ts';
import { expect, test } from '../support/fixtures.ts';
import { signInAt } from '../support/sign-in-at.ts';

type Settled = { readonly body: Record<string, string> } | { readonly code: string; readonly message: string };

/** Begins a reply as a program in the page would; answers the way to wait for what comes of it. */
async function startReplying(page: Page, callId: string, text: string): Promise<() => Promise<Settled>> {
  await page.evaluate(
    ([id, words]) => {
      const session = Reflect.get(globalThis, 'frontdesk').session(id);
      const settled = session.reply(words).catch(({ code, message }: Record<string, string>) => ({ code, message }));
      Reflect.set(globalThis, 'settled', settled);
    },
    [callId, text] as const,
  );
  return () => page.evaluate(async (): Promise<Settled> => Reflect.get(globalThis, 'settled'));
}

test('a program in the page replies to a caller, and is told what they answered', async ({ signIn, caller }) => {
  const [mira, ana] = [await signIn('mira'), await signIn('ana')];
  const paul = await caller('Paul Program', { number: '+16505553190' });
  await dial(paul);
  const card = mira.ringing('Paul Program');
  const callId = await card.getAttribute('data-call');
  if (callId === null) throw new Error('the card has no call');
  const answer = await startReplying(mira.page, callId, 'May I call you back?');
  await paul.answered(15_000);
  const late = await startReplying(ana.page, callId, 'I was slower.');
  expect(await late()).toMatchObject({ code: 'alreadyReplied' });
  await paul.press('3');
  expect(await answer()).toEqual({
    body: { Sts: '0', Resp: '1', ExtNfo: '', Phn: '+16505553190', Nm: 'Paul Program' },
  });
});

test('a program is told of a caller who left, and that there is nobody to reply to any more', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const pia = await caller('Pia Program');
  await dial(pia);
  const callId = (await mira.ringing('Pia Program').getAttribute('data-call')) ?? '';
  const answer = await startReplying(mira.page, callId, 'May I call you back?');
  await pia.answered(15_000);
  await pia.hangUp();
  expect(await answer()).toMatchObject({ body: { Sts: '1', Resp: '0', ExtNfo: '' } });
  const late = await startReplying(mira.page, callId, 'Are you there?');
  expect(await late()).toMatchObject({ code: 'noSuchCall', message: 'This call is over, or never was.' });
});

test('a program is told also what was answered while its page had no network', async ({
  openBrowser,
  caller,
  frontdesk,
  atTheEnd,
}) => {
  const proxy = await openCuttableProxy(frontdesk.url);
  atTheEnd('browser', proxy.close);
  const mira = await signInAt(await openBrowser(), proxy.origin, 'mira');
  const otto = await caller('Otto Offline');
  await dial(otto);
  const callId = (await mira.ringing('Otto Offline').getAttribute('data-call')) ?? '';
  const answer = await startReplying(mira.page, callId, 'Is it urgent?');
  await otto.answered(15_000);
  proxy.cut();
  await otto.press('4');
  // Thanked and said goodbye to: the answer is stored.
  await otto.ended(30_000);
  proxy.mend();
  expect(await answer()).toMatchObject({ body: { Sts: '0', Resp: '2' } });
});
