import { Hourglass } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { Chip } from '../../../ui/chip.tsx';
import { availableAmong, colleaguesOf, findPeople, inOrder } from '../model/people-list.ts';
import type { PeopleStore } from '../model/people-store.ts';
import { FindField, type Find } from './find-field.tsx';
import { PersonRow } from './person-row.tsx';
import './people.css';

type PeopleLaneProps = {
  readonly people: PeopleStore;
  /** Whose colleagues they are. */
  readonly meId: string;
  readonly find: Find;
  /** The server's clock, ms since the epoch; stands still while the connection is lost. */
  readonly now: number;
  /** When the connection was lost (this computer's clock): they may stand differently by now; null: it is not. */
  readonly asOf: number | null;
  /** Of its heading: 1 where it is a page of its own. */
  readonly level?: 1 | 2;
};

/** The right lane: everybody else, and how they stand. It is never announced: it changes all day. */
export function PeopleLane({ people, meId, find, now, asOf, level = 2 }: PeopleLaneProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  const texts = strings.people;
  const table = useStore(people.store);
  /** The order under the pointer: nobody moves away from under it. */
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const all = useMemo(() => colleaguesOf(table.people, meId), [table.people, meId]);
  const shown = inOrder(findPeople(all, find.text), held);
  const available = fill(texts.availableOf, { available: availableAmong(all), all: all.length });
  return (
    <section className="lane people" aria-labelledby="people" aria-busy={!table.synced}>
      <div className="lane-heading level-2">
        <Heading id="people" tabIndex={-1}>
          {texts.title}
        </Heading>
        {asOf === null && <span className="faint ell">{table.synced && available}</span>}
        {asOf !== null && (
          <span className="end row">
            <Chip tone="wait" icon={Hourglass}>
              {fill(texts.asOf, { time: timeOfDay(asOf) })}
            </Chip>
          </span>
        )}
      </div>
      <div
        className="panel people-panel"
        onPointerEnter={() => setHeld(all.map(({ id }) => id))}
        onPointerLeave={() => setHeld(null)}
      >
        <FindField find={find} />
        <ul className="list" aria-labelledby="people">
          {shown.map((person) => (
            <PersonRow key={person.id} person={person} now={now} isDoubtful={asOf !== null} />
          ))}
        </ul>
        {table.synced && shown.length === 0 && find.isNumber !== true && (
          <p className="people-empty muted">
            {all.length === 0 ? texts.nobodyElse : fill(texts.nobodyFound, { text: find.text.trim() })}
          </p>
        )}
        {!table.synced && <Shapes />}
      </div>
    </section>
  );
}

const shapes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

/** The shape of what comes. */
function Shapes() {
  return (
    <>
      <p className="sr">{strings.people.loading}</p>
      <div className="people-shapes" aria-hidden>
        {shapes.map((shape) => (
          <div key={shape} className="row">
            <i className="square" />
            <span className="col grow">
              <i />
              <i />
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
