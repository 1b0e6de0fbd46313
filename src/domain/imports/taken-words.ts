// What an import took in, counted and said.
import { counted } from '../count-words.ts';
import type { RecordKind } from '../rows/record-kinds.ts';
import type { ImportCounts } from './import-report.ts';

/** Of one cohort; `both`: people in both roles, who are among `people` once. */
export interface PeopleTotals {
  readonly people: number;
  readonly mentors: number;
  readonly mentees: number;
  readonly both: number;
  readonly neither: number;
  readonly places: number;
  readonly observations: number;
}

/** Over several cohorts; bad rows are the file's. */
export function sumOfCounts(one: ImportCounts, two: ImportCounts): ImportCounts {
  const both = (a = 0, b = 0): number => a + b;
  return {
    added: both(one.added, two.added),
    changed: both(one.changed, two.changed),
    same: both(one.same, two.same),
    bad: one.bad,
    observations: {
      added: both(one.observations?.added, two.observations?.added),
      changed: both(one.observations?.changed, two.observations?.changed),
      same: both(one.observations?.same, two.observations?.same),
    },
    ...(one.withdrawn === undefined ? {} : { withdrawn: both(one.withdrawn, two.withdrawn) }),
  };
}

/** `onFile`: everybody was on file, and nothing is said of roles. */
export function peopleWords(
  { people, mentors, mentees, both, neither, places }: PeopleTotals,
  onFile: boolean,
): string {
  if (onFile) return `${people === 1 ? '1 person' : `${people} people`} on file`;
  const parts = [
    mentors > 0 ? `${counted(mentors, 'mentor')}${places > 0 ? ` with ${counted(places, 'place')}` : ''}` : '',
    mentees > 0 ? counted(mentees, 'mentee') : '',
    both > 0 ? `${both} in both roles` : '',
    neither > 0 ? `${neither} in neither role` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'no people' : parts.join(', ');
}

export function outcomeWords({ people, observations }: PeopleTotals): string {
  return `${counted(observations, 'observation')} of ${counted(people, 'person', 'people')}`;
}

/** `1 pair`, `2 decisions on pairs`, `40 survey answers`. */
export function recordWords(kind: RecordKind, count: number, decided: boolean): string {
  const many = kind === 'survey' ? 'survey answers' : kind;
  if (kind === 'pairs' && decided) return `${count} decision${count === 1 ? ' on a pair' : 's on pairs'}`;
  return `${count} ${count === 1 ? many.slice(0, -1) : many}`;
}
