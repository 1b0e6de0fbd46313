// mentorctl person add: one person more in a cohort, without a file: who came late, or was told of by telephone.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { readEmail } from '../../domain/cells/people-words.ts';
import { counted } from '../../domain/count-words.ts';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId } from '../../domain/find-named.ts';
import { identityConflicts, planRoster, type EnrolmentDraft } from '../../domain/people/roster.ts';
import type { FieldValues, Program } from '../../domain/program/program.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { statedAnswers } from '../../domain/rows/stated-answers.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { applyRoster, knownIn } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import { placesStated } from '../shared/choose.ts';
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
    const [draft] = drafts;
    const { known, plan, pairs } = await makeChange(store, context, { dryRun }, async (writer) => {
      const before = await knownIn(writer.db, cohort.id);
      refuseConflicts(drafts, before.people);
      const whole = planRoster(drafts, before, program.capacity.standard);
      // Adding changes nothing of who is there already: that is what change is for.
      const fresh = <P extends { readonly key?: number }>(plans: readonly P[]): P[] =>
        plans.filter(({ key }) => key === undefined);
      const planned = { ...whole, people: fresh(whole.people), enrolments: fresh(whole.enrolments) };
      await applyRoster(writer, cohort.id, planned, before.people);
      return { known: before, plan: planned, pairs: (await activePairs(writer.db, cohort.id)).length };
    });
    const before = known.people.find(
      ({ id, email }) => id === draft.id || (email !== undefined && email === draft.email),
    );
    const added = plan.enrolments.length > 0;
    const seats = plan.enrolments.find((one) => one.draft.role === 'mentor')?.seats;
    const role = drafts.map((one) => one.role).join(' and ');
    const { id, name } = before ?? draft;
    const who = nameAndId({ id, name });
    const places = seats === undefined ? '' : ` with ${counted(seats, 'place')}`;
    const text = added
      ? `${dryRun ? 'Would add' : 'Added'} ${who} to ${cohort.name} as ${role}${places}${before === undefined ? '' : '; known from before'}.`
      : `${who} is ${role} in ${cohort.name} already; nothing was changed.`;
    const place = `mentorctl ${pairs > 0 ? 'rematch' : 'match'} --cohort ${shellWord(cohort.name)}`;
    await context.show({
      schema: 'mentorctl/person-add@1',
      blocks: [
        prose(text),
        added
          ? nextStep(place, pairs > 0 ? 'places whoever waits, moving as few pairs as possible' : '')
          : nextStep(`mentorctl person show ${shellWord(id)}`, 'or mentorctl person change'),
      ],
      json: {
        cohort: cohort.name,
        id,
        name,
        roles: drafts.map((one) => one.role),
        capacity: seats ?? null,
        fields: draft.answers.values(),
        added,
        dryRun,
      },
    });
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
  const email = address === '' ? undefined : readEmail(address);
  if (address !== '' && email === undefined)
    throw new Failure('usage', {
      code: 'bad-value',
      message: `--email is "${address}"`,
      hint: 'Write an e-mail address.',
    });
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

function refuseConflicts(drafts: readonly EnrolmentDraft[], people: Parameters<typeof identityConflicts>[1]): void {
  const [conflict] = identityConflicts(drafts.slice(0, 1), people, '', new Map());
  if (conflict === undefined) return;
  const { message, hint } = conflict;
  throw new Failure('bad-data', { code: conflict.code, message, ...defined({ hint }) });
}
