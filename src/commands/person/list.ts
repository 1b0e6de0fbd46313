// mentorctl person list: the people of a cohort. No contact data unless asked.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { oneOf, type Reader } from '../../cli/read-values.ts';
import { Failure } from '../../domain/failure.ts';
import type { Measure } from '../../domain/program/program.ts';
import { tableBlock } from '../../domain/report/blocks.ts';
import type { Cell } from '../../domain/report/report.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { whoIsNotMeasured } from '../../store/cohort-life.ts';
import { membersOf } from '../../store/people.ts';
import type { Member } from '../../store/rows.ts';
import { activePairs } from '../../store/runs.ts';
import type { Store } from '../../store/store.ts';
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
    const { role } = options;
    const measure = options.missing === undefined ? undefined : await measureOf(options.missing, context);
    const members = oneEach(await membersOf(store.db, cohort.id)).filter(
      (member) => role === undefined || member.role === role || (member.role === 'both' && role !== 'none'),
    );
    const pairs = await pairsIn(store, cohort.id);
    const mentees = members.filter(({ role: part }) => part === 'mentee' || part === 'both').map(({ key }) => key);
    const without = measure === undefined ? undefined : whoIsNotMeasured(store, cohort.id, measure, mentees);
    const shown = members
      .filter(({ key }) => without?.has(key) ?? true)
      .filter((one) => !options.unpaired || isUnpaired(one, pairs, role))
      .filter((one) => !options.free || (one.status === 'active' && one.seats > pairs.asMentor(one)));
    const contacts = options.withContacts;
    const items = shown.map(({ key, id, name, role: part, seats, status, fields, email }) => ({
      id,
      name,
      role: part,
      capacity: seats,
      pairs: pairs.of(key),
      status,
      fields,
      ...(contacts ? { email: email ?? null } : {}),
    }));
    const rows = shown.map((member): Cell[] => [
      { kind: 'text', text: member.id },
      { kind: 'text', text: member.name },
      { kind: 'text', text: member.role },
      member.role === 'mentor' || member.role === 'both'
        ? { kind: 'count', value: member.seats }
        : { kind: 'text', text: '' },
      member.role === 'none' ? { kind: 'text', text: '' } : { kind: 'count', value: pairs.of(member.key) },
      { kind: 'text', text: member.status },
      ...(contacts ? [{ kind: 'text' as const, text: member.email ?? '' }] : []),
    ]);
    const ids = ['id', 'name', 'role', 'capacity', 'pairs', 'status', ...(contacts ? ['email'] : [])];
    const columns = ids.map((id) => ({
      id,
      title: id,
      ...(id === 'capacity' || id === 'pairs' ? { align: 'right' as const } : {}),
    }));
    await context.show({
      schema: 'mentorctl/people@1',
      blocks: [tableBlock({ id: 'people', title: `People of ${cohort.name}`, columns, rows })],
      json: { cohort: cohort.name, items },
    });
  });
}

interface Pairs {
  /** Standing pairs of somebody, in either role. */
  of(key: number): number;
  asMentor(member: { readonly key: number }): number;
  asMentee(member: { readonly key: number }): number;
}

async function pairsIn(store: Store, cohortId: number): Promise<Pairs> {
  const [mentors, mentees] = [new Map<number, number>(), new Map<number, number>()];
  for (const { mentor_id, mentee_id } of await activePairs(store.db, cohortId)) {
    mentors.set(mentor_id, (mentors.get(mentor_id) ?? 0) + 1);
    mentees.set(mentee_id, (mentees.get(mentee_id) ?? 0) + 1);
  }
  return {
    of: (key) => (mentors.get(key) ?? 0) + (mentees.get(key) ?? 0),
    asMentor: ({ key }) => mentors.get(key) ?? 0,
    asMentee: ({ key }) => mentees.get(key) ?? 0,
  };
}

/** In the role asked for, or in either: somebody in both roles may have a mentor and no mentee. */
function isUnpaired(member: Listed, pairs: Pairs, role: string | undefined): boolean {
  if (member.status !== 'active') return false;
  const mentor = member.role !== 'mentee' && role !== 'mentee' && pairs.asMentor(member) === 0;
  const mentee = member.role !== 'mentor' && role !== 'mentor' && pairs.asMentee(member) === 0;
  return member.role !== 'none' && (mentor || mentee);
}

async function measureOf(text: string, context: Context): Promise<Measure> {
  const { measures } = (await context.program()).program;
  const measure = measures.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  if (measure === undefined) {
    const names = measures.map(({ name }) => name);
    const hint = [
      didYouMean(text, names),
      names.length === 0 ? 'mentorctl.yaml has none yet.' : `Known: ${names.join(', ')}.`,
    ];
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `--missing does not know "${text}"`,
      hint: hint.filter(Boolean).join(' '),
    });
  }
  return measure;
}

type Listed = Omit<Member, 'role'> & { readonly role: Member['role'] | 'both' };

/** Somebody in both roles stands in the list once, with the places they have as a mentor. */
function oneEach(members: readonly Member[]): Listed[] {
  const listed = new Map<string, Listed>();
  for (const member of members) {
    const other = listed.get(member.id);
    if (other === undefined) listed.set(member.id, member);
    else {
      const seats = Math.max(other.seats, member.seats);
      listed.set(member.id, { ...other, role: 'both', seats, fields: { ...other.fields, ...member.fields } });
    }
  }
  return [...listed.values()];
}
