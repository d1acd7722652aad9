import { announcementOf } from '../../features/calls/model/announcements.ts';
import type { CallChange } from '../../features/calls/model/call-store.ts';
import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import { lanesOf } from '../../features/calls/model/lanes.ts';
import type { DeskStore } from '../../features/desk/model/desk-store.ts';
import { spokenVoicemail } from '../../features/recordings/model/recording-words.ts';
import { isNew } from '../../features/recordings/model/recording-table.ts';
import type { Recordings } from '../../features/recordings/model/recordings.ts';
import type { PreferencesStore } from '../../features/preferences/model/preferences-store.ts';
import { isMac } from '../../lib/is-mac.ts';
import { spokenKeys } from '../../lib/keys/key-names.ts';
import { currentLayout } from '../../lib/keys/layout.ts';
import { fill, plural } from '../../lib/strings/fill.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { Announcer } from '../announcer.ts';
import { consoleKeysOf } from './console-keys.ts';

type Parts = {
  readonly calls: CallsModel;
  readonly desk: DeskStore;
  readonly announcer: Announcer;
  readonly recordings: Recordings;
  readonly preferences: PreferencesStore;
};

/** Says what changes to somebody who does not look. Answers the way to stop. */
export function keepAnnouncing({ calls, desk, announcer, preferences, recordings }: Parts): () => void {
  const { spoken } = strings;
  const lanes = () => {
    const { calls: table, farewells } = calls.calls.store.getState();
    return lanesOf(table, farewells, calls.desk);
  };
  const answerKeys = (): string | null => {
    const keys = consoleKeysOf(preferences.store.getState().preferences).answer;
    return keys === undefined ? null : spokenKeys(keys, isMac, currentLayout());
  };
  const stops = [
    calls.calls.subscribeChanges((change) => {
      const announcement = announcementOf(change, lanes(), calls.desk, answerKeys());
      // Whoever has pressed Answer need not be told that it rings.
      const isTaken = calls.commands.store.getState()[change.id]?.pending === 'answer';
      const isKnown = isTaken ? announcement?.urgency === 'assertive' : isMadeRoom(change, calls);
      if (announcement !== null && !isKnown) announcer.say(announcement);
      if (change.after === undefined || change.after.state === 'ended') calls.commands.forget(change.id);
    }),
    calls.commands.store.subscribe((now, before) => {
      for (const [callId, { muted }] of Object.entries(now)) {
        if ((before[callId]?.muted ?? false) === muted) continue;
        announcer.say({ urgency: 'polite', text: muted ? spoken.muted : spoken.unmuted });
      }
    }),
    recordings.table.subscribeChanges((change) => {
      if (change.kind === 'gone' || change.before !== undefined || !isNew(change.now)) return;
      // A later change of one this page had not seen is no news.
      if (change.now.version === 1) announcer.say({ urgency: 'polite', text: spokenVoicemail(change.now) });
    }),
    desk.store.subscribe(({ connection: now }, { connection: before }) => {
      if (now.kind === 'reconnecting' && before.kind !== 'reconnecting') {
        announcer.say({ urgency: 'assertive', text: spoken.connectionLost });
      } else if (now.kind === 'connected' && before.kind === 'reconnecting') {
        announcer.say({ urgency: 'assertive', text: connectedAgain(lanes().yours.length) });
      }
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A call put on hold by taking or placing another one: what is said of that one says it. */
function isMadeRoom({ id, after }: CallChange, { commands, placing }: CallsModel): boolean {
  if (after?.state !== 'held' || after.by !== 'us') return false;
  if (placing.store.getState().pending !== null) return true;
  return Object.entries(commands.store.getState()).some(
    ([other, { pending }]) => other !== id && (pending === 'answer' || pending === 'resume'),
  );
}

const connectedAgain = (count: number): string => {
  const { connected, connectedNoCalls } = strings.spoken;
  return count === 0 ? connectedNoCalls : fill(plural(count, connected), { count });
};
