import type { Agent, Call } from '../../shared/call/call.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import type { CallStore } from '../ports/stores.ts';
import type { FakeLeg } from '../telephony/fake/fake-leg.ts';
import type { Dialling } from './dialling.ts';
import { placeCall } from './place-call.ts';
import { openTestReception } from './reception.testing.ts';

export const number = '+16505550171';

/** A reception with Ana and Mira at their desks, and what becomes of a number that one of them calls. */
export async function openPlaceRig(dialling: Partial<Dialling> = {}, between = (calls: CallStore): CallStore => calls) {
  const rig = await openTestReception({ dialling, calls: between });
  const { telephony, desk, stores } = rig;
  const [ana, mira] = [await rig.signIn('ana'), await rig.signIn('mira')];
  const calls = async (): Promise<readonly Call[]> => {
    const recent = await stores.calls.recent({ limit: 20 });
    return recent.ok ? recent.value : [];
  };
  const trunkLeg = (dialled = number): FakeLeg => {
    const [leg] = telephony.dialling(dialled);
    if (leg === undefined) throw new Error('the number is not being called');
    return leg;
  };
  const place = async (text = number, by: Agent = ana.agent, reply: Reply | null = null) => {
    rig.clock.advance(1);
    const placed = await placeCall(desk, by, { number: text, reply });
    await telephony.settle();
    return placed;
  };
  /** Ana's browser takes its leg, as it does by itself. */
  const deskTakes = async (): Promise<string> => {
    const legId = telephony.consoleAnswers('ana');
    await telephony.settle();
    return legId;
  };
  const numberAnswers = async (dialled = number): Promise<string> => {
    const { legId } = trunkLeg(dialled);
    telephony.targetAnswers(legId);
    await telephony.settle();
    return legId;
  };
  return {
    ...rig,
    ana: ana.agent,
    mira: mira.agent,
    place,
    deskTakes,
    numberAnswers,
    trunkLeg,
    /** The outbound call that was placed last. */
    placed: async (): Promise<Call> => {
      const call = (await calls()).find(({ direction }) => direction === 'outbound');
      if (call === undefined) throw new Error('no call was placed');
      return call;
    },
    /** Ana's desk and the number speak with each other. */
    talk: async (dialled = number) => {
      const placed = await place(dialled);
      if (!placed.ok) throw new Error(placed.error);
      const deskLegId = await deskTakes();
      return { callId: placed.value.id, deskLegId, trunkLegId: await numberAnswers(dialled) };
    },
  };
}

export type PlaceRig = Awaited<ReturnType<typeof openPlaceRig>>;
