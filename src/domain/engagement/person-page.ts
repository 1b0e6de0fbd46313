// Everything known about one person, cohort by cohort, on one page.
import { formatDate, parseIsoDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { nameAndId } from '../find-named.ts';
import { answerWords } from '../program/answer-words.ts';
import type { FieldValues } from '../program/program.ts';
import { prose, tableBlock } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { tableOf, text, wrapped } from '../report/table-of.ts';
import { reasonWords } from './closure.ts';

/** What is known of them in one cohort; days YYYY-MM-DD. */
export interface PersonInCohort {
  readonly cohort: string;
  readonly roles: readonly {
    readonly role: string;
    readonly capacity: number;
    readonly status: string;
    readonly fields: FieldValues;
  }[];
  readonly pairs: readonly {
    readonly pair: number;
    readonly as: 'mentor' | 'mentee';
    readonly with: { readonly id: string; readonly name: string };
    readonly status: string;
    readonly started: string;
    readonly ended: string | null;
    readonly reason: string | null;
    readonly meetings: number;
  }[];
  readonly goals: readonly {
    readonly goal: number;
    readonly text: string;
    readonly set: string;
    readonly reached: string | null;
  }[];
  readonly flags: readonly {
    readonly flag: number;
    readonly about: string;
    readonly raised: string;
    readonly resolved: string | null;
  }[];
  readonly outcomes: readonly {
    readonly measure: string;
    readonly when: string;
    readonly value: number | string | null;
  }[];
}

/** `email`: null where there is none; left out where it is not to be shown. */
export function personPage(
  person: {
    readonly id: string;
    readonly name: string;
    readonly email?: string | null;
    readonly aliases: readonly string[];
  },
  cohorts: readonly PersonInCohort[],
): Report {
  const { email, aliases } = person;
  const contact = email === undefined ? '' : `, ${email ?? 'no e-mail address'}`;
  const known = aliases.length === 0 ? '' : `; also known as ${aliases.join(', ')}`;
  const rows = cohorts.flatMap((part) => linesOf(part).map(([what, is]) => ({ cohort: part.cohort, what, is })));
  const table = tableOf({ id: 'person', title: '' }, rows, [
    [{ id: 'cohort', title: '' }, ({ cohort }) => text(cohort)],
    [{ id: 'what', title: '' }, ({ what }) => text(what)],
    [wrapped('is', ''), ({ is }) => text(is)],
  ]);
  return {
    schema: 'mentorctl/person@1',
    blocks: [prose(`${nameAndId(person)}${contact}${known}`), tableBlock(table)],
    json: { ...person, cohorts },
  };
}

function linesOf({ roles, pairs, goals, flags, outcomes }: PersonInCohort): (readonly [what: string, is: string])[] {
  return [
    ...roles.map(
      ({ role, capacity, status, fields }) =>
        [
          role === 'none' ? 'not taking part' : role,
          [
            ...(role === 'mentor' ? [`${capacity} places`] : []),
            ...(status === 'active' ? [] : [status]),
            ...Object.entries(fields).map(([name, value]) => `${name}: ${answerWords(value, ', ')}`),
          ].join('; '),
        ] as const,
    ),
    ...pairs.map((pair) => [`pair ${pair.pair}`, pairWords(pair)] as const),
    ...goals.map(
      (goal) =>
        [
          'goal',
          `${goal.text}, ${goal.reached === null ? 'not yet reached' : `reached ${day(goal.reached)}`}`,
        ] as const,
    ),
    ...flags.map(({ about, raised, resolved }) => {
      const end = resolved === null ? 'open' : `resolved ${day(resolved)}`;
      return ['flag', `${about}, raised ${day(raised)}, ${end}`] as const;
    }),
    ...outcomes.map(
      ({ measure, when, value }) => ['outcome', `${measure}${when === '' ? '' : `, ${when}`}: ${value ?? ''}`] as const,
    ),
  ];
}

function pairWords({
  as,
  with: other,
  status,
  started,
  ended,
  reason,
  meetings,
}: PersonInCohort['pairs'][number]): string {
  const until = ended === null ? '' : ` until ${day(ended)}`;
  const why = reason === null ? '' : ` (${reasonWords(reason)})`;
  return `${as} of ${nameAndId(other)}, ${status}, since ${day(started)}${until}${why}, ${counted(meetings, 'meeting')}`;
}

function day(words: string): string {
  const date = parseIsoDate(words);
  return date === undefined ? words : formatDate(date);
}
