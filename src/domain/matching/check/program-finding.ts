// One thing a check of a program finds, and the people it looks at.
import type { Candidate } from '../candidate.ts';

/** problem: nobody can be paired, or a rule names nobody; warning: likely not what was meant; note: good to know. */
export interface ProgramFinding {
  readonly severity: 'problem' | 'warning' | 'note';
  readonly kind: string;
  /** Where it stands in the program file: `rules 2`, `criteria 1`. */
  readonly where: string;
  readonly message: string;
  readonly remedy: string;
  /** Of the pairs, mentees or people the message speaks of. */
  readonly share?: number;
}

export interface Sides {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
}

export function nobodyAnswered(who: string, field: string, where: string): ProgramFinding {
  return {
    severity: 'warning',
    kind: 'nobody-answered',
    where,
    message: `${who} has answered "${field}"`,
    remedy: `Map the column that holds it with --map "Heading=${field}" and import again, or take the ${where.startsWith('rules') ? 'rule' : where.startsWith('criteria') ? 'criterion' : 'field'} away.`,
    share: 1,
  };
}
