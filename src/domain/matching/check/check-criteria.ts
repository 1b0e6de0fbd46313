// Whether a criterion tells any two pairs of a cohort apart, and whether its weight is enough to change an order.
import type { Criterion } from '../../program/program.ts';
import { BARRED, TOP_SCORE } from '../assignment-types.ts';
import { weightOf, criterionKind } from '../scoring/criterion-kinds.ts';
import type { ProgramFinding, Sides } from './program-finding.ts';
import { criterionName } from '../scoring/apportion.ts';
import type { Scoring } from '../scoring/score-pairs.ts';

/** Points of 1,000 that every allowed pair gets alike; undefined where pairs differ, or none is allowed. */
export function constantOf({ scores, mentees, mentors }: Scoring): number | undefined {
  let first = -1;
  for (let k = 0; k < mentees.length * mentors.length; k++) {
    const score = scores[k]!;
    if (score === BARRED) continue;
    if (first < 0) first = score;
    else if (score !== first) return undefined;
  }
  return first < 0 ? undefined : first;
}

/** `byRules`: only since the rules leave no other pairs. */
export function constantFinding(
  criterion: Criterion,
  where: string,
  { points, byRules }: { readonly points: number; readonly byRules: boolean },
): ProgramFinding {
  if (weightOf(criterion.importance) === 0)
    return {
      severity: 'warning',
      kind: 'constant-criterion',
      where,
      message: `"${criterionName(criterion)}" has importance 0, and so decides nothing`,
      remedy: 'Give it some importance, or take it away.',
    };
  return {
    severity: 'warning',
    kind: 'constant-criterion',
    where,
    message: `"${criterionName(criterion)}" gives every pair${byRules ? ' that the rules allow' : ''} the same, ${Math.round((100 * points) / TOP_SCORE)} of 100, and so decides nothing`,
    remedy: byRules
      ? 'Take it away: a rule sees to it already, and its weight is taken from the others.'
      : criterionKind(criterion.kind).remedy(criterion),
  };
}

/** For each criterion the number of mentees whose order of mentors would be another without it. */
export function ordersChanged({ mentees, mentors, scores, parts }: Scoring, criteria: number): number[] {
  const changed = new Array<number>(criteria).fill(0);
  mentees.forEach((_, i) => {
    const open = mentors.flatMap((_mentor, j) => (scores[i * mentors.length + j] === BARRED ? [] : [j]));
    const rows = open.map((j) => {
      const points = parts(i, j).map((part) => part.points);
      return { points, total: points.reduce((sum, one) => sum + one, 0) };
    });
    rows.sort((a, b) => a.total - b.total);
    for (let c = 0; c < criteria; c++) {
      const differs = rows.some((row, k) => {
        const before = rows[k - 1];
        if (before === undefined) return false;
        const rest = row.total - row.points[c]! - (before.total - before.points[c]!);
        return row.total === before.total ? rest !== 0 : rest <= 0;
      });
      if (differs) changed[c]!++;
    }
  });
  return changed;
}

export function neverMatters(criterion: Criterion, where: string, { mentees, mentors }: Sides): ProgramFinding {
  return {
    severity: 'warning',
    kind: 'never-matters',
    where,
    message: `without "${criterionName(criterion)}" no mentee's order of mentors would be another (${mentees.length} mentees and ${mentors.length} mentors looked at)`,
    remedy: 'Raise its importance if it shall matter, or take it away.',
  };
}
