// mentorctl report all: every report of a cohort, one after the other, as one document.
import { chooseCohort } from '../shared/on-file.ts';
import { caution } from '../../domain/report/blocks.ts';
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { surveyNames } from '../../domain/reports/surveys/survey-kinds.ts';
import type { Block, Report } from '../../domain/report/report.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { reportTableOption } from '../shared/options.ts';
import { onlyTable } from '../../domain/report/only-table.ts';
import { leastShown, ownEyesOption, showPage } from '../shared/own-eyes.ts';
import { runCulture } from './culture.ts';
import { runEquity } from './equity.ts';
import { runLeadership } from './leadership.ts';
import { runPerformance } from './performance.ts';
import { runProgramReport } from './program.ts';
import { runRetention } from './retention.ts';
import { runSurveyReport } from './survey.ts';

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
      '\nReports of which nothing is on file say so in a line.\n\nExamples:\n  mentorctl report all --cohort fall -o fall.md --format md\n  mentorctl report all --table retention.rates --format csv',
    )
    .action((flags: AllOptions) => act(runAll, flags));
}

export async function runAll(
  { cohort, technical = false, forOwnEyes = false, table }: AllOptions,
  context: Context,
): Promise<void> {
  const { program } = await context.program();
  const name = await context.usingStore(
    { create: false },
    async (store) => (await chooseCohort(store, cohort, context)).name,
  );
  const shared = { cohort: name, technical, forOwnEyes };
  const all: readonly (readonly [string, (own: Context) => Promise<void>])[] = [
    ['program', (own) => runProgramReport(shared, own)],
    ['retention', (own) => runRetention({ ...shared }, own)],
    ['performance', (own) => runPerformance({ ...shared }, own)],
    ...surveyNames.map(
      (survey) => [survey, (own: Context) => runSurveyReport(survey, { ...shared, instrument: survey }, own)] as const,
    ),
    ['leadership', (own) => runLeadership({ ...shared, instrument: 'leadership' }, own)],
    ['culture', (own) => runCulture(shared, own)],
    ['equity', (own) => runEquity(shared, own)],
  ];
  const reports: Made[] = [];
  const left: { readonly name: string; readonly why: string }[] = [];
  for (const [word, run] of all) {
    const own: Context = {
      ...context,
      show: (report) => {
        reports.push({ name: word, report });
        return Promise.resolve();
      },
    };
    try {
      await run(own);
    } catch (error) {
      // One that cannot be made must not keep the others back, and is not passed over either.
      if (!(error instanceof Failure)) throw error;
      left.push({ name: word, why: error.message });
    }
  }
  const whole: Report = {
    schema: 'mentorctl/report-all@1',
    title: `All reports, ${name}`,
    blocks: [
      ...left.map(({ name: word, why }): Block => caution(`No report on ${word}: ${why}.`)),
      ...reports.flatMap(({ name: word, report }): Block[] => [
        { kind: 'heading', text: report.title ?? word },
        ...report.blocks.map((block) =>
          block.kind === 'table' ? { ...block, table: named(word, block.table) } : block,
        ),
      ]),
    ],
    json: {
      asOf: context.today(),
      cohort: name,
      items: reports.map(({ report }) => ({ schema: report.schema, ...report.json })),
      notMade: left,
    },
  };
  await showPage(context, oneTable(whole, reports, table), leastShown({ forOwnEyes }, program));
}

interface Made {
  readonly name: string;
  readonly report: Report;
}

/** Several reports have a table of rates: `retention.rates` says which. */
function named<T extends { readonly id: string }>(report: string, table: T): T {
  return { ...table, id: `${report}.${table.id}` };
}

/** `retention.rates`, or `rates` where one report alone has such a table. */
function oneTable(whole: Report, reports: readonly Made[], wanted: string | undefined): Report {
  if (wanted === undefined) return whole;
  const tables = reports.flatMap(({ name, report }) =>
    ((report.json['tables'] ?? []) as readonly { readonly id: string }[]).map((one) => named(name, one)),
  );
  const same = tables.filter(({ id }) => id.endsWith(`.${wanted}`));
  return onlyTable(
    { ...whole, json: { ...whole.json, items: undefined, tables } },
    same.length === 1 ? (same[0]?.id ?? wanted) : wanted,
  );
}
