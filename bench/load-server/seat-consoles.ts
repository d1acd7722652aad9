import type { Desk } from '../../server/calls/desk.ts';
import { seats } from '../load/seats.ts';

/** Makes the numbers and queues of all seats, and puts a console that is ready at each. */
export async function seatConsoles({ directory, consoles }: Desk): Promise<void> {
  const queues = await directory.queues();
  const [like] = queues.ok ? queues.value : [];
  if (like === undefined) throw new Error('the demo has no queue to make others like');
  const lead = async (number: string, id: string, when: 'never' | 'always'): Promise<void> => {
    const queue = { ...like, id, name: `Queue ${number}`, recording: { ...like.recording, when } };
    const saved = await directory.saveQueue(queue, []);
    const numbered = await directory.saveNumber(number, id);
    if (!saved.ok || !numbered.ok) throw new Error('the seats could not be stored');
  };
  for (const { number, recordedNumber, queueId, recordedQueueId, consoleId } of seats) {
    await lead(number, queueId, 'never');
    await lead(recordedNumber, recordedQueueId, 'always');
    const agent = { userId: consoleId, name: `Seat ${number}`, consoleId };
    consoles.add({ agent, queueIds: [queueId, recordedQueueId], pageId: consoleId });
  }
}
