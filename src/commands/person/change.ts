// mentorctl person change: one person's name, address, places or answers, without a file.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { readEmail } from '../../domain/cells/people-words.ts';
import { counted } from '../../domain/count-words.ts';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId } from '../../domain/find-named.ts';
import { changeParts, changeWords } from '../../domain/people/person-change.ts';
import type { FieldChange, KnownPerson } from '../../domain/people/roster.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import type { Block } from '../../domain/report/report.ts';
import { statedAnswers } from '../../domain/rows/stated-answers.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { knownIn } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson, placesStated } from '../shared/choose.ts';
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
  await inCohort(context, options.cohort, async (store, cohort) => {
    const known = await knownIn(store.db, cohort.id);
    const here = new Set(known.enrolments.map((part) => part.person));
    const people = known.people.filter(({ key }) => here.has(key));
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    const parts = known.enrolments.filter(
      (part) => part.person === person.key && (options.role === undefined || part.role === options.role),
    );
    if (stated.seats !== undefined && parts.every(({ role }) => role !== 'mentor'))
      throw new Failure('usage', {
        code: 'no-mentor',
        message: `${nameAndId(person)} is no mentor in ${cohort.name}, and has no places to change`,
        hint: `To make them one: mentorctl person add ${shellWord(person.name)} --id ${shellWord(person.id)} --role mentor --cohort ${shellWord(cohort.name)}`,
      });
    const own = ownChanges(person, options, known.people);
    const changed = changeParts(parts, stated);
    const load = await makeChange(store, context, { dryRun }, async (writer) => {
      if (own.what.length > 0) await writer.update('person', person.key, own.patch);
      for (const { part, seats, fields } of changed)
        await writer.update('enrolment', part.key, { seats, fields: JSON.stringify(fields) });
      return (await activePairs(writer.db, cohort.id)).filter(({ mentor_id }) => mentor_id === person.key).length;
    });
    const what = [...own.what, ...changed.flatMap((one) => one.what)];
    await context.show({
      schema: 'mentorctl/person-change@1',
      blocks: [
        prose(
          what.length === 0
            ? `${nameAndId(person)} is so already; nothing was changed.`
            : `${dryRun ? 'Would change' : 'Changed'} ${nameAndId(person)} in ${cohort.name}: ${changeWords(what)}.`,
        ),
        ...overfull(load, stated.seats),
        nextStep(
          `mentorctl person show ${shellWord(person.id)}`,
          what.length === 0 || dryRun ? '' : 'or take it back with mentorctl data undo',
        ),
      ],
      json: { cohort: cohort.name, id: person.id, name: own.patch.name ?? person.name, changes: what, dryRun },
    });
  });
}

function overfull(load: number, seats: number | undefined): Block[] {
  if (seats === undefined || load <= seats) return [];
  const more = load - seats;
  const text = `They have ${counted(load, 'mentee')} now, ${more} more than that; nobody was moved. Pairs end with mentorctl pair end.`;
  return [prose(text)];
}

interface OwnChanges {
  readonly patch: { readonly name?: string; readonly email?: string };
  readonly what: readonly FieldChange[];
}

function ownChanges(person: KnownPerson, { name, email }: ChangeOptions, people: readonly KnownPerson[]): OwnChanges {
  const patch: { name?: string; email?: string } = {};
  const what: FieldChange[] = [];
  if (name !== undefined && name.trim() !== '' && name.trim() !== person.name) {
    patch.name = name.trim();
    what.push({ field: 'name', before: person.name, after: patch.name });
  }
  if (email !== undefined) {
    const address = readEmail(email);
    if (address === undefined)
      throw new Failure('usage', {
        code: 'bad-value',
        message: `--email is "${email}"`,
        hint: 'Write an e-mail address.',
      });
    const other = people.find((one) => one.key !== person.key && (one.email === address || one.id === address));
    if (other !== undefined)
      throw new Failure('bad-data', {
        code: 'one-email-two-ids',
        message: `${address} belongs to ${nameAndId(other)}`,
        hint: `If they are one person: mentorctl person merge ${shellWord(person.id)} ${shellWord(other.id)}`,
      });
    if (address !== person.email) {
      patch.email = address;
      what.push({ field: 'e-mail', ...defined({ before: person.email }), after: address });
    }
  }
  return { patch, what };
}
