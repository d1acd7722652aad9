import type { Call } from '../../shared/call/call.ts';
import { defined } from '../../shared/defined.ts';
import { ok } from '../../shared/result.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import type { CallQuery } from '../ports/call-query.ts';
import type { Stored } from '../ports/stores.ts';
import { createAudit } from './audit.ts';
import { scopeOf, viewerOf } from './call-routes.ts';
import { type Cell, csvFile, localIso, secondsBetween } from './csv.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';
import { viewsOf } from './worklist-routes.ts';

/** As many as a spreadsheet takes, and the server reads without anybody noticing. */
const mostCalls = 100_000;
const mostItems = 10_000;
const batchSize = 1000;

/** What a supervisor takes along: each time it is written down who did. Only what they may see is in it. */
export function exportRoutes(serve: Serve, parts: HttpParts): void {
  const audit = createAudit(parts);
  const written = (by: SignedIn, about: string) => audit(by, { action: 'callsExported', subject: by.user.id, about });

  serve.signedIn('exportCalls', 'signedIn', async ({ query, by }) => {
    const [viewer, zones] = await Promise.all([viewerOf(parts, by), zonesOf(parts)]);
    if (!viewer.ok) return viewer;
    if (!zones.ok) return zones;
    const wanted = { ...defined(query), ...scopeOf(viewer.value) };
    const found = await parts.calls.list(wanted, { limit: 1, offset: 0 });
    if (!found.ok) return found;
    const noted = await written(by, `calls: ${Math.min(found.value.total, mostCalls)}`);
    if (!noted.ok) return noted;
    return ok(csvFile('calls.csv', callHeader, callRows(parts, wanted, zones.value)));
  });

  serve.signedIn('exportWorklist', 'signedIn', async ({ query, by }) => {
    const [views, zones] = await Promise.all([viewsOf(parts, by), zonesOf(parts)]);
    if (!views.ok) return views;
    if (!zones.ok) return zones;
    const { view, ...rest } = query;
    const items = await parts.replying.worklist.list({ ...views.value[view], ...defined(rest), limit: mostItems });
    if (!items.ok) return items;
    const noted = await written(by, `calls to call back: ${items.value.length}`);
    if (!noted.ok) return noted;
    return ok(csvFile('call-back.csv', itemHeader, once(items.value.map((item) => itemRow(item, zones.value)))));
  });
}

type Zones = (queue: Call['queue']) => string;

/** The time zone of each queue; calls of none are told in UTC. */
async function zonesOf({ directory }: HttpParts): Stored<Zones> {
  const queues = await directory.queues();
  if (!queues.ok) return queues;
  const byId = new Map(queues.value.map(({ id, timeZone }) => [id, timeZone]));
  return ok((queue) => byId.get(queue?.id ?? '') ?? 'UTC');
}

const callHeader = [
  'Arrived',
  'Direction',
  'Line',
  'Number',
  'Name',
  'Dialled',
  'Result',
  'Person',
  'Answered',
  'Ended',
  'Seconds waited',
  'Seconds talked',
  'Note',
  'Call',
];

function callRow(call: Call, zones: Zones): readonly Cell[] {
  const { arrivedAt, answeredAt, caller, queue } = call;
  const endedAt = call.state === 'ended' ? call.at : null;
  const zone = zones(queue);
  return [
    localIso(zone, arrivedAt),
    call.direction,
    queue?.name ?? null,
    caller.withheld ? 'withheld' : caller.number,
    caller.name,
    call.dialled,
    call.state === 'ended' ? call.reason : call.state,
    call.agent?.name ?? null,
    localIso(zone, answeredAt),
    localIso(zone, endedAt),
    secondsBetween(arrivedAt, answeredAt ?? endedAt),
    secondsBetween(answeredAt, endedAt),
    call.note,
    call.id,
  ];
}

/** In batches, each beginning where the one before ended in time, so that calls that come in meanwhile shift nothing. */
async function* callRows(parts: HttpParts, query: CallQuery, zones: Zones) {
  let { to } = query;
  for (let given = 0; given < mostCalls;) {
    const limit = Math.min(batchSize, mostCalls - given);
    const page = await parts.calls.list({ ...query, ...defined({ to }) }, { limit, offset: 0 });
    // The file breaks off, and whoever loads it sees that it did.
    if (!page.ok) throw new Error('the calls could not be read to their end');
    const { calls } = page.value;
    const last = calls.at(-1);
    if (last === undefined) return;
    yield calls.map((call) => callRow(call, zones));
    given += calls.length;
    to = last.arrivedAt;
  }
}

const itemHeader = [
  'Missed',
  'Line',
  'Number',
  'Name',
  'Call back on',
  'What happened',
  'Tries',
  'Seconds waited',
  'Who calls back',
  'Due',
  'Done',
  'Done by',
  'How',
];

function itemRow(item: WorkItem, zones: Zones): readonly Cell[] {
  const { caller, queue, owner, done } = item;
  const zone = zones(queue);
  return [
    localIso(zone, item.missedAt),
    queue?.name ?? null,
    caller.withheld ? 'withheld' : caller.number,
    caller.name,
    item.callBackOn,
    item.what,
    item.tries,
    secondsBetween(0, item.waitedMs),
    owner?.name ?? null,
    localIso(zone, item.dueAt),
    localIso(zone, done?.at ?? null),
    done?.by.name ?? null,
    done?.how ?? null,
  ];
}

async function* once<Value>(value: Value): AsyncIterable<Value> {
  yield await Promise.resolve(value);
}
