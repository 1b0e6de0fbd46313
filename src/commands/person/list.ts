// mentorctl person list: the people of a cohort. No contact data unless asked.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { oneOf, type Reader, unknownWord } from '../../cli/read-values.ts';
import { pairCounts, peopleList, wantedPeople } from '../../domain/people/people-list.ts';
import type { Measure } from '../../domain/program/program.ts';
import { whoIsNotMeasured } from '../../store/cohort-life.ts';
import { membersOf } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, contactsOption } from '../shared/options.ts';

const roles = ['mentor', 'mentee', 'none'] as const;
const inSingular = oneOf(roles);
/** `--role mentors` is said as often as `--role mentor`. */
const role: Reader<(typeof roles)[number]> = (text, flag) =>
  roles.find((one) => text === `${one}s`) ?? inSingular(text, flag);

export interface PersonListOptions {
  readonly cohort?: string;
  readonly role?: (typeof roles)[number];
  readonly withContacts: boolean;
  /** Only who takes part and has nobody: mentees without a mentor, mentors without a mentee. */
  readonly unpaired: boolean;
  /** Only mentors with places left. */
  readonly free: boolean;
  /** A measure: only those who have no value of it. */
  readonly missing?: string;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(valueOption('--role <role>', 'only mentors, mentees or none', role))
    .addOption(onOff('--unpaired', 'only who has nobody: mentees without a mentor, mentors without a mentee'))
    .addOption(onOff('--free', 'only mentors with places left'))
    .option('--missing <measure>', 'only mentees of whom this outcome is not known')
    .addOption(contactsOption())
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl person list --cohort fall --role mentor\n  mentorctl person list --unpaired --role mentee',
    )
    .action((flags) => act(runPersonList, flags));
}

export async function runPersonList(options: PersonListOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const measure = options.missing === undefined ? undefined : await measureOf(options.missing, context);
    const pairs = pairCounts(await activePairs(store.db, cohort.id));
    const { unpaired, free, role: one } = options;
    const wanted = wantedPeople(await membersOf(store.db, cohort.id), pairs, { role: one, unpaired, free });
    const mentees = wanted.filter((member) => member.role === 'mentee' || member.role === 'both').map(({ key }) => key);
    const without = measure === undefined ? undefined : await whoIsNotMeasured(store.db, cohort.id, measure, mentees);
    const shown = wanted.filter(({ key }) => without?.has(key) ?? true);
    await context.show(peopleList(cohort.name, shown, pairs, { contacts: options.withContacts }));
  });
}

async function measureOf(text: string, context: Context): Promise<Measure> {
  const { measures } = (await context.program()).program;
  const measure = measures.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  if (measure === undefined)
    throw unknownWord(
      `--missing does not know "${text}"`,
      text,
      measures.map(({ name }) => name),
      { none: 'mentorctl.yaml has none yet.' },
    );
  return measure;
}
