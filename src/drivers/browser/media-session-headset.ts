import { fail } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { Headset, HeadsetCall, HeadsetEvent } from '../../ports/headset.ts';

type Session = Pick<MediaSession, 'setActionHandler' | 'playbackState'> & {
  readonly setMicrophoneActive?: (isActive: boolean) => Promise<void>;
};

/** Newer than what TypeScript knows (Media Session §5.5, video conferencing actions); a browser may not know them either. */
const actions = { hangup: 'hangUp', togglemicrophone: 'mute' } as const;

/** What the browser itself has of keys for calls, where it connects no headsets: hanging up and muting. */
export function createMediaSessionHeadset(session: Session | undefined): Headset {
  const events = createEmitter<HeadsetEvent>();
  const handle = (action: string, handler: (() => void) | null): void => {
    try {
      Reflect.apply(session?.setActionHandler ?? noHandler, session, [action, handler]);
    } catch {
      // This browser does not know the action: there is no such key, and nothing to hear of it.
    }
  };
  return {
    canConnect: false,
    open: async () => {
      for (const [action, button] of Object.entries(actions)) {
        handle(action, () => events.emit({ type: 'pressed', button }));
      }
    },
    connected: () => [],
    subscribe: events.subscribe,
    connect: async () => fail('noneChosen'),
    show: ({ isTalking, isMuted }: HeadsetCall) => {
      if (session === undefined) return;
      session.playbackState = isTalking ? 'playing' : 'none';
      // Refused while no microphone is in use; then there is nothing to show either.
      void session.setMicrophoneActive?.(isTalking && !isMuted).catch(() => undefined);
    },
    close: async () => {
      for (const action of Object.keys(actions)) handle(action, null);
    },
  };
}

const noHandler = (): void => undefined;
