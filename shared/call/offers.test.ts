import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Agent, Call } from './call.ts';
import type { CallEvent } from './call-event.ts';
import { agents } from './make-event.testing.ts';
import { transition } from './transition.ts';

/** Whom a naive mind would say is being rung, and who won. */
type Model = { ringing: Set<string>; winner: string | null; over: boolean };
type Real = { call: Call };

const begin = (): Real => {
  const begun = transition(undefined, {
    type: 'arrived',
    at: 1,
    id: 'call-1',
    direction: 'inbound',
    caller: { number: null, name: null, withheld: true, divertedFrom: null },
    dialled: '5550100',
    queue: null,
  });
  if (!begun.ok) throw new Error('a call does not begin with arrived');
  return { call: begun.call };
};

/** A command sends its event whatever the model thinks; the model says whether it counts and what follows. */
const command = (event: CallEvent, counts: (model: Model) => boolean, follow: (model: Model) => void) => ({
  check: () => true,
  run(model: Model, real: Real) {
    const expected = counts(model);
    const next = transition(real.call, event);
    expect(next.ok).toBe(expected);
    if (next.ok) real.call = next.call;
    if (expected) follow(model);
    expect(rungBy(real.call)).toEqual(model.ringing);
    expect(real.call.agent?.consoleId ?? null).toBe(model.winner);
    expect(real.call.state === 'ended').toBe(model.over);
  },
  toString: () => JSON.stringify(event),
});

const rungBy = (call: Call): Set<string> =>
  new Set(call.state === 'ringing' ? call.offers.map((offer) => offer.consoleId) : []);

const open = (model: Model): boolean => !model.over && model.winner === null;
const stop = (id: string) => (model: Model) => void model.ringing.delete(id);

const offer = (to: Agent) =>
  command(
    { type: 'offered', at: 2, to },
    (model) => open(model) && !model.ringing.has(to.consoleId),
    (model) => void model.ringing.add(to.consoleId),
  );
const decline = ({ consoleId }: Agent) =>
  command({ type: 'declined', at: 3, consoleId }, (model) => model.ringing.has(consoleId), stop(consoleId));
const loseOffer = ({ consoleId }: Agent) =>
  command({ type: 'offerLost', at: 3, consoleId }, (model) => model.ringing.has(consoleId), stop(consoleId));
const answer = (by: Agent) =>
  command(
    { type: 'answered', at: 4, by },
    (model) => model.ringing.has(by.consoleId),
    (model) => {
      model.winner = by.consoleId;
      model.ringing.clear();
    },
  );
const giveUp = () =>
  command(
    { type: 'ended', at: 5, reason: 'abandoned' },
    (model) => !model.over,
    (model) => {
      model.over = true;
      model.ringing.clear();
    },
  );

it('has one winner, however the consoles race', () => {
  const agent = fc.constantFrom(...agents);
  const race = fc.commands(
    [
      agent.map(offer),
      agent.map(offer),
      agent.map(decline),
      agent.map(loseOffer),
      agent.map(answer),
      fc.constant(giveUp()),
    ],
    { size: '+1' },
  );
  fc.assert(
    fc.property(race, (commands) => {
      fc.modelRun(
        () => ({ model: { ringing: new Set<string>(), winner: null, over: false }, real: begin() }),
        commands,
      );
    }),
    { numRuns: 1000 },
  );
});
