import { describe, expect, it, vi } from 'vitest';
import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import type { Recording } from '../../../shared/recording/recording.ts';
import type { RecordingFilter } from '../../ports/recording-catalogue.ts';
import { must, newId } from '../samples.testing.ts';
import { changed, mira, recorded, transcriptOf } from './recording-samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const idsOf = (recordings: readonly Recording[]): readonly string[] => recordings.map(({ id }) => id);
const all = { limit: 100, offset: 0 };

export function recordingCatalogueContract(open: OpenSubject): void {
  describe('recordings', () => {
    const { stores, reopened } = eachTest(open);

    it('are kept as they are, told in the stream, and there when the database is opened anew', async () => {
      const recording = await recorded(stores());
      const noted = changed(recording, { note: 'Order \0 \uD800 4411' });
      must(await stores().recordings.keep(noted, 2_000));
      const kept = { ...noted, note: 'Order  \u{FFFD} 4411' };
      expect(must(await stores().recordings.find(recording.id))).toEqual(kept);
      expect(must(await stores().recordings.find(newId()))).toBeNull();
      const told = must(await stores().events.after(1, 10));
      expect(told.map(({ at, body }) => [at, body])).toEqual([
        [1_000, { kind: 'recording', recording }],
        [2_000, { kind: 'recording', recording: kept }],
      ]);
      expect(must(await (await reopened()).stores.recordings.find(recording.id))).toEqual(kept);
    });

    it('are decided by one of many, and keeping the same twice is keeping it once', async () => {
      const recording = await recorded(stores());
      const many = Array.from({ length: 8 }, (_, index) => changed(recording, { note: `note ${index}` }));
      const results = await Promise.all(many.map((one) => stores().recordings.keep(one, 3_000)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = many[results.findIndex(({ ok }) => ok)];
      if (winner === undefined) throw new Error('nobody won');
      must(await stores().recordings.keep(winner, 3_000));
      expect(must(await stores().recordings.find(recording.id))).toEqual(winner);
      expect(must(await stores().events.head())).toBe(3);
      expect(await stores().recordings.keep({ ...recording, version: 5 }, 1)).toEqual({ ok: false, error: 'conflict' });
      expect(await stores().recordings.keep({ ...recording, id: newId(), version: 2 }, 1)).toMatchObject({ ok: false });
    });

    it('are removed with their transcript and their shares, said to all, and do not come back', async () => {
      const recording = await recorded(stores());
      const share = { tokenHash: 'a'.repeat(64), recordingId: recording.id, byUserId: 'x', createdAt: 1, expiresAt: 9 };
      must(await stores().recordings.share(share));
      must(await stores().recordings.keepTranscript(transcriptOf(recording, 'good morning')));
      const heard: StreamEvent[] = [];
      stores().events.subscribe((event) => heard.push(event));
      expect(must(await stores().recordings.remove(recording.id, 5_000))).toBe(true);
      expect(must(await stores().recordings.remove(recording.id, 5_000))).toBe(false);
      const gone = { kind: 'recordingGone', recordingId: recording.id, queueId: 'main', userIds: [mira.userId] };
      await vi.waitFor(() => expect(heard).toEqual([{ sequence: 3, at: 5_000, body: gone }]));
      expect(must(await stores().events.after(2, 10))).toEqual(heard);
      expect(must(await stores().recordings.find(recording.id))).toBeNull();
      expect(must(await stores().recordings.shareOf(share.tokenHash, 2))).toBeNull();
      expect(await stores().recordings.keep(changed(recording, { note: 'late' }), 1)).toMatchObject({ ok: false });
      must(await stores().recordings.keepTranscript(transcriptOf(recording, 'late')));
      must(await stores().recordings.share(share));
      expect(must(await stores().recordings.transcriptOf(recording.id))).toBeNull();
      expect(must(await stores().recordings.shareOf(share.tokenHash, 2))).toBeNull();
    });

    it('stay when somebody exempted them, also in the same moment', async () => {
      const { recordings, events } = stores();
      const kept = await recorded(stores(), { exempt: { at: 1, by: mira } });
      const head = must(await events.head());
      expect(must(await recordings.remove(kept.id, 5_000))).toBe(false);
      expect(must(await recordings.find(kept.id))).toEqual(kept);
      expect(must(await events.head())).toBe(head);
      for (let round = 0; round < 5; round += 1) {
        const recording = await recorded(stores());
        const exempted = changed(recording, { exempt: { at: 2, by: mira } });
        const [exempt, removed] = await Promise.all([
          recordings.keep(exempted, 2_000),
          recordings.remove(recording.id, 2_000),
        ]);
        expect(must(removed)).toBe(!exempt.ok);
        expect(must(await recordings.find(recording.id))).toEqual(exempt.ok ? exempted : null);
      }
    });

    it('are shared until the time is over', async () => {
      const recording = await recorded(stores());
      const share = { tokenHash: 'b'.repeat(64), recordingId: recording.id, byUserId: 'x', createdAt: 1, expiresAt: 9 };
      must(await stores().recordings.share(share));
      expect(must(await stores().recordings.shareOf(share.tokenHash, 8))).toEqual(share);
      expect(must(await stores().recordings.shareOf(share.tokenHash, 9))).toBeNull();
      expect(must(await stores().recordings.shareOf('c'.repeat(64), 8))).toBeNull();
    });

    it('are found by call, by the end of their time, and when they wait for a transcript', async () => {
      const late = await recorded(stores(), { startedAt: 2_000, keepUntil: 4_000, transcript: 'pending' });
      const early = await recorded(stores(), { callId: late.callId, keepUntil: 5_000, transcript: 'pending' });
      await recorded(stores(), { keepUntil: 3_000, exempt: { at: 1, by: mira } });
      await recorded(stores(), { keepUntil: null });
      const { recordings } = stores();
      expect(idsOf(must(await recordings.ofCall(late.callId)))).toEqual([early.id, late.id]);
      expect(idsOf(must(await recordings.due(5_000, 10)))).toEqual([late.id, early.id]);
      expect(idsOf(must(await recordings.due(5_000, 1)))).toEqual([late.id]);
      expect(idsOf(must(await recordings.due(3_999, 10)))).toEqual([]);
      expect(idsOf(must(await recordings.untranscribed(10)))).toEqual([early.id, late.id]);
      expect(idsOf(must(await recordings.untranscribed(1)))).toEqual([early.id]);
    });

    it('keep the last transcript that was made', async () => {
      const recording = await recorded(stores());
      must(await stores().recordings.keepTranscript(transcriptOf(recording, 'good mourning')));
      const better = transcriptOf(recording, 'good morning');
      must(await stores().recordings.keepTranscript(better));
      expect(must(await stores().recordings.transcriptOf(recording.id))).toEqual(better);
      expect(must(await stores().recordings.count({ search: 'mourning' }))).toBe(0);
      expect(must(await stores().recordings.count({ search: 'morning' }))).toBe(1);
    });
  });
  listContract(open);
}

function listContract(open: OpenSubject): void {
  describe('the list of recordings', () => {
    const { stores } = eachTest(open);
    const list = async (filter: RecordingFilter, page = all) => {
      const { recordings, total } = must(await stores().recordings.list(filter, page));
      expect(must(await stores().recordings.count(filter))).toBe(total);
      return [idsOf(recordings), total];
    };

    it('is the latest first, a page at a time, with the number of all', async () => {
      const first = await recorded(stores());
      const others = [await recorded(stores()), await recorded(stores())]; // at the same time
      const last = await recorded(stores(), { startedAt: 2_000 });
      const order = [
        last.id,
        ...idsOf([first, ...others])
          .toSorted()
          .toReversed(),
      ];
      expect(await list({})).toEqual([order, 4]);
      expect(await list({}, { limit: 2, offset: 0 })).toEqual([order.slice(0, 2), 4]);
      expect(await list({}, { limit: 2, offset: 2 })).toEqual([order.slice(2), 4]);
      expect(await list({}, { limit: 2, offset: 4 })).toEqual([[], 4]);
    });

    it('is about what is asked for', async () => {
      const talk = await recorded(stores());
      const message = await recorded(stores(), {
        kind: 'voicemail',
        startedAt: 2_000,
        lengthMs: 9_000,
        queue: { id: 'sales', name: 'Sales' },
        people: [],
      });
      const handled = await recorded(stores(), {
        kind: 'voicemail',
        startedAt: 3_000,
        queue: null,
        people: [{ userId: 'x', name: 'X' }, mira],
        handled: { at: 1, by: mira },
      });
      const expected: readonly (readonly [RecordingFilter, readonly Recording[]])[] = [
        [{ kind: 'voicemail' }, [handled, message]],
        [{ kind: 'voicemail', handled: false }, [message]],
        [{ handled: true }, [handled]],
        [{ from: 2_000 }, [handled, message]],
        [{ to: 2_000 }, [talk]],
        [{ from: 2_000, to: 3_000 }, [message]],
        [{ queueId: 'sales' }, [message]],
        [{ userId: mira.userId }, [handled, talk]],
        [{ shortest: 9_000, longest: 9_000 }, [message]],
        [{ shortest: 9_001 }, [handled, talk]],
        [{ longest: 59_999 }, [message]],
        [{ seenBy: { userId: 'x', queueIds: ['sales'] } }, [handled, message]],
        [{ seenBy: { userId: 'x', queueIds: ['main', 'sales'] }, search: 'sales' }, [message]],
        [{ seenBy: { userId: 'nobody', queueIds: [] } }, []],
      ];
      for (const [filter, wanted] of expected) {
        expect([filter, await list(filter)]).toEqual([filter, [idsOf(wanted), wanted.length]]);
      }
    });

    it('is searched for parts of words of names, numbers, notes, marks and transcripts; all must be there', async () => {
      const recording = await recorded(stores(), {
        note: `Order 4411-B, “fragile” % _ \\ O'Brien 我想预约星期五, call 0650 / 555-01 84`,
        marks: [{ id: newId(), atMs: 1, kind: 'transferred', text: 'Åse (Sales)' }],
      });
      await recorded(stores(), { caller: { number: null, name: null, withheld: true }, people: [], queue: null });
      must(await stores().recordings.keepTranscript(transcriptOf(recording, 'Could I please change my Appointment?')));
      const names = ['ana kov', 'KOVAČ', 'kovac', 'ovac', 'petrov ana', 'main numb', "o'brien", 'åse', 'ase'];
      const numbers = ['+1 (650) 555-01 19', '0016505550119', '0119', '555', '650 555 0184', 'ana 555 0119'];
      const words = ['order', '4411-b', "fragile'", '预约', '星期五', 'appointment ana', 'pointme', 'i', 'pl'];
      const never = ['ac', 'ana kovacs', 'anakovac', 'lease order xyz', '5550118', "x' | 'order':*"];
      const always = ['', ' ', '% _', "';--"];
      const count = async (search: string) => [search, must(await stores().recordings.count({ search }))];
      for (const search of [...names, ...numbers, ...words]) expect(await count(search)).toEqual([search, 1]);
      for (const search of never) expect(await count(search)).toEqual([search, 0]);
      for (const search of always) expect(await count(search)).toEqual([search, 2]);
    });
  });
}
