// The most points each criterion may give, whole and adding up to the top score, by importance and by people's own.
import type { Criterion, Field } from '../../program/program.ts';
import { TOP_SCORE } from '../assignment-types.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import { criterionKind, weightOf } from './criterion-kinds.ts';
import { ownImportance, ownScale } from './own-importance.ts';

/** `topics` or, across fields, `identity to match with characteristics`. */
export function criterionName(criterion: Criterion): string {
  const kind = criterionKind(criterion.kind);
  if (kind.compares === 'nothing') return kind.name;
  return criterion.mentee === criterion.mentor ? criterion.mentee : `${criterion.mentee} with ${criterion.mentor}`;
}

/** Points each criterion may give, whole and adding up to 1000 (largest remainders), in proportion to the weights. */
function apportion(criteria: readonly Criterion[], scale: readonly number[] = []): number[] {
  const weights = criteria.map((criterion, c) => weightOf(criterion.importance) * (scale[c] ?? 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (TOP_SCORE * weight) / whole);
  const points = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, c) => ({ c, left: value - points[c]! }))
    .sort((a, b) => b.left - a.left || a.c - b.c);
  const missing = TOP_SCORE - points.reduce((sum, value) => sum + value, 0);
  for (const { c } of byRemainder.slice(0, missing)) points[c]! += 1;
  return points;
}

/** By mentee, then by criterion: the same for all where nobody's own importance scales anything. */
export function mostPoints(
  criteria: readonly Criterion[],
  mentees: readonly Candidate[],
  fields: ReadonlyMap<string, Field>,
): (mentee: number) => readonly number[] {
  const standard = apportion(criteria);
  if (criteria.every(({ scaledBy }) => scaledBy === undefined)) return () => standard;
  const known = new Map<string, readonly number[]>();
  const scales = criteria.map(({ scaledBy }) =>
    scaledBy === undefined ? undefined : ownScale(fields.get(scaledBy), mentees),
  );
  const own = mentees.map((person) => {
    const scale = criteria.map(({ scaledBy }, c) =>
      scaledBy === undefined ? 1 : ownImportance(answerOf(person, scaledBy), fields.get(scaledBy), scales[c]),
    );
    const key = scale.join();
    const made = known.get(key) ?? apportion(criteria, scale);
    known.set(key, made);
    // Somebody to whom nothing matters is matched by the program's own weights.
    return made.every((points) => points === 0) ? standard : made;
  });
  return (mentee) => own[mentee]!;
}
