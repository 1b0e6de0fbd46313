// Columns whose answers are people here while the heading says neither that they are to be kept apart nor that they are asked for.
import { foldHeading } from '../cells/fold-heading.ts';
import { isGap } from '../cells/gaps.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { mayNameSomebody } from '../columns/propose-criteria.ts';
import { whoIsNamed } from '../people-named.ts';
import { leavesOpen } from '../program/any-words.ts';
import { safeText } from '../safe-text.ts';
import { mapLine, type Look } from './look.ts';
import { asItIs, type OpenColumn } from './open-column.ts';

/** What such a column may be: a word of --map, and how it is asked. */
const peopleWords = [
  { value: 'keep apart from', label: 'somebody to keep apart from' },
  { value: 'mentor wanted', label: 'the mentor who is asked for' },
] as const;

/** Others of one's own kind, and those who only brought somebody here or are on file for the office. */
const saysWhat =
  /\b(siblings?|brothers?|sisters?|friends?|room ?mates?|flat ?mates?|house ?mates?|partners?|spouses?|husband|wife|cousins?|relatives?|family|twins?|refer\w*|nominat\w*|recommend\w*|recruit\w*|invit\w*|heard|emergency|contacts?|(?:entered|added|created|updated|modified|signed|approved|completed|submitted|filled)(?: in| out)? by|owner|signature|username|assigned|current mentor|mentors?|mentees?|pair(?:ed)?|match(?:ed)?)\b/i;

/** Only columns that are new here; those that --map or the program file speak of are settled. */
export function columnsOfPeople(look: Look, cells: readonly (readonly string[])[]): readonly OpenColumn[] {
  return peopleAmong(look, cells).map((column) => ({
    column,
    code: 'which-people',
    message: `"${safeText(column.heading)}" names people of this file, and its heading does not say what for`,
    hint: peopleHint(column),
    question: `Who are the people in "${safeText(column.heading)}"?`,
    choices: [...peopleWords, { value: asItIs(column), label: 'an answer that means neither' }],
  }));
}

function peopleAmong(
  { kind, columns, program, map }: Look,
  cells: readonly (readonly string[])[],
): readonly ColumnMeaning[] {
  if (kind !== 'roster') return [];
  const known = new Set(program.fields.map(({ name }) => name));
  const said = new Set([...map.keys()].map(foldHeading));
  const open = columns.filter(
    ({ meaning, heading, profile }) =>
      meaning.is === 'field' &&
      profile.distinct.length > 1 &&
      !known.has(meaning.field.name) &&
      !said.has(foldHeading(heading)) &&
      !peopleWords.some(({ value }) => meaning.field.name === value) &&
      !mayNameSomebody(meaning.field) &&
      !saysWhat.test(heading),
  );
  if (open.length === 0) return [];
  const find = whoIsNamed(peopleIn(columns, cells));
  // Most answers come again: each different one is read once; undefined for one that says nothing.
  const readings = new Map<string, readonly number[] | undefined>();
  const foundIn = (cell: string): readonly number[] | undefined => {
    if (readings.has(cell)) return readings.get(cell);
    const found = isGap(cell) || leavesOpen(cell) ? undefined : find(cell).found;
    readings.set(cell, found);
    return found;
  };
  return open.filter(({ index, profile }) => {
    let [said, named] = [0, 0];
    for (const [row, cell] of (cells[index] ?? []).entries()) {
      const found = foundIn(cell);
      if (found === undefined) continue;
      said++;
      if (found.includes(row)) return false;
      if (found.length > 0) named++;
      // Whatever the others say, too few of them name somebody.
      else if (said - named > 0.2 * profile.filled) return false;
    }
    return named > 1 && named >= 0.8 * said;
  });
}

/** One a row, as the file calls them. */
function peopleIn(
  columns: readonly ColumnMeaning[],
  cells: readonly (readonly string[])[],
): { readonly id: string; readonly name: string; readonly email: string }[] {
  const at = (target: string): readonly string[] => {
    const column = columns.find(({ meaning }) => meaning.is === 'target' && meaning.target === target);
    return column === undefined ? [] : (cells[column.index] ?? []);
  };
  const [ids, emails, names] = [at('id'), at('email'), at('name')];
  const parts = [at('first-name'), at('name-infix'), at('last-name')];
  return Array.from({ length: cells[0]?.length ?? 0 }, (_, row) => ({
    id: ids[row] ?? '',
    email: emails[row] ?? '',
    name: names[row] ?? parts.flatMap((part) => part[row] || []).join(' '),
  }));
}

function peopleHint(column: ColumnMeaning): string {
  const { heading } = column;
  const [apart, wanted] = peopleWords.map(({ value, label }) => `${mapLine(heading, value)} for ${label}`);
  return `Say what they are: ${apart ?? ''}; ${wanted ?? ''}; ${mapLine(heading, asItIs(column))} for an answer that means neither; - in its place leaves it out.`;
}
