import type { AudioModel } from '../../features/audio/model/audio-model.ts';
import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import { createRinging } from '../../features/calls/model/ringing.ts';
import type { DeskStore } from '../../features/desk/model/desk-store.ts';
import type { PreferencesStore } from '../../features/preferences/model/preferences-store.ts';
import type { Emitter } from '../../lib/emitter.ts';
import type { Ports } from '../../ports/ports.ts';

type Parts = {
  readonly calls: CallsModel;
  readonly desk: DeskStore;
  readonly audio: Pick<AudioModel, 'tones'>;
  readonly preferences: PreferencesStore;
  readonly callsAskedFor: Emitter<string>;
};

/** Rings in the window that has the telephone while a call rings here. Answers the way to stop. */
export function keepRinging({ calls, desk, audio, preferences, callsAskedFor }: Parts, ports: Ports): () => void {
  const { ringer, notifier, wake } = ports;
  const format = () => calls.numbers.store.getState().format;
  const isTaken = (callId: string): boolean => calls.commands.store.getState()[callId]?.pending === 'answer';
  const isNotified = (isTalking: boolean): boolean => {
    const { notifyWhenRinging, notifyOnACall } = preferences.store.getState().preferences;
    return notifyWhenRinging && (notifyOnACall || !isTalking);
  };
  const onPress = callsAskedFor.emit;
  const { toneOf } = audio.tones;
  const ringing = createRinging({
    desk: calls.desk,
    ringer,
    notifier,
    wake,
    format,
    toneOf,
    isTaken,
    isNotified,
    onPress,
  });
  const update = (): void => ringing.update(calls.calls.store.getState(), desk.store.getState().holder === 'here');
  const stops = [
    calls.calls.store.subscribe(update),
    calls.commands.store.subscribe(update),
    desk.store.subscribe(update),
    preferences.store.subscribe(update),
  ];
  return () => {
    for (const stop of stops) stop();
    ringing.stop();
  };
}
