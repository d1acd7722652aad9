import type { Me } from '../../../shared/protocol/accounts.ts';
import type { ServerFrame } from '../../../shared/protocol/stream.ts';
import { createAudioModel, type AudioModel } from '../../features/audio/model/audio-model.ts';
import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import { createMissedStore, type MissedStore } from '../../features/away/model/missed-store.ts';
import { createCallsModel } from '../../features/calls/model/create-calls-model.ts';
import { currentOf, lanesOf } from '../../features/calls/model/lanes.ts';
import { DeskStore } from '../../features/desk/model/desk-store.ts';
import { createStatusStore, type StatusStore } from '../../features/desk/model/status-store.ts';
import { createDialStore, type DialStore } from '../../features/dialling/model/dial-store.ts';
import { keepNumbers } from '../../features/dialling/model/kept-numbers.ts';
import { createPeopleStore, type PeopleStore } from '../../features/people/model/people-store.ts';
import { keepPreferences } from '../../features/preferences/model/kept-preferences.ts';
import { createPreferences, type PreferencesStore } from '../../features/preferences/model/preferences-store.ts';
import { createRecordings, type Recordings } from '../../features/recordings/model/recordings.ts';
import { createDraftStore, type DraftStore } from '../../features/replies/model/draft-store.ts';
import { keepDraft } from '../../features/replies/model/kept-draft.ts';
import { createReplies, type Replies } from '../../features/replies/model/replies.ts';
import { TemplateEditor } from '../../features/replies/model/template-editor.ts';
import { createTemplatesStore, type TemplatesStore } from '../../features/replies/model/templates-store.ts';
import { createWorklist, type Worklist } from '../../features/worklist/model/worklist.ts';
import { createEmitter } from '../../lib/emitter.ts';
import { holdBack } from '../../lib/hold-back.ts';
import { onPageHide } from '../../lib/on-page-hide.ts';
import type { ReadNumber } from '../../lib/read-number.ts';
import { shareStorage } from '../../lib/shared-storage.ts';
import { storedTheme } from '../../lib/theme.ts';
import { createTestCallStore, type TestCallStore } from '../../features/test-call/model/test-call-store.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StreamState, StreamSubscription } from '../../ports/server-link.ts';
import { createAnnouncer, type Announcer } from '../announcer.ts';
import { keepAnnouncing } from './keep-announcing.ts';
import { keepCallingBack } from './keep-calling-back.ts';
import { keepDialling } from './keep-dialling.ts';
import { keepHeadset } from './keep-headset.ts';
import { keepLooking } from './keep-looking.ts';
import { keepNoticing } from './keep-noticing.ts';
import { keepReplying } from './keep-replying.ts';
import { keepRinging } from './keep-ringing.ts';
import { keepTelling } from './keep-telling.ts';
import { replyChoicesOf } from './reply-choices.ts';

type Options = {
  readonly ports: Ports;
  readonly me: Me;
  readonly loadNumberFormat: () => Promise<(number: string) => string>;
  readonly loadReadNumber: () => Promise<ReadNumber>;
  readonly onSignedOut: () => void;
  /** The server tells everything once more: what this person may see, and who they are, may have changed. */
  readonly onToldAnew: () => void;
};

/** Which button has asked for a call: the field for numbers, by Enter or by what stands under it. */
export const fromField = 'field';

