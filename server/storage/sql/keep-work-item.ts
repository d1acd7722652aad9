import { notify } from './append-statements.ts';

/**
 * One statement, one transaction: the entry if its stored version is the one before, the next number of the stream, the event under
 * it, and word to everybody. No row: somebody else decided first. Values: id, version, snapshot, at, body, search.
 */
export const keepWorkItem = {
  name: 'keep-work-item',
  text: `
with changed as (
  update worklist set version = $2::int, snapshot = $3::jsonb, search = $6::text
  where id = $1::text and version = $2 - 1
  returning id
), added as (
  insert into worklist (id, version, snapshot, search) select $1, $2, $3, $6 where $2 = 1
  on conflict do nothing
  returning id
), item as (
  select id from changed union all select id from added
), head as (
  update stream_head set sequence = stream_head.sequence + 1 from item returning stream_head.sequence
), told as (
  select head.sequence, $4::bigint as at, $5::text as body from head
), kept as (
  insert into events (sequence, at, body) select sequence, at, body::jsonb from told
)${notify}`,
};
