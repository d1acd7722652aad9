import '../../lib/parse-without-eval.ts';
import '@fontsource-variable/atkinson-hyperlegible-next';
import '@fontsource-variable/atkinson-hyperlegible-mono';
import '../../ui/styles/tokens.css';
import '../../ui/styles/base.css';
import '../../ui/styles/controls.css';
import '../../features/calls/components/calls.css';
import './gallery.css';
import { createRoot } from 'react-dom/client';
import { openDesk, type Exhibit } from './exhibit.ts';
import { exhibits } from './exhibits.ts';
import { fieldExhibits, openField, type FieldExhibit } from './field-exhibits.ts';
import { ShowExhibit } from './show-exhibit.tsx';
import { ShowField } from './show-field.tsx';

/**
 * Every state there is, to look at and to be checked: all of them, `?state=<name>` for one, or `?screen=<scene>` with
 * `at=<address>` for a whole page on one of the scenes of src/drivers/fake/scenes.ts. Not part of what is built.
 */
const params = new URLSearchParams(location.search);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
const screen = params.get('screen');
if (screen !== null) {
  history.replaceState(null, '', params.get('at') ?? '/');
  const { ShowScreen } = await import('./show-screen.tsx');
  createRoot(root).render(<ShowScreen scene={screen} />);
} else {
  const state = params.get('state');
  const shown = exhibits.filter(({ name }) => state === null || name === state);
  const fields = fieldExhibits.filter(({ name }) => state === null || name === state);
  createRoot(root).render(
    <Gallery shown={await Promise.all(shown.map(open))} fields={await Promise.all(fields.map(openOne))} />,
  );
}

async function open(exhibit: Exhibit) {
  return { exhibit, desk: await openDesk(exhibit) };
}

async function openOne(exhibit: FieldExhibit) {
  return { exhibit, field: await openField(exhibit) };
}

type GalleryProps = {
  readonly shown: readonly Awaited<ReturnType<typeof open>>[];
  readonly fields: readonly Awaited<ReturnType<typeof openOne>>[];
};

function Gallery({ shown, fields }: GalleryProps) {
  return (
    <main className={shown.length + fields.length === 1 ? 'gallery alone' : 'gallery'}>
      <h1 className="sr">Every state of a call</h1>
      {shown.map(({ exhibit, desk }) => (
        <ShowExhibit key={exhibit.name} exhibit={exhibit} desk={desk} />
      ))}
      {fields.map(({ exhibit, field }) => (
        <ShowField key={exhibit.name} exhibit={exhibit} field={field} />
      ))}
    </main>
  );
}
