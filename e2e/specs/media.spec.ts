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
  const nils = await caller('Nils Unheard');
  await dial(nils);
  await mira.answer('Nils Unheard');
  await expectCallerHears(nils, microphoneHz);
  await mira.expectHears(callerHz);
});
