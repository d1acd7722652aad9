import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Person, ServerFrame } from '../../../../shared/protocol/stream.ts';

export type PeopleTable = {
  /** Whether a snapshot has come yet. */
  readonly synced: boolean;
  /** Everybody, oneself included, by id. */
  readonly people: Readonly<Record<string, Person>>;
};

export type PeopleStore = {
  readonly store: StoreApi<PeopleTable>;
  readonly accept: (frame: ServerFrame) => void;
};

/** Everybody as the stream tells them. */
export function createPeopleStore(): PeopleStore {
  const store = createStore<PeopleTable>(() => ({ synced: false, people: {} }));
  return {
    store,
    accept: (frame) => {
      if (frame.type === 'snapshot') {
        store.setState({ synced: true, people: Object.fromEntries(frame.people.map((one) => [one.id, one])) });
      } else if (frame.type === 'event' && frame.event.body.kind === 'person') {
        const { person } = frame.event.body;
        store.setState(({ people }) => ({ people: { ...people, [person.id]: person } }));
      } else if (frame.type === 'event' && frame.event.body.kind === 'personGone') {
        const { personId } = frame.event.body;
        store.setState(({ people }) => ({ people: without(people, personId) }));
      }
    },
  };
}

const without = (people: PeopleTable['people'], personId: string): PeopleTable['people'] =>
  Object.fromEntries(Object.entries(people).filter(([id]) => id !== personId));
