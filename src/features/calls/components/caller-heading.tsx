import type { Call } from '../../../../shared/call/call.ts';
import { callerName } from '../model/caller-words.ts';
import { useNumberFormat } from '../model/calls-model.ts';

type CallerHeadingProps = { readonly call: Call; readonly size?: 'small' | 'name' | 'big' };

/** Who is calling; takes the focus when its card becomes the one that matters. Apart (`bdi`), so that it turns nothing around. */
export function CallerHeading({ call, size = 'name' }: CallerHeadingProps) {
  const name = callerName(call, useNumberFormat());
  return (
    <h3 className={`who ${size} ell`} tabIndex={-1} data-heading={call.id} title={name}>
      <bdi>{name}</bdi>
    </h3>
  );
}
