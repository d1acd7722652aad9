import { strings } from '../../../lib/strings/strings.ts';
import { Lane } from './lane.tsx';

/** The console before it knows anything: the shape of what comes, so that nothing jumps when it does. */
export function LoadingLanes() {
  const texts = strings.calls;
  return (
    <div className="lanes" aria-busy="true">
      <Lane id="coming-in" title={texts.comingIn} count="" body={<Shape lines={3} />} />
      <Lane
        id="with-you"
        title={texts.withYou}
        count=""
        body={
          <>
            <output className="muted">{texts.loading}</output>
            <Shape lines={4} />
          </>
        }
      />
    </div>
  );
}

function Shape({ lines }: { readonly lines: number }) {
  return (
    <div className="panel shape" aria-hidden>
      {Array.from({ length: lines }, (_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they are all the same
        <i key={index} />
      ))}
    </div>
  );
}
