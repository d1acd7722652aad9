import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { CountedEvent, DeskCounters } from '../calls/desk.ts';

const countedEvents: Readonly<Record<CountedEvent, string>> = {
  callArrived: 'Calls that came in',
  callAnswered: 'Calls somebody answered',
  callMissed: 'Calls nobody took',
  callAbandoned: 'Callers who left before anybody answered',
  callEnded: 'Calls that ended after an answer or a farewell',
  replySent: 'Replies that were sent to callers',
  callPlaced: 'Calls that we placed',
  placedCallAnswered: 'Calls that we placed and somebody answered',
  recordingStarted: 'Recordings of calls that began',
  recordingFailed: 'Calls that were to be recorded and were not, or not to their end',
  recordingNotKept: 'Attempts to keep a recording that failed',
  voicemailMailed: 'Voicemails that were sent by e-mail',
  voicemailNotMailed: 'Voicemails that could not be sent by e-mail, and were given up',
  unknownNumber: 'Calls to a number that is not ours',
  illegalMove: 'Events the call machine did not allow',
  notStored: 'Events of calls the database did not take',
};

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the desk counts as it happens. */
function deskCounters(registry: Registry): DeskCounters {
  const counter = (name: CountedEvent) =>
    new Counter({ name: `frontdesk_${snake(name)}_total`, help: countedEvents[name], registers: [registry] });
  const counters: Readonly<Record<CountedEvent, Counter>> = {
    callArrived: counter('callArrived'),
    callAnswered: counter('callAnswered'),
    callMissed: counter('callMissed'),
    callAbandoned: counter('callAbandoned'),
    callEnded: counter('callEnded'),
    replySent: counter('replySent'),
    callPlaced: counter('callPlaced'),
    placedCallAnswered: counter('placedCallAnswered'),
    recordingStarted: counter('recordingStarted'),
    recordingFailed: counter('recordingFailed'),
    recordingNotKept: counter('recordingNotKept'),
    voicemailMailed: counter('voicemailMailed'),
    voicemailNotMailed: counter('voicemailNotMailed'),
    unknownNumber: counter('unknownNumber'),
    illegalMove: counter('illegalMove'),
    notStored: counter('notStored'),
  };
  const refused = new Counter({
    name: 'frontdesk_call_refused_total',
    help: 'Calls that were to be placed and were not',
    labelNames: ['why'],
    registers: [registry],
  });
  return { count: (what) => counters[what].inc(), refused: (why) => refused.inc({ why }) };
}

/** Prometheus metrics: the process itself, the calls, and whatever is asked at the moment of reading. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    desk: deskCounters(registry),
    /** A number that is read when the metrics are. */
    gauge: (name: string, help: string, read: () => number): void => {
      const gauge: Gauge = new Gauge({
        name: `frontdesk_${name}`,
        help,
        registers: [registry],
        collect: () => gauge.set(read()),
      });
    },
    /** Several numbers of one kind, told apart by a label; counted elsewhere, read here. */
    labelled: (name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void => {
      const gauge: Gauge = new Gauge({
        name: `frontdesk_${name}`,
        help,
        labelNames: [label],
        registers: [registry],
        collect: () => {
          for (const [value, count] of Object.entries(read())) gauge.set({ [label]: value }, count);
        },
      });
    },
    text: () => registry.metrics(),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
