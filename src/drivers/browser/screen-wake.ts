import type { Wake } from '../../ports/wake.ts';

/** The Screen Wake Lock of the browser, taken again whenever the window comes back to the front. */
export function createScreenWake(document: Document, wakeLock: WakeLock | undefined): Wake {
  return {
    keepAwake: () => {
      let held: WakeLockSentinel | null = null;
      let wanted = true;
      const take = async (): Promise<void> => {
        if (!wanted || document.visibilityState !== 'visible' || wakeLock === undefined) return;
        // Refused to save power or by policy: the screen may go dark, the call goes on.
        held = await wakeLock.request('screen').catch(() => null);
        if (!wanted) await held?.release();
      };
      const seen = (): void => void take();
      document.addEventListener('visibilitychange', seen);
      void take();
      return () => {
        wanted = false;
        document.removeEventListener('visibilitychange', seen);
        void held?.release();
      };
    },
  };
}
