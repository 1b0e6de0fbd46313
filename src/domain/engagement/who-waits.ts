// Which mentees wait for a mentor: those who never had one, and those who lost theirs before its time. Who finished does not wait.
import { waitsForAnother } from './closure.ts';
import type { EndedPair, LivingPair } from './cohort-life.ts';

/** `ended`: as they ended, the last one last. */
export function whoWaits<Mentee extends { readonly id: string }>(
  mentees: readonly Mentee[],
  standing: readonly Pick<LivingPair, 'mentee'>[],
  ended: readonly Pick<EndedPair, 'mentee' | 'reason' | 'closing'>[],
): { readonly never: readonly Mentee[]; readonly lost: readonly Mentee[] } {
  const paired = new Set(standing.map(({ mentee }) => mentee.id));
  const last = new Map(ended.map((pair) => [pair.mentee.id, pair]));
  const without = mentees.filter(({ id }) => !paired.has(id));
  return {
    never: without.filter(({ id }) => !last.has(id)),
    lost: without.filter(({ id }) => {
      const end = last.get(id);
      return end !== undefined && waitsForAnother(end);
    }),
  };
}
