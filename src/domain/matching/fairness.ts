// How a run treats groups of mentees: who gets a mentor, how well, how often the best one; small groups held back.
import { wilson } from '../statistics/proportions.ts';
import { BARRED } from './assignment-types.ts';
import { answerOf, type Candidate } from './candidate.ts';
import type { Run } from './propose-run.ts';
import type { Scoring } from './score-pairs.ts';

export interface GroupFairness {
  readonly group: string;
  readonly mentees: number;
  readonly placed: number;
  /** 95 % interval (Wilson) of the share placed. */
  readonly low: number;
  readonly high: number;
  /** Of those placed, 0..1000; null where nobody is. */
  readonly meanFit: number | null;
  readonly tenthFit: number | null;
  /** Mentees who have a mentor than whom nobody open to them fits better. */
  readonly firstChoice: number;
}

export interface Fairness {
  readonly groups: readonly GroupFairness[];
  /** Names of groups held back: too small, or the one that would give a single small one away. */
  readonly heldBack: readonly string[];
}

const unknown = 'no answer';

/** A group is held back below `minCell` mentees; where only one is, the next smallest is too, so that no sum tells it. */
export function fairnessBy(field: string, run: Run, scoring: Scoring, minCell: number): Fairness {
  const fits = new Map(run.pairs.map(({ mentee, score }) => [mentee.id, score]));
  const members = new Map<string, { person: Candidate; i: number }[]>();
  scoring.mentees.forEach((person, i) => {
    const group = groupOf(person, field);
    members.set(group, [...(members.get(group) ?? []), { person, i }]);
  });
  const bySize = [...members].sort((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1));
  const small = bySize.filter(([, people]) => people.length < minCell).length;
  const held = new Set(bySize.slice(0, small === 1 ? 2 : small).map(([group]) => group));
  const groups = bySize.flatMap(([group, people]): GroupFairness[] => {
    if (held.has(group)) return [];
    const placed = people.flatMap(({ person }) => fits.get(person.id) ?? []).sort((a, b) => a - b);
    const range = wilson(placed.length, people.length) ?? { low: 0, high: 1 };
    return [
      {
        group,
        mentees: people.length,
        placed: placed.length,
        ...range,
        meanFit: placed.length === 0 ? null : placed.reduce((sum, fit) => sum + fit, 0) / placed.length,
        tenthFit: placed[Math.max(0, Math.ceil(placed.length / 10) - 1)] ?? null,
        firstChoice: people.filter(({ person, i }) => (fits.get(person.id) ?? -1) >= bestOpen(i, scoring)).length,
      },
    ];
  });
  return {
    groups: groups.sort((a, b) => (a.group < b.group ? -1 : 1)),
    heldBack: [...held].sort(),
  };
}

function groupOf(person: Candidate, field: string): string {
  const answer = answerOf(person, field);
  if (answer === undefined) return unknown;
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return typeof answer === 'object' ? [...answer].sort().join('; ') : String(answer);
}

/** The best fit open to a mentee; 0 where nobody is, so that nobody counts as her choice only if she has one. */
function bestOpen(i: number, { scores, mentors }: Scoring): number {
  let best = 0;
  mentors.forEach(({ seats }, j) => {
    const score = scores[i * mentors.length + j]!;
    if (score !== BARRED && seats > 0 && score > best) best = score;
  });
  return best;
}
