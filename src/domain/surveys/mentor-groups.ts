// Mentors and whoever they may be compared with: people who answered the same survey and mentored nobody.
import type { Grouping } from '../outcomes/dataset.ts';

/** `others`: everybody else who answered; `unpaired`: of those, who signed up to mentor and had no mentee. */
export const mentorComparisons = ['others', 'unpaired'] as const;
export type MentorComparison = (typeof mentorComparisons)[number];

/** By row: a mentor who has, or had, a mentee; somebody who signed up to mentor; anybody else who mentored nobody. */
export type MentorStanding = 'mentor' | 'unpaired' | 'other';

/** `comparison`: undefined where nobody is compared with. */
export function mentorGroups(standing: readonly MentorStanding[], comparison: MentorComparison | undefined): Grouping {
  const compared = (one: MentorStanding): boolean =>
    comparison === 'unpaired' ? one === 'unpaired' : comparison === 'others' && one !== 'mentor';
  return {
    labels: [
      'mentors',
      ...(comparison === undefined ? [] : [comparison === 'unpaired' ? 'without a mentee' : 'others']),
    ],
    mentored: 1,
    codes: Int32Array.from(standing, (one) => (one === 'mentor' ? 0 : compared(one) ? 1 : -1)),
    cameBy: comparison === 'unpaired' ? 'wait-list' : 'self-chosen',
    source:
      comparison === 'unpaired' ? 'they signed up, and matching had no mentee for them' : 'people sign up to mentor',
    byPair: false,
  };
}
