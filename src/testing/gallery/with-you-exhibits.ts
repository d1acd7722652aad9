import type { Caller } from '../../../shared/call/call.ts';
import { callers, hostileNames } from '../../drivers/fake/scenes.ts';
import { people, queues, tell, type Happening } from '../../drivers/fake/story.ts';
import { answered, asking, earlierCall, failing, muting, noting, offered, remembering, sounding } from './acts.ts';
import { galleryNow, type Exhibit, type ExhibitDesk } from './exhibit.ts';

type More = Partial<Exhibit> & { readonly caller?: Partial<Caller>; readonly after?: readonly Happening[] };

/** A call this desk is on, or was on until what came after. */
function onCall(name: string, { caller = callers.henrik, after = [], ...more }: More = {}): Exhibit {
  return {
    name,
    lane: 'withYou',
    calls: (now) => [tell({ id: name, at: now - 203_000, caller, queue: queues.sales }, offered, answered, ...after)],
    ...more,
  };
}

const named = (name: string): Partial<Caller> => ({ name, number: callers.henrik.number });
const text = 'Asks for Ingrid. Oslo–Split rate, needs it today; container numbers to follow by e-mail.';
const lost = { isLost: true, unavailable: 'Reconnecting… calls are being held by the PBX.' };
const held = (after: number): Happening => ({ type: 'heldByUs', after });
const legLost: Happening = { type: 'legLost', after: 197_000 };
const recordingStarted: Happening = { type: 'recordingStarted', after: 20_000 };
const known = earlierCall(galleryNow, callers.henrik, 'Rate for Oslo–Split, 2 × 40 ft. Send before Friday.');

const dialling =
  (callId: string) =>
  ({ model }: ExhibitDesk): void => {
    model.keypad.toggle(callId);
    for (const key of '24#') model.keypad.press(callId, key);
  };

/** The call that is on. */
export const onCallExhibits: readonly Exhibit[] = [
  onCall('on-call'),
  onCall('on-call-called-before', { acts: remembering(known) }),
  onCall('on-call-muted', { acts: muting('on-call-muted') }),
  onCall('on-call-keypad', { caller: named('Keypad Caller'), acts: dialling('on-call-keypad') }),
  onCall('on-call-keypad-called-before', {
    caller: named('Keypad Known'),
    acts: (desk) => {
      remembering(known)(desk);
      dialling('on-call-keypad-called-before')(desk);
    },
  }),
  onCall('on-call-note-unsaved', { acts: noting('on-call-note-unsaved', text, 100) }),
  onCall('on-call-note-saving', { acts: noting('on-call-note-saving', text, 900, 'slow') }),
  onCall('on-call-note-saved', { acts: noting('on-call-note-saved', text, 900) }),
  onCall('on-call-note-failed', { acts: noting('on-call-note-failed', text, 900, 'refused') }),
  onCall('on-call-80-characters', { caller: named(hostileNames.long) }),
  onCall('on-call-right-to-left', { caller: named(hostileNames.rightToLeft) }),
  onCall('on-call-hanging-up', { acts: asking('on-call-hanging-up', 'hangUp') }),
  onCall('on-call-hold-failed', { acts: failing('on-call-hold-failed', 'hold') }),
  onCall('on-call-connection-lost', { line: lost }),
  onCall('on-call-recording', { after: [recordingStarted] }),
  onCall('on-call-recording-paused', { after: [recordingStarted, { type: 'recordingPaused', after: 60_000 }] }),
  onCall('on-call-recording-failed', {
    after: [recordingStarted, { type: 'recordingFailed', why: 'storageFull', after: 60_000 }],
  }),
  onCall('on-call-recording-refused', { acts: failing('on-call-recording-refused', 'startRecording') }),
  onCall('on-call-phone-elsewhere', { line: { notHere: 'This desk’s phone is in another window.' } }),
];

const { mira } = people;

/** A number this desk calls, or called until what came after. */
function placed(name: string, { caller = { number: '+16505550184' }, after = [], ...more }: More = {}): Exhibit {
  return {
    name,
    lane: 'withYou',
    calls: (now) => [tell({ id: name, at: now - 23_000, placedBy: mira, caller, queue: null }, ...after)],
    ...more,
  };
}

