import { describe, expect, it } from 'vitest';
import { tone } from './media/audio-source.ts';
import { createRtpClock } from './media/rtp-clock.ts';
import { SipCaller } from './sip-caller.ts';
import { systemWorld, type World } from './world.ts';

describe.each(['udp', 'tcp'] as const)('a closed caller over %s', (transport) => {
  it('leaves no socket and no timer', async () => {
    const sockets = () =>
      process.getActiveResourcesInfo().filter((kind) => /^(UDP|TCPSocket|TCPServer)WRAP$/i.test(kind)).length;
    const before = sockets();
    const pending = new Set<symbol>();
    const world: World = {
      ...systemWorld,
      schedule: (delayMs, run) => {
        const timer = Symbol('timer');
        pending.add(timer);
        const cancel = systemWorld.schedule(delayMs, () => {
          pending.delete(timer);
          run();
        });
        return () => {
          pending.delete(timer);
          cancel();
        };
      },
    };
    const own = { transport, world, clock: createRtpClock(world) };
    const desk = await SipCaller.listen({ number: '1001', plays: tone(880), ...own });
    const outside = await SipCaller.open({ number: '1', server: desk.address, ...own });
    await outside.dial('1001');
    await outside.until(() => outside.hears(880));
    expect(sockets()).toBeGreaterThan(before);
    await Promise.all([outside.close(), desk.close()]);
    await expect.poll(sockets).toBe(before);
    expect(pending.size).toBe(0);
  });
});
