import { fill } from '../../../lib/strings/fill.ts';
import type { Call } from '../../../../shared/call/call.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { callerName } from '../model/caller-words.ts';
import { useCommand, useNumberFormat, type LineView } from '../model/calls-model.ts';

/** Brings a waiting call to this desk, and says why if it could not. */
export function TakeButton({ call, line }: { readonly call: Call; readonly line: LineView }) {
  const name = callerName(call, useNumberFormat());
  const command = useCommand(call.id);
  return (
    <>
      <Act
        label={strings.calls.take}
        name={fill(strings.calls.takeName, { name })}
        busy={command.pending === 'answer'}
        unavailable={line.unavailable ?? undefined}
        onPress={() => command.run('answer')}
      />
      {command.failure !== null && (
        <p className="card-failure" role="alert">
          {command.failure}
        </p>
      )}
    </>
  );
}
