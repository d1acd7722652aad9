import type { AudioModel } from '../../features/audio/model/audio-model.ts';
import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import { lanesOf } from '../../features/calls/model/lanes.ts';
import type { DeskStore } from '../../features/desk/model/desk-store.ts';

type Parts = {
  readonly calls: CallsModel;
  readonly desk: DeskStore;
  readonly audio: Pick<AudioModel, 'headset'>;
};

/** Lets the lamps of the headset follow the calls, in the window that has the telephone. Answers the way to stop. */
export function keepHeadset({ calls, desk, audio: { headset } }: Parts): () => void {
  let isOpen = false;
  const update = (): void => {
    const isHere = desk.store.getState().holder === 'here';
    if (isHere !== isOpen) {
      isOpen = isHere;
      void (isHere ? headset.open() : headset.close());
    }
    if (!isHere) return;
    const { calls: table, farewells } = calls.calls.store.getState();
    const { ringingHere, yours } = lanesOf(table, farewells, calls.desk);
    const commands = calls.commands.store.getState();
    const current = yours.find(({ state }) => state !== 'held');
    headset.show({
      isRinging: ringingHere.some(({ id }) => commands[id]?.pending !== 'answer'),
      isTalking: current !== undefined,
      isMuted: current !== undefined && commands[current.id]?.muted === true,
    });
  };
  const stops = [
    calls.calls.store.subscribe(update),
    calls.commands.store.subscribe(update),
    desk.store.subscribe(update),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
