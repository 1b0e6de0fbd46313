// mentorctl report retention: from the cohort's observations to the report.
import type { Command } from 'commander';
import { dayNumber, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { nothingYet } from '../../domain/reports/nothing-yet.ts';
import { retentionReport } from '../../domain/reports/retention.ts';
import { inTime } from '../../domain/outcomes/term.ts';
import type { Leaving } from '../../domain/reports/retention-survival.ts';
import type { Program } from '../../domain/program/program.ts';
import { shellWord, type Act, type Context } from '../context.ts';
import { loadOutcomes, onlyTable, outcomeFlags, type Loaded, type OutcomeOptions } from '../outcomes.ts';

export function define(command: Command, act: Act): void {
  outcomeFlags(command)
    .option('--persistence', 'count a transfer to another institution as having stayed')
    .option('--adjust <how>', 'overlap: weigh people so that the groups are alike at the start')
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl report retention --cohort fall\n  mentorctl report retention --cohort fall --technical --format json\n  mentorctl report retention --format csv -o retention.csv',
    )
    .action((flags: OutcomeOptions) => act((context) => runRetention(flags, context)));
}

export async function runRetention(options: OutcomeOptions, context: Context): Promise<void> {
  if (options.adjust !== undefined && options.adjust !== 'overlap')
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `--adjust cannot be "${options.adjust}"`,
      hint: 'Known: overlap.',
    });
  const { program } = await context.program();
  await context.usingStore({ create: false }, async (store) => {
    const loaded = await loadOutcomes(store, program, options, context);
    const { cohort, data, seen, start } = loaded;
    const measures = program.measures.filter(({ kind }) => kind === 'retention');
    const leaving = leavingOf(loaded, program);
    const report = retentionReport({
      cohort: cohort.name,
      data,
      start: seen.length > 1 ? start : undefined,
      checkpoints: inTime(seen.filter((name) => name !== start || seen.length === 1)),
      words: loaded.others?.aligned.words ?? new Map<string, string>(),
      alone: loaded.others?.aligned.alone ?? [],
      measures,
      baselines: loaded.baselines,
      strata: loaded.strata,
      by: loaded.by,
      overlap: options.adjust === 'overlap',
      landmark: loaded.landmark,
      pairDaysVary: loaded.pairDaysVary,
      leaving,
      minCell: program.reports.minCell,
      persistence: options.persistence ?? false,
      technical: options.technical ?? false,
      provenance: loaded.provenance,
    });
    const whole =
      seen.length > 0
        ? report
        : nothingYet(report, `Nothing is recorded yet for ${cohort.name} about who stayed.`, {
            command: `mentorctl import registrar.csv --cohort ${shellWord(cohort.name)}`,
            text: 'with a column such as "Fall 2026 Enrolled"',
          });
    await context.show(onlyTable(whole, options.table));
  });
}

/** Days of leaving from the field or measure the program file names; undefined where it names none or nobody left. */
function leavingOf({ leftOn, cohort, others, data, landmark }: Loaded, program: Program): Leaving | undefined {
  if (leftOn === undefined) return undefined;
  const plan = program.cohorts.find(({ name }) => name === cohort.name);
  const otherPlan = program.cohorts.find(({ name }) => name === others?.cohort.name);
  const date = (text: string | null | undefined): CivilDate | undefined =>
    text == null ? undefined : parseIsoDate(text);
  const starts = date(cohort.starts) ?? plan?.starts;
  const ends = date(cohort.ends) ?? plan?.ends;
  const otherStarts = date(others?.cohort.starts) ?? otherPlan?.starts;
  const since = (day: CivilDate, row?: number): number => {
    const from = row !== undefined && others?.elsewhere[row] === 1 ? otherStarts : starts;
    return from === undefined ? NaN : dayNumber(day) - dayNumber(from);
  };
  const days =
    leftOn.kind === 'number'
      ? leftOn.values
      : Float64Array.from(leftOn.codes, (code, row) => {
          const day = date(leftOn.levels[code]);
          return day === undefined ? NaN : since(day, row);
        });
  const latest = days.reduce((most, day) => (day > most ? day : most), 0);
  if (latest === 0) return undefined;
  const mark = date(landmark);
  const landmarkDay = data.groups.byPair && mark !== undefined ? since(mark) : undefined;
  return {
    days,
    until: ends === undefined || starts === undefined ? latest : since(ends),
    landmarkDay: landmarkDay === undefined || Number.isNaN(landmarkDay) ? undefined : landmarkDay,
  };
}
