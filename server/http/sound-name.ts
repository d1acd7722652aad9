import type { Recording } from '../../shared/recording/recording.ts';

const longestWho = 80;

/** What a recording is called as a file: `2026-11-26 14.32 Jane Caller, voicemail.wav`, on the clock of `timeZone`. */
export function soundName({ startedAt, caller, kind }: Recording, format: 'wav' | 'mp3', timeZone: string): string {
  const who = Array.from(caller.name ?? caller.number ?? 'withheld number')
    .slice(0, longestWho)
    .join('');
  const when = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(startedAt);
  return `${tame(`${when.replace(':', '.')} ${who}, ${kind}`)}.${format}`;
}

/** Without what a file system does not take, or takes for a folder. */
const tame = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** `Content-Disposition` in both forms (RFC 6266): letters every program knows, and the name as it is (RFC 8187). */
export function contentDisposition(type: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
