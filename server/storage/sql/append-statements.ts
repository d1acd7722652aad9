/** Everybody who wants to hear of events listens here. */
export const channel = 'frontdesk_events';

/**
 * A notification carries the event itself, or when it would be too long for one (8000 bytes) only its number. `told` has
 * the events' numbers, times and bodies.
 */
export const notify = `
  select sequence, pg_notify('${channel}', case
    when octet_length(body) < 7800
    then '{"sequence":' || sequence || ',"at":' || at || ',"body":' || body || '}'
    else sequence::text end) from told order by sequence`;

/**
 * One statement, one transaction, one round trip: the call if its stored version is the one before these events, the next
 * numbers, the events under them, and word to everybody. No row: somebody else decided first. Values: call id, version after
 * the last event, snapshot, number of events, their times, their bodies.
 */
export const appendToCall = {
  name: 'append-to-call',
  text: `
with call as (
  insert into calls (id, version, snapshot)
  select $1::text, $2::int, $3::jsonb where $2 = $4::int or exists (select from calls where id = $1)
  on conflict (id) do update set version = excluded.version, snapshot = excluded.snapshot
    where calls.version = excluded.version - $4
  returning id
), head as (
  update stream_head set sequence = stream_head.sequence + $4 from call returning stream_head.sequence
), told as (
  select head.sequence - $4 + place as sequence, at, body, ($2 - $4 + place)::int as version
  from head, unnest($5::bigint[], $6::text[]) with ordinality as new (at, body, place)
), kept as (
  insert into events (sequence, at, call_id, call_version, body)
  select sequence, at, $1, version, body::jsonb from told
)${notify}`,
};

/** The same for an event that belongs to no call. Values: at, body. */
export const appendAlone = {
  name: 'append-alone',
  text: `
with head as (
  update stream_head set sequence = sequence + 1 returning sequence
), told as (
  select head.sequence, $1::bigint as at, $2::text as body from head
), kept as (
  insert into events (sequence, at, body) select sequence, at, body::jsonb from told
)${notify}`,
};

/** The number under which this very event of this very version is stored. Values: call id, version, body. */
export const findAppended = {
  name: 'find-appended',
  text: 'select sequence from events where call_id = $1 and call_version = $2::int and body = $3::jsonb',
};
