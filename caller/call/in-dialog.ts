import type { SipHeader } from '../sip/message.ts';
import type { CallCore } from './call-core.ts';
import type { EndReason } from './call-event.ts';

/** Ends an answered call: BYE, and the end when it is answered, or nobody answers it. */
export function sendBye(core: CallCore, why: EndReason, headers: readonly SipHeader[]): void {
  const { dialog, agent } = core;
  if (!dialog) return;
  agent.request(dialog.request('BYE', { headers }), dialog.nextHop, {
    onResponse: (response) => response.status >= 200 && core.end({ why, by: 'us' }),
    onTimeout: (failure) => core.end({ why: failure, by: 'us' }),
  });
}

/** A request inside an answered call; resolves with the final status, undefined when none came. */
export function sendInDialog(
  core: CallCore,
  method: string,
  content: { readonly headers: readonly SipHeader[]; readonly body: string },
): Promise<number | undefined> {
  const { dialog, agent } = core;
  if (!dialog) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    agent.request(dialog.request(method, content), dialog.nextHop, {
      onResponse: (response) => response.status >= 200 && resolve(response.status),
      onTimeout: () => resolve(undefined),
    });
  });
}

/** Offers the other side our direction anew (hold, resume); true when it took it. */
export function sendReinvite(core: CallCore): Promise<boolean> {
  const { dialog, agent } = core;
  if (!dialog) return Promise.resolve(false);
  return new Promise((resolve) => {
    const invite = agent.request(dialog.request('INVITE', core.ourSdp()), dialog.nextHop, {
      onResponse: (response) => {
        if (response.status < 200) return;
        if (response.status >= 300) {
          resolve(false);
          return;
        }
        agent.acknowledge(dialog.acknowledgement(invite.request), dialog.nextHop);
        resolve(core.hearSdp(response.body).ok);
      },
      onTimeout: () => resolve(false),
    });
  });
}