const dialled: Happening = { type: 'dialled', after: 800 };
const alerting: readonly Happening[] = [dialled, { type: 'alerted', after: 2000 }];
const theyAnswered: readonly Happening[] = [...alerting, { type: 'answered', by: mira, after: 9000 }];

/** What this desk calls. */
export const diallingExhibits: readonly Exhibit[] = [
  placed('calling-your-phone'),
  placed('calling-dialled', { after: [dialled] }),
  placed('calling-ringing-there', { after: alerting, acts: remembering(known) }),
  placed('calling-back', { caller: callers.anaKovac, after: alerting }),
  placed('calling-80-characters', { caller: named(hostileNames.long), after: alerting }),
  placed('calling-hanging-up', { after: alerting, acts: asking('calling-hanging-up', 'hangUp') }),
  placed('calling-connection-lost', { after: alerting, line: lost }),
  placed('on-call-with-number', { after: theyAnswered }),
  placed('on-hold-by-number', { after: [...theyAnswered, { type: 'heldByThem', after: 15_000 }] }),
];

const mutedSounding =
  (callId: string, ...sound: Parameters<typeof sounding>) =>
  (desk: ExhibitDesk): void => {
    muting(callId)(desk);
    sounding(...sound)(desk);
  };

const isLosing = { received: 46, lost: 4 };

/** How a call sounds, and that one side does not hear the other. */
export const soundExhibits: readonly Exhibit[] = [
  onCall('on-call-sounds-good', { acts: sounding() }),
  onCall('on-call-sounds-good-muted', { acts: mutedSounding('on-call-sounds-good-muted') }),
  onCall('on-call-sounds-fair', { acts: sounding({ jitterMs: 55 }) }),
  onCall('on-call-sounds-poor', { acts: sounding(isLosing) }),
  onCall('on-call-sounds-poor-everything', {
    caller: named(hostileNames.long),
    after: [recordingStarted, { type: 'recordingPaused', after: 60_000 }],
    acts: mutedSounding('on-call-sounds-poor-everything', isLosing),
  }),
  onCall('on-call-not-heard', { acts: sounding({ microphone: 'ended' }) }),
  onCall('on-call-not-hearing', { after: [recordingStarted], acts: sounding({ received: 0 }) }),
  placed('on-call-with-number-not-heard', { after: theyAnswered, acts: sounding({ sent: 0 }) }),
  placed('on-call-with-number-not-hearing', { after: theyAnswered, acts: sounding({ received: 0 }) }),
];

/** What is on hold, and what was lost. */
export const heldExhibits: readonly Exhibit[] = [
  onCall('on-hold', { after: [held(75_000)] }),
  onCall('on-hold-over-3-min', { after: [held(12_000)] }),
  onCall('on-hold-with-note', { after: [{ type: 'noted', note: text, after: 20_000 }, held(75_000)] }),
  onCall('on-hold-recording', { after: [recordingStarted, held(75_000)] }),
  onCall('on-hold-by-caller', { after: [{ type: 'heldByThem', after: 75_000 }] }),
  onCall('on-hold-80-characters', { caller: named(hostileNames.long), after: [held(75_000)] }),
  onCall('on-hold-resuming', { after: [held(75_000)], acts: asking('on-hold-resuming', 'resume') }),
  onCall('on-hold-resume-failed', { after: [held(75_000)], acts: failing('on-hold-resume-failed', 'resume') }),
  onCall('on-hold-connection-lost', { after: [held(75_000)], line: lost }),
  onCall('still-on-the-line', { after: [legLost] }),
  onCall('still-on-the-line-rejoining', { after: [legLost], acts: asking('still-on-the-line-rejoining', 'rejoin') }),
];

const home = { ...people.mira, consoleId: 'console-mira-home' };

export const otherDeskExhibits: readonly Exhibit[] = [
  {
    name: 'on-your-other-desk',
    lane: 'withYou',
    calls: (now) => [
      tell(
        { id: 'on-your-other-desk', at: now - 72_000, caller: callers.chiara, queue: queues.service },
        { type: 'offered', to: home, after: 100 },
        { type: 'answered', by: home, after: 900 },
      ),
    ],
  },
];
