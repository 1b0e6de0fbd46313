// Questions that exports spread over columns, one a tick box: `Topics [Exams]`, `Topics - Exams`. Together they are one set.
import { inWeekOrder, readHours } from '../cells/hours.ts';
import { namesRole, rolePhrase } from '../cells/role-phrases.ts';
import type { Field } from '../program/program.ts';
import type { ColumnProfile } from './profile.ts';
import { foldHeading } from '../cells/fold-heading.ts';
import { optionHeadings, optionRuns, type OptionHeading } from './option-headings.ts';

/** One tick box of a question that fills a set: the cell says whether `option` was ticked. */
export interface TickBox {
  readonly is: 'option';
  readonly field: Field;
  readonly option: string;
}

/**
 * By column. `fieldOf`: the field that one of these headings or questions has filled before. A question needs two boxes, and
 * its cells nothing but a tick, yes/no, or the option's own words.
 */
export function findTickBoxes(
  headings: readonly string[],
  profiles: readonly ColumnProfile[],
  fieldOf: (headings: readonly string[]) => Field | undefined,
  nameOf: (question: string) => string,
): ReadonlyMap<number, TickBox> {
  const questions = new Map<string, OptionHeading[]>();
  for (const box of optionHeadings(headings, profiles)) {
    const profile = profiles[box.index];
    if (profile === undefined || !profile.distinct.every((cell) => isTick(cell, box.option))) continue;
    questions.set(box.question, [...(questions.get(box.question) ?? []), box]);
  }
  const boxes = new Map<number, TickBox>();
  const settle = (found: readonly OptionHeading[], known: readonly string[]): void => {
    const [first] = found;
    if (first === undefined || found.length < 2) return;
    const answers = found.map(({ option }) => option);
    const hours = found.map(({ option, index }) => hoursOf(option, profiles[index]));
    const week = hours.every((free) => free !== undefined);
    const options = week ? inWeekOrder(hours.flat()) : [...new Set(answers)];
    const before = fieldOf(known);
    const field =
      before === undefined
        ? { name: nameOf(first.question), type: 'set' as const, options, headings: known }
        : {
            ...before,
            options: [...new Set([...before.options, ...options])],
            headings: [...new Set([...before.headings, ...known])],
          };
    for (const { index, option } of found) boxes.set(index, { is: 'option', field, option });
  };
  for (const [question, found] of questions) settle(found, [question]);
  for (const run of optionRuns(headings, profiles)) {
    const open = run.filter(({ index }) => !boxes.has(index));
    settle(
      open,
      open.map(({ index }) => headings[index] ?? ''),
    );
  }
  return boxes;
}

/** Boxes of a question whose only options are mentor and mentee: each says yes or no of a role. */
export function roleBoxes(boxes: ReadonlyMap<number, TickBox>): readonly (readonly [number, 'mentor' | 'mentee'])[] {
  const sides = [...boxes].flatMap(([index, { field, option }]) => {
    const side = namesRole(option) ? rolePhrase(option) : undefined;
    return field.options.length === 2 && (side === 'mentor' || side === 'mentee') ? [[index, side] as const] : [];
  });
  return new Set(sides.map(([, side]) => side)).size === 2 && sides.length === 2 ? sides : [];
}

const ticked = /^(1|x|y|✓|✔|☑|☒|yes|true|checked|selected|ticked|quoted|on|ja|oui|s[ií]|sim|tak|evet)$/i;
const unticked =
  /^(0|n|☐|no|false|unchecked|unselected|not (checked|selected|ticked|quoted)|off|nein|non|n[aã]o|nee|nej|nei|nie|hay[ıi]r)$/i;

/** A tick, or a word against it. */
function isTick(cell: string, option: string): boolean {
  return (
    ticked.test(cell) ||
    unticked.test(cell) ||
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
  if (cell === '' || unticked.test(cell.trim())) return [];
  return readHours(`${option} ${cell}`) ?? readHours(option) ?? [option];
}
