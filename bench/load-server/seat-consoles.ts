import type { Desk } from '../../server/calls/desk.ts';
import { seats } from '../load/seats.ts';

/** Makes the numbers and queues of all seats, and puts a console that is ready at each. */
export async function seatConsoles({ directory, consoles }: Desk): Promise<void> {
  const queues = await directory.queues();
  const [like] = queues.ok ? queues.value : [];
  if (like === undefined) throw new Error('the demo has no queue to make others like');
  for (const { number, queueId, consoleId } of seats) {
    const queue = { ...like, id: queueId, name: `Queue ${number}` };
    const saved = await directory.saveQueue(queue, []);
    const numbered = await directory.saveNumber(number, queueId);
    if (!saved.ok || !numbered.ok) throw new Error('the seats could not be stored');
    const agent = { userId: consoleId, name: `Seat ${number}`, consoleId };
    consoles.add({ agent, queueIds: [queueId], pageId: consoleId });
  }
}
