// Letters that were written over once too often before they came here: UTF-8 read as Windows-1252 (`JosÃ©`), and the entities of
// a web page (`O&#39;Bryan`). They are read back, and what was read back is counted, so that it can be said.

export interface Mended {
  /** Cells, and the first of them as it was and as it is read. */
  cells: number;
  first?: readonly [string, string];
}

export interface MendedLetters {
  readonly twice: Mended;
  readonly entities: Mended;
}

export const noneMended = (): MendedLetters => ({ twice: { cells: 0 }, entities: { cells: 0 } });

/** What a cell must hold for anything to be mended. */
export const maybeMended = /&#?\w{2,31};|[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** The cell with its letters read back, noted in `mended`. */
export function mendLetters(cell: string, mended: MendedLetters): string {
  if (!maybeMended.test(cell)) return cell;
  const plain = noted(cell, cell.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,31});/gi, entity), mended.entities);
  return noted(plain, readBack(plain), mended.twice);
}

function noted(before: string, after: string, mended: Mended): string {
  if (before === after) return before;
  mended.cells++;
  mended.first ??= [before, after];
  return after;
}

const marks: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  oelig: 'œ',
  OElig: 'Œ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
};

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const letter = code > 0x1f && code <= 0x10ffff && (code < 0x7f || code > 0x9f) ? String.fromCodePoint(code) : '';
    return letter === '' || /[\ud800-\udfff]/.test(letter) === letter.length < 2 ? whole : letter;
  }
  const [, letter, mark] = /^([a-zA-Z])([a-z]+)$/.exec(name) ?? [];
  const composed = letter === undefined ? '' : `${letter}${marks[mark ?? ''] ?? '..'}`.normalize('NFC');
  return entities[name] ?? (composed.length === 1 ? composed : whole);
}

const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Signs that stand for the bytes of one letter. */
const letterBytes = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/g;
/** Letters of western and central Europe, and quotation marks: what a single such letter may be. */
const likelyLetter = /^[\u00a1-\u017f\u2010-\u203a\u20ac]+$/;

/** The text as it was before: all of it where it is all of a piece (`Ð˜Ð²Ð°Ð½`), else the letters that can be nothing else. */
function readBack(text: string): string {
  const runs = text.match(letterBytes)?.length ?? 0;
  const whole = runs > 1 ? fromTwice(text) : undefined;
  return whole ?? text.replace(letterBytes, (run) => single(run) ?? run);
}

function single(run: string): string | undefined {
  const letter = fromTwice(run);
  return letter !== undefined && likelyLetter.test(letter) ? letter : undefined;
}

/** What the bytes of the text would be in Windows-1252, read as UTF-8; undefined where they are none. */
function fromTwice(text: string): string | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const at = upper.indexOf(char);
    if (code > 0xff && at < 0) return undefined;
    bytes.push(at >= 0 ? 0x80 + at : code);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** In words, for the note on the file. */
export function mendedWords({ twice, entities: named }: MendedLetters): string[] {
  const say = ({ cells, first }: Mended, one: string, several: string): string[] =>
    first === undefined
      ? []
      : [`${cells === 1 ? `1 cell ${one}` : `${cells} cells ${several}`}: "${first[0]}" is read as "${first[1]}".`];
  return [
    ...say(twice, 'was encoded twice before it came here', 'were encoded twice before they came here'),
    ...say(named, 'holds the entities of a web page', 'hold the entities of a web page'),
  ];
}
