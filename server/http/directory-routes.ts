import type { z } from 'zod';
import { type queueDetailsSchema, usualRules } from '../../shared/protocol/directory.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Queue, Stored } from '../ports/stores.ts';
import { endingOf } from '../calls/ending-of.ts';
import { createAudit } from './audit.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

type QueueDetails = z.output<typeof queueDetailsSchema>;

/** Who answers what, as administrators see and change it; each change is written down. */
export function directoryRoutes(serve: Serve, parts: HttpParts): void {
  const { directory, memberships, newId } = parts;
  const audit = createAudit(parts);
  numberRoutes(serve, parts);
  removeQueueRoute(serve, parts);

  serve.signedIn('queues', 'administrator', async () => {
    const [queues, members, numbers] = await Promise.all([
      directory.queues(),
      directory.members(),
      directory.numbers(),
    ]);
    if (!queues.ok) return queues;
    if (!members.ok) return members;
    if (!numbers.ok) return numbers;
    const details = await allDetails(parts, queues.value, members.value);
    return details.ok ? ok({ queues: details.value, numbers: numbers.value }) : details;
  });

  serve.signedIn('saveQueue', 'administrator', async ({ body, by }) => {
    const { memberIds, id = newId(), ...facts } = body;
    const [before, queues] = await Promise.all([directory.membersOf(id), directory.queues()]);
    if (!before.ok) return before;
    if (!queues.ok) return queues;
    const rules = queues.value.find((one) => one.id === id) ?? usualRules;
    const { recording = rules.recording, voicemail = rules.voicemail } = facts;
    const queue = { ...facts, id, recording, voicemail };
    const saved = await directory.saveQueue(queue, memberIds);
    if (!saved.ok) return saved;
    // Spoken before anybody calls; what goes wrong with it is logged, and the usual words are heard.
    void parts.replying.greetings.prepare(queue);
    memberships.tell([...new Set([...before.value, ...memberIds])]);
    const written = await audit(by, {
      action: 'queueSaved',
      subject: id,
      about: queue.name,
      fields: { queue: id, members: memberIds.length, answerWithinSeconds: facts.answerWithinSeconds },
    });
    if (!written.ok) return written;
    return detailsOf(parts, queue, memberIds);
  });
}

function removeQueueRoute(serve: Serve, parts: HttpParts): void {
  const { directory, memberships, board } = parts;
  const audit = createAudit(parts);

  serve.signedIn('removeQueue', 'administrator', async ({ params: { id }, query: { numbersTo = null }, by }) => {
    const [before, queues] = await Promise.all([directory.membersOf(id), directory.queues()]);
    if (!before.ok) return before;
    if (!queues.ok) return queues;
    const queue = queues.value.find((one) => one.id === id);
    if (queue === undefined) return fail('notFound');
    if (board.calls().some((call) => call.queue?.id === id)) return fail('queueInUse');
    const removed = await directory.removeQueue(id, numbersTo);
    if (!removed.ok) return removed;
    if (!removed.value) return fail('notFound');
    memberships.tell(before.value);
    const fields = { queue: id, numbersTo };
    const written = await audit(by, { action: 'queueRemoved', subject: id, about: queue.name, fields });
    return written.ok ? ok(null) : written;
  });
}

async function allDetails(
  parts: HttpParts,
  queues: readonly Queue[],
  members: ReadonlyMap<string, readonly string[]>,
): Stored<readonly QueueDetails[]> {
  const details: QueueDetails[] = [];
  for (const queue of queues) {
    const one = await detailsOf(parts, queue, members.get(queue.id) ?? []);
    if (!one.ok) return one;
    details.push(one.value);
  }
  return ok(details);
}

async function detailsOf({ replying }: HttpParts, queue: Queue, memberIds: readonly string[]): Stored<QueueDetails> {
  const own = await replying.greetings.ownOf(queue.id);
  return own.ok ? ok({ ...queue, memberIds, greetings: own.value }) : own;
}

function numberRoutes(serve: Serve, parts: HttpParts): void {
  const { directory } = parts;
  const audit = createAudit(parts);

  serve.signedIn('saveNumber', 'administrator', async ({ body, by }) => {
    const saved = await directory.saveNumber(body.number, body.queueId);
    if (!saved.ok) return saved;
    const ending = endingOf(body.number);
    const written = await audit(by, {
      action: 'numberSaved',
      subject: ending,
      about: ending,
      fields: { ending, queue: body.queueId },
    });
    return written.ok ? ok(body) : written;
  });

  serve.signedIn('removeNumber', 'administrator', async ({ params, by }) => {
    const removed = await directory.removeNumber(params.number);
    if (!removed.ok) return removed;
    if (!removed.value) return fail('notFound');
    const ending = endingOf(params.number);
    const written = await audit(by, { action: 'numberRemoved', subject: ending, about: ending, fields: { ending } });
    return written.ok ? ok(null) : written;
  });
}
