// Those who used what was offered against the comparison group: shown after the comparison as assigned, and why it is no evidence.
import { counted } from '../count-words.ts';
import type { Dataset } from '../outcomes/dataset.ts';
import type { Measure } from '../program/program.ts';
import { moments } from '../statistics/summary.ts';
import { newcombe } from '../statistics/proportions.ts';
import { welch } from '../statistics/welch.ts';
import { count, few, named, suppressed } from './cells.ts';
import type { Comparison, Outcome } from './comparison.ts';
import type { Block, Cell } from '../report/report.ts';
import { digitsFor, inWords } from './sentences.ts';
import { nearEdge } from './suppression.ts';
import { numbers, outcomeColumn, ranged } from '../report/table-columns.ts';

interface ParticipationInput {
  readonly data: Dataset;
  readonly measures: readonly Measure[];
  readonly minCell: number;
  readonly participation: 'never' | 'primary' | 'all';
}

interface Contrast {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Empty where no measure of taking part is on record, or too few took part. */
export function participationBlocks(
  { data, measures, minCell, participation }: ParticipationInput,
  outcomes: readonly Outcome[],
  compared: readonly Comparison[],
  counts: Uint8Array,
): Block[] {
  const { labels, mentored, codes } = data.groups;
  if (labels.length === mentored || participation === 'never') return [];
  const told = measures.filter((one) => one.participation === true);
  const measure = told.find(({ primary }) => primary === true) ?? told[0];
  const used = data.observed.find((one) => one.measure === measure?.name);
  if (measure === undefined || used === undefined) return [];
  const tookPart = (row: number): boolean => (used.values[row] ?? 0) > 0;
  // Arms in which nobody took part were not offered it.
  const offered = labels
    .slice(0, mentored)
    .filter((_, group) => codes.some((code, row) => code === group && counts[row] === 1 && tookPart(row)));
  const inOffered = (row: number): boolean => offered.includes(labels[codes[row] ?? -1] ?? '');
  const primary = outcomes.filter((one) => one.primary);
  const asked = participation === 'all' ? outcomes : primary.length > 0 ? primary : outcomes.slice(0, 1);
  const rows = asked.flatMap((outcome) => {
    const pick = (test: (row: number) => boolean): Float64Array =>
      outcome.values.filter((value, row) => counts[row] === 1 && !Number.isNaN(value) && test(row));
    const users = pick((row) => inOffered(row) && tookPart(row));
    const all = pick(inOffered);
    const others = pick((row) => codes[row] === mentored);
    const [byUse, asAssigned] = [contrast(outcome, users, others, minCell), contrast(outcome, all, others, minCell)];
    const small = users.length < minCell || others.length < minCell || all.length - users.length < minCell;
    return [{ outcome, byUse, asAssigned, small, took: users.length }];
  });
  const [first] = rows;
  if (first === undefined) return [];
  const hidden = rows.every(({ small }) => small);
  const sentence = hidden ? undefined : tellUse(first, measure.name, data, offered, compared);
  const cell = (outcome: Outcome, one: Contrast | undefined): Cell =>
    one === undefined
      ? few
      : outcome.kind === 'yes-no'
        ? { kind: 'estimate', value: one.difference, low: one.low, high: one.high, as: 'points' }
        : { kind: 'estimate', value: one.difference, low: one.low, high: one.high, as: 'number', digits: 2 };
  return [
    ...(sentence === undefined ? [] : [{ kind: 'prose' as const, text: sentence }]),
    {
      kind: 'table',
      table: {
        id: 'participation',
        title: `By participation (${measure.name}): no evidence of what it brought`,
        columns: [
          outcomeColumn,
          numbers('users', 'took part'),
          ranged('by-use', 'they against the comparison'),
          ranged('as-assigned', 'all who were offered it'),
        ],
        rows: rows.map(({ outcome, byUse, asAssigned, small, took }) =>
          small
            ? [named(outcome.label), suppressed(minCell), suppressed(minCell), suppressed(minCell)]
            : [named(outcome.label), count(took), cell(outcome, byUse), cell(outcome, asAssigned)],
        ),
        note: 'People who use a service differ from those who do not, before it has done anything.',
      },
    },
  ];
}

function contrast(outcome: Outcome, own: Float64Array, other: Float64Array, minCell: number): Contrast | undefined {
  if (outcome.kind === 'yes-no') {
    const [x1, x2] = [own.reduce((sum, one) => sum + one, 0), other.reduce((sum, one) => sum + one, 0)];
    if (nearEdge(x1, own.length, minCell) || nearEdge(x2, other.length, minCell)) return undefined;
    const found = newcombe(x1, own.length, x2, other.length);
    return found === undefined ? undefined : { ...found, n: own.length };
  }
  const found = welch(own, other);
  return found === undefined
    ? undefined
    : { difference: found.difference, low: found.low, high: found.high, n: own.length };
}

function tellUse(
  {
    outcome,
    byUse,
    asAssigned,
  }: { readonly outcome: Outcome; readonly byUse: Contrast | undefined; readonly asAssigned: Contrast | undefined },
  what: string,
  data: Dataset,
  offered: readonly string[],
  compared: readonly Comparison[],
): string | undefined {
  if (byUse === undefined || asAssigned === undefined) return undefined;
  const other = data.groups.labels[data.groups.mentored] ?? '';
  const { mean } = moments(outcome.values.filter((value) => !Number.isNaN(value)));
  const say = ({ difference }: Contrast): string => {
    const size = Math.abs(difference);
    const points = Math.round(100 * size);
    const words =
      outcome.kind === 'yes-no' ? counted(points, 'point') : size.toFixed(digitsFor(Math.abs(mean), 'number'));
    return `${words} ${difference < 0 ? 'lower' : 'higher'}`;
  };
  const inWhat = inWords(outcome.label);
  const clear = byUse.low > 0 || byUse.high < 0;
  const assignedClear = asAssigned.low > 0 || asAssigned.high < 0;
  const drawn = data.groups.cameBy === 'lottery';
  const why = drawn
    ? `That is no evidence: nobody drew lots on who would use it. People who use a service differ from those who do not, in ways that show in ${inWhat} by themselves. Everybody who was offered it, users or not, is the fair comparison${assignedClear ? '' : `, and it cannot tell them from "${other}"`} (${say(asAssigned)}).`
    : `That is no evidence: people who use a service differ from those who do not. All who were offered it were ${say(asAssigned)}.`;
  const names = compared.length === 0 ? '' : ` (of ${offered.map((label) => `"${label}"`).join(' and ')})`;
  return `By participation: the ${byUse.n} people${names} with "${what}" ${clear ? `did ${byUse.low > 0 === (outcome.higherIs === 'better') ? 'better' : 'worse'} than "${other}"` : `cannot be told from "${other}"`} in ${inWhat} (${say(byUse)}). ${why}`;
}
