// A draw as a report: how many, how shared out, who was drawn, who waits in which order.
import { people } from '../report/table-columns.ts';
import { counted } from '../count-words.ts';
import type { Block, Cell, Report, Table } from '../report/report.ts';
import type { Draw, StratumShare } from './draw-places.ts';

export interface LotteryView {
  /** The lottery's number; null when nothing was kept. */
  readonly lottery: number | null;
  readonly cohort: string;
  readonly places: number;
  readonly seed: number;
  readonly strata: readonly string[];
  readonly draw: Draw;
  readonly nameOf: (id: string) => string;
  /** People who could not enter, with the reason. */
  readonly leftOut: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  /** Names are shown; a dry run shows none, so that nobody draws until the result pleases. */
  readonly names: boolean;
  readonly opening: string;
  readonly next: { readonly command: string; readonly text: string };
}

/** `mentorctl/lottery@1`: shares by stratum, who was drawn, who waits in which order. */
export function lotteryReport(view: LotteryView): Report {
  const { draw, cohort, seed, strata } = view;
  const blocks: Block[] = [{ kind: 'prose', text: view.opening }];
  blocks.push({ kind: 'table', table: strataTable(draw.strata, strata) });
  const whole = draw.strata.filter(({ entrants, places }) => places === 0 || places === entrants);
  if (whole.length > 0 && draw.waiting.length > 0) {
    const people = whole.reduce((sum, { entrants }) => sum + entrants, 0);
    blocks.push({
      kind: 'caution',
      text:
        `${whole.length === 1 ? 'One stratum' : `${whole.length} strata`} of ${counted(people, 'person', 'people')} ` +
        'went in or stayed out as a whole, so a comparison within it cannot be made. Fewer or wider strata avoid that.',
    });
  }
  if (view.leftOut.length > 0) blocks.push({ kind: 'table', table: leftOutTable(view.leftOut) });
  if (view.names) blocks.push({ kind: 'table', table: drawTable(view) });
  blocks.push({ kind: 'next', ...view.next });
  const named = ({ id, stratum }: { id: string; stratum: string }): object => ({ id, name: view.nameOf(id), stratum });
  return {
    schema: 'mentorctl/lottery@1',
    blocks,
    csvTable: view.names ? 'draw' : 'strata',
    json: {
      lottery: view.lottery,
      cohort,
      places: view.places,
      seed,
      strata,
      shares: draw.strata,
      drawn: view.names ? draw.drawn.map(named) : [],
      waiting: view.names ? draw.waiting.map((entrant, index) => ({ ...named(entrant), place: index + 1 })) : [],
      leftOut: view.leftOut,
    },
  };
}

function strataTable(shares: readonly StratumShare[], strata: readonly string[]): Table {
  return {
    id: 'strata',
    title: strata.length === 0 ? '' : `Places by ${strata.join(' and ')}`,
    columns: [
      { id: 'stratum', title: strata.length === 0 ? 'entered' : strata.join(' / ') },
      { id: 'entrants', title: 'in the draw', align: 'right' },
      { id: 'drawn', title: 'drawn', align: 'right' },
      { id: 'waiting', title: 'waiting', align: 'right' },
    ],
    rows: shares.map(({ stratum, entrants, places }) => [
      { kind: 'text', text: stratum },
      { kind: 'count', value: entrants },
      { kind: 'count', value: places },
      { kind: 'count', value: entrants - places },
    ]),
  };
}

function leftOutTable(leftOut: LotteryView['leftOut']): Table {
  return {
    id: 'left-out',
    title: 'Not in the draw',
    columns: [people('mentee'), { id: 'why', title: 'why' }],
    rows: leftOut.map(({ id, name, why }) => [
      { kind: 'person', id, name },
      { kind: 'text', text: why },
    ]),
  };
}

function drawTable({ draw, nameOf }: LotteryView): Table {
  const row = (entrant: { id: string; stratum: string }, result: string, place: Cell): Cell[] => [
    { kind: 'person', id: entrant.id, name: nameOf(entrant.id) },
    { kind: 'text', text: entrant.stratum },
    { kind: 'text', text: result },
    place,
  ];
  return {
    id: 'draw',
    title: 'The draw',
    columns: [
      people('mentee'),
      { id: 'stratum', title: 'stratum' },
      { id: 'result', title: 'result' },
      { id: 'place-in-line', title: 'in line', align: 'right' },
    ],
    rows: [
      ...draw.drawn.map((entrant) => row(entrant, 'drawn', { kind: 'text', text: '' })),
      ...draw.waiting.map((entrant, index) => row(entrant, 'not drawn', { kind: 'count', value: index + 1 })),
    ],
  };
}

/** `lottery`: null where nobody was drawn yet. */
export function lotteryOpening(lottery: number | null, cohort: string, draw: Draw, seed: number): string {
  const { drawn, waiting } = draw;
  const all = drawn.length + waiting.length;
  if (lottery === null)
    return `Would draw ${drawn.length} of ${all} mentees of ${cohort}; ${waiting.length} would wait. No lot has been drawn yet.`;
  if (waiting.length === 0)
    return `Lottery ${lottery} for ${cohort}: a place for everybody who came after the first draw (${all}); they are no part of the comparison.`;
  return (
    `Lottery ${lottery} for ${cohort}: ${drawn.length} of ${all} mentees drawn with seed ${seed}. ` +
    `The ${waiting.length} not drawn are the wait list, and the comparison a report may later draw a causal sentence from.`
  );
}
