// Answers nearly as good as a run's that differ most from it: each proved, with its price, for whoever wants to choose.
import { counted } from '../../count-words.ts';
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import type { Cell, Report, Table } from '../../report/report.ts';
import { noFavours, type Run, type RunInput } from '../run.ts';
import { proposeRun } from './propose-run.ts';

export interface Alternative {
  readonly input: RunInput;
  readonly run: Run;
  /** Mentees who have another mentor than in the run, or a mentor in one of the two alone. */
  readonly differ: number;
  /** Points of 1,000 of fit in all that it has less than the run. */
  readonly price: number;
}

/**
 * At most `most` answers. Each place that the run and the alternatives before do not fill alike counts `points` of 1,000 more:
 * so none that places as many and differs in as many from them all has a higher total, and no change costs more than that.
 * Ends where nothing differs any more.
 */
export function* alternativesTo(
  { input, run }: { readonly input: RunInput; readonly run: Run },
  program: Program,
  { most, points }: { readonly most: number; readonly points: number },
): Work<readonly Alternative[]> {
  const pairs = new Map<string, Set<string>>(input.mentees.map(({ id }) => [id, new Set()]));
  const note = (answer: Run): boolean => {
    let fresh = false;
    for (const { mentee, mentor } of answer.pairs) {
      const known = pairs.get(mentee.id);
      fresh ||= known?.has(mentor.id) === false;
      known?.add(mentor.id);
    }
    return fresh;
  };
  note(run);
  const found: Alternative[] = [];
  while (found.length < most) {
    const away = { points, pairs: new Map([...pairs].map(([id, others]) => [id, new Set(others)])) };
    const changed = { ...input, favours: { ...(input.favours ?? noFavours), away } };
    const answer = yield* proposeRun(changed, program);
    if (!note(answer)) break;
    found.push({
      input: changed,
      run: answer,
      differ: differing(run, answer),
      price: run.objective.total - answer.objective.total,
    });
  }
  return found;
}

function differing(one: Run, other: Run): number {
  const mentorsOf = ({ pairs }: Run): Map<string, string> => {
    const of = new Map<string, string>();
    for (const { mentee, mentor } of pairs) of.set(mentee.id, `${of.get(mentee.id) ?? ''} ${mentor.id}`);
    return of;
  };
  const [a, b] = [mentorsOf(one), mentorsOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id)).length;
}

/** `numbers`: of the drafts kept; undefined where none are. */
export function alternativesReport(
  run: { readonly id: number; readonly run: Run; readonly cohort: string },
  found: readonly Alternative[],
  { numbers, points }: { readonly numbers: readonly number[] | undefined; readonly points: number },
): Report {
  const price = points / 10;
  const text =
    found.length === 0
      ? `Every other answer that places as many as run ${run.id} costs more than ${price} of 100 points of fit for each mentee who would have another mentor.`
      : `${counted(found.length, 'answer places', 'answers place')} as many as run ${run.id} and ${found.length === 1 ? 'differs' : 'differ'} most where a mentee’s other mentor may cost ${price} of 100 points of fit. Checked: no answer that differs in as many costs less.`;
  const would = numbers === undefined ? `Would keep ${counted(found.length, 'draft')}. ` : '';
  const [first] = numbers ?? [];
  return {
    schema: 'mentorctl/match-alternatives@1',
    blocks: [
      { kind: 'prose', text: `${would}${text}` },
      ...(found.length === 0 ? [] : [{ kind: 'table' as const, table: tableOf(run, found, numbers) }]),
      ...(first === undefined
        ? []
        : [
            {
              kind: 'next' as const,
              command: `mentorctl match compare ${run.id} ${first}`,
              text: `or mentorctl pair accept --run ${first} --all`,
            },
          ]),
    ],
    csvTable: 'alternatives',
    json: {
      run: run.id,
      cohort: run.cohort,
      points: price,
      items: found.map(({ run: { objective }, differ, price: cost }, at) => ({
        run: numbers?.[at] ?? null,
        differ,
        price: cost / 10,
        objective,
      })),
    },
  };
}

function tableOf(
  { id, run }: { readonly id: number; readonly run: Run },
  found: readonly Alternative[],
  numbers: readonly number[] | undefined,
): Table {
  const count = (value: number): Cell => ({ kind: 'count', value });
  const points = (value: number): Cell => ({ kind: 'number', value: value / 10, digits: 1 });
  const row = (name: Cell, of: Run, differ: number, price: number): Cell[] => [
    name,
    count(of.objective.placed),
    count(differ),
    points(of.objective.total),
    points(price),
    of.objective.floor === null ? { kind: 'missing', why: 'nobody is placed' } : points(of.objective.floor),
  ];
  const titles = ['run', 'placed', 'differ', 'total-fit', 'price', 'lowest-fit'];
  return {
    id: 'alternatives',
    title: 'Nearly as good',
    columns: titles.map((name, at) => ({
      id: name,
      title: name.replace('-', ' '),
      ...(at === 0 ? {} : { align: 'right' as const }),
    })),
    rows: [
      row(count(id), run, 0, 0),
      ...found.map((one, at) => {
        const number = numbers?.[at];
        const name: Cell = number === undefined ? { kind: 'missing', why: 'not kept' } : count(number);
        return row(name, one.run, one.differ, one.price);
      }),
    ],
  };
}
