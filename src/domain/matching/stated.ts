// What people stated about one another, outside the form's fields: ranked choices and scores of pairs, as imported.
import type { Candidate } from './candidate.ts';

export interface Stated {
  /** Person's id -> other person's id -> choice, 1 the first. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Mentee's id -> mentor's id -> score, in the file's own unit, higher is better. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The highest score there is; 1 where there is none. */
  readonly highest: number;
}

export const nothingStated: Stated = { choices: new Map(), scores: new Map(), highest: 1 };

interface Share {
  readonly share: number | undefined;
  readonly why: () => string;
}

type Choices = ReadonlyMap<string, number> | undefined;

/** The mean over the sides that gave a list: first of five 1, second 0.8, not listed 0; undefined where no side gave one. */
export function choiceShare(
  mentees: Choices,
  mentors: Choices,
  { mentee, mentor }: { readonly mentee: Candidate; readonly mentor: Candidate },
  side: 'mentee' | 'mentor' | 'both',
): Share {
  const lists = [
    ...(side === 'mentor' ? [] : [{ list: mentees, other: mentor.id, who: 'the mentee' }]),
    ...(side === 'mentee' ? [] : [{ list: mentors, other: mentee.id, who: 'the mentor' }]),
  ];
  const shares = lists.flatMap(({ list, other }) => (list === undefined ? [] : [shareOf(list, other)]));
  return {
    share: shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    why: () =>
      lists
        .map(({ list, other, who }) => {
          if (list === undefined) return `${who} gave no choices${shares.length === 0 ? ', counted half' : ''}`;
          const choice = list.get(other);
          return choice === undefined ? `not among the choices of ${who}` : `choice ${choice} of ${who}`;
        })
        .join('; '),
  };
}

function shareOf(list: ReadonlyMap<string, number>, other: string): number {
  const choice = list.get(other);
  if (choice === undefined) return 0;
  const longest = Math.max(...list.values());
  return (longest - choice + 1) / longest;
}

/** A pair's score as a share of what counts as full. */
export function statedShare(score: number | undefined, full: number): Share {
  return {
    share: score === undefined ? undefined : full <= 0 ? 0 : Math.min(1, Math.max(0, score / full)),
    why: () => (score === undefined ? 'no stated score, counted half' : `stated score ${score} of ${full}`),
  };
}
