// Ids as spreadsheets leave them: guarded against being read as numbers, made decimal, marked with a sign, or shortened for good.

/** `="0007"`, and the apostrophe that a spreadsheet puts before a number kept as text. */
const guarded = /^="(.*)"$|^['’‘](?=\w*\d)([^'’]*)$/;
const decimal = /^\d+\.0+$/;
const shortened = /^\d(?:[.,]\d+)?e\+?\d+$/i;

export interface IdMending {
  /** The id as the institution gives it. */
  readonly mend: (cell: string) => string;
  /** What is taken away, for the note on the column; undefined where nothing is. */
  readonly without: string | undefined;
}

/** `cells`: the different ids of the column. A sign or a decimal goes only where every id has it. */
export function idMending(cells: readonly string[]): IdMending {
  const guard = cells.some((cell) => guarded.test(cell));
  const bare = cells.map(unguarded);
  const every = (test: RegExp): boolean => bare.length > 0 && bare.every((cell) => test.test(cell));
  const [decimals, signs] = [every(decimal), every(/^#\s*\d/)];
  if (!guard && !decimals && !signs) return { mend: (cell) => cell, without: undefined };
  return {
    mend: (cell) => {
      const text = unguarded(cell);
      return decimals ? text.replace(/\.0+$/, '') : signs ? text.replace(/^#\s*/, '') : text;
    },
    without: [
      guard ? (cells.some((cell) => cell.startsWith('=')) ? '="..."' : "the ' before it") : '',
      decimals ? '.0' : '',
      signs ? '#' : '',
    ]
      .filter(Boolean)
      .join(' and '),
  };
}

/** True for `1.23457E+11`: the digits that are gone cannot be guessed. */
export function isShortenedId(cell: string): boolean {
  return shortened.test(cell);
}

function unguarded(cell: string): string {
  const [, formula, text] = guarded.exec(cell) ?? [];
  return formula ?? text ?? cell;
}
