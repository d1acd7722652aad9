import { createHmac } from 'node:crypto';
import type { Agent } from '../../shared/call/call.ts';
import { closeCode } from '../../shared/protocol/stream.ts';
import { ok } from '../../shared/result.ts';
import type { Reception } from '../calls/reception.ts';
import { createSipEdge } from '../edge/sip-edge.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PhoneEntrance } from '../ports/phone-entrance.ts';
import type { Directory } from '../ports/stores.ts';
import { consolePresence } from './console-presence.ts';
import type { OpenTelephony } from './open-telephony.ts';
import type { SessionEnds } from './session-ends.ts';

type Parts = {
  readonly pbx: OpenTelephony;
  readonly directory: Directory;
  readonly reception: Reception;
  readonly sessionEnds: SessionEnds;
  /** The installation's own key: every server makes the same secret for a console, and none is stored. */
  readonly edgeKey: string;
  readonly clock: Clock;
  readonly log: Log;
};

/** The edge and what depends on it: consoles are admitted to the PBX when a page comes, and ring when it has registered. */
export function openPhoneEdge(parts: Parts) {
  const { pbx, clock, log } = parts;
  const agents = new Map<string, Agent>();
  const secretOf = (consoleId: string): string =>
    createHmac('sha256', parts.edgeKey).update(consoleId).digest('base64url');
  const edge = createSipEdge({
    upstream: () => pbx.upstream,
    secretOf,
    clock,
    log,
    on: consolePresence(parts, agents),
  });
  const stop = parts.sessionEnds.subscribe(({ consoleId }) => {
    edge.disconnect(consoleId, closeCode.signedOut, 'signed out');
    agents.delete(consoleId);
    void pbx.telephony.dismissConsole(consoleId);
  });
  const entrance: PhoneEntrance = {
    accept: async (request, socket, head, agent, pageId) => {
      const { consoleId, name } = agent;
      agents.set(consoleId, agent);
      const admitted = await pbx.telephony.admitConsole({ consoleId, displayName: name, secret: secretOf(consoleId) });
      const page = { consoleId, pageId };
      if (!admitted.ok && !edge.holds(page)) {
        log.warn({ consoleId }, 'a console could not be admitted: the PBX does not answer');
        return admitted;
      }
      edge.accept(request, socket, head, page);
      return ok();
    },
  };
  return {
    entrance,
    stats: () => edge.stats(),
    close: async (): Promise<void> => {
      stop();
      await edge.close();
    },
  };
}
