// A kept run to ask questions of: the table, the answer and its prices again.
import type { Insight } from '../reasons/run-insight.ts';
import { noFavours, type Run, type RunInput } from '../run.ts';
import { byMentors } from '../scoring/by-columns.ts';
import { rowTable } from '../scoring/run-table.ts';
import { sideRulesIn } from '../scoring/side-rules-of.ts';
import { perMentor } from '../scoring/solve-table.ts';
import { raised } from '../solve/floor.ts';
import { standingIn } from '../stable/stable-standing.ts';
import { nothingStated } from '../stated.ts';
import type { Program } from '../../program/program.ts';
import { keptMatching } from './verify-run.ts';

/** `proof`: undefined where it kept no prices. */
export interface KeptRun {
  readonly run: Run;
  readonly input: RunInput;
  readonly program: Program;
  readonly proof:
    (Parameters<typeof keptMatching>[2] & { readonly step?: number; readonly least?: number }) | undefined;
}

/** The table, the answer and its prices again, to ask questions of. */
export function insightOf(stored: KeptRun): Insight {
  const { run, input, program, proof } = stored;
  const table = raised(rowTable(input, program, proof?.step), proof?.least ?? 0);
  const mentorsOf = new Map<string, string[]>();
  for (const { mentee, mentor } of run.pairs)
    mentorsOf.set(mentee.id, [...(mentorsOf.get(mentee.id) ?? []), mentor.id]);
  const pairs = run.pairs.map(({ mentee, mentor }) => ({ mentee: mentee.id, mentor: mentor.id }));
  return {
    solve: perMentor(table),
    mentorsOf,
    matching: proof === undefined ? undefined : byMentors(table, keptMatching(table, pairs, proof).matching),
    favours: input.favours ?? noFavours,
    spread: program.matching.spread && program.matching.method !== 'stable',
    rules: sideRulesIn(table, program.rules),
    ...(program.matching.method === 'stable' && table.circles.length === 0
      ? { standing: standingIn(table, input.stated ?? nothingStated, mentorsOf, program) }
      : {}),
  };
}
