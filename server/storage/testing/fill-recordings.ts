import type { Client } from 'pg';
import type { Recording } from '../../../shared/recording/recording.ts';
import { wordsOf, wordsSpoken } from '../recording-words.ts';

const names = ['Ana Kovač', 'Sigrid Ås', 'Per Lindqvist', 'Joan Baker', 'Mei Tanaka', 'Omar Haddad', 'Lena Vogt'];
const notes = ['', 'Wants an appointment', 'Asked for the invoice', 'Order is late, call again', ''];
const queues = ['Main number', 'Sales', 'Service'];
const people = 12;
const spokenKinds = 400;

/** The caller, queue, person and note of the n-th recording repeat with periods that have no common factor. */
const kindOf = (index: number) => ({
  name: names[index % names.length] ?? '',
  note: notes[index % notes.length] ?? '',
  queue: queues[index % queues.length] ?? '',
});

/** What is said in every fifth: 120 words, some in nearly all of them, `zebra` in one kind of 400. */
function spokenOf(kind: number): readonly string[] {
  const rare = kind === 17 ? ['zebra'] : [];
  const said = Array.from({ length: 120 }, (_, place) => `w${((kind * 131 + place * 17) % 2_400).toString(36)}ord`);
  const texts = ['good', 'morning', 'thank', 'you', ...rare, ...said];
  const words = texts.map((text) => ({ channel: 0 as const, fromMs: 0, toMs: 1, text }));
  return wordsSpoken({ recordingId: '', provider: '', draft: false, language: 'en', words });
}

const sample: Recording = {
  id: '',
  version: 1,
  kind: 'call',
  callId: '',
  queue: null,
  caller: { number: null, name: null, withheld: false },
  people: [],
  startedAt: 0,
  lengthMs: 0,
  channels: 2,
  cut: false,
  marks: [],
  note: '',
  keepUntil: null,
  exempt: null,
  handled: null,
  transcript: 'off',
};

const kinds = Array.from({ length: names.length * notes.length * queues.length }, (_, index) => {
  const { name, note, queue } = kindOf(index);
  const caller = { number: null, name, withheld: false };
  return { name, note, queue, words: wordsOf({ ...sample, caller, note, queue: { id: queue, name: queue } }) };
});

/**
 * Puts so many recordings, each of a call of its own, into the database by one statement: one a minute from `from` on, every fourth a
 * voicemail, every fifth with a transcript; the n-th from +1650555 and n in seven figures; of user `user-<n modulo 12>`.
 */
export async function fillRecordings(client: Client, count: number, from: number): Promise<void> {
  const spoken = Array.from({ length: spokenKinds }, (_, kind) => spokenOf(kind));
  // An index of words is made much faster in one go.
  const { rows } = await client.query<{ indexdef: string }>(
    "select indexdef from pg_indexes where indexname = 'recordings_words'",
  );
  await client.query('drop index recordings_words');
  await client.query(fill, [count, JSON.stringify(kinds), JSON.stringify(spoken), from, people]);
  for (const { indexdef } of rows) await client.query(indexdef);
  await client.query('vacuum analyze recordings');
}

const fill = `
with kinds as materialized (
  select place - 1 as kind, value as facts,
    array(select jsonb_array_elements_text(value -> 'words')) as words
  from jsonb_array_elements($2::jsonb) with ordinality as one (value, place)
), said as materialized (
  select place - 1 as kind, array_to_tsvector(array(select jsonb_array_elements_text(value))) as spoken
  from jsonb_array_elements($3::jsonb) with ordinality as one (value, place)
), rows as materialized (
  select n, lpad(to_hex(n), 32, '0') as id, $4::bigint + n::bigint * 60000 as at, '+1650555' || lpad(n::text, 7, '0') as number
  from generate_series(0, $1::int - 1) as n
), made as (
  select n, id, number, words, jsonb_build_object(
    'id', id, 'version', 1, 'callId', id, 'startedAt', at, 'lengthMs', 5000 + n % 600 * 1000, 'cut', false, 'marks', '[]'::jsonb,
    'kind', case when n % 4 = 0 then 'voicemail' else 'call' end, 'channels', case when n % 4 = 0 then 1 else 2 end,
    'queue', jsonb_build_object('id', facts ->> 'queue', 'name', facts ->> 'queue'),
    'caller', jsonb_build_object('number', number, 'name', facts ->> 'name', 'withheld', false),
    'people', case when n % 4 = 0 then '[]'::jsonb
      else jsonb_build_array(jsonb_build_object('userId', 'user-' || n % $5::int, 'name', 'Person ' || n % $5)) end,
    'note', facts ->> 'note', 'keepUntil', at + 7776000000, 'exempt', null, 'handled', null,
    'transcript', case when n % 5 = 0 then 'ready' else 'off' end) as snapshot
  from rows join kinds on kinds.kind = n % (select count(*) from kinds)
), called as (
  insert into calls (id, version, snapshot)
  select id, 1, jsonb_build_object('id', id, 'state', 'ended', 'direction', 'inbound', 'arrivedAt', at, 'caller', jsonb_build_object('number', number))
  from rows
)
insert into recordings (id, version, snapshot, written, spoken)
select id, 1, snapshot,
  array_to_tsvector(words || array(select substr(number, k, 16) from generate_series(2, 13) as k)),
  case when n % 5 = 0 then (select spoken from said where kind = n / 5 % ${spokenKinds}) else '' end
from made`;
