import { useEffect } from 'react';
import type { HeadsetStore } from '../../features/audio/model/headset-store.ts';
import { useCarryOut } from '../../lib/keys/keyboard.ts';

/** A button of the headset does what the key of the same name does, whatever that is just now. */
export function useHeadsetKeys({ subscribePresses }: Pick<HeadsetStore, 'subscribePresses'>): void {
  const carryOut = useCarryOut();
  useEffect(() => subscribePresses(carryOut), [subscribePresses, carryOut]);
}
