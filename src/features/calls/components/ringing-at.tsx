import type { Call } from '../../../../shared/call/call.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Phrase } from '../../../ui/phrase.tsx';

/** At whom a call rings. */
export function RingingAt({ call }: { readonly call: Call }) {
  if (call.state !== 'ringing') return null;
  const names = new Intl.ListFormat('en-GB').format(call.offers.map(({ name }) => name));
  return <Phrase text={strings.calls.ringingAt} values={{ names }} />;
}
