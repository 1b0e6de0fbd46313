// The surveys of a sample program: what mentees and mentors answered before and after. Nobody is made to change.
import { normal, seededChance } from '../chance.ts';
import type { InstrumentItem } from '../instruments/instrument.ts';
import { shippedInstrument } from '../instruments/shipped.ts';
import type { SampleFile, SamplePair } from './sample-file.ts';

interface SampleSurvey {
  readonly name: string;
  readonly asks: readonly ('mentee' | 'mentor')[];
  readonly items: readonly Pick<InstrumentItem, 'text' | 'reverse'>[];
  /** Asked only at the end. */
  readonly once?: true;
}

const itemsOf = (name: string): SampleSurvey['items'] => shippedInstrument(name)?.items ?? [];

const surveys: readonly SampleSurvey[] = [
  { name: 'belonging', asks: ['mentee'], items: itemsOf('belonging') },
  { name: 'confidence', asks: ['mentee'], items: itemsOf('confidence') },
  { name: 'leadership', asks: ['mentor'], items: itemsOf('leadership') },
  {
    name: 'climate',
    asks: ['mentee'],
    items: [
      { text: 'People with more experience here help those with less.', reverse: false },
      { text: 'I trust the people here who have been around longer.', reverse: false },
      { text: 'Newcomers are welcomed here.', reverse: false },
      { text: 'People here keep useful knowledge to themselves.', reverse: true },
      { text: 'I would encourage others to join.', reverse: false },
    ],
  },
  { name: 'growth', asks: ['mentee'], items: itemsOf('growth') },
  { name: 'relationship', asks: ['mentee', 'mentor'], items: itemsOf('relationship'), once: true },
];

/**
 * One file a survey, a row a person and wave, answers 1 to 5. Four in five answer before, three in five after, and
 * nobody has answered afterwards in a cohort that is still young. A person's answers hang together.
 */
export function sampleSurveys(pairs: readonly SamplePair[], spanDays: number, seed: number): readonly SampleFile[] {
  const over = spanDays > 90;
  return surveys.flatMap(({ name, asks, items, once }, n) => {
    const chance = seededChance(seed + 500 + n);
    const rows: string[][] = [];
    for (const person of new Set(asks.flatMap((side) => pairs.map((pair) => pair[side])))) {
      const level = 3.4 + 0.6 * normal(chance);
      const row = (wave: string): string[] => [
        person,
        wave,
        ...items.map(({ reverse }) => {
          const answer = Math.min(5, Math.max(1, Math.round(level + 0.7 * normal(chance))));
          return String(reverse ? 6 - answer : answer);
        }),
      ];
      if (once !== true && chance() < 0.8) rows.push(row('pre'));
      if (over && chance() < 0.6) rows.push(row('post'));
    }
    const heading = ['Student ID', 'Wave', ...items.map(({ text }) => text)];
    return rows.length === 0 ? [] : [{ name: `survey-${name}`, rows: [heading, ...rows] }];
  });
}
