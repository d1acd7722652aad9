import { useId, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { DialRow } from '../../features/dialling/components/dial-row.tsx';
import type { LineView } from '../../features/calls/model/calls-model.ts';
import type { Find } from '../../features/people/components/find-field.tsx';
import { strings } from '../../lib/strings/strings.ts';
import { fromField, type ConsoleModel } from './console-model.ts';

type FindModel = Pick<ConsoleModel, 'dial' | 'calls'>;

/** The field for colleagues, which is the one for numbers as well: Enter calls, and ↑ brings back the last ones. `hint`: what one may write. */
export function useFind({ dial, calls }: FindModel, line: LineView, hint: string = strings.dialling.findOrDial): Find {
  const { placing, numbers } = calls;
  const { text, reading } = useStore(dial.store);
  const { pending, failure } = useStore(placing.store);
  const format = useStore(numbers.store, (state) => state.format);
  const isPossible = useStore(dial.place, ({ known }) => known?.possible !== false);
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter' && !event.repeat) {
      if (line.noDialling === null) void dial.call();
      else dial.refuse();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      if (dial.recall(event.key === 'ArrowUp' ? 1 : -1)) event.preventDefault();
    }
  };
  const view = {
    isPending: pending === fromField,
    failure: failure?.wanted.from === fromField ? failure.sentence : null,
    unavailable: line.noDialling,
    format,
  };
  return {
    text,
    onChange: (written) => {
      placing.forgive();
      dial.write(written);
    },
    onKeyDown,
    label: strings.dialling.findOrDial,
    hint: isPossible ? hint : strings.people.findHint,
    describedBy: id,
    isNumber: reading !== null,
    under: (
      <DialRow dial={dial} view={view} id={id} onRedial={(number) => void placing.place({ number, from: fromField })} />
    ),
  };
}
