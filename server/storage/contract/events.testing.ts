import { describe, expect, it, vi } from 'vitest';
import type { StreamBody, StreamEvent } from '../../../shared/protocol/stream.ts';
import { after, arrived, must, newId } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const down: StreamBody = { kind: 'phoneSystem', state: 'down' };
const working: StreamBody = { kind: 'phoneSystem', state: 'working' };
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
const numbers = (events: readonly StreamEvent[]): readonly number[] => events.map(({ sequence }) => sequence);

export function eventLogContract(open: OpenSubject): void {
  describe('events', () => {
    const { stores, reopened } = eachTest(open);

    it('begins with nothing', async () => {
      expect(must(await stores().events.head())).toBe(0);
      expect(must(await stores().events.after(0, 10))).toEqual([]);
    });

    it('numbers everything in one order, calls and the rest', async () => {
      const { calls, events } = stores();
      const first = must(await events.append(down, 5));
      const event = arrived(newId());
      const second = must(await calls.append(after(undefined, event), event));
      const third = must(await events.append(working, 7));
      expect(first).toEqual({ sequence: 1, at: 5, body: down });
      expect(numbers([first, second, third])).toEqual([1, 2, 3]);
      expect(must(await events.after(0, 10))).toEqual([first, second, third]);
      expect(must(await events.after(1, 1))).toEqual([second]);
      expect(must(await events.after(3, 10))).toEqual([]);
      expect(must(await events.head())).toBe(3);
    });

    it('tells every subscriber each event once and in order, under fifty appends at once', async () => {
      const { calls, events } = stores();
      const heard: StreamEvent[] = [];
      const alsoHeard: StreamEvent[] = [];
      events.subscribe((event) => heard.push(event));
      events.subscribe((event) => alsoHeard.push(event));
      const results = await Promise.all(
        upTo(50).map((index) => {
          const event = arrived(newId(), index);
          return index % 5 === 0 ? events.append(down, index) : calls.append(after(undefined, event), event);
        }),
      );
      const appended = results.map(must).sort((a, b) => a.sequence - b.sequence);
      await vi.waitFor(() => expect(alsoHeard).toHaveLength(50));
      expect(numbers(appended)).toEqual(upTo(50));
      expect(heard).toEqual(appended);
      expect(alsoHeard).toEqual(appended);
      expect(must(await events.after(0, 100))).toEqual(appended);
    });

    it('tells from now on, and nothing more after stopping', async () => {
      const { events } = stores();
      const heard: number[] = [];
      const all: number[] = [];
      events.subscribe(({ sequence }) => all.push(sequence));
      must(await events.append(down, 1));
      await vi.waitFor(() => expect(all).toEqual([1]));
      const stop = events.subscribe(({ sequence }) => heard.push(sequence));
      must(await events.append(working, 2));
      await vi.waitFor(() => expect(heard).toEqual([2]));
      stop();
      must(await events.append(down, 3));
      await vi.waitFor(() => expect(all).toEqual([1, 2, 3]));
      expect(heard).toEqual([2]);
    });

    it('goes on where it was when it is opened anew', async () => {
      must(await stores().events.append(down, 1));
      const again = (await reopened()).stores;
      const heard: StreamEvent[] = [];
      again.events.subscribe((event) => heard.push(event));
      const second = must(await again.events.append(working, 2));
      await vi.waitFor(() => expect(heard).toEqual([second]));
      expect(second.sequence).toBe(2);
    });
  });
}
