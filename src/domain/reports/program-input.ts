// What reports on the program itself are made of.
import type { ProgramLife } from '../engagement/program-life.ts';
import type { Engagement } from '../program/engagement.ts';
import type { Report } from '../report/report.ts';
import type { FlagTimes } from './flag-tables.ts';
import type { Provenance } from './json-document.ts';

/** Shares of the mentees who signed up, in percent. */
export type TargetName = 'eligible' | 'matched' | 'first-meeting' | 'three-meetings' | 'finished';

export interface ProgramReportInput {
  readonly cohort: string;
  readonly life: ProgramLife;
  readonly limits: Engagement;
  readonly starts: number | undefined;
  readonly ends: string | null;
  readonly today: number;
  readonly flags: FlagTimes | undefined;
  readonly goals: { readonly set: number; readonly reached: number };
  readonly targets: Readonly<Partial<Record<TargetName, number>>>;
  readonly minCell: number;
  readonly technical: boolean;
  readonly provenance: Provenance;
}

/** A report of the cohort that was made already. */
export interface Chapter {
  readonly name: string;
  readonly report: Report;
}
