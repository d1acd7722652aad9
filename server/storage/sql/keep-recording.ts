import { notify } from './append-statements.ts';

/**
 * One statement, one transaction: the recording if its stored version is the one before, the next number of the stream, the event
 * under it, and word to everybody. No row: somebody else decided first, or removed it. Values: id, version, snapshot, at, body, words.
 */
export const keepRecording = {
  name: 'keep-recording',
  text: `
with changed as (
  update recordings set version = $2::int, snapshot = $3::jsonb, written = array_to_tsvector($6::text[])
  where id = $1::text and version = $2 - 1
  returning id
), added as (
  insert into recordings (id, version, snapshot, written)
  select $1, $2, $3, array_to_tsvector($6) where $2 = 1
  on conflict do nothing
  returning id
), recording as (
  select id from changed union all select id from added
), head as (
  update stream_head set sequence = stream_head.sequence + 1 from recording returning stream_head.sequence
), told as (
  select head.sequence, $4::bigint as at, $5::text as body from head
), kept as (
  insert into events (sequence, at, body) select sequence, at, body::jsonb from told
)${notify}`,
};

/** The same for one that is removed, with what belongs to it. No row: there was none, or somebody exempted it. Values: id, at. */
export const removeRecording = {
  name: 'remove-recording',
  text: `
with gone as (
  delete from recordings where id = $1::text and not exempt returning id, queue_id, people
), head as (
  update stream_head set sequence = stream_head.sequence + 1 from gone returning stream_head.sequence
), told as (
  select head.sequence, $2::bigint as at,
    jsonb_build_object('kind', 'recordingGone', 'recordingId', id, 'queueId', queue_id, 'userIds', people)::text as body
  from head, gone
), kept as (
  insert into events (sequence, at, body) select sequence, at, body::jsonb from told
)${notify}`,
};

/** Keeps nothing of a recording that has been removed meanwhile. Values: recording id, snapshot, words. */
export const keepTranscript = {
  name: 'keep-transcript',
  text: `
with found as (
  update recordings set spoken = array_to_tsvector($3::text[]) where id = $1::text returning id
)
insert into transcripts (recording_id, snapshot) select id, $2::jsonb from found
on conflict (recording_id) do update set snapshot = excluded.snapshot`,
};
