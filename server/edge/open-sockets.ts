import type { WebSocket } from 'ws';

/** Which sockets are open, so that an end can be waited for. */
export function createOpenSockets() {
  const open = new Set<WebSocket>();
  const waiting: (() => void)[] = [];

  return {
    track: (ws: WebSocket): WebSocket => {
      open.add(ws);
      ws.once('close', () => {
        open.delete(ws);
        if (open.size === 0) for (const done of waiting.splice(0)) done();
      });
      return ws;
    },
    count: (): number => open.size,
    allClosed: (): Promise<void> =>
      open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}
