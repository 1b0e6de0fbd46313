// A column of reasons for leaving: it says how somebody left, or why they are left out of a rate, and is kept as it is written.
import { isGap } from '../cells/gaps.ts';
import { exclusions, statusReader } from '../columns/statuses.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { StatusMeaning } from '../program/program.ts';
import type { ObservationDraft } from './read-measure.ts';

interface Reason {
  readonly exclusion?: string;
  /** What was observed, with the way of leaving that the reason says. */
  readonly refined: (observed: readonly ObservationDraft[]) => ObservationDraft[];
  /** The same, and the reason itself. */
  readonly applied: (
    observed: readonly ObservationDraft[],
    row: { readonly id: string; readonly line: number; readonly time: string },
  ) => ObservationDraft[];
}

/** Ways of leaving that say more than that somebody left. */
const ways: ReadonlySet<StatusMeaning> = new Set([
  'graduated',
  'transferred',
  'stopped out',
  'left by choice',
  'let go',
]);

export function reasonReader(
  column: ColumnMeaning | undefined,
  taught: Readonly<Record<string, StatusMeaning>>,
): ((cells: readonly string[]) => Reason | undefined) | undefined {
  if (column === undefined) return undefined;
  const read = statusReader(column.profile.distinct, column.heading, taught);
  return (cells) => {
    const text = (cells[column.index] ?? '').trim();
    if (isGap(text)) return undefined;
    const meaning = read(text);
    const way = meaning !== undefined && ways.has(meaning) ? meaning : undefined;
    const refined: Reason['refined'] = (observed) => {
      const left = leftIn(observed);
      return observed.map((one) => (way !== undefined && one === left ? { ...one, status: way } : one));
    };
    return {
      ...(meaning !== undefined && exclusions.has(meaning) ? { exclusion: meaning } : {}),
      refined,
      applied: (observed, { id, line, time }) => {
        const when = time === '' ? (leftIn(observed)?.observed ?? '') : time;
        return [...refined(observed), { id, line, measure: 'reason', observed: when, number: null, status: text }];
      },
    };
  };
}

function leftIn(observed: readonly ObservationDraft[]): ObservationDraft | undefined {
  return observed.find(({ measure, status }) => measure === 'retention' && status === 'left');
}
