import { createStore } from 'zustand/vanilla';
import { createEmitter } from '../../../lib/emitter.ts';
import type { Ports } from '../../../ports/ports.ts';
import { createCallStore } from './call-store.ts';
import type { FormatNumber } from './caller-words.ts';
import type { CallsModel, ReplyChoices, ReplyWish } from './calls-model.ts';
import { createCommandStore } from './command-store.ts';
import { createEarlierCalls } from './earlier-calls.ts';
import { createKeypadStore } from './keypad-store.ts';
import { NoteStore } from './note-store.ts';
import { createNumberFormat } from './number-format.ts';
import type { Desk } from './place-of.ts';
import { createPlacingStore } from './placing-store.ts';
import { createQualityMonitor } from './quality-monitor.ts';

type Parts = {
  readonly ports: Pick<Ports, 'clock' | 'phone' | 'server'>;
  readonly desk: Desk;
  /** Asks for all calls anew. */
  readonly refresh: () => void;
  readonly loadNumberFormat: () => Promise<FormatNumber>;
  readonly replyChoices: ReplyChoices;
};

/** Everything the calls of one desk are made of, apart from what is drawn. */
export function createCallsModel({ ports, desk, refresh, loadNumberFormat, replyChoices }: Parts): CallsModel {
  const { clock, phone, server } = ports;
  const notes = new NoteStore({ server, clock });
  const calls = createCallStore({ clock, desk, refresh, isInUse: notes.isUnfinished });
  const model: CallsModel = {
    desk,
    calls,
    chosen: createStore<string | null>(() => null),
    notes,
    commands: createCommandStore({ phone, server, clock, calls, desk, beforeHangUp: notes.flush }),
    placing: createPlacingStore({ server, clock, calls }),
    keypad: createKeypadStore(phone),
    earlier: createEarlierCalls(server),
    quality: createQualityMonitor({ phone, server, clock, calls, desk }),
    numbers: createNumberFormat(loadNumberFormat),
    replyWanted: createEmitter<ReplyWish>(),
    replyChoices,
    clock,
    levelOf: (callId) => phone.levelOf(callId),
  };
  calls.subscribeChanges(({ id, before, after }) => {
    if (after === undefined || after.state === 'ended') {
      notes.end(id);
      for (const part of [model.keypad, model.earlier]) part.forget(id);
      return;
    }
    if (before?.note !== after.note) notes.noted(id, after.note);
    // A window without the telephone has no such line, and nothing to hold.
    if (after.agent?.consoleId === desk.consoleId) phone.hold(id, after.state === 'held' && after.by === 'us');
  });
  return model;
}
