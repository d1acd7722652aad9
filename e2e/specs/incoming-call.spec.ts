import { silence } from '../../caller/media/audio-source.ts';
import { dial, expectCallerHears, expectCallerHearsNothing } from '../support/call.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';
import { metric } from '../support/metrics.ts';
import { openRtpPorts } from '../support/open-rtp-ports.ts';
import { pressTogether } from '../support/press-together.ts';

test('a call is answered, both hear each other, mute is silence, and hanging up ends it for both', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  const mira = await signIn('mira');
  const jane = await caller('Jane Caller');
  await dial(jane);
  await expect(mira.ringing('Jane Caller')).toBeVisible();
  await mira.answer('Jane Caller');
  await jane.answered();
  await expectCallerHears(jane, microphoneHz);
  await mira.expectHears(callerHz);
  // What is looked for after every test is there while they talk: the look can find something.
  expect(openRtpPorts(await metric(frontdesk.url, 'frontdesk_pbx_pid'), frontdesk.rtp)).not.toEqual([]);

  await mira.button('Mute', 'Jane Caller').click();
  await expectCallerHearsNothing(jane);
  await mira.expectHears(callerHz);
  await mira.button('Unmute', 'Jane Caller').click();
  await expectCallerHears(jane, microphoneHz);

  await mira.button('Hang up', 'Jane Caller').click();
  expect((await jane.ended()).by).toBe('them');
  await expect(mira.active('Jane Caller')).toBeHidden();
});

test('the caller hangs up, and the card says so', async ({ signIn, caller }) => {
  const mira = await signIn('mira');
  const paul = await caller('Paul Talker');
  await dial(paul);
  await mira.answer('Paul Talker');
  await paul.answered();
  await paul.hangUp();
  await expect(mira.active('Paul Talker')).toBeHidden();
});

test('a rejected call goes on ringing at the colleague, and is told in words when the last rejects', async ({
  signIn,
  caller,
}) => {
  const [mira, ana] = [await signIn('mira'), await signIn('ana')];
  const rita = await caller('Rita Rejected');
  await dial(rita);
  await mira.button('Reject', 'Rita Rejected').click();
  await expect(mira.ringing('Rita Rejected')).toBeHidden();
  await expect(ana.ringing('Rita Rejected')).toBeVisible();
  await ana.button('Reject', 'Rita Rejected').click();
  await rita.answered();
  await rita.until(() => rita.level({ windowMs: 500 }) > 0.01, 10_000, 'a voice');
  await rita.hangUp();
  await expect(ana.card('Rita Rejected')).toBeHidden();
});

test('a caller who gives up while it rings leaves every console silent', async ({ signIn, caller }) => {
  const [mira, ana] = [await signIn('mira'), await signIn('ana')];
  const carl = await caller('Carl Cancel');
  await dial(carl);
  await expect(mira.ringing('Carl Cancel')).toBeVisible();
  await expect(ana.ringing('Carl Cancel')).toBeVisible();
  await carl.cancel();
  await expect(mira.ringing('Carl Cancel')).toBeHidden();
  await expect(ana.ringing('Carl Cancel')).toBeHidden();
  expect(carl.statuses.at(-1)).toBe(487);
});

test('of two answers in the same instant exactly one wins', async ({ signIn, caller }) => {
  const consoles = [await signIn('mira'), await signIn('ana')];
  const dora = await caller('Dora Race');
  await dial(dora);
  for (const console of consoles) await expect(console.ringing('Dora Race')).toBeVisible();
  await pressTogether(consoles.map((console) => console.button('Answer', 'Dora Race')));
  await dora.answered();
  await expect
    .poll(async () =>
      (await Promise.all(consoles.map((console) => console.active('Dora Race').count()))).toSorted((a, b) => a - b),
    )
    .toEqual([0, 1]);
  await expectCallerHears(dora, microphoneHz);
});

test('a call to a colleague is shown as answered by them', async ({ signIn, caller }) => {
  const [mira, ana] = [await signIn('mira'), await signIn('ana')];
  const elsa = await caller('Elsa Where');
  await dial(elsa);
  await expect(mira.ringing('Elsa Where')).toBeVisible();
  await ana.answer('Elsa Where');
  await expect(mira.card('Elsa Where')).toContainText('Ana Lindqvist');
  await expect(mira.button('Answer', 'Elsa Where')).toBeHidden();
});

test('an anonymous caller stays anonymous, whatever the network asserts', async ({ signIn, caller }) => {
  const mira = await signIn('mira');
  const secret = await caller('Very Secret', {
    withheld: true,
    assertedIdentity: { number: '+16505557777', name: 'Very Secret' },
  });
  await dial(secret);
  await expect(mira.ringing('Number withheld')).toBeVisible();
  await expect(mira.page.getByText(/7777|Very Secret/)).toHaveCount(0);
});

test('five calls ring at once, each with its own name', async ({ signIn, caller }) => {
  const mira = await signIn('mira');
  const names = ['Call One', 'Call Two', 'Call Three', 'Call Four', 'Call Five'];
  for (const name of names) await dial(await caller(name));
  for (const name of names) await expect(mira.ringing(name)).toBeVisible();
  await mira.button('Answer', 'Call Three').press('Enter');
  await expect(mira.active('Call Three')).toBeVisible();
  await expect(mira.page.getByRole('article', { name: /^On call with/ })).toHaveCount(1);
  await mira.expectHears(callerHz);
});

test('nobody is signed in: the caller is told so in words, and let go when they leave no message', async ({
  caller,
  frontdesk,
}) => {
  test.setTimeout(90_000);
  const lone = await caller('Lone Caller', { plays: silence() });
  await dial(lone);
  await lone.answered();
  await lone.until(() => lone.level({ windowMs: 500 }) > 0.01, 10_000, 'a voice');
  expect((await lone.ended(60_000)).by).toBe('them');
  expect(frontdesk.output()).not.toContain('"level":50');
});

test('a number that is not ours is refused with 404', async ({ caller }) => {
  const lost = await caller('Lost Caller');
  await lost.dial('5559999');
  await lost.ended();
  expect(lost.statuses.at(-1)).toBe(404);
});
