import type { Mail } from '../../ports/mailer.ts';

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

/** Reads as much of RFC 5322 and MIME as our own mails need. `raw` has a character for each byte. */
export function readMail(raw: string, to: string): Mail {
  const whole = partOf(raw);
  const boundary = /boundary="([^"]+)"/.exec(whole.headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [whole] : partsOf(whole.body, boundary);
  const [text, sound] = parts;
  const id = /^<(\w+)@/.exec(whole.headers.get('message-id') ?? '')?.[1] ?? '';
  const subject = wordsOf(whole.headers.get('subject') ?? '');
  return {
    id,
    to,
    subject,
    text: text === undefined ? '' : bytesOf(text).toString('utf8').replaceAll('\r\n', '\n'),
    attachment: sound === undefined ? null : attachmentOf(sound),
  };
}

function partOf(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(headers), body: raw.slice(end + 4) };
}

const partsOf = (body: string, boundary: string): readonly Part[] =>
  body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => partOf(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));

function bytesOf({ headers, body }: Part): Buffer {
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? quoted(body.replaceAll('=\r\n', '')) : Buffer.from(body, 'latin1');
}

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Encoded words (RFC 2047); those that follow one another are one. */
function wordsOf(text: string): string {
  const joined = text.replaceAll(/\?=\s+=\?/g, '?==?');
  const words = joined.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, word: string) =>
    (kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quoted(word.replaceAll('_', ' '))).toString('latin1'),
  );
  return Buffer.from(words, 'latin1').toString('utf8');
}

function attachmentOf(part: Part): Mail['attachment'] {
  const name = /filename="?([^";]+)"?/.exec(part.headers.get('content-disposition') ?? '')?.[1] ?? '';
  const contentType = (part.headers.get('content-type') ?? '').replace(/;.*$/, '');
  return { name, contentType, bytes: bytesOf(part) };
}
