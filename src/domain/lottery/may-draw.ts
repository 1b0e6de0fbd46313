// Whether lots can be drawn, and which lottery is meant.
import { Failure } from '../failure.ts';
import { shellWord } from '../shell-word.ts';
import { allKnown } from '../suggest.ts';

/** Throws Failure where nobody waits, or there are places for all. `later`: others of the cohort have drawn before. */
export function mustNeedDraw(cohort: string, waiting: number, places: number, later: boolean): void {
  if (waiting === 0)
    throw new Failure('no', {
      code: 'nobody-to-draw',
      message: `nobody in ${cohort} is waiting for a draw`,
      hint: 'Everybody has a mentor or a lot already: mentorctl lottery replay shows the draw that stands.',
    });
  // After a first lottery match takes only those with a lot, so late arrivals need theirs even when all can have a place.
  if (places >= waiting && !later)
    throw new Failure('no', {
      code: 'places-for-all',
      message: `there are places for all ${waiting} mentees, so there is nothing to draw`,
      hint: `Place everybody: mentorctl match --cohort ${shellWord(cohort)}`,
    });
}

/** The lottery of this number, the latest where none is said. Throws Failure where there is none. */
export function lotteryMeant<T extends { readonly id: number }>(
  cohort: string,
  lotteries: readonly T[],
  named: number | undefined,
): T {
  const found = named === undefined ? lotteries.at(-1) : lotteries.find(({ id }) => id === named);
  if (found !== undefined) return found;
  throw new Failure('not-found', {
    code: 'no-lottery',
    message: named === undefined ? `there was no lottery for ${cohort}` : `there is no lottery ${named} for ${cohort}`,
    hint:
      lotteries.length === 0
        ? `Draw one with: mentorctl lottery --cohort ${shellWord(cohort)} --places 120`
        : allKnown(lotteries.map(({ id }) => String(id))),
  });
}

/** The command that draws what a dry run showed. */
export function drawCommand(
  cohort: string,
  { places, strata, seed }: { readonly places: number; readonly strata?: readonly string[]; readonly seed?: number },
): string {
  return [
    `mentorctl lottery --cohort ${shellWord(cohort)} --places ${places}`,
    ...(strata === undefined ? [] : ['--strata', shellWord(strata.join(','))]),
    ...(seed === undefined ? [] : ['--seed', seed]),
  ].join(' ');
}
