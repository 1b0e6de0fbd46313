// report culture: whether the program keeps itself going. Who comes back, who crosses levels and departments, who would recommend it.
import type { LifePair, ProgramLife } from '../engagement/program-life.ts';
import type { Block, Cell, Column, Report } from '../report/report.ts';
import { intervalColumn, numbers, ranged } from '../report/table-columns.ts';
import { detectableBeside } from '../statistics/power.ts';
import { wilson } from '../statistics/proportions.ts';
import { sameGroupByChance } from '../statistics/random-pairs.ts';
import { recommendScore } from '../statistics/recommend-score.ts';
import { atRiskUpTo, kaplanMeier, lastWith, survivalAt } from '../statistics/survival.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import { count, few, missing, number, suppressed, text } from './cells.ts';
import { provenanceLine, reportDocument, type Provenance } from './json-document.ts';
import { upper } from './sentences.ts';
import { fewerThan, hiddenCells, nearEdge } from './suppression.ts';

/** One person's way through the cohorts; days are day numbers of the cohorts' starts. */
export interface WayBack {
  /** Start of the first cohort in which they were a mentee. */
  readonly mentee: number;
  /** Start of the first later cohort in which they were a mentor. */
  readonly mentor: number | undefined;
}

export interface CultureInput {
  readonly cohort: string;
  readonly life: ProgramLife;
  /** Everybody who was a mentee in a cohort with a start. */
  readonly ways: readonly WayBack[];
  readonly today: number;
  /** Mentors of this cohort, and those of them who were a mentor, or a mentee, in an earlier one. */
  readonly mentors: { readonly all: number; readonly again: number; readonly onceMentees: number };
  /** Mentees and mentors who are in a cohort for the first time, by how they came to hear of the program. */
  readonly sources: { readonly field: string; readonly counts: ReadonlyMap<string, number> } | undefined;
  /** Fields answered by both sides, to see who is paired across them. */
  readonly across: readonly string[];
  readonly wordsOf: (field: string, value: unknown) => string | undefined;
  /** Answers 0 to 10 to whether they would recommend it. */
  readonly recommend: Float64Array;
  readonly climate: readonly {
    readonly wave: string;
    readonly n: number;
    readonly mean: number;
    readonly low: number | undefined;
    readonly high: number | undefined;
  }[];
  readonly importClimate: string;
  readonly minCell: number;
  readonly technical: boolean;
  readonly provenance: Provenance;
}

const noClaim = {
  level: 0 as const,
  name: 'description' as const,
  because: ['this is what people of the program did and said'],
};

export function cultureReport(input: CultureInput): Report {
  const body: Block[] = [
    ...returnBlocks(input),
    ...mentorBlocks(input),
    ...sourceBlocks(input),
    ...acrossBlocks(input),
    ...recommendBlocks(input),
    ...climateBlocks(input),
    { kind: 'heading', text: 'Method' },
    ...proseBlocks([
      "Coming back: from the start of the first cohort as a mentee to the start of the first later one as a mentor, Kaplan and Meier (1958); who has not come back is followed to today. Shares: Wilson (1927). Paired by chance: the sum of the products of both sides' shares. Recommending: 9 and 10 less 0 to 6, in points of 100, Wald.",
    ]),
    { kind: 'prose', text: provenanceLine(noClaim, input.provenance, input.technical) },
  ];
  return {
    schema: 'mentorctl/report-culture@1',
    title: `Culture, ${input.cohort}`,
    blocks: [
      {
        kind: 'prose',
        text: 'What this can and cannot show: whether people come back, whom they meet and what they say of the program. It compares with nobody, and those who stay around are those whom it suited.',
      },
      ...body,
    ],
    json: reportDocument({ cohort: input.cohort }, input.provenance, noClaim, [], body, []),
    ...(body.some((block) => block.kind === 'table' && block.table.id === 'return')
      ? { csvTable: 'return' }
      : body.some(({ kind }) => kind === 'table')
        ? {}
        : { csv: { id: 'return', title: '', columns: returnColumns, rows: [] } }),
  };
}

const returnColumns: readonly Column[] = [
  numbers('day', 'days since they began'),
  numbers('followed', 'followed'),
  numbers('back', 'came back'),
  intervalColumn,
];

