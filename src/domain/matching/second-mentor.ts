// Second mentors: people who have one mentor are matched again, with somebody else and, if the program says so, of another kind.

/** Who is a mentee's mentor when a run of second mentors is made, by ids. */
export type Already = readonly { readonly mentee: string; readonly mentor: string }[];

/** What a run of second mentors is called among the runs of a cohort. */
export const secondMentors = 'second mentors';

/** The answer of the mentor she has, as if she had given it; what the rule compares, and what explanations name. */
export function ofFirstMentor(field: string): string {
  return `first mentor's ${field}`;
}
