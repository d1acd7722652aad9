import type { SweepReport, SystemHealth } from '../../../../shared/protocol/system-health.ts';
import { spokenRoughly } from '../../../lib/duration.ts';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from './user-words.ts';

export type Level = 'good' | 'soon' | 'bad';

/** One part: how it is, what is known of it, how fast it answers (ms), and what to do when it is not well. */
export type HealthRow = {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly facts: readonly string[];
  readonly latencyMs?: number;
  readonly advice?: string;
};

const texts = strings.admin.health;
const slowMs = 500;
/** Some forty hours of conversations. */
const scarceBytes = 5_000_000_000;
const hourMs = 3_600_000;
const oftenInAnHour = 3;
const gigabyte = 1_000_000_000;

/** What an administrator should know of each part, what is not well first to be seen by its word. */
export const healthRows = (health: SystemHealth): readonly HealthRow[] => [
  phoneSystem(health),
  database(health),
  speech(health),
  recordings(health),
  consoles(health),
  {
    id: 'streams',
    title: texts.streams,
    level: 'good',
    facts: [fill(plural(health.eventStreams, texts.streamsFacts), { count: health.eventStreams })],
  },
  disk(health),
  server(health),
];

const kindOf = (embedded: boolean): string => (embedded ? texts.embedded : texts.external);

function answering(latencyMs: number | null): Pick<HealthRow, 'level' | 'latencyMs' | 'advice'> {
  if (latencyMs === null) return { level: 'good' };
  const isSlow = latencyMs >= slowMs;
  return { level: isSlow ? 'soon' : 'good', latencyMs, ...(isSlow && { advice: texts.slowAdvice }) };
}

function phoneSystem({ phoneSystem: pbx, calls, checkedAt }: SystemHealth): HealthRow {
  const part = { id: 'phoneSystem', title: texts.phoneSystem };
  const kind = kindOf(pbx.embedded);
  const time = spokenRoughly(checkedAt - pbx.since);
  if (pbx.state !== 'connected' || pbx.legs === null || pbx.bridges === null) {
    const advice = pbx.embedded ? texts.phoneDownAdvice.embedded : texts.phoneDownAdvice.external;
    return { ...part, level: 'bad', facts: [fill(texts.phoneDown, { time, kind })], advice };
  }
  const counts = fill(texts.phoneLegs, {
    legs: fill(plural(pbx.legs, texts.legs), { count: pbx.legs }),
    bridges: fill(plural(pbx.bridges, texts.bridges), { count: pbx.bridges }),
    calls: fill(plural(calls.live, texts.calls), { count: calls.live }),
  });
  const facts = [fill(texts.phoneFacts, { version: pbx.version ?? '', kind, time }), counts];
  return { ...part, ...answering(pbx.latencyMs), facts };
}

function database({ database: sql }: SystemHealth): HealthRow {
  const part = { id: 'database', title: texts.database };
  const kind = kindOf(sql.embedded);
  if (sql.state === 'down') {
    const advice = sql.embedded ? texts.databaseDownAdvice.embedded : texts.databaseDownAdvice.external;
    return { ...part, level: 'bad', facts: [fill(texts.databaseDown, { kind })], advice };
  }
  // `18.4 (Debian 18.4-1)`: what comes after the number is of no help here.
  const version = /\d+(\.\d+)*/.exec(sql.version ?? '')?.[0] ?? '';
  return { ...part, ...answering(sql.latencyMs), facts: [fill(texts.databaseFacts, { version, kind })] };
}

function speech({ speech: { engine, voices } }: SystemHealth): HealthRow {
  const part = { id: 'speech', title: texts.speech };
  if (voices === 0) {
    return { ...part, level: 'bad', facts: [fill(texts.speechDown, { engine })], advice: texts.speechAdvice };
  }
  const words = fill(plural(voices, texts.voices), { count: voices });
  return { ...part, level: 'good', facts: [fill(texts.speechFacts, { engine, voices: words })] };
}

function recordings({ recordings: kept, transcripts }: SystemHealth): HealthRow {
  const { place, state, freeBytes, lastSweep } = kept;
  const part = { id: 'recordings', title: texts.recordings };
  const room = freeBytes === null ? [] : [fill(texts.recordingsRoom, { free: inGigabytes(freeBytes) })];
  const facts = [
    fill(texts.recordingsPlace, { place }),
    ...room,
    lastSweep === null ? texts.neverSwept : sweptFact(lastSweep),
    transcripts === null ? texts.transcriptsOff : fill(texts.transcriptsBy, { provider: transcripts }),
  ];
  if (state !== 'working') return { ...part, level: 'bad', facts, advice: texts.recordingsAdvice[state] };
  if (freeBytes !== null && freeBytes < scarceBytes) {
    return { ...part, level: 'soon', facts, advice: texts.recordingsAdvice.scarce };
  }
  if (lastSweep?.failed === true) return { ...part, level: 'soon', facts, advice: texts.recordingsAdvice.sweep };
  return { ...part, level: 'good', facts };
}

function sweptFact({ at, deleted, failed }: SweepReport): string {
  const count = fill(plural(deleted, texts.sweptCount), { count: deleted });
  return fill(failed ? texts.sweepFailed : texts.swept, { time: dayAndTime(at), count });
}

function consoles({ consoles: { registered, people } }: SystemHealth): HealthRow {
  const part = { id: 'consoles', title: texts.consoles };
  if (registered === 0) return { ...part, level: 'soon', facts: [texts.noConsoles], advice: texts.consolesAdvice };
  const facts = fill(texts.consolesFacts, {
    people: fill(plural(people, texts.people), { count: people }),
    registered: fill(plural(registered, texts.registered), { count: registered }),
  });
  return { ...part, level: 'good', facts: [facts] };
}

function disk({ disk: space }: SystemHealth): HealthRow {
  const part = { id: 'disk', title: texts.disk };
  if (space === null) return { ...part, level: 'good', facts: [texts.diskUnknown] };
  const { freeBytes, totalBytes } = space;
  const facts = [fill(texts.diskFacts, { free: inGigabytes(freeBytes), total: inGigabytes(totalBytes) })];
  const share = totalBytes === 0 ? 0 : freeBytes / totalBytes;
  if (freeBytes < gigabyte / 2) return { ...part, level: 'bad', facts, advice: texts.diskBadAdvice };
  if (share < 0.1 || freeBytes < 2 * gigabyte) return { ...part, level: 'soon', facts, advice: texts.diskSoonAdvice };
  return { ...part, level: 'good', facts };
}

function server({ server: ours, earlierStarts, checkedAt }: SystemHealth): HealthRow {
  const running = spokenRoughly(checkedAt - ours.startedAt);
  const since = { time: dayAndTime(ours.startedAt) };
  const earlier = earlierStarts.slice(0, 3).map(dayAndTime).join('; ');
  const recent = [ours.startedAt, ...earlierStarts].filter((at) => at > checkedAt - hourMs).length;
  const isOften = recent >= oftenInAnHour;
  return {
    id: 'server',
    title: texts.server,
    level: isOften ? 'soon' : 'good',
    facts: [
      fill(texts.serverFacts, { version: ours.version, node: ours.node, time: running }),
      earlier === '' ? fill(texts.starts, since) : fill(texts.earlierStarts, { ...since, earlier }),
    ],
    ...(isOften && { advice: fill(texts.oftenAdvice, { count: recent }) }),
  };
}

const inGigabytes = (bytes: number): string => {
  const count = bytes / gigabyte;
  return fill(texts.gigabytes, { count: count < 10 ? count.toFixed(1) : Math.round(count) });
};
