import { openCallBoard, type CallBoard } from '../calls/call-board.ts';
import { createDesk } from '../calls/create-desk.ts';
import type { Desk } from '../calls/desk.ts';
import { dismissReplies } from '../calls/dismiss-replies.ts';
import { dismissVoicemails } from '../calls/dismiss-voicemails.ts';
import type { People } from '../calls/people.ts';
import { openReception, type Reception } from '../calls/reception.ts';
import { rescueMessages } from '../calls/rescue-messages.ts';
import { openWorklist } from '../calls/worklist.ts';
import { createPhoneNumbers } from '../lib/phone-numbers.ts';
import type { PhoneEntrance } from '../ports/phone-entrance.ts';
import { openArchive } from './open-archive.ts';
import { countedRecordingStore } from './counted-recording-store.ts';
import { countDeskTimers } from './count-timers.ts';
import { createMetrics, type Metrics } from './create-metrics.ts';
import { createEventSocketCount, measure } from './measure.ts';
import type { Engines } from './open-engines.ts';
import { openGreetings } from './open-greetings.ts';
import { openPeople } from './open-people.ts';
import { openPhoneEdge } from './open-phone-edge.ts';
import { openReplies } from './open-replies.ts';
import { openTranscriber } from './open-transcriber.ts';
import { createSessionEnds, type SessionEnds } from './session-ends.ts';
import { storedKey } from './stored-settings.ts';
import type { Surroundings } from './surroundings.ts';
import { tellPhoneSystem } from './tell-phone-system.ts';

/** The reception at work: calls, consoles, what is told, what is counted. */
export type OpenDesk = {
  readonly desk: Desk;
  readonly board: CallBoard;
  readonly phone: PhoneEntrance;
  readonly people: People;
  readonly pageAlive: Reception['pageAlive'];
  readonly sessionEnds: SessionEnds;
  readonly metrics: () => Promise<string>;
  readonly eventSockets: ReturnType<typeof createEventSocketCount>;
};

export async function openDesk(around: Surroundings, engines: Engines): Promise<OpenDesk> {
  const { clock, log, ids, closing } = around;
  const { pbx, database } = engines;
  const { directory, calls, events, settings } = database.stores;
  const metrics = createMetrics();
  const timers = countDeskTimers(clock);
  const desk = deskOf({ ...around, clock: timers.calls }, engines, metrics, await openTranscriber(around));
  const board = await openCallBoard({ calls, events, log });
  closing.add('board', board.close);
  closing.add('phone system', tellPhoneSystem(pbx.telephony, events, clock, log));
  const worklist = openWorklist(desk, board);
  closing.add('worklist', worklist.close);
  const reception = openReception(desk, timers.desks);
  closing.add('reception', reception.close);
  closing.add('callers in the reply menu', () => dismissReplies(desk));
  closing.add('callers who leave a message', () => dismissVoicemails(desk));
  await reception.begin();
  await worklist.catchUp();
  takeUpWork(desk, around);
  const people = await openPeople(around, engines, { desk, board, reception, clock: timers.statuses });
  const sessionEnds = createSessionEnds();
  const edgeKey = await storedKey(settings, 'edge-key', ids);
  const edge = openPhoneEdge({ pbx, directory, reception, sessionEnds, edgeKey, clock: timers.edge, log });
  closing.add('edge', edge.close);
  const eventSockets = createEventSocketCount();
  const { text } = measure(metrics, { desk, pbx, edge: edge.stats, eventSockets: eventSockets.count, timers });
  return {
    desk,
    board,
    people,
    pageAlive: reception.pageAlive,
    phone: edge.entrance,
    sessionEnds,
    metrics: text,
    eventSockets,
  };
}

/** What an earlier run left unfinished. Nobody waits for it: what is found is told. */
function takeUpWork(desk: Desk, { closing, log }: Pick<Surroundings, 'closing' | 'log'>): void {
  closing.add('MP3s', desk.mp3s.close);
  desk.mp3s.makeUp().catch((error: unknown) => log.error({ err: error }, 'looking for missing MP3s failed'));
  closing.add('transcripts', desk.transcription.close);
  desk.transcription.wake();
  rescueMessages(desk).catch((error: unknown) => log.error({ err: error }, 'looking for messages failed'));
}

function deskOf(around: Surroundings, engines: Engines, metrics: Metrics, transcriber: Desk['transcriber']): Desk {
  const { clock, ids, log, settings } = around;
  const { calls, directory } = engines.database.stores;
  const { telephony } = engines.pbx;
  const replies = openReplies(around, engines);
  const { country, ...outbound } = settings.outbound;
  const dialling = { ...outbound, numbers: createPhoneNumbers(country), hasTrunk: settings.trunk.out !== 'none' };
  const { prompts } = engines;
  const archive = openArchive(around, engines);
  const greetings = openGreetings(around, engines, { ...archive, ...replies });
  return createDesk({
    ...replies,
    ...archive,
    transcriber,
    greetings,
    recordingStore: countedRecordingStore(archive.recordingStore, metrics),
    telephony,
    calls,
    directory,
    clock,
    ids,
    log,
    prompts,
    counters: metrics.desk,
    dialling,
  });
}
