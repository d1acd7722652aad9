import { useFind } from '../../app/console/use-find.tsx';
import { FindField } from '../../features/people/components/find-field.tsx';
import '../../features/people/components/people.css';
import { connected } from './connected.ts';
import type { FieldExhibit, openField } from './field-exhibits.ts';

type ShowFieldProps = { readonly exhibit: FieldExhibit; readonly field: Awaited<ReturnType<typeof openField>> };

/** One state of the field for people and numbers, without the people. */
export function ShowField({ exhibit, field: { desk, dial } }: ShowFieldProps) {
  const line = { ...connected, noDialling: exhibit.noDialling ?? null };
  const find = useFind({ dial, calls: desk.model }, line);
  return (
    <section className="exhibit" data-state={exhibit.name} aria-label={exhibit.name}>
      <h2>{exhibit.name}</h2>
      <div className="panel">
        <FindField find={find} />
      </div>
    </section>
  );
}
