// Questions that exports spread over columns, one a tick box: `Topics [Exams]`, `Topics - Exams`. Together they are one set.
import { inWeekOrder, readHours } from '../cells/hours.ts';
import type { Field } from '../program/program.ts';
import type { ColumnProfile } from './profile.ts';
import { foldHeading } from '../cells/fold-heading.ts';

/** One tick box of a question that fills a set: the cell says whether `option` was ticked. */
export interface TickBox {
  readonly is: 'option';
  readonly field: Field;
  readonly option: string;
}

/** By column. `fieldOf`: the field a question has filled before. A question needs two boxes, and its cells nothing but a tick, yes/no, or the option's own words. */
export function findTickBoxes(
  headings: readonly string[],
  profiles: readonly ColumnProfile[],
  fieldOf: (question: string) => Field | undefined,
  nameOf: (question: string) => string,
): ReadonlyMap<number, TickBox> {
  const questions = new Map<string, { index: number; option: string }[]>();
  headings.forEach((heading, index) => {
    const parts = /^(.+?) ?\[(.+)\]$/.exec(heading) ?? /^(.+?) (?:-|–|:) (.+)$/.exec(heading);
    const [question, option] = [parts?.[1], parts?.[2]];
    const profile = profiles[index];
    if (question === undefined || option === undefined || profile === undefined) return;
    if (!profile.distinct.every((cell) => isTick(cell, option))) return;
    questions.set(question, [...(questions.get(question) ?? []), { index, option }]);
  });
  const boxes = new Map<number, TickBox>();
  for (const [question, found] of questions) {
    if (found.length < 2) continue;
    const answers = found.map(({ option }) => option);
    const hours = answers.map((option, at) => hoursOf(option, profiles[found[at]?.index ?? -1]));
    const week = hours.every((free) => free !== undefined);
    const options = week ? inWeekOrder(hours.flat()) : answers;
    const field = fieldOf(question) ?? { name: nameOf(question), type: 'set', options, headings: [question] };
    for (const { index, option } of found) boxes.set(index, { is: 'option', field, option });
  }
  return boxes;
}

/** A tick, or a word against it. */
function isTick(cell: string, option: string): boolean {
  return (
    /^(0|1|x|✓|✔|yes|no|true|false|checked|unchecked|selected|not selected)$/i.test(cell) ||
    foldHeading(cell) === foldHeading(option) ||
    readHours(`${option} ${cell}`) !== undefined
  );
}

/** The hours a box stands for: `Mon 9-11`, or a column `Mon` with answers such as `Morning, 14-16`. */
function hoursOf(option: string, profile: ColumnProfile | undefined): readonly string[] | undefined {
  const cells = (profile?.distinct ?? []).filter((cell) => readTick(cell, option).length > 0);
  const found = cells.map((cell) => readHours(option) ?? readHours(`${option} ${cell}`));
  return found.every((hours) => hours !== undefined) ? (readHours(option) ?? found.flat()) : undefined;
}

/** What a cell under a tick box says: nothing, the option, or the free hours it stands for. */
export function readTick(cell: string, option: string): readonly string[] {
  if (cell === '' || /^(0|no|false|unchecked|not selected)$/i.test(cell)) return [];
  return readHours(`${option} ${cell}`) ?? readHours(option) ?? [option];
}
