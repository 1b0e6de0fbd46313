// What stops a command. Thrown by any room, caught once in main.ts; each kind has one exit code.
import type { Issue, Place } from './issue.ts';

/** Exit codes follow sysexits.h where it has one; `mentorctl help exit-codes` prints this table. */
export const exitCodes = {
  no: { code: 1, meaning: 'the answer is no: a check failed, or someone is unmatched under --require-all' },
  usage: { code: 2, meaning: 'the command line is wrong, or a question needs a terminal' },
  'bad-data': { code: 65, meaning: 'the input has errors; nothing was written' },
  'not-found': { code: 66, meaning: 'a file, cohort, person, run or program is not there' },
  bug: { code: 70, meaning: 'a fault in mentorctl itself; nothing was lost' },
  'cannot-write': { code: 73, meaning: 'an output file cannot be written' },
  busy: { code: 75, meaning: 'another mentorctl is writing to the same database; try again' },
  'bad-program': { code: 78, meaning: 'the program file has errors' },
  cancelled: { code: 130, meaning: 'cancelled by Ctrl-C; nothing was changed' },
} as const satisfies Record<string, { code: number; meaning: string }>;

export type FailureKind = keyof typeof exitCodes;

export interface FailureDetail {
  /** What happened, in the admin's words, without a full stop's worth of jargon. */
  readonly message: string;
  /** Stable word for scripts, e.g. `unknown-cohort`. */
  readonly code: string;
  readonly where?: Place;
  /** How to mend it. */
  readonly hint?: string;
  /** All the problems of a file, where there are many. */
  readonly issues?: readonly Issue[];
  readonly cause?: unknown;
}

export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly where: Place | undefined;
  readonly hint: string | undefined;
  readonly issues: readonly Issue[];

  constructor(kind: FailureKind, detail: FailureDetail) {
    super(detail.message, { cause: detail.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.code = detail.code;
    this.where = detail.where;
    this.hint = detail.hint;
    this.issues = detail.issues ?? [];
  }

  get exitCode(): number {
    return exitCodes[this.kind].code;
  }
}
