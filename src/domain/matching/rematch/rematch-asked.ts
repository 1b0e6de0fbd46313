// What a rematch was asked, what it saw, and what it found, as its report and its record want them.
import { defined } from '../../defined.ts';
import { Failure } from '../../failure.ts';
import { namesOf } from '../../find-named.ts';
import { shellWord } from '../../shell-word.ts';
import { noFavours } from '../run.ts';
import type { RematchInput, RematchPlan } from './rematch-plan.ts';
import type { RematchTableId, RematchView } from './rematch-report.ts';

export interface RematchAsked {
  readonly leaving: readonly string[];
  readonly maxMoves: number;
  readonly preferPrevious: boolean;
  readonly table?: RematchTableId;
  readonly dryRun: boolean;
}

type SeenBefore = Omit<RematchInput, 'seed' | 'maxMoves'>;

/** Who and what stood before. */
interface Stood {
  readonly members: readonly { readonly key: number; readonly id: string; readonly name: string }[];
  readonly input: SeenBefore;
  readonly broken: readonly {
    readonly pair: { readonly menteeId: number; readonly mentorId: number };
    readonly gone: RematchView['broken'][number]['gone'];
  }[];
}

export function rematchView(
  plan: RematchPlan,
  standing: Stood,
  {
    cohort,
    options,
    changes,
    run,
    program,
  }: {
    cohort: string;
    options: RematchAsked;
    changes: number;
    run: number | null;
    program: RematchView['program'];
  },
): RematchView {
  const who = namesOf(standing.members);
  const name = shellWord(cohort);
  const again = rematchLine(options, cohort);
  return {
    plan,
    cohort,
    run,
    maxMoves: options.maxMoves,
    favours: standing.input.favours ?? noFavours,
    program,
    dryRun: options.dryRun,
    ...defined({ table: options.table }),
    broken: standing.broken.map(({ pair, gone }) => ({
      mentee: who(pair.menteeId),
      mentor: who(pair.mentorId),
      gone,
    })),
    next:
      changes === 0
        ? { command: `mentorctl status --cohort ${name}`, text: '' }
        : run === null
          ? { command: again, text: 'to make the changes' }
          : { command: `mentorctl pair list --cohort ${name}`, text: 'shows the pairs as they are now' },
  };
}

/** The command line that asks the same, without a look only. */
export function rematchLine(options: RematchAsked, cohort: string): string {
  return [
    `mentorctl rematch --cohort ${shellWord(cohort)}`,
    ...(options.leaving.length === 0 ? [] : ['--leaving', ...options.leaving.map(shellWord)]),
    ...(options.maxMoves === Infinity ? [] : ['--max-moves', options.maxMoves]),
    ...(options.preferPrevious ? ['--prefer-previous'] : []),
  ].join(' ');
}

export function tooManyMoves(plan: RematchPlan, maxMoves: number): Failure {
  const moves = plan.lost.length + plan.moved.length;
  return new Failure('no', {
    code: 'too-many-moves',
    message: `${moves} standing pairs have to end because mentors have fewer places than mentees; that is more than ${maxMoves}`,
    hint: 'Give --max-moves a higher number, or the mentors more places.',
  });
}

/** As JSON, for the record. */
export function rematchSnapshot(input: SeenBefore): string {
  const { mentees, mentors, standing, pins, blocks } = input;
  const plain = ({ id, name, email, seats, fields }: (typeof mentees)[number]): object => ({
    id,
    name,
    email,
    seats,
    fields,
  });
  return JSON.stringify({
    mentees: mentees.map(plain),
    mentors: mentors.map(plain),
    standing,
    pins,
    blocks: [...blocks].map(([id, others]) => [id, [...others]]),
  });
}
