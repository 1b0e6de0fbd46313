// Who came back over all cohorts, where this one's mentors come from, and how its new people came to hear of the program.
import type { ProgramLife } from '../../engagement/program-life.ts';
import type { CultureInput, WayBack } from './culture-input.ts';

export interface RoleHeld {
  readonly person: number;
  readonly cohort: number;
  readonly role: string;
}

/** `starts`: by cohort, the day number of its start, NaN where it is not known. `source`: the field that says how people heard of it. */
export function comingBack(
  cohort: number,
  {
    life,
    roles,
    starts,
  }: {
    readonly life: ProgramLife;
    readonly roles: readonly RoleHeld[];
    readonly starts: ReadonlyMap<number, number>;
  },
  source: string | undefined,
  words: (field: string, value: unknown) => string | undefined,
): Pick<CultureInput, 'ways' | 'mentors' | 'sources'> {
  const here = starts.get(cohort) ?? NaN;
  const placed = roles.map((one) => ({ ...one, start: starts.get(one.cohort) ?? NaN }));
  const first = new Map<number, number>();
  for (const { person, role, start } of placed)
    if (role === 'mentee' && !Number.isNaN(start)) first.set(person, Math.min(first.get(person) ?? Infinity, start));
  const ways = Array.from(first, ([person, mentee]): WayBack => {
    const later = placed.flatMap((one) =>
      one.person === person && one.role === 'mentor' && one.start > mentee ? [one.start] : [],
    );
    return { mentee, mentor: later.length === 0 ? undefined : Math.min(...later) };
  });
  const before = (role: 'mentor' | 'mentee'): ReadonlySet<number> =>
    new Set(
      placed.flatMap((one) => (one.role === role && one.cohort !== cohort && one.start < here ? [one.person] : [])),
    );
  const [mentorsBefore, menteesBefore] = [before('mentor'), before('mentee')];
  const counts = new Map<string, number>();
  if (source !== undefined)
    for (const { person, fields } of [...life.mentees, ...life.mentors]) {
      if (mentorsBefore.has(person) || menteesBefore.has(person)) continue;
      const said = words(source, fields[source]) ?? 'no answer';
      counts.set(said, (counts.get(said) ?? 0) + 1);
    }
  return {
    ways,
    mentors: {
      all: life.mentors.length,
      again: life.mentors.filter(({ person }) => mentorsBefore.has(person)).length,
      onceMentees: life.mentors.filter(({ person }) => menteesBefore.has(person)).length,
    },
    sources: source === undefined ? undefined : { field: source, counts },
  };
}
