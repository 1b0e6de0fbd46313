// One mentor in a run as a report: her mentees, who else could come, and what one more place with her would bring.
import { people } from '../../report/table-columns.ts';
import { counted } from '../../count-words.ts';
import type { Report } from '../../report/report.ts';
import { hasBit } from '../scoring/bits.ts';
import { seatGain } from './in-demand.ts';
import { fit, named, noPlace } from './insight-words.ts';
import { insightInto, priceWords, type Insight } from './run-insight.ts';

/** `price`: of one more seat, as the run kept it. */
export function mentorReport(insight: Insight, j: number, run: number, price: number): Report {
  const { scoring } = insight.solve;
  const mentor = scoring.mentors[j]!;
  const has = scoring.mentees
    .map((_, i) => i)
    .filter((i) => insight.mentorsOf.get(scoring.mentees[i]!.id)?.includes(mentor.id) === true)
    .map((i) => insightInto(insight, i, j));
  const open = scoring.mentees.filter((_, i) => hasBit(scoring.openTo(i), j)).length;
  const gain = insight.matching === undefined ? undefined : seatGain(insight.solve, insight.matching, j);
  const words = gain === undefined ? '' : `, ${priceWords(gain)}`;
  return {
    schema: 'mentorctl/match-explain@1',
    blocks: [
      {
        kind: 'prose',
        text:
          noPlace(mentor) !== undefined
            ? `${noPlace(mentor) ?? ''}, so run ${run} gave her nobody. ${counted(open, 'mentee')} could come if she had.`
            : `${mentor.name} has ${has.length} of ${mentor.seats} places taken in run ${run}${words}. ${counted(open, 'mentee')} could come.`,
      },
      {
        kind: 'table',
        table: {
          id: 'mentees',
          title: 'Mentees',
          columns: [
            people('mentee'),
            { id: 'fit', title: 'fit', align: 'right' },
            { id: 'rank', title: 'her place for them', align: 'right' },
          ],
          rows: has.map(({ mentee, score, rank, open: of }) => [
            { kind: 'person', ...named(mentee) },
            { kind: 'count', value: fit(score) },
            { kind: 'text', text: `${rank} of ${of}` },
          ]),
        },
      },
    ],
    json: {
      person: named(mentor),
      role: 'mentor',
      run,
      seats: mentor.seats,
      price,
      oneMorePlace: gain ?? null,
      openMentees: open,
      mentees: has.map(({ mentee, score, rank }) => ({ ...named(mentee), score, rank })),
    },
  };
}
