import { strings } from '../../../lib/strings/strings.ts';
import { Lane } from './lane.tsx';

/** The console before it knows anything: the shape of what comes, so that nothing jumps when it does. */
export function LoadingLanes() {
  const texts = strings.calls;
  return (
    <div className="lanes" aria-busy="true">
      <Lane id="coming-in" title={texts.comingIn} count="" body={<Shapes />}>
        <span className="end small faint hide-medium hide-narrow">{texts.longestFirst}</span>
      </Lane>
      <Lane
        id="with-you"
        title={texts.withYou}
        count=""
        body={
          <>
            <output className="muted">{texts.loading}</output>
            <Shapes />
          </>
        }
      />
    </div>
  );
}

const lines = ['title', 'name', 'words', 'short', 'last'] as const;

function Shapes() {
  return ['first', 'second'].map((shape) => (
    <div key={shape} className="panel shape" aria-hidden>
      {lines.map((line) => (
        <i key={line} className={line} />
      ))}
    </div>
  ));
}
