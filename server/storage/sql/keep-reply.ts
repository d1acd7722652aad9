import { notify } from './append-statements.ts';

/**
 * One statement, one transaction: the reply if its stored version is the one before, the next number of the stream, the event under it,
 * and word to everybody. No row: somebody else decided first. Values: id, version, snapshot, at, body, search.
 */
export const keepReply = {
  name: 'keep-reply',
  text: `
with reply as (
  insert into replies (id, version, snapshot, search)
  select $1::text, $2::int, $3::jsonb, $6::text where $2 = 1 or exists (select from replies where id = $1)
  on conflict (id) do update
    set version = excluded.version, snapshot = excluded.snapshot, search = excluded.search
    where replies.version = excluded.version - 1
  returning id
), head as (
  update stream_head set sequence = stream_head.sequence + 1 from reply returning stream_head.sequence
), told as (
  select head.sequence, $4::bigint as at, $5::text as body from head
), kept as (
  insert into events (sequence, at, body) select sequence, at, body::jsonb from told
)${notify}`,
};
