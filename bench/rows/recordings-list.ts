import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { fillRecordings } from '../../server/storage/testing/fill-recordings.ts';
import { latency, type Line, type Row } from '../line.ts';
import { onStage } from '../stage.ts';

const count = 100_000;
const budgetMs = 150;
const begunAt = Date.UTC(2030, 0, 1);

const queries: readonly (readonly [string, string])[] = [
  ['no filter', ''],
  ['voicemails not handled', 'kind=voicemail&handled=false'],
  ['one person, by length', 'userId=user-5&shortest=60000&longest=300000'],
  ['a common word of transcripts', 'search=thank'],
  ['a rare word of transcripts', 'search=zebra'],
  ['a name and a word of a note', 'search=ana+invoice'],
  ['the end of a number, of one kind', 'search=0012345&kind=call'],
];

/** The list of 100,000 recordings, a fifth of them with a transcript, filtered and searched over the API by a supervisor. */
export const recordingsList: Row = {
  name: 'recordings-list',
  measure: ({ n }) =>
    onStage({}, async ({ instance, openContext }) => {
      await fill(instance.dataFolder);
      const { request } = await openContext();
      const origin = { headers: { origin: instance.url } };
      const data = { login: 'ingrid@nordkap.example', password: 'frontdesk-demo' };
      const signedIn = await request.post(`${instance.url}/api/v1/session`, { ...origin, data });
      if (!signedIn.ok()) throw new Error(`signing in was answered with ${signedIn.status()}`);
      const lines: Line[] = [];
      for (const [what, query] of queries) {
        const samples: number[] = [];
        for (let index = 0; index < n; index += 1) {
          const began = performance.now();
          const answer = await request.get(`${instance.url}/api/v1/recordings?${query}`, origin);
          await answer.body();
          if (!answer.ok()) throw new Error(`the list was answered with ${answer.status()}`);
          samples.push(performance.now() - began);
        }
        lines.push(latency(`list of 100,000 recordings: ${what}`, samples, budgetMs));
      }
      return lines;
    }),
};

/** By its own connection to the embedded database. */
async function fill(dataFolder: string): Promise<void> {
  const of = async (name: string) => (await readFile(path.join(dataFolder, 'postgres', name), 'utf8')).trim();
  const [password, port] = [await of('password'), await of('port')];
  const client = new Client({ connectionString: `postgres://frontdesk:${password}@127.0.0.1:${port}/frontdesk` });
  await client.connect();
  await fillRecordings(client, count, begunAt);
  await client.end();
}
