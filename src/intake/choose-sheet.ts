// Which sheet of a workbook is read: the one named, else the first that holds a table and no instructions.
import { Failure } from '../domain/failure.ts';
import { didYouMean } from '../domain/suggest.ts';
import { filled } from './filled.ts';
import type { Row } from './table.ts';

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** Sheets beside the tables: how to fill them in, what may be chosen, what it comes to. */
const aside =
  /^(instructions?|read ?me|how to\b.*|help|guide(lines)?|about|info(rmation)?|notes?|cover( ?(page|sheet))?|contents|index|legend|key|lookups?|lists?|drop ?downs?|options|validation|data ?dictionary|definitions|summary|overview|anleitung|hinweise|erläuterungen|instrucciones|mode d.emploi|istruzioni|instruções)$/i;

/** `peek`: the first rows of a sheet. Throws Failure where the one named is not there, and where several could be meant. */
export function chooseSheet<S extends Sheet>(
  sheets: readonly S[],
  wanted: string | undefined,
  source: string,
  peek: (sheet: S) => readonly Row[],
): S {
  if (wanted !== undefined) {
    const named = sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (named !== undefined) return named;
    throw noSheet(`the workbook has no sheet "${wanted}"`, sheets, source, wanted);
  }
  const shown = sheets.filter(({ hidden }) => !hidden);
  const candidates = shown.length === 0 ? sheets : shown;
  const [first, ...others] = candidates;
  if (first === undefined) throw noSheet('the workbook has no sheet', sheets, source);
  if (others.length === 0 || (!aside.test(first.name) && isTable(peek(first)))) return first;
  const tables = others.filter((sheet) => !aside.test(sheet.name) && isTable(peek(sheet)));
  const [only, ...more] = tables;
  if (only === undefined) return first;
  if (more.length === 0) return only;
  throw new Failure('usage', {
    code: 'which-sheet',
    message: `the first sheet, "${first.name}", holds no list, and ${tables.length} others do`,
    where: { source },
    hint: `Read them one after the other: ${tables.map(({ name }) => `--sheet ${/^[\w.-]+$/.test(name) ? name : `"${name}"`}`).join(', ')}.`,
  });
}

/** Two columns side by side in two rows. */
function isTable(rows: readonly Row[]): boolean {
  return rows.filter(({ cells }) => filled(cells) >= 2).length >= 2;
}

function noSheet(message: string, sheets: readonly Sheet[], source: string, wanted?: string): Failure {
  const names = sheets.map(({ name }) => name);
  const near = wanted === undefined ? undefined : didYouMean(wanted, names);
  const hint = [near, `Sheets: ${names.join(', ')}.`].filter((text) => text !== undefined).join(' ');
  return new Failure('not-found', { code: 'no-such-sheet', message, where: { source }, hint });
}
