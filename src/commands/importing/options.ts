// What an import was asked to do, as a value: argv becomes this and nothing else.
import type { DateOrder } from '../../domain/cells/dates.ts';
import type { Kind } from '../../domain/columns/vocabulary.ts';

export type RoleChoice = 'mentor' | 'mentee' | 'both' | 'none';

export interface ImportOptions {
  readonly files: readonly string[];
  readonly cohort?: string;
  readonly role?: RoleChoice;
  readonly as?: Kind;
  readonly map: ReadonlyMap<string, string>;
  readonly sheet?: string;
  /** Surveys whose rows do not say it. */
  readonly instrument?: string;
  readonly wave?: string;
  readonly encoding?: string;
  readonly dayOrder?: DateOrder;
  readonly ask: boolean;
  readonly dryRun: boolean;
  readonly complete: boolean;
  readonly skipBadRows: boolean;
  readonly rejects?: string;
  readonly verbose: boolean;
  /** Nothing is taken in: the files only show what a program could be. */
  readonly proposing?: true;
}
