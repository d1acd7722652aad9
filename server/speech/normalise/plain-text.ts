const tag = /<\/?[a-z!?][^<>]*>/giu;
/** Pictures, and what joins, colours and frames them. Digits and signs that can be pictures are none by themselves. */
const picture =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{fe0e}\u{fe0f}\u{20e3}\u{e0020}-\u{e007f}]/gu;
/** Nothing to hear: marks of direction, joiners, soft hyphens, control characters. */
const invisible = /[\p{Cf}\p{Cc}]/gu;

/** What a person would read aloud of it: no markup, no pictures, nothing invisible, single blanks. */
export function plainText(text: string): string {
  return tidy(
    text
      .normalize('NFC')
      .replace(/[\t\r\n]/gu, ' ')
      .replace(/\u{ad}/gu, '')
      .replace(tag, ' ')
      .replace(/[<>]/gu, ' ')
      .replace(picture, ' ')
      .replace(invisible, ''),
  );
}

/** Single blanks, none at the ends and none before a comma or full stop that stood there because of what is gone. */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,](?:\s|$))/gu, '')
    .trim();
