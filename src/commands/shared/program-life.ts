// What reports about the program itself share: the cohort, its life, the words of answers.
import type { Command } from '@commander-js/extra-typings';
import { dayNumber } from '../../domain/civil-date.ts';
import type { ProgramLife } from '../../domain/engagement/program-life.ts';
import { answerWords } from '../../domain/program/answer-words.ts';
import { cohortDays } from '../../domain/program/cohort-days.ts';
import type { FieldValue, Program } from '../../domain/program/program.ts';
import type { Provenance } from '../../domain/reports/json-document.ts';
import { programLife } from '../../store/program-life.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Store } from '../../store/store.ts';
import type { Cohort } from '../../domain/records.ts';
import type { Context } from './context.ts';
import { countedTo } from './counted-to.ts';
import { chooseCohort } from './on-file.ts';
import { reportTableOption } from './options.ts';
import { ownEyesOption } from './own-eyes.ts';

export interface LifeOptions {
  readonly cohort?: string;
  readonly forOwnEyes?: boolean;
  readonly technical?: boolean;
  readonly table?: string;
}

export interface LoadedLife {
  readonly cohort: Cohort;
  readonly life: ProgramLife;
  readonly starts: number | undefined;
  readonly ends: string | null;
  readonly today: number;
  readonly provenance: Provenance;
}

export function lifeFlags(command: Command): Command {
  return command
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .addOption(ownEyesOption())
    .option('--technical', 'add tests and p values')
    .addOption(reportTableOption());
}

export async function loadLife(
  store: Store,
  program: Program,
  { cohort: name }: LifeOptions,
  context: Context,
): Promise<LoadedLife> {
  const cohort = await chooseCohort(store, name, context);
  const { starts: start, ends } = cohortDays(cohort, program);
  const life = await programLife(store.db, cohort.id);
  return {
    cohort,
    life,
    starts: start === undefined ? undefined : dayNumber(start),
    ends: ends ?? null,
    today: dayNumber(countedTo(program, context)),
    provenance: {
      asOf: countedTo(program, context),
      hash: sha256(JSON.stringify(life)),
    },
  };
}

/** An answer as it is told; undefined for a gap, and for fields whose answers are no groups. */
export function answerIn(program: Program): (field: string, value: unknown) => string | undefined {
  const types = new Map(program.fields.map(({ name, type }) => [name, type]));
  return (field, value) => {
    const type = types.get(field);
    if (value === undefined || type === 'text' || type === 'date' || type === 'number') return undefined;
    const words = answerWords(value as FieldValue);
    return words === '' ? undefined : words;
  };
}
