// Who counts as mentored and who is compared with: as drawn by a lottery, else as the file assigned, else as paired.
import { readYesNo } from '../cells/yes-no.ts';
import type { GroupPlan } from '../program/program.ts';
import type { Grouping } from './dataset.ts';

export type Compare =
  | { readonly with: 'usual' }
  | { readonly with: 'not-mentored' }
  | { readonly with: 'wait-list' }
  | { readonly with: 'arm'; readonly arm: string }
  | { readonly with: 'cohort'; readonly cohort: string };

/** What is known of each person, by row. Mentors who are not mentees too stand in no row. */
export interface Standing {
  /** The file's own label: an arm, or yes/no. */
  readonly label: readonly (string | undefined)[];
  /** Took part (signed up as a mentee), as against only being known from an extract. */
  readonly joined: Uint8Array;
  /** Had a pair in time to count. */
  readonly paired: Uint8Array;
  /** 1 drawn, 0 not drawn, -1 in no draw. */
  readonly lot: Int8Array;
  /** 1 for people of another cohort that is compared with. */
  readonly elsewhere: Uint8Array;
}

const yes = 'mentored';
const no = 'not mentored';
const waiting = 'wait list';
const controls = /^(control|comparison|none|not mentored|not drawn|wait-?\s?list(ed)?)$/i;

/** Undefined when `compare` names an arm that nobody is in. */
export function assignGroups(standing: Standing, plan: GroupPlan, compare: Compare): Grouping | undefined {
  const size = standing.label.length;
  const rows = Array.from({ length: size }, (_, row) => row);
  const make = (
    labels: readonly string[],
    mentored: number,
    of: (row: number) => string | undefined,
    rest: Pick<Grouping, 'cameBy' | 'source' | 'byPair' | 'otherCohort'>,
  ): Grouping => {
    const code = new Map(labels.map((label, index) => [label, index]));
    const codes = Int32Array.from(rows, (row) => code.get(of(row) ?? '') ?? -1);
    const there = new Set(codes);
    // A comparison group with nobody in it is none.
    const kept = labels.filter((_, index) => index < mentored || there.has(index));
    return { labels: kept.map((label) => plan.names[label] ?? label), mentored, codes, ...rest };
  };
  const stated = { cameBy: plan.cameBy, source: 'the program file says how people came into the groups' };

  if (compare.with === 'cohort') {
    const others = `cohort ${compare.cohort}`;
    const labelled = standing.label.some((label, row) => label !== undefined && standing.elsewhere[row] === 0);
    const isMentored = (row: number): boolean =>
      labelled ? isYes(standing.label[row], plan) : standing.paired[row] === 1;
    return make(
      [yes, others],
      1,
      (row) => (standing.elsewhere[row] === 1 ? others : isMentored(row) ? yes : undefined),
      {
        cameBy: 'self-chosen',
        source: 'people are compared with those of another cohort',
        byPair: false,
        otherCohort: true,
      },
    );
  }
  if (compare.with === 'not-mentored' || compare.with === 'wait-list') {
    const label = compare.with === 'wait-list' ? waiting : no;
    const labelled = standing.label.some((word) => word !== undefined);
    const mentored = (row: number): boolean =>
      labelled ? isYes(standing.label[row], plan) : standing.paired[row] === 1;
    const other = (row: number): boolean =>
      standing.paired[row] === 0 && (compare.with === 'not-mentored' || standing.joined[row] === 1);
    return make([yes, label], 1, (row) => (mentored(row) ? yes : other(row) ? label : undefined), {
      cameBy: compare.with === 'wait-list' ? 'wait-list' : plan.cameBy === 'lottery' ? 'self-chosen' : plan.cameBy,
      source: compare.with === 'wait-list' ? 'people signed up and waited' : stated.source,
      byPair: !labelled,
    });
  }
  if (compare.with === 'usual' && standing.lot.some((lot) => lot >= 0)) {
    const [drawn, rest] = ['drawn', 'not drawn'];
    return make(
      [drawn, rest],
      1,
      (row) => (standing.lot[row] === 1 ? drawn : standing.lot[row] === 0 ? rest : undefined),
      {
        cameBy: 'lottery',
        source: 'the lottery is on record here',
        byPair: false,
      },
    );
  }
  const labels = [...new Set(standing.label.filter((label) => label !== undefined))].sort();
  if (labels.length === 0) {
    if (compare.with === 'arm') return undefined;
    return make([yes, no], 1, (row) => (standing.paired[row] === 1 ? yes : no), { ...stated, byPair: true });
  }
  if (compare.with === 'usual' && labels.every((label) => readYesNo(label) !== undefined)) {
    return make([yes, no], 1, (row) => yesNoGroup(standing.label[row]), { ...stated, byPair: false });
  }
  const arm = (name: string): string | undefined =>
    labels.find(
      (label) => label.toLowerCase() === name.toLowerCase() || plan.names[label]?.toLowerCase() === name.toLowerCase(),
    );
  const comparison =
    compare.with === 'arm'
      ? arm(compare.arm)
      : (plan.comparison.find((label) => labels.includes(label)) ?? labels.find((label) => controls.test(label)));
  if (compare.with === 'arm' && comparison === undefined) return undefined;
  const named = plan.mentored.filter((label) => labels.includes(label) && label !== comparison);
  const mentored = named.length > 0 ? named : labels.filter((label) => label !== comparison);
  return make(
    [...mentored, ...(comparison === undefined ? [] : [comparison])],
    mentored.length,
    (row) => standing.label[row],
    { ...stated, byPair: false },
  );
}

function yesNoGroup(label: string | undefined): string | undefined {
  return label === undefined ? undefined : readYesNo(label) === true ? yes : no;
}

function isYes(label: string | undefined, plan: GroupPlan): boolean {
  if (label === undefined) return false;
  if (plan.mentored.length > 0) return plan.mentored.includes(label);
  return readYesNo(label) ?? !controls.test(label);
}
