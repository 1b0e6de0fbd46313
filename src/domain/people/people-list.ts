// The people of a cohort as a list: their roles, places and pairs.
import { defined } from '../defined.ts';
import { answerWords } from '../program/answer-words.ts';
import type { FieldValues } from '../program/program.ts';
import { tableBlock } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { numbers } from '../report/table-columns.ts';
import { count, tableOf, text } from '../report/table-of.ts';

/** Somebody in one role, or in both; `key` is their number. */
export interface Listed {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly role: 'mentor' | 'mentee' | 'none' | 'both';
  readonly seats: number;
  readonly status: 'active' | 'withdrawn';
  readonly fields: FieldValues;
}

/** Whom a list is about, of everybody in the cohort. */
export interface PeopleWanted {
  readonly role: 'mentor' | 'mentee' | 'none' | undefined;
  /** Only who takes part and has nobody: mentees without a mentor, mentors without a mentee. */
  readonly unpaired: boolean;
  /** Only mentors with places left. */
  readonly free: boolean;
}

/** Standing pairs by the numbers of their people. */
export interface PairCounts {
  /** In either role. */
  of(key: number): number;
  asMentor(key: number): number;
  asMentee(key: number): number;
}

export function pairCounts(pairs: readonly { readonly mentorId: number; readonly menteeId: number }[]): PairCounts {
  const [mentors, mentees] = [new Map<number, number>(), new Map<number, number>()];
  for (const { mentorId, menteeId } of pairs) {
    mentors.set(mentorId, (mentors.get(mentorId) ?? 0) + 1);
    mentees.set(menteeId, (mentees.get(menteeId) ?? 0) + 1);
  }
  const asMentor = (key: number): number => mentors.get(key) ?? 0;
  const asMentee = (key: number): number => mentees.get(key) ?? 0;
  return { of: (key) => asMentor(key) + asMentee(key), asMentor, asMentee };
}

/** Somebody in both roles stands in the list once, with the places they have as a mentor. */
export function wantedPeople(members: readonly Listed[], pairs: PairCounts, wanted: PeopleWanted): Listed[] {
  const { role, unpaired, free } = wanted;
  return oneEach(members)
    .filter((member) => role === undefined || member.role === role || (member.role === 'both' && role !== 'none'))
    .filter((member) => !unpaired || isUnpaired(member, pairs, role))
    .filter((one) => !free || (one.status === 'active' && one.seats > pairs.asMentor(one.key)));
}

/** `contacts`: with e-mail addresses. */
export function peopleList(
  cohort: string,
  people: readonly Listed[],
  pairs: PairCounts,
  { contacts }: { readonly contacts: boolean },
): Report {
  const items = people.map(({ key, id, name, role, seats, status, fields, email }) => ({
    id,
    name,
    role,
    capacity: seats,
    pairs: pairs.of(key),
    status,
    fields,
    ...defined({ email: contacts ? (email ?? null) : undefined }),
  }));
  const table = tableOf({ id: 'people', title: `People of ${cohort}` }, items, [
    ['id', ({ id }) => text(id)],
    ['name', ({ name }) => text(name)],
    ['role', ({ role }) => text(role)],
    [numbers('capacity'), ({ role, capacity }) => (role === 'mentor' || role === 'both' ? count(capacity) : text(''))],
    [numbers('pairs'), (item) => (item.role === 'none' ? text('') : count(item.pairs))],
    ['status', ({ status }) => text(status)],
    ...(contacts ? [['email', (item: (typeof items)[number]) => text(item.email ?? '')] as const] : []),
  ]);
  return { schema: 'mentorctl/people@1', blocks: [tableBlock(table)], json: { cohort, items } };
}

/** In the role asked for, or in either: somebody in both roles may have a mentor and no mentee. */
function isUnpaired(member: Listed, pairs: PairCounts, role: PeopleWanted['role']): boolean {
  if (member.status !== 'active') return false;
  const mentor = member.role !== 'mentee' && role !== 'mentee' && pairs.asMentor(member.key) === 0;
  const mentee = member.role !== 'mentor' && role !== 'mentor' && pairs.asMentee(member.key) === 0;
  return member.role !== 'none' && (mentor || mentee);
}

function oneEach(members: readonly Listed[]): Listed[] {
  const listed = new Map<string, Listed>();
  for (const member of members) {
    const other = listed.get(member.id);
    const both = other && {
      ...other,
      role: 'both' as const,
      seats: Math.max(other.seats, member.seats),
      fields: { ...other.fields, ...member.fields },
    };
    listed.set(member.id, both ?? member);
  }
  return [...listed.values()];
}

/** Everybody with their answers, a column a field: to take elsewhere. `contacts`: with e-mail addresses. */
export function peopleExport(
  cohort: string,
  members: readonly (Listed & { readonly group?: string | undefined })[],
  { contacts }: { readonly contacts: boolean },
): Report {
  const fields = [...new Set(members.flatMap((member) => Object.keys(member.fields)))].sort();
  const items = members.map(({ id, name, email, role, seats, status, group, fields: values }) => ({
    id,
    name,
    ...(contacts ? { email: email ?? null } : {}),
    role,
    capacity: role === 'mentor' ? seats : null,
    status,
    group: group ?? null,
    fields: values,
  }));
  const head = (['id', 'name', 'email', 'role', 'capacity', 'status', 'group'] as const).filter(
    (column) => contacts || column !== 'email',
  );
  const table = tableOf({ id: 'people', title: '' }, items, [
    ...head.map((column) => [column, (item: (typeof items)[number]) => text(String(item[column] ?? ''))] as const),
    ...fields.map(
      (field) => [field, (item: (typeof items)[number]) => text(answerWords(item.fields[field] ?? ''))] as const,
    ),
  ]);
  return { schema: 'mentorctl/export-people@1', blocks: [tableBlock(table)], json: { cohort, items } };
}
