import { z } from 'zod';
import { fail, ok, type Result } from '../shared/result.ts';
import { mailEnvironment, mailSettings, type MailSettings, misfitMailSetting } from './mail-settings.ts';
import { isForThisMachine, misfitNetworkSetting, networkEnvironment, proxiesOf } from './network-settings.ts';
import { outboundEnvironment, outboundSettingsOf, type OutboundSettings } from './outbound-settings.ts';
import {
  misfitRecordingSetting,
  recordingEnvironment,
  type RecordingSettings,
  recordingSettings,
} from './recording-settings.ts';
import {
  transcriptEnvironment,
  transcriptSettings,
  type TranscriptSettings,
  wrongTranscriptSetting,
} from './transcript-settings.ts';
import { missingVoiceSetting, voiceEnvironment, voiceSettings, type VoiceSettings } from './voice-settings.ts';

const port = (name: string) =>
  z
    .string()
    .regex(/^\d+$/, `${name} is a port number from 1 to 65535.`)
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, `${name} is a port number from 1 to 65535.`);

const range = z
  .string()
  .regex(/^\d+-\d+$/, 'FRONTDESK_RTP_PORTS is a range like 20000-20199.')
  .transform((text) => {
    const [low = 0, high = 0] = text.split('-').map(Number);
    return { low, high };
  })
  .refine(
    ({ low, high }) => low >= 1024 && high <= 65_535 && high - low >= 9,
    'FRONTDESK_RTP_PORTS is a range of at least ten ports between 1024 and 65535.',
  );

const onOff = (name: string) => z.enum(['on', 'off'], `${name} is "on" or "off".`).transform((value) => value === 'on');

