import type { AudioModel } from '../../features/audio/model/audio-model.ts';
import type { DeskState, DeskStore } from '../../features/desk/model/desk-store.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { MicrophoneState } from '../../ports/microphone.ts';
import type { Announcer } from '../announcer.ts';

type Parts = { readonly audio: AudioModel; readonly desk: DeskStore; readonly announcer: Announcer };

const { desk: texts } = strings;

/** What keeps callers from hearing this desk, in the words of its banner. */
const losses: Readonly<Partial<Record<MicrophoneState['state'], string>>> = {
  denied: texts.microphoneDeniedTitle,
  none: texts.microphoneNoneTitle,
  unplugged: texts.microphoneUnpluggedTitle,
  busy: texts.microphoneBusyTitle,
};

/** What keeps callers from this desk though the network is there, in the words of its banner. */
function obstacleOf({ connection }: DeskState): string | null {
  if (connection.kind === 'phoneSystemDown') return texts.phoneSystemDownTitle;
  if (connection.kind !== 'refused') return null;
  return connection.why === 'replaced' ? texts.replacedTitle : texts.refusedTitle;
}

/**
 * Says to somebody who does not look what stands between this desk and its callers, and what is plugged in and out.
 * Answers the way to stop.
 */
export function keepNoticing({ audio, desk, announcer }: Parts): () => void {
  const stops = [
    audio.notices.store.subscribe(({ notices }, { notices: before }) => {
      // Every window of the desk sees what is plugged in and out; the one that has the telephone says it.
      if (desk.store.getState().holder !== 'here') return;
      for (const notice of notices) {
        if (before.includes(notice)) continue;
        // Without its microphone a desk is not heard: that interrupts, the rest waits for its turn.
        const isUrgent = notice.isLoss && notice.purpose === 'microphone';
        announcer.say({ urgency: isUrgent ? 'assertive' : 'polite', text: notice.text });
      }
    }),
    desk.store.subscribe((now, before) => {
      const [text, said] = [obstacleOf(now), obstacleOf(before)];
      if (text !== null && text !== said) announcer.say({ urgency: 'assertive', text });
      if (now.holder === 'here' && now.soundBlocked && !before.soundBlocked)
        announcer.say({ urgency: 'assertive', text: texts.soundBlockedTitle });
    }),
    desk.store.subscribe(({ microphone, holder }, { microphone: before }) => {
      const loss = losses[microphone.state];
      if (holder !== 'here' || loss === undefined || before.state === microphone.state) return;
      announcer.say({ urgency: 'assertive', text: loss });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
