import type { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { LegSnapshot, TelephonySnapshot } from '../../ports/telephony-event.ts';
import type { LegTag } from '../../ports/leg-tag.ts';
import type { AriRest } from './ari-rest.ts';
import { type AriChannel, bridgeList, channelList, channelVariable } from './ari-schemas.ts';
import { type KnownLeg } from './leg-book.ts';
import { decodeTag, tagVariable } from './leg-tag.ts';

/** The application's argument of a snoop leg. */
export const snoopArgument = 'snoop';

/** A leg as found, with what the port does not tell but the driver needs. */
export type FoundLeg = LegSnapshot & { readonly origin: KnownLeg['origin'] };
export type Found = { readonly legs: readonly FoundLeg[]; readonly bridges: TelephonySnapshot['bridges'] };

/** Without what only the driver needs. */
export const snapshotOf = ({ legs, bridges }: Found): TelephonySnapshot => ({
  legs: legs.map(({ legId, state, tag }) => ({ legId, state, tag })),
  bridges,
});

/** What is there and ours: legs in our application, or on their way into it (they have our tag), and their bridges. */
export async function findLegs(rest: AriRest, app: string): Promise<Result<Found, 'pbxUnavailable'>> {
  const [channels, bridges] = await Promise.all([
    readList(rest, 'channels', channelList),
    readList(rest, 'bridges', bridgeList),
  ]);
  if (channels === null || bridges === null) return fail('pbxUnavailable');
  const found = await Promise.all(channels.map((channel) => findLeg(rest, app, channel)));
  const legs = found.flatMap((leg) => leg ?? []);
  const ours = new Set(legs.map(({ legId }) => legId));
  return ok({
    legs,
    bridges: bridges.flatMap(({ id: bridgeId, channels: legIds }) =>
      legIds.every((legId) => ours.has(legId)) ? [{ bridgeId, legIds }] : [],
    ),
  });
}

async function readList<Item>(rest: AriRest, what: string, schema: z.ZodType<Item>): Promise<Item | null> {
  const answer = await rest('GET', [what]);
  return schema.safeParse(answer.kind === 'done' ? answer.body : null).data ?? null;
}

async function findLeg(rest: AriRest, app: string, channel: AriChannel): Promise<FoundLeg | null> {
  const { app_name: running, app_data: data } = channel.dialplan;
  const [name, role] = running === 'Stasis' ? data.split(',') : [];
  const tag = await readTag(rest, channel.id);
  if (name !== app && tag === null) return null;
  return { legId: channel.id, state: channel.state === 'Up' ? 'connected' : 'alerting', tag, origin: originOf(role) };
}

function originOf(role: string | undefined): FoundLeg['origin'] {
  if (role === 'incoming') return 'arrived';
  return role === snoopArgument ? 'snoop' : 'originated';
}

async function readTag(rest: AriRest, channelId: string): Promise<LegTag | null> {
  const answer = await rest('GET', ['channels', channelId, 'variable'], { query: { variable: tagVariable } });
  const { data } = channelVariable.safeParse(answer.kind === 'done' ? answer.body : null);
  return data === undefined ? null : decodeTag(data.value);
}
