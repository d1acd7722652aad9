import { dial, expectCallerHears } from '../support/call.ts';
import { callerHz, microphoneHz, test } from '../support/fixtures.ts';
import { signInAt } from '../support/sign-in-at.ts';
import { leaveIceUnfinished } from '../support/unfinished-ice.ts';

test('a call whose audio does not come about is offered anew by the page, and both sides hear each other', async ({
  openBrowser,
  caller,
  frontdesk,
  atTheEnd,
}) => {
  const browser = await openBrowser();
  const ice = await leaveIceUnfinished(browser);
  atTheEnd('browser', ice.close);
  const mira = await signInAt(browser, frontdesk.url, 'mira');
  const uma = await caller('Uma Unheard');
  await dial(uma);
  await mira.answer('Uma Unheard');
  await expectCallerHears(uma, microphoneHz);
  await mira.expectHears(callerHz);
});
