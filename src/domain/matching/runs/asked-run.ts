// What a run was asked to be, over what the program file says; and what does not go together.
import { defined } from '../../defined.ts';
import { Failure } from '../../failure.ts';
import type { Program } from '../../program/program.ts';
import { shellWord } from '../../shell-word.ts';
import { noFavours, type Run, type RunInput } from '../run.ts';
import { deafRules } from '../scoring/named-people.ts';
import { overWords, type PinsOver } from '../scoring/pins-over.ts';

/** As it is said on the command line. */
export interface MatchingAsked {
  readonly objective?: 'coverage' | 'quality';
  /** 0..1000. */
  readonly minFit?: number;
  readonly seed?: number;
  readonly floor?: 'best';
  readonly spread?: boolean;
  readonly method?: 'best' | 'stable';
  readonly preferPrevious: boolean;
  /** Second mentors for those who have one. */
  readonly second: boolean;
  /** Under stable: who is not on a list that somebody gave. */
  readonly unlisted?: 'acceptable' | 'unacceptable';
  /** Pins may give a mentor more mentees than she has places. */
  readonly over: boolean;
  readonly fair: boolean;
  readonly firstChoices: boolean;
}

/** Throws Failure for what does not go together. */
export function matchingAsked(options: MatchingAsked, program: Program): Program['matching'] {
  const { method: saidMethod, unlisted: saidUnlisted, ...said } = program.matching;
  const method = options.method ?? saidMethod;
  const matching: Program['matching'] = {
    ...said,
    ...(method === 'stable' ? { method } : {}),
    ...((options.unlisted ?? saidUnlisted) === 'acceptable' ? { unlisted: 'acceptable' as const } : {}),
    ...defined({ floor: options.floor, spread: options.spread, objective: options.objective }),
    ...(options.minFit === undefined
      ? {}
      : { minScore: options.minFit, objective: options.objective ?? ('quality' as const) }),
    ...defined({ seed: options.seed }),
    ...(options.preferPrevious ? { preferPrevious: true } : {}),
    ...(options.second ? { layer: 'second' as const } : {}),
    ...(options.over ? { over: true as const } : {}),
    ...(options.fair ? { fair: true as const } : {}),
    ...(options.firstChoices ? { firstChoices: true as const } : {}),
  };
  mustBeAlone(matching, program);
  if (matching.objective === 'quality' && matching.minScore === 0) throw noMinScore();
  if (options.objective === 'coverage' && options.minFit !== undefined) throw minScoreUnread();
  if (options.second && program.circles !== undefined) throw circlesAndSecond();
  return matching;
}

/** Several solves, or none, stand behind the other ways to match; half of one of them would be no answer. Throws Failure for these. */
export function mustBeOneSolve({ matching, circles, rules }: Program): void {
  const among = rules.find(({ kind }) => kind === 'apart' || kind === 'together' || kind === 'balance')?.kind;
  const other =
    circles !== undefined
      ? 'circles'
      : among !== undefined
        ? `the rule "${among}"`
        : matching.method === 'stable'
          ? '--method stable'
          : matching.floor === 'best'
            ? '--floor best'
            : matching.fair === true
              ? '--fair'
              : matching.firstChoices === true
                ? '--first-choices'
                : undefined;
  if (other === undefined) return;
  throw new Failure('usage', {
    code: 'no-time-limit',
    message: `--time-limit does not go with ${other}`,
    hint: 'Leave one of the two out; Ctrl-C stops a run at any time and changes nothing.',
  });
}

/** Throws Failure where a rule that keeps people apart can keep nobody apart. */
export function mustHear(input: Pick<RunInput, 'mentees' | 'mentors'>, program: Program): void {
  const deaf = deafRules(input, program);
  if (deaf.length === 0) return;
  throw new Failure('bad-data', {
    code: 'bars-nobody',
    message: `nobody was matched: ${deaf.length === 1 ? 'a rule keeps' : `${deaf.length} rules keep`} nobody apart here`,
    where: { source: 'mentorctl.yaml' },
    issues: deaf.map(({ where, text }) => ({
      code: 'bars-nobody',
      severity: 'error',
      where: { source: 'mentorctl.yaml', column: where },
      message: text,
      hint: 'Correct the answers or what the rule compares; without --strict it is said and the run is made.',
    })),
  });
}

export function overPlaces(over: readonly PinsOver[]): Failure {
  return new Failure('bad-data', {
    code: 'over-places',
    message: over.map(overWords).join('; '),
    hint: 'Take a pin back (mentorctl pair unpin, or the rule in mentorctl.yaml), give more places, or add --over.',
  });
}

/** An earlier run that is on file. */
interface Near {
  readonly run: Pick<Run, 'pairs'>;
  readonly cohort: { readonly id: number; readonly name: string };
  readonly row: { readonly id: number };
}

/** The input with the pairs of an earlier run favoured. Throws Failure where the two have nothing to do with each other. */
export function nearTo(
  { run, cohort: of, row }: Near,
  input: Omit<RunInput, 'seed'>,
  cohort: { readonly id: number; readonly name: string },
  { method }: Program['matching'],
): Omit<RunInput, 'seed'> {
  if (of.id !== cohort.id)
    throw new Failure('usage', {
      code: 'near-what',
      message: `run ${row.id} is one of ${of.name}, not of ${cohort.name}`,
      hint: `See mentorctl match list --cohort ${shellWord(cohort.name)}.`,
    });
  if (method === 'stable')
    throw new Failure('usage', {
      code: 'near-what',
      message: '--near does not go with --method stable, which goes by what people chose',
      hint: 'Leave one of the two out.',
    });
  const near = new Map<string, Set<string>>();
  for (const { mentee, mentor } of run.pairs)
    near.set(mentee.id, (near.get(mentee.id) ?? new Set<string>()).add(mentor.id));
  return { ...input, favours: { ...(input.favours ?? noFavours), near } };
}

/** Fit by fit and choice by choice are two orders, and neither is known where a search has to be made or lists decide. */
function mustBeAlone({ fair, firstChoices, method }: Program['matching'], { circles, rules }: Program): void {
  if (fair !== true && firstChoices !== true) return;
  const mine = fair === true ? '--fair' : '--first-choices';
  const among = rules.find(({ kind }) => kind === 'apart' || kind === 'together' || kind === 'balance')?.kind;
  const other =
    fair === true && firstChoices === true
      ? '--first-choices'
      : method === 'stable'
        ? '--method stable'
        : circles !== undefined
          ? 'circles'
          : among === undefined
            ? undefined
            : `the rule "${among}"`;
  if (other === undefined) return;
  throw new Failure('usage', {
    code: 'fair-alone',
    message: `${mine} does not go with ${other}`,
    hint: 'Leave one of the two out; --floor best raises the lowest fit alone, where there are no circles.',
  });
}

function circlesAndSecond(): Failure {
  return new Failure('usage', {
    code: 'circles-and-second',
    message: 'a program with circles has no second mentors',
    hint: 'Several mentors lead a circle together where co-mentor says so: see circles in mentorctl.yaml.',
  });
}

function noMinScore(): Failure {
  return new Failure('usage', {
    code: 'no-min-score',
    message: 'the objective is quality, but no lowest acceptable fit is said',
    hint: 'Say it with --min-fit, e.g. --min-fit 60, or as min-score under matching in mentorctl.yaml.',
  });
}

function minScoreUnread(): Failure {
  return new Failure('usage', {
    code: 'no-min-score',
    message: '--min-fit goes with --objective quality, not with coverage',
    hint: 'Leave --objective out: --min-fit alone means quality.',
  });
}
