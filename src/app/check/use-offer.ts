import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Ports } from '../../ports/ports.ts';
import type { ConsoleModel } from '../console/console-model.ts';
import { rememberOffer, wasOffered } from './offered.ts';

const stores = () => ({ local: localStorage, session: sessionStorage });

type Parts = {
  readonly model: ConsoleModel;
  readonly ports: Ports;
  readonly isOnCalls: boolean;
  readonly go: (to: string) => void;
};

/**
 * Takes somebody to the check who never ran it on this computer, while their browser still has something to ask them:
 * whoever has allowed everything is at work at once. Once a sign-in, and only in the window that has the phone.
 */
export function useOffer({ model, ports, isOnCalls, go }: Parts): void {
  const holder = useStore(model.desk.store, (desk) => desk.holder);
  const wasDecided = useRef(false);
  useEffect(() => {
    if (wasDecided.current || holder !== 'here') return;
    wasDecided.current = true;
    if (!isOnCalls || wasOffered(stores())) return;
    const offer = (isAsked: boolean): void => void (isAsked && go('/check'));
    if (ports.notifier.permission() === 'askable') offer(true);
    else void ports.microphone.isAskable().then(offer);
  }, [holder, isOnCalls, ports, go]);
}

/** Leaves the check for the calls. */
export const leaveCheck =
  ({ ports, go }: Pick<Parts, 'ports' | 'go'>) =>
  (how: 'done' | 'skipped'): void => {
    rememberOffer(stores(), how, ports.clock.now());
    go('/');
  };
