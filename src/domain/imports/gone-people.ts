// People of a roster whom a column of it says are gone: terminated, withdrawn, deceased. They come in, which is said with whom and the line to type.
import { counted } from '../count-words.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { exclusions, statusReader } from '../columns/statuses.ts';
import { foldHeading } from '../cells/fold-heading.ts';
import { safeText } from '../safe-text.ts';
import { shellWord } from '../shell-word.ts';
import { has, mapLine, type Look } from './look.ts';

const gone = new Set(['left', 'left by choice', 'let go', ...exclusions]);
/** Over a status of somebody at work or in their studies; not of a form, a fee or a grade. */
const standing = /\b(status|employment|employee|worker|enrol+ment|registration)\b/;
const other = /\b(type|application|payment|visa|marital|military|veteran|form|survey|response|fee|aid)\b/;
const shownPeople = 5;

/** `cells`: by column, of the first rows. Once a file, for the first column that says so of some and not of all. */
export function gonePeople(look: Look, cells: readonly (readonly string[])[]): string | undefined {
  if (look.kind !== 'roster') return undefined;
  for (const { index, heading, meaning, profile } of look.columns) {
    const key = foldHeading(heading);
    if (meaning.is !== 'field' || !standing.test(key) || other.test(key) || profile.distinct.length > 20) continue;
    const read = statusReader(profile.distinct, heading, look.program.statuses);
    const rows = (cells[index] ?? []).flatMap((cell, row) => (gone.has(read(cell) ?? '') ? [row] : []));
    if (rows.length === 0 || rows.length === profile.filled) continue;
    const words = new Set(rows.map((row) => `"${safeText(cells[index]?.[row] ?? '')}"`));
    const [whole, first, last, id] = [['name'], ['first-name'], ['last-name'], ['id', 'email']].map((targets) =>
      cellsOf(look.columns, targets, cells),
    );
    const named = rows.slice(0, shownPeople).map((row) => {
      const name = whole?.[row] ?? [first?.[row] ?? '', last?.[row] ?? ''].join(' ').trim();
      return safeText(name === '' ? (id?.[row] ?? '') : name);
    });
    const more = rows.length > shownPeople ? ` and ${rows.length - shownPeople} more` : '';
    const one = shellWord(id?.[rows[0] ?? 0] ?? '');
    return `"${safeText(heading)}" says ${[...words].slice(0, 3).join(', ')} of ${counted(rows.length, 'person', 'people')}, who ${rows.length === 1 ? 'comes' : 'come'} in like all others: ${named.join(', ')}${more}. To leave one out of matching: mentorctl person withdraw ${one}. If it says where people are at a time, import the file with --as outcomes ${mapLine(heading, 'retention')} as well.`;
  }
  return undefined;
}

function cellsOf(
  columns: readonly ColumnMeaning[],
  targets: readonly string[],
  cells: readonly (readonly string[])[],
): readonly string[] | undefined {
  const at = (target: string): ColumnMeaning | undefined =>
    columns.find(({ meaning }) => meaning.is === 'target' && meaning.target === target);
  const column = targets.map(at).find((found) => found !== undefined);
  return column === undefined ? undefined : cells[column.index];
}

/** Over the day on which somebody left. */
const dayOfLeaving =
  /\b(terminat\w*|separation|leaving|leave|left|exit|depart\w*|resign\w*|withdr\w+|drop ?out|retirement|last (working |employment )?day|(employment|contract) end|end of (employment|contract)|austritts?\w*|abgangs?\w*|exmatrikulations?\w*|sortie|départ|baja|salida|egreso|saída|desligamento|uscita|cessazione|uitdienst\w*|vertrek\w*|zwolnieni\w*|odejści\w*|skreśleni\w*|slutdatum|fratr[æå]del\w*|çıkış|ayrılış|ayrılma)(?![\p{L}])|退職|退学|離職|离职|退學|퇴사|퇴직|увольнен|отчислен/u;
const dayOfStart =
  /\b(hire[ds]?|start(ed)?|join(ed)?|entry|eintritts?\w*|entrée|ingreso|alta|admissão|assunzione|indienst\w*|zatrudnieni\w*|anställ\w*|işe giriş)\b|入社|入学|入职|입사/u;

/** A column of days that some have and others have not, over which stands that they left: kept as answers, and not as an end. */
export function goneByDay(look: Look, cells: readonly (readonly string[])[]): string | undefined {
  const { columns } = look;
  if (has(look, 'end')) return undefined;
  const days = columns.filter(
    ({ meaning, profile }) => meaning.is === 'field' && meaning.field.type === 'date' && profile.filled > 0,
  );
  const rows = cells[0]?.length ?? 0;
  const end = days.find(({ heading, profile }) => dayOfLeaving.test(foldHeading(heading)) && profile.filled < rows);
  if (end === undefined) return undefined;
  const start = days.find(({ heading }) => dayOfStart.test(foldHeading(heading)));
  const lines = [mapLine(end.heading, 'end'), ...(start === undefined ? [] : [mapLine(start.heading, 'start')])];
  return `"${safeText(end.heading)}" has a day for ${counted(end.profile.filled, 'person', 'people')}, who ${end.profile.filled === 1 ? 'comes' : 'come'} in like all others. To report how long people stayed, import the file with --as outcomes ${lines.join(' ')} as well.`;
}
