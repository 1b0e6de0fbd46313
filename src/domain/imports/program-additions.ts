// What a file tells that the program does not know yet: fields, measures, headings, options.
import { asYouSaid, type ColumnMeaning } from '../columns/meaning.ts';
import { termMonth } from '../outcomes/term.ts';
import type { NewOptions } from '../rows/read-drafts.ts';
import type { ColumnTarget, Field, Measure, Program } from '../program/program.ts';

export interface ProgramAdditions {
  readonly fields: readonly Field[];
  readonly measures: readonly Measure[];
  /** Headings seen, by what the column is. */
  readonly columns: readonly (readonly [ColumnTarget, string])[];
}

/** Options of a field stand with those it had; a measure that is known stays as it is. */
export function programAdditions(
  columns: readonly ColumnMeaning[],
  newOptions: NewOptions,
  program: Program,
): ProgramAdditions {
  // Numbers that stand in for headings say nothing of another file.
  const targets = columns.flatMap(({ meaning, heading }) =>
    /^Column \d+$/.test(heading)
      ? []
      : meaning.is === 'target'
        ? [[meaning.target, heading] as const]
        : meaning.is === 'kept-out' && meaning.why === asYouSaid
          ? [['left-out', heading] as const]
          : [],
  );
  const fields = new Map<string, Field>();
  for (const { meaning } of columns) {
    if (meaning.is !== 'field' && meaning.is !== 'option') continue;
    const { field } = meaning;
    const extra = [...(newOptions.get(field.name)?.keys() ?? [])];
    const known = program.fields.find(({ name }) => name === field.name);
    const told =
      known !== undefined && extra.length === 0 && field.headings.every((heading) => known.headings.includes(heading));
    if (!told) fields.set(field.name, { ...field, options: [...field.options, ...extra] });
  }
  return { fields: [...fields.values()], measures: newMeasures(columns, program), columns: targets };
}

/** The earliest of several checkpoints says who was there at the start. */
function newMeasures(columns: readonly ColumnMeaning[], program: Program): Measure[] {
  const measures = measuresOf(columns).filter(
    ({ name, headings }) =>
      !program.measures.some((known) => known.name === name && headings.every((one) => known.headings.includes(one))),
  );
  const checkpoints = measures
    .filter(({ kind }) => kind === 'retention')
    .sort((a, b) => (termMonth(a.when ?? '') ?? 0) - (termMonth(b.when ?? '') ?? 0));
  const [start] = checkpoints;
  const known = [...program.measures, ...measures].map(({ name }) => name);
  return measures.map((measure) => {
    const whole = wholeOf(measure.name, known);
    return {
      ...measure,
      ...(checkpoints.length >= 2 && measure === start ? { start: true } : {}),
      ...(whole === undefined ? {} : { of: whole }),
    };
  });
}

/** Each measure once, with the headings of all its times: a term is of the column, and only a checkpoint's own is of the measure. */
function measuresOf(columns: readonly ColumnMeaning[]): Measure[] {
  const found = new Map<string, Measure>();
  for (const { meaning, heading } of columns) {
    if (meaning.is !== 'measure') continue;
    const { when, ...measure } = meaning.measure;
    const { headings } = found.get(measure.name) ?? measure;
    found.set(measure.name, {
      ...measure,
      headings: headings.includes(heading) ? headings : [...headings, heading],
      ...(measure.kind === 'retention' && when !== undefined ? { when } : {}),
    });
  }
  return [...found.values()];
}

/** `credits attempted` for `credits earned`: a part is read as a share of what was tried. */
function wholeOf(name: string, known: readonly string[]): string | undefined {
  return ['attempted', 'taken']
    .map((word) => name.replace(/\b(earned|passed|completed)\b/, word))
    .find((whole) => whole !== name && known.includes(whole));
}