/** Everything a signed-in console is made of, apart from what is drawn. */
export class ConsoleModel {
  readonly calls: CallsModel;
  readonly desk: DeskStore;
  readonly audio: AudioModel;
  readonly people: PeopleStore = createPeopleStore();
  readonly status: StatusStore;
  /** Who called while this page was away. */
  readonly missed: MissedStore;
  readonly preferences: PreferencesStore;
  /** Somebody asked, outside the page, to see a call. */
  readonly callsAskedFor = createEmitter<string>();
  readonly announcer: Announcer;
  readonly testCall: TestCallStore;
  /** What callers who could not be taken were told, and what they answered. */
  readonly replies: Replies;
  /** Who is to be called back. */
  readonly worklist: Worklist;
  /** What was recorded, and how many voicemails are new. */
  readonly recordings: Recordings;
  /** Calling numbers: the field for it, and whether it is possible. */
  readonly dial: DialStore;
  readonly templates: TemplatesStore;
  readonly templateEditor: TemplateEditor;
  /** The reply that is being written. */
  readonly draft: DraftStore;
  readonly #options: Options;
  #stream: StreamSubscription | null = null;
  #stops: (() => void)[] = [];
  /** Those who ask the server for more when they are told. */
  readonly #rest = holdBack((frame: ServerFrame) => {
    for (const part of [this.replies, this.worklist, this.recordings, this.dial]) part.accept(frame);
  });
  #lostTries = 0;
  #queues: Me['queues'];

  constructor(options: Options) {
    const { ports, me, loadNumberFormat } = options;
    this.#options = options;
    this.#queues = me.queues;
    const queueIds = (): readonly string[] => this.#queues.map(({ id }) => id);
    const recordedQueueIds = () => this.#queues.filter(({ recorded }) => recorded).map(({ id }) => id);
    this.templates = createTemplatesStore(ports.server);
    this.templateEditor = new TemplateEditor({ ...ports, templates: this.templates });
    this.draft = createDraftStore({
      ...ports,
      kept: keepDraft({ storage: localStorage, userId: me.user.id }),
      templates: this.templates,
      onSent: (reply) => this.replies.table.add([reply]),
    });
    this.calls = createCallsModel({
      ports,
      desk: { consoleId: me.console.id, userId: me.user.id, queueIds, recordedQueueIds },
      refresh: () => this.#stream?.refresh(),
      loadNumberFormat,
      replyChoices: replyChoicesOf(this.draft, this.templates),
    });
    this.desk = new DeskStore({ ...ports, me });
    const callLevel = callLevelOf(this.calls);
    this.audio = createAudioModel({ ports, lines: me.queues, storage: shareStorage(localStorage, window), callLevel });
    this.recordings = createRecordings(ports);
    this.missed = createMissedStore({ ...ports, now: this.calls.calls.now, queueIds });
    this.status = createStatusStore(ports.server, this.calls.calls.now);
    this.preferences = createPreferences(ports.server, keptFor(me.user.id));
    this.announcer = createAnnouncer(ports.clock);
    this.testCall = createTestCallStore({ ...ports, storage: localStorage });
    this.dial = dialOf(options, this.calls);
    this.replies = createReplies({ ...ports, meId: me.user.id });
    this.worklist = createWorklist(ports.server);
  }

  /** Begins to listen to the server and to connect the telephone, before anything is drawn: drawing takes its time. */
  readonly start = (): void => {
    const { ports } = this.#options;
    this.#stops = [
      keepTelling(this),
      onPageHide(this.calls.quality.flush),
      keepLooking(this),
      keepAnnouncing(this),
      keepRinging(this, ports),
      keepHeadset(this),
      keepNoticing(this),
      this.preferences.stop,
      keepReplying(this, this.#options.me),
      keepDialling(this),
      keepCallingBack(this, sessionStorage),
      this.draft.stop,
      this.replies.stop,
      this.recordings.stop,
    ];
    this.#stream = ports.server.follow({
      frame: (frame) => this.#accept(frame),
      state: (state) => this.#streamChanged(state),
      away: this.missed.look,
    });
    this.desk.start();
  };

  /** Whoever is signed in, as an administrator has them now. */
  readonly become = ({ queues }: Me): void => {
    if (queues === this.#queues) return;
    this.#queues = queues;
    this.audio.tones.become(queues);
    this.calls.calls.lookAgain();
  };

  /** Sound, and what nobody needs to be rung. */
  readonly startRest = (): void => {
    this.#rest.letGo();
    void this.preferences.load();
    this.desk.openAudio();
    this.audio.start();
    void this.calls.numbers.load();
    void this.dial.load();
    void this.templates.load();
  };

  /** Connects now whatever is not connected. */
  readonly retry = (): void => {
    this.#stream?.retry();
    this.#options.ports.phone.retry();
  };

  /** Goes on after the session had ended and its person has signed in again. */
  readonly resume = (): void => {
    this.#stream?.refresh();
    this.desk.reconnect();
  };

  readonly stop = async (): Promise<void> => {
    this.#stream?.close();
    this.calls.notes.close();
    this.calls.quality.close();
    this.calls.calls.close();
    this.missed.close();
    this.announcer.stop();
    for (const stop of this.#stops.splice(0)) stop();
    this.audio.stop();
    await this.desk.stop();
  };

  #streamChanged(state: StreamState): void {
    this.desk.streamChanged(state);
    if (state.state === 'signedOut') this.#options.onSignedOut();
    if (state.state === 'open') this.#networkIsBack();
    if (state.state !== 'waiting') return;
    this.#lostTries += 1;
    // A refused handshake tells a page nothing of why; whether it is still signed in is to be asked for.
    if (this.#lostTries > 1) void this.#options.ports.server.call('me', {});
  }

  #networkIsBack(): void {
    this.#lostTries = 0;
    const { phone } = this.#options.ports;
    if (phone.state().state === 'offline') phone.retry();
  }

  #accept(frame: ServerFrame): void {
    if (frame.type === 'snapshot' && this.calls.calls.store.getState().synced) this.#options.onToldAnew();
    this.calls.calls.accept(frame);
    this.people.accept(frame);
    this.#rest.tell(frame);
    if (frame.type === 'snapshot') this.desk.phoneSystemChanged(frame.phoneSystem);
    else if (frame.type === 'event' && frame.event.body.kind === 'phoneSystem') {
      const { state } = frame.event.body;
      this.desk.phoneSystemChanged(state);
      if (state === 'working') this.#phoneSystemIsBack();
    }
  }

  /** Whoever waits longer and longer before the next try need not any more; a phone given away stays away. */
  #phoneSystemIsBack(): void {
    const { phone } = this.#options.ports;
    const state = phone.state();
    if (state.state !== 'refused' || state.why === 'notAllowed') phone.retry();
  }
}

const dialOf = ({ ports, me, loadReadNumber }: Options, { placing }: CallsModel): DialStore =>
  createDialStore({
    server: ports.server,
    numbers: keepNumbers({ storage: localStorage, userId: me.user.id }),
    loadReadNumber,
    placeCall: (number) => placing.place({ number, from: fromField }),
  });

const keptFor = (userId: string) =>
  keepPreferences({ storage: localStorage, events: window, userId, first: { theme: storedTheme(localStorage) } });

/** How loud the caller of the call that is on is, 0 to 1. */
const callLevelOf = (calls: CallsModel) => (): number => {
  const { calls: table, farewells } = calls.calls.store.getState();
  const current = currentOf(lanesOf(table, farewells, calls.desk));
  return current === undefined ? 0 : calls.levelOf(current.id);
};
