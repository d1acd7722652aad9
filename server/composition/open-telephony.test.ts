import { expect, it } from 'vitest';
import { readSettings } from '../settings.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { must } from '../storage/samples.testing.ts';
import { openTelephony } from './open-telephony.ts';

it('a trunk that takes in where browsers are connected from is a wrong setting', async () => {
  const quiet = (): void => undefined;
  const opened = openTelephony(
    {
      root: '/nowhere',
      dataFolder: '/nowhere',
      settings: must(readSettings({ FRONTDESK_TRUNK_MATCH: '127.0.0.0/8' })),
      clock: createVirtualClock(),
      ids: { next: () => 'id', secret: () => 'secret' },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    },
    null,
  );
  await expect(opened).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^FRONTDESK_TRUNK_MATCH 127\.0\.0\.0\/8 takes in /),
  });
});
