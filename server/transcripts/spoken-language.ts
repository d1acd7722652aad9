/** What Whisper can tell of languages that our callers may speak, by their English names. */
const codes =
  'ar bg bs ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv mk nl no pl pt ro ru sk sl sq sr sv th tr uk vi zh'.split(
    ' ',
  );
const names = new Intl.DisplayNames(['en'], { type: 'language' });
const byName = new Map(codes.map((code) => [(names.of(code) ?? code).toLowerCase(), code]));

/** BCP 47 for what a provider says: a tag, or an English name like `german`. `und` where nobody knows. */
export function spokenLanguage(said: string | undefined): string {
  const name = (said ?? '').trim().toLowerCase();
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(name) && !byName.has(name)) return name;
  return byName.get(name) ?? 'und';
}

/** ISO 639-1, as providers want it: the first part of the tag. */
export const shortLanguage = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag;
