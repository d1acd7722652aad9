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
import { ShowExhibit } from './show-exhibit.tsx';

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
  createRoot(root).render(<Gallery shown={await Promise.all(shown.map(open))} />);
}

async function open(exhibit: Exhibit) {
  return { exhibit, desk: await openDesk(exhibit) };
}

type GalleryProps = { readonly shown: readonly Awaited<ReturnType<typeof open>>[] };

function Gallery({ shown }: GalleryProps) {
  return (
    <main className={shown.length === 1 ? 'gallery alone' : 'gallery'}>
      <h1 className="sr">Every state of a call</h1>
      {shown.map(({ exhibit, desk }) => (
        <ShowExhibit key={exhibit.name} exhibit={exhibit} desk={desk} />
      ))}
    </main>
  );
}
