// In a run by lists: where two people stand on each other's list, and why they have not got each other.
import { BARRED } from '../assignment-types.ts';
import type { Candidate } from '../candidate.ts';
import type { RunTable } from '../scoring/solve-table.ts';
import { mentorRanks, tiedFor } from './stable.ts';
import { listsOf } from './stable-run.ts';
import type { Stated } from '../stated.ts';

/** Answers what the lists say of two people, by indices of the scoring; undefined for a pair that the rules bar. */
export type Standing = (mentee: number, mentor: number) => ListStanding | undefined;

export interface ListStanding {
  /** What the mentee and the mentor stated of each other, 1 the first; undefined where they did not name each other. */
  readonly choiceOfMentee: number | undefined;
  readonly choiceOfMentor: number | undefined;
  /** Mentees of the run's answer whom the mentor has; all of them stand as high on her list, or higher, where `full`. */
  readonly has: readonly Candidate[];
  /** The mentor whom the mentee has, where she stands higher on the mentee's list than this one. */
  readonly rather: Candidate | undefined;
  /** The mentor has no place that a mentee she puts as high or higher does not have. */
  readonly full: boolean;
  /** Some of those whom the mentor has are tied with this mentee on her list. */
  readonly level?: true;
  /** Who gave a list that the other is not on, and so does not find her acceptable. */
  readonly unlisted?: 'mentee' | 'mentor';
}

/** `mentorsOf`: the run's answer, mentee's id -> her mentors' ids. */
export function standingIn(
  solve: RunTable,
  stated: Stated,
  mentorsOf: ReadonlyMap<string, readonly string[]>,
  program: Parameters<typeof listsOf>[2],
): Standing {
  const { scoring, rows, columns } = solve;
  const lists = listsOf(solve, stated, program);
  const { menteeLists, mentorLists } = lists;
  const ranks = mentorRanks(mentorLists);
  const rowOf = new Map(rows.map((i, row) => [i, row]));
  const columnOf = new Map(columns.map(({ mentors: [lead = 0] }, column) => [lead, column]));
  const indexOf = new Map(scoring.mentors.map(({ id }, j) => [id, j]));
  const menteesOf = new Map<string, number[]>();
  scoring.mentees.forEach(({ id }, i) => {
    for (const mentor of mentorsOf.get(id) ?? []) menteesOf.set(mentor, [...(menteesOf.get(mentor) ?? []), i]);
  });
  return (i, j) => {
    const [row, column] = [rowOf.get(i), columnOf.get(j)];
    if (row === undefined || column === undefined) return undefined;
    const list = menteeLists[row]!;
    const [place, mine] = [list.indexOf(column), ranks[column]!.get(row)];
    const [mentee, mentor] = [scoring.mentees[i]!, scoring.mentors[j]!];
    const chosen = stated.choices.get(mentee.id)?.get(mentor.id);
    const chosenBack = stated.choices.get(mentor.id)?.get(mentee.id);
    const barred = solve.table.scores[row * solve.table.mentors + column] === BARRED;
    if (!barred && (place < 0 || mine === undefined))
      return {
        choiceOfMentee: chosen,
        choiceOfMentor: chosenBack,
        has: [],
        rather: undefined,
        full: false,
        unlisted: place < 0 ? 'mentee' : 'mentor',
      };
    if (place < 0 || mine === undefined) return undefined;
    const rank = ranks[column]!;
    const at = (other: number): number => rank.get(rowOf.get(other) ?? -1) ?? Infinity;
    const has = [...(menteesOf.get(mentor.id) ?? [])].sort((a, b) => at(a) - at(b));
    const [own] = mentorsOf.get(mentee.id) ?? [];
    const ownAt = own === undefined ? -1 : list.indexOf(columnOf.get(indexOf.get(own) ?? -1) ?? -1);
    return {
      choiceOfMentee: chosen,
      choiceOfMentor: chosenBack,
      has: has.map((other) => scoring.mentees[other]!),
      rather: ownAt >= 0 && ownAt < place ? scoring.mentors[indexOf.get(own!)!] : undefined,
      full:
        has.length >= solve.table.seats[column]! &&
        has.every((other) => at(other) < mine || tiedFor(lists, column, row, rowOf.get(other) ?? -1)),
      ...(has.some((other) => tiedFor(lists, column, row, rowOf.get(other) ?? -1)) ? { level: true as const } : {}),
    };
  };
}

/** `choice 1 of Bo, choice 2 of Ned`. */
export function choicesOfTwo({ choiceOfMentee, choiceOfMentor }: ListStanding, mentee: string, mentor: string): string {
  const words = (choice: number | undefined, who: string, other: string): string =>
    choice === undefined ? `${who} did not name ${other}` : `${other} is choice ${choice} of ${who}`;
  return `${words(choiceOfMentee, mentee, mentor)}; ${words(choiceOfMentor, mentor, mentee)}.`;
}

/** Why two whom nothing bars have not got each other. */
export function whyApart({ rather, full, has, unlisted, level }: ListStanding, mentee: string, mentor: string): string {
  if (unlisted !== undefined)
    return unlisted === 'mentee' ? `${mentor} is not on ${mentee}'s list.` : `${mentee} is not on ${mentor}'s list.`;
  if (rather !== undefined) return `${mentee} has ${rather.name}, who stands higher on ${mentee}'s list.`;
  if (!full) return '';
  if (has.length === 0) return `${mentor} has no place.`;
  const names = has.slice(0, 3).map(({ name }) => name);
  const more = has.length > names.length ? ` and ${has.length - names.length} more` : '';
  return `${mentor} has ${names.join(', ')}${more}, who ${has.length === 1 ? 'stands' : 'stand'} ${level === true ? 'as high or higher' : 'higher'} on ${mentor}'s list.`;
}
