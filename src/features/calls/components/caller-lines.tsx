import { strings } from '../../../lib/strings/strings.ts';
import type { Call } from '../../../../shared/call/call.ts';
import { Phrase } from '../../../ui/phrase.tsx';
import { callerNumber } from '../model/caller-words.ts';
import { useNumberFormat } from '../model/calls-model.ts';
import { CallerHeading } from './caller-heading.tsx';

type CallerLinesProps = { readonly call: Call; readonly size?: 'small' | 'name' | 'big' };

/** Who is calling, from where and for whom. */
export function CallerLines({ call, size = 'name' }: CallerLinesProps) {
  const format = useNumberFormat();
  const number = callerNumber(call, format);
  const { divertedFrom } = call.caller;
  return (
    <div className="col grow">
      <CallerHeading call={call} size={size} />
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
