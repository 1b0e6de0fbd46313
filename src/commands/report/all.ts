// mentorctl report all: every report of a cohort, one after the other, as one document.
import type { Command } from '@commander-js/extra-typings';
import { briefReport } from '../../domain/reports/brief.ts';
import { programReport } from '../../domain/reports/program-report.ts';
import { tableOfWhole, wholeReport } from '../../domain/reports/whole-report.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { usingCounted } from '../shared/counted.ts';
import { reportTableOption } from '../shared/options.ts';
import { leastShown, ownEyesOption, showPage } from '../shared/own-eyes.ts';
import { loadLife } from '../shared/program-life.ts';
import { chaptersOf, outcomeChapters } from './chapters.ts';
import { runCulture } from './culture.ts';
import { runEquity } from './equity.ts';
import { briefInput, programInput } from './program.ts';

interface AllOptions {
  readonly cohort?: string;
  readonly technical?: boolean;
  readonly forOwnEyes?: boolean;
  readonly table?: string;
}

export function define(command: Command, act: Act): void {
  command
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .option('--technical', 'add tests, p values and the reasons behind the claim levels')
    .addOption(ownEyesOption())
    .addOption(reportTableOption())
    .addHelpText(
      'after',
      '\nReports of which nothing is on file say so in a line.\n\nExamples:\n  mentorctl report all --cohort fall -o fall.html\n  mentorctl report all --table retention.rates --format csv',
    )
    .action((flags: AllOptions) => act(runAll, flags));
}

export async function runAll(
  { cohort: name, technical = false, forOwnEyes = false, table }: AllOptions,
  context: Context,
): Promise<void> {
  const { program } = await context.program();
  const minCell = leastShown({ forOwnEyes }, program);
  await usingCounted(context, program, async (store, left) => {
    const loaded = await loadLife(store, program, name === undefined ? {} : { cohort: name }, context);
    const cohort = loaded.cohort.name;
    const shared = { cohort, technical, forOwnEyes };
    const outcomes = await chaptersOf(outcomeChapters(shared), context);
    const others = await chaptersOf(
      [
        ['culture', (own) => runCulture(shared, own)],
        ['equity', (own) => runEquity(shared, own)],
      ],
      context,
    );
    const gone = await left([loaded.cohort.id], 'any');
    const brief = briefReport(await briefInput(store, program, loaded, outcomes.made, shared, context), false);
    const whole = programReport(await programInput(store, program, loaded, shared, context));
    const own = await chaptersOf(
      [
        ['brief', (one) => showPage(one, brief, minCell, gone)],
        ['program', (one) => showPage(one, whole, minCell, gone)],
      ],
      context,
    );
    const chapters = [...own.made, ...outcomes.made, ...others.made];
    const report = wholeReport({
      cohort,
      asOf: context.today(),
      chapters,
      left: [...outcomes.left, ...others.left],
    });
    await showPage(context, tableOfWhole(report, chapters, table), minCell);
  });
}
