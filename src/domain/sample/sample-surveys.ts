// The surveys of a sample program: what mentees and mentors answered before and after. Nobody is made to change.
import { normal, seededChance } from '../chance.ts';
import type { SampleFile, SamplePair } from './sample-file.ts';

interface SampleSurvey {
  readonly name: string;
  readonly asks: 'mentee' | 'mentor';
  readonly items: readonly string[];
  /** Positions of items worded the other way round. */
  readonly reversed: readonly number[];
}

const surveys: readonly SampleSurvey[] = [
  {
    name: 'belonging',
    asks: 'mentee',
    items: [
      'There is a place for me in this community.',
      'People here would notice if I stopped coming.',
      'I can be myself around the people here.',
      'I often feel like an outsider here.',
      'I know someone here I could ask for help today.',
    ],
    reversed: [3],
  },
  {
    name: 'confidence',
    asks: 'mentee',
    items: [
      'I make decisions on my own when I need to.',
      'I find out what I need without being told.',
      'I set goals and reach most of them.',
      'I give up quickly when something gets difficult.',
    ],
    reversed: [3],
  },
  {
    name: 'leadership',
    asks: 'mentor',
    items: [
      'I can explain a difficult thing simply.',
      'I give feedback that the other person can use.',
      'I keep track of what I promised and by when.',
      'I come to meetings with a plan.',
      'I notice when someone is struggling even if they do not say so.',
      'I find it hard to see a situation as someone else sees it.',
      'I would be comfortable leading a small team.',
      'I am ready for more responsibility than I have now.',
    ],
    reversed: [5],
  },
  {
    name: 'climate',
    asks: 'mentee',
    items: [
      'People with more experience here help those with less.',
      'I trust the people here who have been around longer.',
      'Newcomers are welcomed here.',
      'People here keep useful knowledge to themselves.',
      'I would encourage others to join.',
    ],
    reversed: [3],
  },
];

/**
 * One file a survey, a row a person and wave, answers 1 to 5. Four in five answer before, three in five after, and
 * nobody has answered afterwards in a cohort that is still young. A person's answers hang together.
 */
export function sampleSurveys(pairs: readonly SamplePair[], spanDays: number, seed: number): readonly SampleFile[] {
  const over = spanDays > 90;
  return surveys.map(({ name, asks, items, reversed }, n) => {
    const chance = seededChance(seed + 500 + n);
    const rows: string[][] = [];
    for (const person of new Set(pairs.map((pair) => pair[asks]))) {
      const level = 3.4 + 0.6 * normal(chance);
      const row = (wave: string): string[] => [
        person,
        wave,
        ...items.map((_, item) => {
          const answer = Math.min(5, Math.max(1, Math.round(level + 0.7 * normal(chance))));
          return String(reversed.includes(item) ? 6 - answer : answer);
        }),
      ];
      if (chance() < 0.8) rows.push(row('pre'));
      if (over && chance() < 0.6) rows.push(row('post'));
    }
    return { name: `survey-${name}`, rows: [['Student ID', 'Wave', ...items], ...rows] };
  });
}
