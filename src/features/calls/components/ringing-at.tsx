import type { Call } from '../../../../shared/call/call.ts';
import { listOf } from '../../../lib/locale.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Phrase } from '../../../ui/phrase.tsx';

/** At whom a call rings. */
export function RingingAt({ call }: { readonly call: Call }) {
  if (call.state !== 'ringing') return null;
  const names = listOf(call.offers.map(({ name }) => name));
  return <Phrase text={strings.calls.ringingAt} values={{ names }} />;
}
