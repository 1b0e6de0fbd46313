// How often a mentee and a mentor fit each other better than what both have, counted mentor by mentor, whatever else a place counts.
import type { RunTable } from '../scoring/solve-table.ts';
import { blockingPairsByScore } from '../stable/blocking-pairs.ts';

export function blockingByFit(
  { table, rows, columns, scoring, scoreOf, minimum }: RunTable,
  columnOf: Int32Array,
): number {
  const leads = [...new Set(columns.map(({ mentors: [lead = 0] }) => lead))];
  const place = new Map(leads.map((lead, at) => [lead, at]));
  const firstOf = leads.map((lead) => columns.findIndex(({ mentors }) => mentors[0] === lead));
  const seats = new Int32Array(leads.length);
  columns.forEach(({ mentors: [lead = 0] }, c) => (seats[place.get(lead)!]! += table.seats[c]!));
  const mentorOf = columnOf.map((c) => (c < 0 ? -1 : place.get(columns[c]!.mentors[0]!)!));
  const asScored =
    minimum === 0 &&
    rows.length === scoring.mentees.length &&
    leads.length === scoring.mentors.length &&
    leads.every((lead, at) => lead === at);
  const scores = asScored ? scoring.scores : new Uint16Array(rows.length * leads.length);
  if (!asScored)
    rows.forEach((i, row) => {
      firstOf.forEach((c, at) => (scores[row * leads.length + at] = scoreOf(i, c)));
    });
  return blockingPairsByScore({ mentees: rows.length, mentors: leads.length, scores, seats }, mentorOf).pairs;
}