const environment = z
  .object({
    FRONTDESK_PORT: port('FRONTDESK_PORT').default(8080),
    FRONTDESK_HOST: z
      .string()
      .regex(/^[\w.:-]+$/, 'FRONTDESK_HOST is an address to listen on.')
      .default('127.0.0.1'),
    FRONTDESK_DATA: z.string().min(1, 'FRONTDESK_DATA is a folder.').default('./var'),
    FRONTDESK_SIP_PORT: port('FRONTDESK_SIP_PORT').default(5060),
    FRONTDESK_RTP_PORTS: range.default({ low: 20_000, high: 20_199 }),
    FRONTDESK_DEMO: onOff('FRONTDESK_DEMO').optional(),
    FRONTDESK_METRICS_TOKEN: z.string().min(16, 'FRONTDESK_METRICS_TOKEN has at least 16 characters.').optional(),
    FRONTDESK_LOG: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'FRONTDESK_LOG is debug, info, warn, error or silent.')
      .default('info'),
    ...networkEnvironment,
    ...outboundEnvironment,
    FRONTDESK_GRACE_SECONDS: z
      .string()
      .regex(/^\d{1,4}$/, 'FRONTDESK_GRACE_SECONDS is a number of seconds.')
      .transform(Number)
      .default(20),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL begins with postgres:// or postgresql://.')
      .optional(),
    FRONTDESK_PBX_URL: z
      .url({ protocol: /^https?$/, error: 'FRONTDESK_PBX_URL is the http address of an Asterisk.' })
      .optional(),
    FRONTDESK_PBX_USER: z.string().min(1).optional(),
    FRONTDESK_PBX_PASSWORD: z.string().min(1).optional(),
    ...voiceEnvironment,
    ...transcriptEnvironment,
    ...recordingEnvironment,
    ...mailEnvironment,
  })
  .superRefine((env, context) => {
    const misfit = misfitNetworkSetting(env) ?? misfitPbxSetting(env) ?? misfitRecordingSetting(env);
    const message = missingVoiceSetting(env) ?? wrongTranscriptSetting(env) ?? misfit ?? misfitMailSetting(env);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** What this server is told from outside. Parsed once; `.env.example` lists and explains every name. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly sipPort: number;
  readonly rtpPorts: { readonly low: number; readonly high: number };
  readonly demo: boolean;
  /** What browsers send as the origin of our page, where a proxy stands in front; `https://` and the host. */
  readonly origins: readonly string[];
  /** The addresses and networks of proxies that are believed whom they forward for. */
  readonly proxies: readonly string[];
  readonly metricsToken: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly trunk: TrunkSettings;
  readonly outbound: OutboundSettings;
  readonly graceMs: number;
  readonly databaseUrl: string | null;
  /** An existing Asterisk instead of the embedded one. */
  readonly pbx: { readonly url: string; readonly user: string; readonly password: string } | null;
  readonly voices: VoiceSettings;
  readonly transcripts: TranscriptSettings;
  readonly recordings: RecordingSettings;
  readonly mail: MailSettings;
};

export type TrunkSettings = {
  readonly match: readonly string[];
  /** Where calls to the outside go: a carrier; people who are simulated; as the existing Asterisk has it; or nowhere. */
  readonly out: 'contact' | 'simulated' | 'existing' | 'none';
  readonly contact: string | null;
};

/** The failure is one sentence that names what is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings, string> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) return fail(sentenceOf(parsed.error));
  const { data } = parsed;
  const unknown = unknownName(given);
  if (unknown !== undefined) return fail(`${unknown} is not a setting; .env.example lists them.`);
  const alone = isForThisMachine(data.FRONTDESK_HOST, data.FRONTDESK_ORIGIN);
  if (data.FRONTDESK_DEMO === true && !alone) {
    return fail(
      'FRONTDESK_DEMO has known passwords: it works only while FRONTDESK_HOST and FRONTDESK_ORIGIN are loopback.',
    );
  }
  const demo = data.FRONTDESK_DEMO ?? alone;
  const trunk = trunkOf(data, demo);
  return ok({
    port: data.FRONTDESK_PORT,
    host: data.FRONTDESK_HOST,
    dataFolder: data.FRONTDESK_DATA,
    sipPort: data.FRONTDESK_SIP_PORT,
    rtpPorts: data.FRONTDESK_RTP_PORTS,
    demo,
    origins: data.FRONTDESK_ORIGIN,
    proxies: proxiesOf(data),
    metricsToken: data.FRONTDESK_METRICS_TOKEN ?? null,
    logLevel: data.FRONTDESK_LOG,
    trunk,
    outbound: outboundSettingsOf(data, trunk.out === 'simulated'),
    graceMs: data.FRONTDESK_GRACE_SECONDS * 1000,
    databaseUrl: data.DATABASE_URL ?? null,
    pbx: pbxOf(data),
    voices: voiceSettings(data),
    transcripts: transcriptSettings(data),
    recordings: recordingSettings(data),
    mail: mailSettings(data),
  });
}

function trunkOf(data: z.output<typeof environment>, demo: boolean): TrunkSettings {
  const { FRONTDESK_TRUNK_MATCH: match, FRONTDESK_TRUNK_CONTACT: contact = null, FRONTDESK_PBX_URL: pbx } = data;
  const otherwise = demo ? 'simulated' : 'none';
  const out = pbx !== undefined ? 'existing' : contact !== null ? 'contact' : otherwise;
  return { match, contact, out };
}

const pbxNames = ['FRONTDESK_PBX_URL', 'FRONTDESK_PBX_USER', 'FRONTDESK_PBX_PASSWORD'] as const;

function misfitPbxSetting(given: Readonly<Partial<Record<(typeof pbxNames)[number], unknown>>>): string | undefined {
  const there = pbxNames.find((name) => given[name] !== undefined);
  const missing = pbxNames.find((name) => given[name] === undefined);
  return there === undefined || missing === undefined ? undefined : `${missing} is needed beside ${there}.`;
}

function pbxOf(data: z.output<typeof environment>): Settings['pbx'] {
  const { FRONTDESK_PBX_URL: url, FRONTDESK_PBX_USER: user, FRONTDESK_PBX_PASSWORD: password } = data;
  return url === undefined || user === undefined || password === undefined ? null : { url, user, password };
}

/** Read by the bootstrap scripts, before there is a server. */
const namesOfTheScripts = new Set(['FRONTDESK_CACHE', 'FRONTDESK_DEBIAN_MIRROR']);

/** A misspelt name would otherwise be a setting that silently does nothing. */
const unknownName = (given: Readonly<Record<string, unknown>>): string | undefined =>
  Object.keys(given).find(
    (name) => name.startsWith('FRONTDESK_') && !(name in environment.shape) && !namesOfTheScripts.has(name),
  );

const sentenceOf = ({ issues }: z.ZodError): string => {
  const [first] = issues;
  const name = first?.path.join('.') ?? '';
  const message = first?.message ?? 'The settings are wrong.';
  return message.includes(name) ? message : `${name}: ${message}`;
};
