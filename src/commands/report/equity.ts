// mentorctl report equity: from what became of a cohort's groups to the report.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { inCohort, stayedColumn } from '../../domain/outcomes/in-cohort.ts';
import { equityReport } from '../../domain/reports/equity/equity-report.ts';
import type { Outcome } from '../../domain/reports/comparison.ts';
import { columnsOf, outcomesOf, type ObservedOutcome } from '../../domain/reports/measure-outcomes.ts';
import type { Program } from '../../domain/program/program.ts';
import { amongKnown } from '../../domain/suggest.ts';
import { leastShown, showPage } from '../shared/own-eyes.ts';
import type { Act } from '../shared/act.ts';
import { usingCounted } from '../shared/counted.ts';
import type { Context } from '../shared/context.ts';
import { type Loaded } from '../../store/loaded-outcomes.ts';
import { loadOutcomes } from '../shared/outcomes.ts';
import { onlyTable } from '../../domain/report/only-table.ts';
import { answerIn, lifeFlags, loadLife, type LifeOptions } from '../shared/program-life.ts';

interface EquityOptions extends LifeOptions {
  readonly by?: readonly string[];
}

export function define(command: Command, act: Act): void {
  lifeFlags(command)
    .option('--by <field...>', 'the fields whose answers are groups; all with a few answers unless said')
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl report equity --cohort fall\n  mentorctl report equity --by gender --technical',
    )
    .action((flags: EquityOptions) => act(runEquity, flags));
}

export async function runEquity(options: EquityOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const by = fieldsOf(options.by, program);
  await usingCounted(context, program, async (store, left) => {
    const loaded = await loadLife(store, program, options, context);
    const fields = new Map<string, NonNullable<Loaded['by']>>();
    let read: Loaded | undefined;
    for (const field of by) {
      read = await loadOutcomes(store, program, { cohort: loaded.cohort.name, by: field }, context);
      if (read.by !== undefined) fields.set(field, read.by);
    }
    const counts = read === undefined ? new Uint8Array(0) : inCohort(read.data, undefined).counts;
    const outcomes = read === undefined ? [] : outcomesIn(read, program, counts);
    await read?.hand(columnsOf(outcomes, program.measures));
    const report = equityReport({
      ...loaded,
      cohort: loaded.cohort.name,
      limits: program.engagement,
      by,
      wordsOf: answerIn(program),
      data: read?.data,
      fields,
      outcomes,
      counts,
      minCell: leastShown(options, program),
      technical: options.technical ?? false,
    });
    await showPage(
      context,
      onlyTable(report, options.table),
      leastShown(options, program),
      await left([loaded.cohort.id], 'mentee'),
    );
  });
}

/** What was measured, and still being here at each checkpoint. */
function outcomesIn(
  { data, seen, start }: Loaded,
  program: Program,
  counts: Uint8Array,
): (Outcome | ObservedOutcome)[] {
  const measured = outcomesOf({ data, measures: program.measures, samePeople: [] }, counts);
  const named = measured.filter(({ primary }) => primary);
  const stays = seen
    .filter((when) => when !== start)
    .slice(-1)
    .map((when): Outcome => ({
      id: `retention-${when}`,
      label: `still here at ${when}`,
      kind: 'yes-no',
      values: stayedColumn(data, when, counts, false),
      higherIs: 'better',
      primary: true,
      meaningful: undefined,
    }));
  return [...(named.length > 0 ? named : measured.slice(0, 3)), ...stays];
}

/** Fields whose answers can be groups of people. */
function fieldsOf(asked: readonly string[] | undefined, { fields }: Program): readonly string[] {
  const known = fields.filter(({ type }) => type === 'category' || type === 'ordinal' || type === 'yes-no');
  const names = known.map(({ name }) => name);
  for (const name of asked ?? [])
    if (!names.includes(name))
      throw new Failure('usage', {
        code: 'unknown-field',
        message: `there is no field "${name}" whose answers are groups`,
        hint: amongKnown(name, names, 'There is none yet.'),
      });
  return (
    asked ?? known.filter(({ options, type }) => type === 'yes-no' || options.length <= 12).map(({ name }) => name)
  );
}