function returnBlocks({ ways, today, minCell }: CultureInput): Block[] {
  const followed = ways.filter(({ mentee }) => mentee <= today);
  if (followed.length < minCell)
    return cautionBlocks([
      `${upper(fewerThan(minCell))} people were mentees in a cohort with a start: whether they come back cannot be shown.`,
    ]);
  const times = Float64Array.from(followed, ({ mentee, mentor }) => Math.min(mentor ?? today, today) - mentee);
  const events = Uint8Array.from(followed, ({ mentor }) => (mentor !== undefined && mentor <= today ? 1 : 0));
  const back = events.reduce((sum, one) => sum + one, 0);
  if (back === 0)
    return proseBlocks([`None of ${followed.length} people who were mentees has come back as a mentor so far.`]);
  const curve = kaplanMeier(times, events);
  const end = lastWith(curve.steps, minCell, Infinity);
  const hide = nearEdge(back, followed.length, minCell);
  const marks = [365, 730, 1095].filter((at) => at <= end);
  return [
    tableBlock({
      id: 'return',
      title: 'Mentees who came back as mentors',
      columns: returnColumns,
      rows: (marks.length === 0 ? [Math.round(end)] : marks).map((at): Cell[] => {
        const { atRisk, survival, low, high } = survivalAt(curve, at);
        const by = curve.steps.filter(({ time }) => time <= at).reduce((sum, step) => sum + step.events, 0);
        if (hide || (by > 0 && nearEdge(by, followed.length, minCell))) return [count(at), few, few, few];
        return [
          count(at),
          count(atRisk),
          { kind: 'share', value: 1 - survival },
          low === undefined || high === undefined || survival === 1
            ? missing(survival === 1 ? 'nobody came back by then' : 'everybody')
            : { kind: 'interval', low: 1 - high, high: 1 - low, as: 'share' },
        ];
      }),
      note: 'Over all cohorts. Who began lately had little time to come back, which the curve allows for.',
    }),
    ...(hide || !(end > 0)
      ? []
      : [
          figureBlock({
            id: 'return',
            kind: 'survival',
            title: 'Not come back as a mentor yet, by days since they began as a mentee',
            until: end,
            groups: [
              {
                label: 'mentees',
                steps: curve.steps.flatMap(({ time, events: own, survival, low, high }) =>
                  own > 0 && time <= end ? [{ at: time, value: survival, low: low ?? 0, high: high ?? 0 }] : [],
                ),
                atRisk: atRiskUpTo(curve, end, minCell, [0, 0.5, 1]),
              },
            ],
          }),
        ]),
  ];
}

function mentorBlocks({ mentors: { all, again, onceMentees }, minCell }: CultureInput): Block[] {
  if (all < minCell) return [];
  const line = (words: string, n: number): Cell[] => {
    const range = wilson(n, all);
    if (nearEdge(n, all, minCell)) return [text(words), few, few, few];
    return [
      text(words),
      count(n),
      { kind: 'share', value: n / all },
      range === undefined ? missing('nobody') : { kind: 'interval', low: range.low, high: range.high, as: 'share' },
    ];
  };
  return [
    tableBlock({
      id: 'mentors',
      title: `Where the ${all} mentors come from`,
      columns: [
        { id: 'who', title: 'who', wrap: true },
        numbers('n', 'mentors'),
        numbers('share', 'share'),
        intervalColumn,
      ],
      rows: [line('a mentor in an earlier cohort', again), line('a mentee in an earlier cohort', onceMentees)],
    }),
  ];
}

function sourceBlocks({ sources, minCell }: CultureInput): Block[] {
  if (sources === undefined) return [];
  const names = [...sources.counts.keys()].sort((a, b) => a.localeCompare(b, 'en'));
  const hide = hiddenCells(
    names.map((name) => sources.counts.get(name) ?? 0),
    minCell,
  );
  return [
    tableBlock({
      id: 'sources',
      title: `New members, by ${sources.field}`,
      columns: [{ id: 'source', title: sources.field, wrap: true }, numbers('n', 'new members')],
      rows: names.map((name, index) => [
        text(name),
        hide[index] === true ? suppressed(minCell) : count(sources.counts.get(name) ?? 0),
      ]),
    }),
  ];
}

