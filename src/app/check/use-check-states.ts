import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Notifier } from '../../ports/notifier.ts';
import type { ConsoleModel } from '../console/console-model.ts';
import type { CheckState, CheckStates } from './check-state.ts';
import type { Hearing } from './did-you-hear.tsx';

const hearingStates = { unplayed: 'notTested', asked: 'notTested', heard: 'works', notHeard: 'needsYou' } as const;
const permissionStates = {
  granted: 'works',
  askable: 'needsYou',
  denied: 'needsYou',
  unsupported: 'notTested',
} as const;

/** What is known of the desk, as far as it was looked at since the page was opened. */
export function useCheckStates({ desk, audio, testCall }: ConsoleModel, notifier: Notifier) {
  const { soundBlocked } = useStore(desk.store);
  const microphone = useStore(audio.devices.store, (devices) => devices.microphone.state);
  const { result, failure } = useStore(testCall.store);
  const permission = usePermission(notifier);
  const [wasHeard, setHeard] = useState(false);
  const [callAudio, setCallAudio] = useState<Hearing>('unplayed');
  const [ringer, setRinger] = useState<Hearing>('unplayed');
  const onHeard = useCallback(() => setHeard(true), []);
  const states: CheckStates = {
    microphone: microphoneState(microphone, wasHeard),
    callAudio: soundBlocked ? 'notTested' : hearingStates[callAudio],
    ringer: soundBlocked ? 'blocked' : hearingStates[ringer],
    notifications: permissionStates[permission],
    testCall: testState(result?.verdict ?? null, failure !== null),
  };
  return { states, soundBlocked, permission, onHeard, callAudio, setCallAudio, ringer, setRinger };
}

function microphoneState(state: string, wasHeard: boolean): CheckState {
  if (state === 'closed') return 'notTested';
  if (state !== 'ready') return 'needsYou';
  return wasHeard ? 'works' : 'notTested';
}

function testState(verdict: string | null, hasFailed: boolean): CheckState {
  if (verdict === 'bothHeard') return 'works';
  return verdict !== null || hasFailed ? 'needsYou' : 'notTested';
}

function usePermission(notifier: Notifier): ReturnType<Notifier['permission']> {
  const [permission, setPermission] = useState(() => notifier.permission());
  useEffect(() => notifier.watchPermission(() => setPermission(notifier.permission())), [notifier]);
  return permission;
}
