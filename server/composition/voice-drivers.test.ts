import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../settings.ts';
import { espeakStandIn } from '../speech/espeak/espeak-stand-in.testing.ts';
import { keptLog } from '../storage/testing/kept-log.ts';
import { espeakDrivers, networkDrivers } from './voice-drivers.ts';

const standIn = await espeakStandIn();
afterAll(() => standIn.remove());
const parts = { clock: { now: () => 0, after: () => () => {} }, log: keptLog().log, languages: ['de'] };

const network = async (env: Readonly<Record<string, string>>) => {
  const settings = readSettings(env);
  if (!settings.ok) throw new Error(settings.error);
  return networkDrivers(settings.value.voices, parts);
};

it('nobody is asked who was not set up', async () => {
  expect(await network({})).toEqual([]);
});

it('whoever was set up is asked, in a fixed order', async () => {
  const drivers = await network({
    FRONTDESK_OPENAI_SPEECH_URL: 'http://127.0.0.1:1/v1',
    FRONTDESK_OPENAI_SPEECH_VOICES: 'alloy',
    FRONTDESK_AZURE_SPEECH_REGION: 'westeurope',
    FRONTDESK_AZURE_SPEECH_KEY: 'key',
    FRONTDESK_GOOGLE_TTS_KEY: 'key',
    FRONTDESK_POLLY_REGION: 'eu-central-1',
    FRONTDESK_POLLY_KEY: 'key',
    FRONTDESK_POLLY_SECRET: 'secret',
  });
  expect(drivers.map(({ prefix }) => prefix)).toEqual(['polly', 'google', 'azure', 'openai']);
  expect(new Set(drivers.map(({ speech }) => speech.engine)).size).toBe(4);
  expect(drivers.map(({ speech }) => speech.engine).join()).not.toMatch(/key|secret/);
  await Promise.all(drivers.map(({ speech }) => speech.close()));
});

it('eSpeak is taken where it is there, unless it is not wanted', async () => {
  const [driver] = await espeakDrivers('auto', parts, standIn.command);
  expect(driver).toMatchObject({ prefix: 'espeak', speech: { engine: 'espeak-ng-9.9-stand-in' } });
  expect((await driver?.speech.voices())?.map(({ id }) => id)).toEqual(['de', 'de+f2']);
  await driver?.speech.close();
  expect(await espeakDrivers('off', parts, standIn.command)).toEqual([]);
  expect(await espeakDrivers('auto', parts, ['/nowhere/espeak-ng'])).toEqual([]);
  await expect(espeakDrivers('on', parts, ['/nowhere/espeak-ng'])).rejects.toThrow(
    'FRONTDESK_ESPEAK is on, and there is no espeak-ng on the PATH.',
  );
});