/** Pairs of one answer, observed and by chance: who sees only their own kind, or is brought across. */
function acrossBlocks({ life, across, wordsOf, minCell }: CultureInput): Block[] {
  const answers = (people: ProgramLife['mentors'], field: string): Map<number, string> =>
    new Map(
      people.flatMap(({ person, fields }) => {
        const words = wordsOf(field, fields[field]);
        return words === undefined ? [] : [[person, words] as const];
      }),
    );
  const lines = across.flatMap((field) => {
    const [mentees, mentors] = [answers(life.mentees, field), answers(life.mentors, field)];
    const known = life.pairs.flatMap(({ mentor, mentee }: LifePair) => {
      const [a, b] = [mentees.get(mentee), mentors.get(mentor)];
      return a === undefined || b === undefined ? [] : [{ a, b }];
    });
    if (known.length < minCell) return [];
    const tally = (words: readonly string[]): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      return counts;
    };
    const same = known.filter(({ a, b }) => a === b).length;
    const chance = sameGroupByChance(tally(known.map(({ a }) => a)), tally(known.map(({ b }) => b)));
    return [{ field, n: known.length, same, chance, range: wilson(same, known.length) }];
  });
  const shown = lines.filter(({ same, n }) => !nearEdge(same, n, minCell));
  if (lines.length === 0) return [];
  return [
    tableBlock({
      id: 'across',
      title: 'Pairs of two with the same answer, and as many as chance would pair',
      columns: [
        { id: 'field', title: 'field' },
        numbers('pairs', 'pairs'),
        numbers('same-answer', 'same answer'),
        intervalColumn,
        numbers('chance', 'by chance'),
        numbers('detectable', 'would have shown'),
      ],
      rows: lines.map(({ field, n, same, chance, range }): Cell[] =>
        nearEdge(same, n, minCell)
          ? [text(field), count(n), few, few, { kind: 'share', value: chance }, few]
          : [
              text(field),
              count(n),
              { kind: 'share', value: same / n },
              range === undefined
                ? missing('no pair')
                : { kind: 'interval', low: range.low, high: range.high, as: 'share' },
              { kind: 'share', value: chance },
              range === undefined || range.low > chance || range.high < chance
                ? missing('the range leaves out chance')
                : { kind: 'share', value: detectableBeside(range) },
            ],
      ),
      note: 'Fewer than by chance: pairs reach across. More: like meets like, because people chose so or because a rule or criterion does. Would have shown: where the range holds what chance would pair these numbers cannot tell, and only so many points more or fewer would have shown.',
    }),
    ...(shown.length === 0
      ? []
      : [
          figureBlock({
            id: 'across',
            kind: 'intervals',
            title: 'Same answer in a pair: observed, less what chance would pair',
            unit: 'points',
            marks: [0],
            rows: shown.map(({ field, same, n, chance, range }) => ({
              label: field,
              value: same / n - chance,
              low: (range?.low ?? same / n) - chance,
              high: (range?.high ?? same / n) - chance,
            })),
          }),
        ]),
  ];
}

function recommendBlocks({ recommend, minCell }: CultureInput): Block[] {
  if (recommend.length < minCell) return [];
  if (
    recommend.some((answer) => answer < 0 || answer > 10 || !Number.isInteger(answer)) ||
    recommend.every((answer) => answer <= 5)
  )
    return cautionBlocks([
      'Whether people would recommend the program was not asked on a scale of 0 to 10, so no score is made of it.',
    ]);
  const of = (test: (answer: number) => boolean): number => recommend.filter(test).length;
  const found = recommendScore(
    of((answer) => answer >= 9),
    of((answer) => answer >= 7 && answer <= 8),
    of((answer) => answer <= 6),
  );
  if (found === undefined) return [];
  return [
    tableBlock({
      id: 'recommend',
      title: 'Would they recommend it?',
      columns: [numbers('n', 'answered'), ranged('score', 'score (95 % interval)')],
      rows: [
        [
          count(recommend.length),
          found.interval === undefined
            ? number(found.score, 0)
            : {
                kind: 'estimate',
                value: found.score,
                low: found.interval.low,
                high: found.interval.high,
                as: 'number',
                digits: 0,
              },
        ],
      ],
      note: '9 and 10 less 0 to 6, in points of 100. Who answers a survey is often who likes what it is about.',
    }),
  ];
}

function climateBlocks({ climate, importClimate, minCell }: CultureInput): Block[] {
  if (climate.length === 0)
    return [
      { kind: 'next', command: importClimate, text: 'for a scale of the climate, as the shipped survey asks it' },
    ];
  return [
    tableBlock({
      id: 'climate',
      title: 'Climate',
      columns: [{ id: 'wave', title: 'wave' }, numbers('n', 'answered'), ranged('mean', 'mean (95 % interval)')],
      rows: climate.map(({ wave, n, mean, low, high }): Cell[] =>
        n < minCell
          ? [text(wave), suppressed(minCell), suppressed(minCell)]
          : [
              text(wave),
              count(n),
              low === undefined || high === undefined
                ? number(mean)
                : { kind: 'estimate', value: mean, low, high, as: 'number', digits: 2 },
            ],
      ),
    }),
  ];
}
