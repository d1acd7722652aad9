import type { DeskStore } from '../../features/desk/model/desk-store.ts';
import type { Clock } from '../../ports/clock.ts';

/** A telephone that is not connected by then is not waited for by anything else, and neither is a window nobody sees. */
const patienceMs = 1000;

/**
 * For what is not needed to be rung: calls the task once the desk is connected, or cannot be just now, and the window
 * has been drawn so. Answers the way to call it off.
 */
export function afterConnecting({ store }: Pick<DeskStore, 'store'>, clock: Clock, task: () => void): () => void {
  const stops: (() => void)[] = [];
  const callOff = (): void => {
    for (const stop of stops.splice(0)) stop();
  };
  const go = (): void => {
    callOff();
    task();
  };
  let isOver = false;
  const look = (): void => {
    if (isOver || store.getState().connection.kind === 'connecting') return;
    isOver = true;
    stops.push(afterNextPaint(go));
  };
  stops.push(clock.after(patienceMs, go), store.subscribe(look));
  look();
  return callOff;
}

/** Calls the task once something has been painted; answers the way to call it off. */
function afterNextPaint(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(task);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
