// mentorctl program check: is the program file sound, and do its rules and criteria do to these people what was meant?
import { withAskedFor } from '../../domain/matching/scoring/asked-for.ts';
import { existsSync } from 'node:fs';
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { checkProgram } from '../../domain/matching/check/check-program.ts';
import { checkReport } from '../../domain/matching/check/check-report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { readLogo } from '../../intake/logo-file.ts';
import { listCohorts } from '../../store/cohorts.ts';
import { membersOf } from '../../store/people.ts';
import { statedIn } from '../../store/stated.ts';
import type { Store } from '../../store/store.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import type { LoadedProgram } from '../shared/load-program.ts';
import { chooseCohort } from '../shared/on-file.ts';
import { cohortOption } from '../shared/options.ts';

export interface CheckOptions {
  readonly cohort?: string;
  /** Another program file. */
  readonly rules?: string;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .option('--rules <file>', 'check this program file instead')
    .addHelpText(
      'after',
      [
        '',
        'Exit codes: 0 sound, whatever it warns of; 1 where nobody could be paired; 78 where the file has errors.',
        'A rule that bars 95 % of the pairs is said to bar nearly everybody; answers are said to be missing from 20 % on.',
        '',
        'Examples:',
        '  mentorctl program check',
        '  mentorctl program check --cohort fall --rules stricter.yaml --json',
      ].join('\n'),
    )
    .action((options) => act(runCheck, options));
}

export async function runCheck(options: CheckOptions, context: Context): Promise<void> {
  const loaded = options.rules === undefined ? await context.program() : await context.programAt(options.rules);
  const program = factsOf(loaded);
  const { logo } = loaded.program.office;
  if (logo !== undefined) readLogo(loaded.path, logo);
  const first = { command: 'mentorctl import people.csv --cohort fall', text: '' };
  if (!existsSync(context.databasePath) && options.cohort === undefined) {
    await context.show(checkReport(program, undefined, first));
    return;
  }
  await context.usingStore({ create: false }, async (store) => {
    if (options.cohort === undefined && (await listCohorts(store.db)).length === 0) {
      await context.show(checkReport(program, undefined, first));
      return;
    }
    await checkAgainst(store, loaded, options, context);
  });
}

async function checkAgainst(
  store: Store,
  loaded: LoadedProgram,
  options: CheckOptions,
  context: Context,
): Promise<void> {
  const cohort = await chooseCohort(store, options.cohort, context);
  const members = (await membersOf(store.db, cohort.id)).filter(({ status }) => status === 'active');
  const onFile = await statedIn(store.db, cohort.id, new Map(members.map(({ key, id }) => [key, id])));
  const people = {
    mentees: members.filter(({ role }) => role === 'mentee'),
    mentors: members.filter(({ role }) => role === 'mentor'),
  };
  const { stated } = withAskedFor({ ...people, stated: onFile }, loaded.program);
  const checked = await context.work(`Checking ${cohort.name}`, checkProgram(people, loaded.program, stated));
  const rules = options.rules === undefined ? '' : ` --rules ${shellWord(options.rules)}`;
  const next = {
    command: `mentorctl match --cohort ${shellWord(cohort.name)}${rules} --dry-run`,
    text: 'shows what pairs would come of it',
  };
  await context.show(checkReport(factsOf(loaded), { ...checked, cohort: cohort.name }, next));
  const problems = checked.findings.filter(({ severity }) => severity === 'problem');
  if (problems.length > 0)
    throw new Failure('no', {
      code: 'nobody-can-be-paired',
      message: `under these rules nobody in ${cohort.name} can be paired`,
      hint: problems[0]?.remedy ?? '',
    });
}

function factsOf({ program, text }: LoadedProgram): Parameters<typeof checkReport>[0] {
  return {
    name: program.name,
    rules: program.rules.length,
    criteria: program.criteria.length,
    file: text !== undefined,
  };
}
