import { PhoneIncoming } from 'lucide-react';
import { useState } from 'react';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { Act } from '../../../ui/act.tsx';

type SimulateButtonProps = { readonly server: Pick<ServerLink, 'call'>; readonly isQuiet?: boolean };

/** In a demonstration: lets a caller with a voice ring, by a real call to the reception. */
export function SimulateButton({ server, isQuiet = false }: SimulateButtonProps) {
  const texts = strings.desk;
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState('');
  const simulate = async (): Promise<void> => {
    setPending(true);
    const done = await server.call('simulateCaller', { body: {} });
    setPending(false);
    setFailure(done.ok ? '' : failureSentence(done.error.code, errorTable));
  };
  return (
    <>
      <Act
        icon={PhoneIncoming}
        tone={isQuiet ? 'ghost' : 'plain'}
        size={isQuiet ? 'call' : 'row'}
        label={isPending ? texts.simulating : texts.simulate}
        busy={isPending}
        onPress={() => void simulate()}
      />
      <span className="small tone-end" role="alert">
        {failure}
      </span>
    </>
  );
}
