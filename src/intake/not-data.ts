// Rows that are nobody's: blank ones, the headings again, a gradebook's own rows, totals and footers at the end.
import { readEmail } from '../domain/cells/people-words.ts';
import { filled } from './filled.ts';
import type { Row } from './table.ts';

const totals =
  /^((grand|sub|overall|column)[ -]?)?(totals?|sum|summe|gesamt(summe)?|insgesamt|anzahl|average|avg|mean|median|count|suma|totale|totaal|moyenne|nombre|durchschnitt|promedio|media|m[eé]dia)\b/i;

/** What report systems write below a list. */
const closing =
  /^(end of (report|file|list|data)|(report|list|file|data|export)?\s*(generated|created|printed|exported|produced|prepared|downloaded|updated|run|retrieved|extracted) (by|on|at|from|:)|(last )?(updated|refreshed|modified)\b|(report|run|print|export) (date|time|id)\b|as of\b|page \d+|source:|notes?:|\* ?\p{L}|confidential|copyright|©|for internal use|applied filters|filters?:|(number|no\.?|count) of\b|erstellt (am|von)|stand:?\b|quelle:|généré|genere|généré le|édité le|fuente:|generado|gerado|fin du|ende der|\d[\d,.]* (rows?|records?|responses?|students?|people|persons|participants?|employees?|members?|entries|results?|zeilen|personen|lignes|filas|registros)\b)/iu;

/** `*** Confidential ***`, `----- end -----`: set off by signs as no name or id is. */
const ruled = /^([*=_~-])\1+.*\1\1$/u;

/** A gradebook's rows about the columns, and the student it makes up. */
const gradebook = /^(points? possible|possible points?|max(imum)? (points?|score|grade)s?|out of|weight(ing)?)$/i;
const madeUp = /^(test student|student, test|student test)$/i;

/** Why a row is nobody's; undefined where it may be somebody's. `nearEnd`: one of the last rows of the file. */
export function whyNotData(record: Row, headings: readonly string[], nearEnd: boolean): string | undefined {
  const count = filled(record.cells);
  if (count === 0) return 'a blank row';
  if (record.cells[0] === headings[0] && headings.length > 1 && record.cells.join('\n') === headings.join('\n'))
    return 'the headings again';
  if (count === 1 && record.cells[0]?.startsWith('#') === true) return 'a comment';
  const first = record.cells.find((cell) => cell !== '') ?? '';
  if (gradebook.test(first) && others(record.cells, first).every(isNumber))
    return `a row about the columns: "${first}"`;
  if (madeUp.test(first) && !record.cells.some((cell) => readEmail(cell) !== undefined))
    return `a student that the gradebook made up: "${first}"`;
  if (!nearEnd) return undefined;
  // A full row of numbers after `Total` is a total; after a longer text it may be somebody's.
  if (count >= headings.length)
    return headings.length > 1 && bareTotal(first) && others(record.cells, first).every(isNumber)
      ? `a totals line: "${first}"`
      : undefined;
  if (ruled.test(first) && count === 1) return `a closing line: "${first}"`;
  if (totals.test(first) && isCounted(record.cells, first)) return `a totals line: "${first}"`;
  // Several words with a number in them, alone on one of the last rows, are nobody's name, id or address.
  const remark = headings.length >= 3 && /\s/.test(first) && /\d/.test(first);
  return count === 1 && (closing.test(first) || remark) ? `a closing line: "${first}"` : undefined;
}

/** `Total`, `Grand total:`: the word and no more. */
function bareTotal(first: string): boolean {
  return totals.test(first) && first.replace(totals, '').replace(/[\s:.]/g, '') === '';
}

/** `Total`, `Total: 3`, `Total,,38`; not `Mean Green`. */
function isCounted(cells: readonly string[], first: string): boolean {
  const more = others(cells, first);
  return /\d/.test(first) || (more.length === 0 ? bareTotal(first) : more.every(isNumber));
}

function others(cells: readonly string[], first: string): readonly string[] {
  return cells.filter((cell) => cell !== '' && cell !== first);
}

function isNumber(cell: string): boolean {
  return /^[\d.,\s%$€£-]+$/.test(cell) || /^\(?read only\)?$/i.test(cell);
}
