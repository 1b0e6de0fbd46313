// mentorctl person change: one person's name, address, places or answers, without a file.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { Failure } from '../../domain/failure.ts';
import { changeParts, ownChanges } from '../../domain/people/person-change.ts';
import { changedReport, noMentor } from '../../domain/people/person-told.ts';
import { statedAnswers } from '../../domain/rows/stated-answers.ts';
import { changePart, knownIn } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson, emailStated, placesStated } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { makeChange, inCohort } from '../shared/on-file.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';

const roles = ['mentor', 'mentee'] as const;

export interface ChangeOptions {
  readonly person?: string | undefined;
  readonly name?: string;
  readonly email?: string;
  readonly capacity?: string;
  readonly answer?: readonly string[];
  readonly role?: (typeof roles)[number];
  readonly cohort?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[person]', 'id, e-mail or part of the name')
    .option('--capacity <mentees>', 'how many mentees they take as a mentor')
    .option('--answer <what=answer...>', 'what they answer now, e.g. "major=Biology"; "major=" takes the answer away')
    .option('--name <name>', 'what they are called')
    .option('--email <address>', 'where letters go')
    .addOption(valueOption('--role <role>', 'only in this one of two roles', oneOf(roles)))
    .addOption(cohortOption())
    .addOption(dryRunOption())
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl person change M017 --capacity 3\n  mentorctl person change S1042 --answer "campus=North" "major=Biology"',
    )
    .action((person, flags) => act(runChange, { ...flags, person }));
}

export async function runChange(options: ChangeOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const { dryRun } = options;
  const stated = {
    answers: statedAnswers(options.answer ?? [], program),
    seats: options.capacity === undefined ? undefined : placesStated(options.capacity, program),
  };
  if (stated.answers.size === 0 && [stated.seats, options.name, options.email].every((one) => one === undefined))
    throw new Failure('usage', {
      code: 'nothing-to-change',
      message: 'nothing was said to change',
      hint: 'Say it with --capacity, --answer "FIELD=ANSWER", --name or --email.',
    });
  const email = options.email === undefined ? undefined : emailStated(options.email);
  await inCohort(context, options.cohort, async (store, cohort) => {
    const known = await knownIn(store.db, cohort.id);
    const here = new Set(known.enrolments.map((part) => part.person));
    const people = known.people.filter(({ key }) => here.has(key));
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    const parts = known.enrolments.filter(
      (part) => part.person === person.key && (options.role === undefined || part.role === options.role),
    );
    if (stated.seats !== undefined && parts.every(({ role }) => role !== 'mentor')) throw noMentor(person, cohort.name);
    const own = ownChanges(person, { name: options.name, email }, known.people);
    const changed = changeParts(parts, stated);
    const load = await makeChange(store, context, { dryRun }, async (writer) => {
      if (own.what.length > 0) await writer.update('person', person.key, own.patch);
      for (const { part, seats, fields } of changed) await changePart(writer, part.key, { seats, fields });
      return (await activePairs(writer.db, cohort.id)).filter(({ mentorId }) => mentorId === person.key).length;
    });
    const what = changed.flatMap((one) => one.what);
    await context.show(changedReport(person, own, what, { cohort: cohort.name, load, seats: stated.seats, dryRun }));
  });
}
