import { expect, test } from '../support/fixtures.ts';
import { launchOptions } from '../support/launch-options.ts';

test.use({ launchOptions: launchOptions({ microphone: 'silence' }) });

test('a microphone that is muted at its source is found by the test call, which says what to look for', async ({
  signIn,
}) => {
  const { page } = await signIn('mira');
  // Without loading the page anew: the telephone is connected, and can call.
  await page.getByRole('button', { name: /^Your status/ }).click();
  await page.getByRole('button', { name: 'Run the desk check' }).click();
  const row = (name: string) => page.getByRole('region', { name, exact: true });
  await page.getByRole('button', { name: 'Call the echo test' }).click();
  await expect(row('Test call')).toContainText('You were not heard: the microphone gives no sound.');
  await expect(row('Test call')).toContainText('Needs you');
  await expect(row('Microphone')).toContainText('Nothing heard yet');
});
