// Mentors whom mentees ask for by name in the form (or mentees whom mentors ask for), as ranked choices like those of an imported list.
import type { Criterion, Program } from '../../program/program.ts';
import { nothingStated, type Stated } from '../stated.ts';
import type { Candidate } from '../candidate.ts';
import { namedBy, whoNames } from './named-sides.ts';

/** Who asks, and in which fields, the first choice first; undefined for a criterion that reads imported lists alone. */
export function asksBy({
  kind,
  mentee,
  mentor,
  then = [],
}: Criterion): { readonly side: 'mentee' | 'mentor'; readonly fields: readonly string[] } | undefined {
  if (kind !== 'ranked' || (mentee === '' && mentor === '')) return undefined;
  const { side, field } = whoNames({ mentee, mentor }) ?? { side: 'mentee' as const, field: mentee };
  return { side, fields: [field, ...then] };
}

/**
 * The input with those choices: field after field and within an answer name after name, each one choice further down.
 * Several people of one name have the same choice. Whoever gave a list that was imported keeps it.
 */
export function withAskedFor<
  T extends {
    readonly mentees: readonly Candidate[];
    readonly mentors: readonly Candidate[];
    readonly stated?: Stated;
  },
>(input: T, { criteria }: Pick<Program, 'criteria'>): T {
  const asking = criteria.flatMap((criterion) => asksBy(criterion) ?? []);
  if (asking.length === 0) return input;
  const stated = input.stated ?? nothingStated;
  const choices = new Map(stated.choices);
  for (const { side, fields } of asking) {
    const [people, others] = side === 'mentee' ? [input.mentees, input.mentors] : [input.mentors, input.mentees];
    const answers = fields.map((field) => namedBy(field, people, others));
    people.forEach(({ id }, at) => {
      if (stated.choices.has(id)) return;
      const list = new Map<string, number>(choices.get(id) ?? []);
      let choice = Math.max(0, ...list.values());
      for (const answer of answers)
        for (const named of answer[at]?.each ?? []) {
          const fresh = named.map((one) => others[one]!.id).filter((other) => other !== id && !list.has(other));
          if (fresh.length > 0) choice++;
          for (const other of fresh) list.set(other, choice);
        }
      if (list.size > 0) choices.set(id, list);
    });
  }
  return { ...input, stated: { ...stated, choices } };
}
