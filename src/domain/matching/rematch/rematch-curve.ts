// What each number of moves buys in a rematch: how many it places and how well they fit, so that a limit need not be guessed.
import { counted } from '../../count-words.ts';
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import type { Cell, Report, Table } from '../../report/report.ts';
import { planRematch } from './plan-rematch.ts';
import type { RematchInput, RematchPlan } from './rematch-plan.ts';

/** One limit on moves and what comes of it; `placed` and `fit` (0..1000, the mean) are of those who had no mentor. */
export interface CurvePoint {
  readonly moves: number;
  readonly placed: number;
  readonly leftOut: number;
  readonly fit: number | null;
  /** Of everybody who has a mentor afterwards, save fixed pairs. */
  readonly total: number;
}

/** More limits than this are not tried. */
const mostPoints = 12;

/** From none moved to as many as place everybody who can be placed; only where something changes. Each answer is proved. */
export function* rematchCurve(input: RematchInput, program: Program): Work<readonly CurvePoint[]> {
  const whole = yield* planRematch({ ...input, maxMoves: Infinity }, program);
  const most = movesOf(whole);
  const least = whole.lost.length;
  const step = Math.max(1, Math.ceil((most - least) / (mostPoints - 1)));
  const points: CurvePoint[] = [];
  for (let limit = least; limit < most; limit += step) {
    const point = pointOf(yield* planRematch({ ...input, maxMoves: limit }, program));
    if (points.at(-1)?.moves !== point.moves) points.push(point);
  }
  return [...points.filter(({ moves }) => moves < most), pointOf(whole)];
}

const movesOf = ({ moved, lost }: RematchPlan): number => moved.length + lost.length;

function pointOf(plan: RematchPlan): CurvePoint {
  if (!plan.certificate.proved && plan.within === undefined)
    throw new Error(`the rematch could not be proved: ${plan.certificate.faults[0] ?? ''}`);
  const { placed, unmatched, total } = plan;
  const sum = placed.reduce((all, { score }) => all + score, 0);
  const fit = placed.length === 0 ? null : Math.round(sum / placed.length);
  return { moves: movesOf(plan), placed: placed.length, leftOut: unmatched.length, fit, total };
}

/** `next`: how the rematch is asked for, without its limit. */
export function curveReport(points: readonly CurvePoint[], cohort: string, next: string): Report {
  const last = points.at(-1);
  const first = points[0];
  const text =
    last === undefined || first === undefined || last.moves === first.moves
      ? `Moving standing pairs of ${cohort} gains nothing: ${counted(first?.placed ?? 0, 'mentee')} without a mentor can be placed with ${counted(first?.moves ?? 0, 'move')}, and no more with any number.`
      : `In ${cohort}, ${counted(first.placed, 'mentee')} without a mentor can be placed with ${counted(first.moves, 'move')}, ${last.placed} with ${last.moves}; more moves place nobody more. Nothing was changed.`;
  return {
    schema: 'mentorctl/rematch-curve@1',
    blocks: [
      { kind: 'prose', text },
      { kind: 'table', table: curveTable(points) },
      { kind: 'next', command: `${next} --max-moves ${last?.moves ?? 0}`, text: 'or fewer, by the table' },
    ],
    csv: curveTable(points),
    json: { cohort, points },
  };
}

function curveTable(points: readonly CurvePoint[]): Table {
  const number = (value: number): Cell => ({ kind: 'count', value });
  const titles = ['moves', 'placed', 'left-out', 'fit', 'total-fit'];
  return {
    id: 'curve',
    title: 'Moves and what they buy',
    columns: titles.map((id) => ({ id, title: id.replace('-', ' '), align: 'right' as const })),
    rows: points.map(({ moves, placed, leftOut, fit, total }) => [
      number(moves),
      number(placed),
      number(leftOut),
      fit === null ? { kind: 'missing', why: 'nobody is placed' } : number(Math.round(fit / 10)),
      number(Math.round(total / 10)),
    ]),
  };
}
