// mentorctl report program, also called report brief: from what happened in a cohort to one page for who decides.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { briefReport, type BriefInput } from '../../domain/reports/brief.ts';
import type { Chapter, ProgramReportInput } from '../../domain/reports/program-input.ts';
import type { Program } from '../../domain/program/program.ts';
import { cohortSizes, listCohorts } from '../../store/cohorts.ts';
import { flagTimes } from '../../store/flag-times.ts';
import { goalDays } from '../../store/goal-days.ts';
import type { Store } from '../../store/store.ts';
import type { Cohort } from '../../domain/records.ts';
import type { Act } from '../shared/act.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Context } from '../shared/context.ts';
import { onlyTable } from '../../domain/report/only-table.ts';
import { usingCounted } from '../shared/counted.ts';
import { leastShown, showPage } from '../shared/own-eyes.ts';
import { countedTo } from '../shared/counted-to.ts';
import { lifeFlags, loadLife, type LifeOptions, type LoadedLife } from '../shared/program-life.ts';
import { chaptersOf, outcomeChapters } from './chapters.ts';

interface ProgramOptions extends LifeOptions {
  readonly details?: boolean;
}

export function define(command: Command, act: Act): void {
  lifeFlags(command)
    .addOption(onOff('--details', 'go on after the page: how pairs lived, met and ended, and what the record lacks'))
    .addHelpText(
      'after',
      [
        '',
        'One sheet of paper, A4 or, with "paper: letter" under "office:" in mentorctl.yaml, Letter. What the page says of the',
        'office stands there, too: office: { logo: crest.svg, logo-alt: The crest, about: What the program is, next: What comes next }',
        'Targets, in percent of the mentees: reports: { targets: { matched: 90, first-meeting: 80, finished: 70 } }',
        '',
        'Examples:',
        `  mentorctl report ${command.name()} --cohort fall -o fall.pdf`,
        `  mentorctl report ${command.name()} --table closures --format csv`,
      ].join('\n'),
    )
    .action((flags: ProgramOptions) => act(runProgramReport, flags));
}

export async function runProgramReport(options: ProgramOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await usingCounted(context, program, async (store, left) => {
    const loaded = await loadLife(store, program, options, context);
    const { made } = await chaptersOf(
      outcomeChapters({
        cohort: loaded.cohort.name,
        technical: options.technical ?? false,
        forOwnEyes: options.forOwnEyes ?? false,
      }),
      context,
    );
    // A workbook is no page, and who asks for a table may mean any of them.
    const more =
      options.table !== undefined || context.asked.listed || ['csv', 'xlsx'].includes(context.settings.format.value);
    const report = briefReport(
      await briefInput(store, program, loaded, made, options, context),
      options.details === true || more,
    );
    const minCell = leastShown(options, program);
    await showPage(context, onlyTable(report, options.table), minCell, await left([loaded.cohort.id], 'any'));
  });
}

/** `made`: what was found of outcomes and surveys. */
export async function briefInput(
  store: Store,
  program: Program,
  loaded: LoadedLife,
  made: readonly Chapter[],
  options: LifeOptions,
  context: Context,
): Promise<BriefInput> {
  const { cohort } = loaded;
  const input = await programInput(store, program, loaded, options, context);
  const hashes = made.map(({ report }) => (report.json['data'] as { readonly hash: string }).hash);
  return {
    ...input,
    provenance: { ...input.provenance, hash: sha256([input.provenance.hash, ...hashes].join(' ')) },
    about: program.office.about,
    next: program.office.next,
    costs: program.costs,
    chapters: made,
    later: await laterCohorts(store, cohort, context.today()),
    whole: `mentorctl report all --cohort ${shellWord(cohort.name)} -o ${cohort.name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}.html`,
  };
}

export async function programInput(
  store: Store,
  program: Program,
  loaded: LoadedLife,
  options: LifeOptions,
  context: Context,
): Promise<ProgramReportInput> {
  const { cohort } = loaded;
  const goals = await goalDays(store.db, cohort.id, countedTo(program, context));
  return {
    ...loaded,
    cohort: cohort.name,
    limits: program.engagement,
    flags: await flagTimes(store.db, cohort.id, countedTo(program, context)),
    goals: {
      set: goals.reduce((sum, { set }) => sum + set, 0),
      reached: goals.reduce((sum, { reached }) => sum + reached.length, 0),
    },
    targets: program.reports.targets,
    minCell: leastShown(options, program),
    technical: options.technical ?? false,
  };
}

/** Cohorts that have begun since, by their start; by when they were made where that is not known. */
async function laterCohorts({ db }: Store, { id, starts }: Cohort, today: string): Promise<BriefInput['later']> {
  const sizes = await cohortSizes(db);
  return (await listCohorts(db))
    .filter((one) => (starts === null || one.starts === null ? one.id > id : one.starts > starts))
    .filter((one) => one.starts === null || one.starts <= today)
    .map((one) => ({
      name: one.name,
      mentees: sizes.find(({ cohortId, role }) => cohortId === one.id && role === 'mentee')?.people ?? 0,
    }));
}
