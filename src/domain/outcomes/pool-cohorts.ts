// Several cohorts as one set of people: each keeps its own design, and everybody is compared within their own cohort.
import type { CameBy, GroupPlan } from '../program/program.ts';
import { assignGroups, type Compare, type Standing } from './assign-groups.ts';
import type { Grouping } from './dataset.ts';

export interface CohortDesign {
  readonly cohort: string;
  readonly cameBy: CameBy;
  readonly byPair: boolean;
}

export interface Pooled {
  readonly groups: Grouping;
  /** By cohort, in the order they were named. */
  readonly designs: readonly CohortDesign[];
}

/** From the design that allows most to the one that allows least. */
const byStrength: readonly CameBy[] = ['lottery', 'wait-list', 'staff', 'self-chosen'];

/** `of`: by person, the index of their cohort. Undefined when `compare` names an arm that nobody is in. */
export function poolCohorts(
  standing: Standing,
  of: ArrayLike<number>,
  names: readonly string[],
  plan: GroupPlan,
  compare: Compare,
): Pooled | undefined {
  const each = names.map((_, index) => assignGroups(onlyOf(standing, of, index), plan, compare));
  const found = each.flatMap((groups, index) => (groups === undefined ? [] : [{ groups, index }]));
  if (found.length === 0) return undefined;
  const one = found.every(({ groups }) => groups.mentored === 1);
  const mentored = one
    ? [same(found.map(({ groups }) => groups.labels[0])) ?? 'mentored']
    : [...new Set(found.flatMap(({ groups }) => groups.labels.slice(0, groups.mentored)))];
  const others = found.flatMap(({ groups }) => groups.labels.slice(groups.mentored));
  const other = others.length === 0 ? undefined : (same(others) ?? 'not mentored');
  const codes = new Int32Array(standing.label.length).fill(-1);
  for (const { groups, index } of found)
    groups.codes.forEach((code, row) => {
      if (of[row] !== index || code < 0) return;
      if (code >= groups.mentored) codes[row] = mentored.length;
      else codes[row] = one ? 0 : mentored.indexOf(groups.labels[code] ?? '');
    });
  const cameBy = byStrength.findLast((way) => found.some(({ groups }) => groups.cameBy === way)) ?? plan.cameBy;
  return {
    groups: {
      labels: [...mentored, ...(other === undefined ? [] : [other])],
      mentored: mentored.length,
      codes,
      cameBy,
      source:
        same(found.map(({ groups }) => groups.source)) ?? 'each cohort by its own design; the weakest of them counts',
      byPair: found.some(({ groups }) => groups.byPair),
    },
    designs: found.map(({ groups, index }) => ({
      cohort: names[index] ?? '',
      cameBy: groups.cameBy,
      byPair: groups.byPair,
    })),
  };
}

function same(words: readonly (string | undefined)[]): string | undefined {
  return new Set(words).size === 1 ? words[0] : undefined;
}

/** What is known of one cohort's people; of everybody else nothing. */
function onlyOf(standing: Standing, of: ArrayLike<number>, index: number): Standing {
  const own = (row: number): boolean => of[row] === index;
  return {
    label: standing.label.map((label, row) => (own(row) ? label : undefined)),
    joined: standing.joined.map((one, row) => (own(row) ? one : 0)),
    paired: standing.paired.map((one, row) => (own(row) ? one : 0)),
    lot: standing.lot.map((lot, row) => (own(row) ? lot : -1)),
    elsewhere: new Uint8Array(standing.label.length),
  };
}
