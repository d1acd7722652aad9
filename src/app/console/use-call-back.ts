import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { LineView } from '../../features/calls/model/calls-model.ts';
import type { CallBack } from '../../lib/call-back.ts';
import type { ConsoleModel } from './console-model.ts';

/** Calling somebody back, for every button that offers it. */
export function useCallBack({ calls }: Pick<ConsoleModel, 'calls'>, line: LineView): CallBack {
  const { pending, failure } = useStore(calls.placing.store);
  const { placing } = calls;
  return useMemo(
    () => ({ unavailable: line.noDialling, pending, failure, run: (wanted) => void placing.place(wanted) }),
    [line.noDialling, pending, failure, placing],
  );
}
