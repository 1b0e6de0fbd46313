// mentorctl person add: one person more in a cohort, without a file: who came late, or was told of by telephone.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { defined } from '../../domain/defined.ts';
import { addedReport, onlyNew, refuseConflicts } from '../../domain/people/person-told.ts';
import { planRoster, type EnrolmentDraft } from '../../domain/people/roster.ts';
import type { FieldValues, Program } from '../../domain/program/program.ts';
import { statedAnswers } from '../../domain/rows/stated-answers.ts';
import { applyRoster, knownIn } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import { emailStated, placesStated } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';

const roles = ['mentor', 'mentee', 'both'] as const;

export interface AddOptions {
  readonly name?: string | undefined;
  readonly role?: (typeof roles)[number];
  readonly id?: string;
  readonly email?: string;
  readonly capacity?: string;
  readonly answer?: readonly string[];
  readonly cohort?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[name]', 'first and last name; asked for on a terminal, with all the rest')
    .addOption(valueOption('--role <role>', 'what they are in the cohort', oneOf(roles)))
    .option('--id <id>', "the institution's id; the e-mail where there is none")
    .option('--email <address>', 'where letters go')
    .option('--capacity <mentees>', "how many mentees a mentor takes; the program's standard if not said")
    .option('--answer <what=answer...>', 'what they answered, e.g. "major=Biology" "topics=Exams; Housing"')
    .addOption(cohortOption())
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText(
      'after',
      '\nExample:\n  mentorctl person add "Lior Cohen" --role mentee --id S1042 --email lior.cohen@example.edu --answer "campus=North" major=Biology',
    )
    .action((name, flags) => act(runAdd, { ...flags, name }));
}

export async function runAdd(options: AddOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const { dryRun } = options;
  await inCohort(context, options.cohort, async (store, cohort) => {
    const drafts = await draftsOf(options, program, context);
    const added = await makeChange(store, context, { dryRun }, async (writer) => {
      const before = await knownIn(writer.db, cohort.id);
      refuseConflicts(drafts, before.people);
      // Adding changes nothing of who is there already: that is what change is for.
      const plan = onlyNew(planRoster(drafts, before, program.capacity.standard));
      await applyRoster(writer, cohort.id, plan, before.people);
      return { plan, people: before.people, pairs: (await activePairs(writer.db, cohort.id)).length };
    });
    await context.show(addedReport(drafts, added.plan, { ...added, cohort: cohort.name, dryRun }));
  });
}

/** One draft a role, the first with the places. Asks for what no flag says. */
async function draftsOf(
  options: AddOptions,
  program: Program,
  context: Context,
): Promise<readonly [EnrolmentDraft, ...EnrolmentDraft[]]> {
  const some = (text: string): string | undefined => (text === '' ? 'It is needed.' : undefined);
  const name = options.name ?? (await context.ask.text('Name?', 'NAME', { check: some }));
  const role =
    options.role ??
    (await context.ask.choose(
      'What are they?',
      roles.map((value) => ({ value, label: value })),
      '--role',
    ));
  const address = options.email ?? (context.ask.possible ? await context.ask.text('E-mail, if known?', '--email') : '');
  const email = address === '' ? undefined : emailStated(address);
  const id = options.id ?? email ?? (await context.ask.text('Id?', '--id or --email', { check: some }));
  const fields: FieldValues = Object.fromEntries(
    [...statedAnswers(options.answer ?? [], program)].flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value]],
    ),
  );
  const seats =
    role === 'mentee' || options.capacity === undefined ? undefined : placesStated(options.capacity, program);
  const answers = { values: () => fields, json: () => JSON.stringify(fields) };
  const draft = { line: 0, id, email, name, answers } as const;
  const mentee = { ...draft, role: 'mentee' } as const;
  if (role === 'mentee') return [mentee];
  const mentor = { ...draft, role: 'mentor', ...defined({ seats }) } as const;
  return role === 'both' ? [mentor, mentee] : [mentor];
}
