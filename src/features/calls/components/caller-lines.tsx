import { strings } from '../../../lib/strings/strings.ts';
import type { Call } from '../../../../shared/call/call.ts';
import { Phrase } from '../../../ui/phrase.tsx';
import { callerName, callerNumber } from '../model/caller-words.ts';
import { useNumberFormat } from '../model/calls-model.ts';

type CallerLinesProps = { readonly call: Call; readonly size?: 'small' | 'name' | 'big' };

/** Who is calling. What others wrote stands apart (`bdi`), so that it cannot turn the line around. */
export function CallerLines({ call, size = 'name' }: CallerLinesProps) {
  const format = useNumberFormat();
  const number = callerNumber(call, format);
  const { divertedFrom } = call.caller;
  return (
    <div className="col grow">
      {/* Takes the focus when its card becomes the one that matters. */}
      <h3 className={`who ${size} ell`} tabIndex={-1} data-heading={call.id}>
        <bdi>{callerName(call, format)}</bdi>
      </h3>
      {(number !== null || divertedFrom !== null) && (
        <p className="sub row">
          {number !== null && <bdi className="tel">{number}</bdi>}
          {divertedFrom !== null && (
            <span className="ell">
              <Phrase text={strings.calls.divertedFrom} values={{ number: format(divertedFrom) }} />
            </span>
          )}
        </p>
      )}
    </div>
  );
}
