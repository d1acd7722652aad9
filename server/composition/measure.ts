import type { Desk } from '../calls/desk.ts';
import type { DeskTimers } from './count-timers.ts';
import type { Metrics } from './create-metrics.ts';
import type { OpenTelephony } from './open-telephony.ts';

/** What is read when the metrics are: how things stand here, at the edge and in the PBX. */
export function measure(
  metrics: Metrics,
  parts: {
    readonly desk: Desk;
    readonly pbx: OpenTelephony;
    readonly edge: () => Readonly<Record<string, number>>;
    readonly eventSockets: () => number;
    readonly timers: DeskTimers;
  },
): { readonly text: () => Promise<string> } {
  const { desk, pbx, timers } = parts;
  let legs = 0;
  let bridges = 0;
  metrics.gauge('live_calls', 'Calls that have not ended', () => desk.live.all().length);
  metrics.gauge('ready_consoles', 'Browsers that can ring', () => desk.consoles.count());
  metrics.gauge('event_streams', 'Open event streams', parts.eventSockets);
  metrics.gauge('pbx_legs', 'Legs in the PBX', () => legs);
  metrics.gauge('pbx_bridges', 'Bridges in the PBX', () => bridges);
  metrics.gauge('pbx_pid', 'Process id of the embedded PBX; 0 where there is none', () => pbx.pid() ?? 0);
  metrics.labelled('edge', 'What the SIP edge counted', 'what', parts.edge);
  metrics.labelled('timers', 'Timers that run, by what they are for', 'for', () => ({
    calls: timers.calls.running(),
    desks: timers.desks.running(),
    edge: timers.edge.running(),
    statuses: timers.statuses.running(),
    pbx: pbx.timers(),
  }));
  metrics.labelled('sip_rejected', 'SIP requests the PBX refused', 'reason', pbx.rejectedSip);
  return {
    text: async () => {
      const snapshot = await pbx.telephony.snapshot();
      legs = snapshot.ok ? snapshot.value.legs.length : 0;
      bridges = snapshot.ok ? snapshot.value.bridges.length : 0;
      return metrics.text();
    },
  };
}

/** How many event streams are open: known to the web layer, which is opened after what measures it. */
export function createEventSocketCount() {
  let open = 0;
  return {
    opened: (): void => void (open += 1),
    closed: (): void => void (open -= 1),
    count: (): number => open,
  };
}
