import type { Telephony } from '../ports/telephony.ts';
import type { Settings } from '../settings.ts';
import { createAriTelephony } from '../telephony/asterisk/ari-telephony.ts';
import { startEmbeddedAsterisk } from '../telephony/asterisk/embedded/start-embedded-asterisk.ts';
import { countTimers } from './count-timers.ts';
import { FailedStart } from './failed-start.ts';
import type { Surroundings } from './surroundings.ts';

export type OpenTelephony = {
  readonly telephony: Telephony;
  /** Where the SIP edge finds the PBX, and the address it comes from so that the PBX can tell it from the trunk. */
  readonly upstream: { readonly url: string; readonly localAddress?: string };
  /** SIP requests the PBX refused, by reason. */
  readonly rejectedSip: () => Readonly<Record<string, number>>;
  readonly pid: () => number | undefined;
  /** How many timers wait for something of the PBX. */
  readonly timers: () => number;
  readonly close: () => Promise<void>;
};

type Uncounted = Omit<OpenTelephony, 'timers'>;

type Parts = Pick<Surroundings, 'root' | 'dataFolder' | 'settings' | 'clock' | 'ids' | 'log'>;

/** The Asterisk of FRONTDESK_PBX_URL, or the embedded one. `trunkContact`: where that sends calls to the outside. */
export async function openTelephony(parts: Parts, trunkContact: string | null): Promise<OpenTelephony> {
  const { pbx } = parts.settings;
  const clock = countTimers(parts.clock);
  const counted = { ...parts, clock };
  const opened = pbx === null ? await openEmbedded(counted, trunkContact) : openExisting(counted, pbx);
  return { ...opened, timers: clock.running };
}

function openExisting({ clock, log }: Parts, pbx: NonNullable<Settings['pbx']>): Uncounted {
  const base = pbx.url.replace(/\/$/, '');
  const telephony = createAriTelephony({
    ...pbx,
    url: `${base}/ari`,
    app: 'frontdesk',
    clock,
    log,
    random: Math.random,
  });
  return {
    telephony,
    upstream: { url: `${base.replace(/^http/, 'ws')}/ws` },
    rejectedSip: () => ({}),
    pid: () => undefined,
    close: () => telephony.close(),
  };
}

async function openEmbedded({ settings, ...around }: Parts, trunkContact: string | null): Promise<Uncounted> {
  const { clock, log } = around;
  const started = await startEmbeddedAsterisk({
    ...around,
    sipPort: settings.sipPort,
    rtpPorts: settings.rtpPorts,
    trunkMatch: settings.trunk.match,
    trunkContact: trunkContact ?? undefined,
    graceMs: settings.graceMs,
    env: process.env,
  });
  if (!started.ok) throw new FailedStart(started.error.message, started.error.code === 'trunkMatchesEdge' ? 2 : 1);
  const asterisk = started.value;
  const { mediaAddress } = asterisk;
  const telephony = createAriTelephony({
    ...asterisk.ari,
    mediaAddress,
    app: 'frontdesk',
    clock,
    log,
    random: Math.random,
  });
  return {
    telephony,
    upstream: { url: asterisk.edge.wsUrl, localAddress: asterisk.edge.localAddress },
    rejectedSip: () => asterisk.rejectedSip(),
    pid: () => asterisk.pid(),
    close: async () => {
      await telephony.close();
      await asterisk.stop();
    },
  };
}
