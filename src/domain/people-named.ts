// Whom an answer names: by id, by e-mail address or by name in either order, several of them in one answer.

export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/** `found`: indices of the people; more than one for a text that several bear as their name. */
export interface NamedIn {
  readonly found: readonly number[];
  /** The same by text, in the order of the answer; several for a text that several bear. */
  readonly each: readonly (readonly number[])[];
  readonly unknown: readonly string[];
  /** Texts that are the name of several people. */
  readonly ambiguous: readonly string[];
}

export type WhoIsNamed = (answer: string | readonly string[]) => NamedIn;

const nobodyNamed: NamedIn = { found: [], each: [], unknown: [], ambiguous: [] };

/**
 * Ids and addresses go before names; a name as it is written goes before one turned round (`Kim Rao` before `Rao Kim`),
 * with or without a comma, and last of all first and last name alone (`Bo Chen` for `Bo A. Chen`, either way). Case, accents,
 * hyphens, apostrophes and doubled spaces do not matter. An answer is read whole first, then in pieces.
 */
export function whoIsNamed(people: readonly Nameable[]): WhoIsNamed {
  const keys = new Map<string, number[]>();
  const written = new Map<string, number[]>();
  const turned = new Map<string, number[]>();
  const short = new Map<string, number[]>();
  people.forEach(({ id, email, name }, at) => {
    note(keys, plain(id), at);
    if (email !== undefined) note(keys, plain(email), at);
    const words = wordsOf(name);
    note(written, words.join(' '), at);
    for (let first = 1; first < words.length; first++)
      note(turned, [...words.slice(first), ...words.slice(0, first)].join(' '), at);
    note(short, endsOf(words), at);
  });
  const one = (text: string): readonly number[] => {
    const words = wordsOf(text);
    const name = words.join(' ');
    const known = keys.get(plain(text)) ?? written.get(name) ?? turned.get(name);
    if (known !== undefined) return known;
    // A middle name on one side only: `Bo A. Chen`, `Chen, Bo A.`; never where it would be two full names side by side.
    const ends = words.length > 3 || words.length < 2 ? '' : endsOf(inOrder(text));
    return short.get(ends)?.filter((at) => oneIsShort(words, wordsOf(people[at]?.name ?? ''))) ?? [];
  };
  /** `Bo Chen (M017)`, `Bo Chen <bo@quay.example>`: by what is in brackets, else by what stands before. */
  const bracketed = (text: string): readonly number[] => {
    const whole = one(text);
    const parts =
      whole.length > 0
        ? null
        : (/^(.*?)\s*[(<[]([^)>\]]*)[)>\]]\s*$/.exec(text) ?? /^(\S.*?)\s*(?:\s[-–—]|:)\s+(\S.*)$/.exec(text));
    if (parts === null) return whole;
    const inside = one(parts[2] ?? '');
    return inside.length > 0 ? inside : one(parts[1] ?? '');
  };
  const read = (text: string): NamedIn => {
    const trimmed = text.trim();
    if (trimmed === '') return nobodyNamed;
    for (const separator of [undefined, /[;\n|>]/, /[;\n|>,/]|\s&\s|\band\b/i]) {
      const pieces = (separator === undefined ? [trimmed] : trimmed.split(separator)).map(withoutRank);
      const found = pieces.filter((piece) => piece !== '').map((piece) => ({ piece, at: bracketed(piece) }));
      const last = separator !== undefined && separator.source.includes('and');
      if (found.some(({ at }) => at.length > 0) || last)
        return {
          found: found.flatMap(({ at }) => at),
          each: found.flatMap(({ at }) => (at.length === 0 ? [] : [at])),
          unknown: found.some(({ at }) => at.length > 0)
            ? found.flatMap(({ piece, at }) => (at.length === 0 ? [piece] : []))
            : trimmed.split(/[;\n|>]/).flatMap((piece) => (withoutRank(piece) === '' ? [] : [withoutRank(piece)])),
          ambiguous: found.flatMap(({ piece, at }) => (at.length > 1 ? [piece] : [])),
        };
    }
    return nobodyNamed;
  };
  const kept = new Map<string, NamedIn>();
  return (answer) => {
    const texts = typeof answer === 'string' ? [answer] : answer;
    const all = texts.map((text) => {
      const known = kept.get(text) ?? read(text);
      kept.set(text, known);
      return known;
    });
    const [only = nobodyNamed] = all;
    if (all.length <= 1) return only;
    return {
      found: all.flatMap(({ found }) => found),
      each: all.flatMap(({ each }) => each),
      unknown: all.flatMap(({ unknown }) => unknown),
      ambiguous: all.flatMap(({ ambiguous }) => ambiguous),
    };
  };
}

/** `1. Ana Silva`, `2) Bo Chen`, `#3 Rao Kim`. */
function withoutRank(piece: string): string {
  return piece.trim().replace(/^(?:\d{1,2}\s*[.):]|#\d{1,2}\s)\s*(?=\D)/, '');
}

function note(map: Map<string, number[]>, key: string, at: number): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [at]);
  else if (!list.includes(at)) list.push(at);
}

/** Letters that no accent tells from their plain ones. */
const plainLetters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Nothing to take apart: of these letters none has an accent, and the only space is a space. */
const unaccented = /^[ -~]*$/;

function plain(text: string): string {
  if (unaccented.test(text)) return text.trim().replace(/ {2,}/g, ' ').toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/[øłđıßæœ]/g, (letter) => plainLetters[letter] ?? letter);
}

const titles = /^(?:(?:dr|prof|professor|doctor|mr|mrs|ms|mx|miss|herr|frau|sir|dame)\b\.?\s+)+/;

function wordsOf(name: string): string[] {
  return plain(name)
    .replace(titles, '')
    .replace(/['\u2018\u2019\u02bc`\u00b4]/g, '')
    .split(/[\s,\-\u2010\u2011]+/)
    .filter((word) => word !== '');
}

/** Given names first, where a comma says that they stand last. */
function inOrder(text: string): string[] {
  const [family = '', given] = text.split(',');
  return given === undefined ? wordsOf(text) : [...wordsOf(given), ...wordsOf(family)];
}

/** First and last name alone. */
function endsOf(words: readonly string[]): string {
  return words.length < 2 ? '' : `${words[0] ?? ''} ${words.at(-1) ?? ''}`;
}

/** One of the two says a middle name that the other leaves out; two different middle names are two people. */
function oneIsShort(one: readonly string[], other: readonly string[]): boolean {
  return Math.min(one.length, other.length) === 2 && Math.max(one.length, other.length) === 3;
}
