/** Everybody who wants to hear of events listens here. */
export const channel = 'frontdesk_events';

/**
 * A notification carries the event itself, or when it would be too long for one (8000 bytes) only its number.
 * $4 and $5 are the event's time and body.
 */
const notify = (at: string, body: string): string => `
  select sequence, pg_notify('${channel}', case
    when octet_length(${body}) < 7800
    then '{"sequence":' || sequence || ',"at":' || ${at}::bigint || ',"body":' || ${body} || '}'
    else sequence::text end) from event`;

/**
 * One statement, one transaction, one round trip: the call if its stored version is the one before, the next number, the event
 * under it, and word to everybody. No row: somebody else decided first. Values: call id, version, snapshot, at, body.
 */
export const appendToCall = {
  name: 'append-to-call',
  text: `
with call as (
  insert into calls (id, version, snapshot)
  select $1::text, $2::int, $3::jsonb where $2 = 1 or exists (select from calls where id = $1)
  on conflict (id) do update set version = excluded.version, snapshot = excluded.snapshot
    where calls.version = excluded.version - 1
  returning id
), head as (
  update stream_head set sequence = stream_head.sequence + 1 from call returning stream_head.sequence
), event as (
  insert into events (sequence, at, call_id, call_version, body)
  select head.sequence, $4::bigint, $1, $2, $5::text::jsonb from head
  returning sequence
)${notify('$4', '$5')}`,
};

/** The same for an event that belongs to no call. Values: at, body. */
export const appendAlone = {
  name: 'append-alone',
  text: `
with head as (
  update stream_head set sequence = sequence + 1 returning sequence
), event as (
  insert into events (sequence, at, body) select head.sequence, $1::bigint, $2::text::jsonb from head returning sequence
)${notify('$1', '$2')}`,
};

/** The number under which this very event of this very version is stored. Values: call id, version, body. */
export const findAppended = {
  name: 'find-appended',
  text: 'select sequence from events where call_id = $1 and call_version = $2::int and body = $3::jsonb',
};
