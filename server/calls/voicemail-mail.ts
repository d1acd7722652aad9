import type { Recording } from '../../shared/recording/recording.ts';
import type { Mail, MailAttachment } from '../ports/mailer.ts';
import { soundKey } from './recording-keys.ts';

/** No caller's name makes a header, or looks like a line of ours. */
const longestName = 80;
const oneLine = (text: string): string =>
  Array.from(text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim())
    .slice(0, longestName)
    .join('');

export type MailFacts = {
  readonly to: string;
  readonly timeZone: string;
  /** Where people find it; null: nobody knows our address. */
  readonly link: string | null;
  /** Null: there is no sound any more. */
  readonly sound: { readonly format: 'mp3' | 'wav'; readonly bytes: Uint8Array } | null;
};

/** What whoever looks after a line reads of a message that was left there. */
export function voicemailMail(recording: Recording, { to, timeZone, link, sound }: MailFacts): Mail {
  const lines = [
    'A caller left a message.',
    '',
    `From: ${callerOf(recording)}`,
    `When: ${timeOf(recording.startedAt, timeZone)} (${timeZone})`,
    `Length: ${lengthOf(recording.lengthMs)}${recording.cut ? ', its end is missing' : ''}`,
    ...(recording.queue === null ? [] : [`Line: ${oneLine(recording.queue.name)}`]),
    '',
    ...(link === null ? [] : [`Listen: ${link}`]),
    sound === null ? 'Its sound is not there any more.' : 'Its sound is attached.',
    '',
  ];
  return {
    id: recording.id,
    to,
    subject: `Voicemail from ${callerOf(recording)}`,
    text: lines.join('\n'),
    attachment: sound === null ? null : attachmentOf(recording, timeZone, sound),
  };
}

function callerOf({ caller: { name, number, withheld } }: Recording): string {
  if (withheld || number === null) return oneLine(name ?? '') || 'a withheld number';
  const called = oneLine(name ?? '');
  return called === '' || called === number ? oneLine(number) : `${called}, ${oneLine(number)}`;
}

const timeOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);

function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function attachmentOf(
  { id, startedAt }: Recording,
  timeZone: string,
  { format, bytes }: NonNullable<MailFacts['sound']>,
): MailAttachment {
  // Sweden writes dates as computers do.
  const when = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(startedAt);
  const name = soundKey(`voicemail-${when.replaceAll(/\D+/g, '-')}-${id.slice(0, 6)}`, format);
  return { name, contentType: format === 'mp3' ? 'audio/mpeg' : 'audio/wav', bytes };
}
