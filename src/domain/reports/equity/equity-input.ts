// What report equity is made of: how far people came, which answers group them, and what was observed of them.
import type { ProgramLife } from '../../engagement/program-life.ts';
import type { Category, Dataset, Several } from '../../outcomes/dataset.ts';
import type { Engagement } from '../../program/engagement.ts';
import type { Outcome } from '../comparison.ts';
import type { Provenance } from '../json-document.ts';

export interface EquityInput {
  readonly cohort: string;
  readonly life: ProgramLife;
  readonly limits: Engagement;
  readonly starts: number | undefined;
  readonly ends: string | null;
  /** Fields to look at, each with the words of an answer. */
  readonly by: readonly string[];
  readonly wordsOf: (field: string, value: unknown) => string | undefined;
  /** Of the cohort, for outcomes; undefined where none are on file. */
  readonly data: Dataset | undefined;
  readonly fields: ReadonlyMap<string, Category | Several>;
  readonly outcomes: readonly Outcome[];
  readonly counts: Uint8Array;
  readonly minCell: number;
  readonly technical: boolean;
  readonly provenance: Provenance;
}
