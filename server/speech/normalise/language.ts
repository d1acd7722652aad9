/** How a number is inflected: by itself, or before a noun of that gender. */
export type NumberForm = 'alone' | 'masculine' | 'feminine';

/** What is counted: `one minute`, `two minutes`. */
export type Counted = {
  /** The one of them, with its number: `one minute`, `eine Minute`. */
  readonly one: string;
  readonly many: string;
  /** The gender, where a language's numbers depend on it. */
  readonly form?: Exclude<NumberForm, 'alone'>;
};

export type Currency = Counted & {
  readonly cent: Counted;
  /** How it is written, as the source of a regular expression: `€`, `EUR`. */
  readonly signs: string;
};

export type SpokenTime = {
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | null;
};

export type SpokenDate = {
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number | null;
  /** The article before it, where it is written with one and that matters; it is said again. */
  readonly article: string | null;
  /** Written `26 November`, not `November 26`. */
  readonly dayFirst: boolean;
};

export type Abbreviation = {
  /** As the source of a regular expression, with its full stop where it has one. Case matters. */
  readonly short: string;
  readonly long: string;
  /** May be the last word of a sentence, and then its full stop is that of the sentence, too. */
  readonly mayEnd?: true;
};

/** What a language says for what is written short. Patterns are sources of regular expressions, and never match words. */
export type Language = {
  /** A whole number of at most 15 digits, without a leading zero. */
  readonly cardinal: (digits: string, form: NumberForm) => string;
  /** The same in a text, between two words (empty where there are none): `1 Stunde` is “eine Stunde”. */
  readonly counted: (digits: string, before: string, after: string) => string;
  /** Digit by digit, in groups. */
  readonly digits: (digits: string) => string;
  readonly decimal: {
    readonly sign: '.' | ',';
    readonly word: string;
    /** `fifty` rather than `five zero` behind the sign. */
    readonly isNumber: boolean;
  };
  readonly plus: string;
  readonly minus: string;
  /** Between the ends of a range: `9–17`. */
  readonly to: string;
  readonly percent: string;
  readonly times: {
    /** With groups `hour`, and, where there are any, `minute` and `half` (a or p). */
    readonly written: readonly string[];
    readonly say: (time: SpokenTime) => string;
  };
  readonly dates: {
    /** The first letters decide which month it is: twelve sources of regular expressions. */
    readonly months: readonly string[];
    /** With groups `day`, `month` and, where there are any, `year` and `article`; `MONTH` stands for any of them. */
    readonly written: readonly string[];
    /** What 05/06/2026 is; null: who knows. */
    readonly slashed: 'dayFirst' | null;
    readonly say: (date: SpokenDate) => string;
  };
  /** Ordinals, with groups as `say` needs them. */
  readonly ordinals: readonly {
    readonly written: string;
    readonly say: (groups: Readonly<Record<string, string>>) => string;
  }[];
  readonly currencies: readonly Currency[];
  /** Between whole units and cents: ` and `, ` con `. */
  readonly moneyJoint: string;
  /** `dollars and fifty cents`, or `euros cinquante`. */
  readonly saysCents: boolean;
  /** By how they are written behind a number. */
  readonly units: readonly { readonly written: string; readonly counted: Counted }[];
  /** Words after which a number is a name, not an amount: `extension 214`. */
  readonly digitsAfter: string;
  readonly abbreviations: readonly Abbreviation[];
  /** Before a number only: `No. 5`. */
  readonly numberSign: { readonly written: string; readonly word: string };
  /** Signs that are words: `&`. */
  readonly signs: Readonly<Record<string, string>>;
};
