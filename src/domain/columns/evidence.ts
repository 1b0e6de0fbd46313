// What the cells of a column show of it, whatever its heading says. Judged from some hundreds of different answers.
import { headingTokens } from './heading-tokens.ts';
import { isCommonGiven, isFamilyLike } from './common-names.ts';
import { looksLikeFullName, looksLikeOneName } from './name-shape.ts';
import type { ColumnProfile } from './profile.ts';

/** Shares 0..1 of the different answers, but `unique`: different answers of all that were given. */
export interface Evidence {
  readonly unique: number;
  readonly fullNames: number;
  readonly oneNames: number;
  /** Cells with a given name, or one word that is a family name, that very many people have. */
  readonly commonGiven: () => number;
  readonly commonFamily: () => number;
  /** One word of any letters, as logins are. */
  readonly words: number;
}

const judged = 300;

export function evidenceOf({ distinct, filled }: ColumnProfile): Evidence {
  const sample = distinct.slice(0, judged);
  const share = (test: (cell: string) => boolean): number =>
    sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
  return {
    unique: filled === 0 ? 0 : distinct.length / filled,
    fullNames: share(looksLikeFullName),
    oneNames: share(looksLikeOneName),
    // Asked only where no heading says which column holds the names.
    commonGiven: () => share((cell) => headingTokens(cell).some(isCommonGiven)),
    commonFamily: () => share((cell) => headingTokens(cell).some(isFamilyLike)),
    words: share((cell) => /^\S{1,60}$/.test(cell.trim())),
  };
}

/** Share of the rows with an address in which the part before the @ holds a word of the cell: `nodira` of `nodira@...`. */
export function meetsAddress(cells: readonly string[], addresses: readonly string[]): number {
  let [rows, met] = [0, 0];
  for (let row = 0; row < Math.min(cells.length, judged); row++) {
    const [local = '', domain] = (addresses[row] ?? '').split('@');
    const words = headingTokens(cells[row] ?? '').filter((word) => word.length >= 2);
    if (domain === undefined || words.length === 0) continue;
    rows++;
    const plain = headingTokens(local).join('');
    if (
      words.some((word) => word.length >= 3 && plain.includes(word)) ||
      headingTokens(local).some((part) => part.length >= 2 && words.includes(part))
    )
      met++;
  }
  return rows === 0 ? 0 : met / rows;
}

/** Share of the first cells that are words of people on file. */
export function shareOnFile(cells: readonly string[], people: ReadonlySet<string> = new Set()): number {
  if (people.size === 0) return 0;
  const filled = cells.slice(0, judged).filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter((cell) => people.has(cell)).length / filled.length;
}
