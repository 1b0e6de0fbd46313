// What mentors gave: meetings, hours, and what they wrote down of it for themselves; counted, never read.
import type { Grouping } from '../../outcomes/dataset.ts';
import { summarize } from '../../statistics/summary.ts';
import { count, few, missing, number, suppressed, text } from '../cells.ts';
import type { Cell, Finding, Table } from '../../report/report.ts';
import { described, noSection, type Section } from './survey-input.ts';
import { fewerThan, nearEdge } from '../suppression.ts';
import { numbers } from '../../report/table-columns.ts';

/** By row of a person: 0 where nothing is on file. */
export interface Given {
  readonly meetings: Float64Array;
  readonly minutes: Float64Array;
  /** Of the meetings, those whose length is noted. */
  readonly timed: Float64Array;
  readonly reflections: Float64Array;
  /** Meetings of one mentor on one day about one topic were counted as one. */
  readonly circles: boolean;
}

const told = (sentence: string, groups: Finding['groups'] = []): Finding =>
  described('hours-given', 'hours in meetings', sentence, groups);

export function givenSection(given: Given, { codes, mentored }: Grouping, minCell: number): Section {
  const own = (values: Float64Array): Float64Array =>
    values.filter((_, row) => (codes[row] ?? -1) >= 0 && (codes[row] ?? 0) < mentored);
  const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
  const meetings = own(given.meetings);
  const minutes = own(given.minutes);
  const hours = minutes.map((some) => some / 60);
  const reflections = own(given.reflections);
  const n = meetings.length;
  if (n === 0) return { ...noSection, told: [told('Nobody in this cohort has, or had, a mentee yet.')] };
  const [met, timed, written] = [sum(meetings), sum(own(given.timed)), sum(reflections)];
  const rows = [
    { label: 'meetings held', values: meetings, total: met, digits: 0 },
    { label: 'hours in meetings', values: hours, total: sum(minutes) / 60, digits: 1 },
    { label: 'reflections written', values: reflections, total: written, digits: 0 },
  ];
  const table: Table = {
    id: 'given',
    title: 'What mentors gave',
    columns: [
      { id: 'what', title: '' },
      numbers('mentors', 'mentors'),
      numbers('some', 'with any'),
      numbers('total', 'in all'),
      numbers('median', 'median mentor'),
      { ...numbers('quartiles', 'middle half'), csv: ['q1', 'q3'] },
    ],
    rows: rows.map(({ label, values, total, digits }): Cell[] => {
      if (n < minCell) return [text(label), ...Array.from({ length: 5 }, () => suppressed(minCell))];
      const found = summarize(values);
      const some = values.filter((value) => value > 0).length;
      return [
        text(label),
        count(n),
        // Nobody at all, or everybody, points at no one.
        some > 0 && some < n && nearEdge(some, n, minCell) ? few : count(some),
        number(total, 0),
        number(found?.median, digits),
        found === undefined
          ? missing('nobody is known')
          : { kind: 'interval', low: found.q1, high: found.q3, as: 'number', digits },
      ];
    }),
    ...(timed < met ? { note: `Hours are of the ${timed} of ${met} meetings whose length is noted.` } : {}),
  };
  return {
    ...noSection,
    told: [
      n < minCell
        ? told(`What mentors gave is not shown: there are ${fewerThan(minCell)}.`)
        : told(sentence(), [{ label: 'mentors', n, known: n, value: sum(minutes) / 60, low: null, high: null }]),
    ],
    blocks: [{ kind: 'table', table }],
    method: [
      given.circles
        ? 'Mentors: whoever has, or had, a mentee in the cohort. In circles what a mentor did on one day about one topic is one meeting, whoever was there.'
        : 'Mentors: whoever has, or had, a mentee in the cohort. Meetings and hours as they were recorded; quartiles: type 7.',
    ],
  };

  function sentence(): string {
    const many = (value: number): string => Math.round(value).toLocaleString('en-US');
    if (met === 0) return `${n} mentors; no meetings are on file yet.`;
    const spent = timed === 0 ? '' : ` gave ${many(sum(minutes) / 60)} hours in`;
    const gave = `${n} mentors${spent === '' ? ' held' : spent} ${many(met)} meetings`;
    if (written === 0) return `${gave}; no reflections are on file.`;
    const writers = reflections.filter((value) => value > 0).length;
    const who =
      writers === n
        ? 'Each'
        : !nearEdge(writers, n, minCell)
          ? String(writers)
          : writers < 3
            ? 'Very few'
            : 'Nearly all';
    return `${gave}. ${who} of them wrote at least one reflection, ${many(written)} in all: after ${Math.round((100 * written) / met)} in 100 meetings.`;
  }
}
