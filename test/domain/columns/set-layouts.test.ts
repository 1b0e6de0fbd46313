// If these fail, what somebody ticked is a column of its own for every option, free words, or thrown away as "the same answer".
import { expect, it } from 'vitest';
import { understandColumns } from '../../../src/domain/columns/meaning.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import { cellReader } from '../../../src/domain/rows/read-cell.ts';

/** What the third of six people answered, by field. */
function answersOf(columns: readonly (readonly [string, readonly string[]])[]): Record<string, unknown> {
  const meanings = understandColumns(
    'roster',
    columns.map(([heading]) => heading),
    columns.map(([, cells]) => cells),
    standardProgram,
    { map: new Map() },
  );
  const answers: Record<string, unknown> = {};
  for (const column of meanings) {
    const read = cellReader(column, undefined)(columns[column.index]?.[1][2] ?? '');
    if (read?.is !== 'answer') continue;
    const before = answers[read.field];
    answers[read.field] =
      read.join && Array.isArray(before) ? [...(before as string[]), ...(read.value as string[])] : read.value;
  }
  return answers;
}
const rows = (cells: string): string[] => cells.split('|');

it.each([
  [
    'REDCap, raw',
    [
      ['topics___1', rows('1|0|1|0|1|0')],
      ['topics___2', rows('0|1|1|0|0|1')],
    ],
    ['1', '2'],
  ],
  [
    'REDCap, labels',
    [
      ['Topics (choice=Law)', rows('Checked|Unchecked|Checked|Unchecked|Checked|Checked')],
      ['Topics (choice=Art, music)', rows('Unchecked|Checked|Checked|Checked|Unchecked|Unchecked')],
    ],
    ['Law', 'Art, music'],
  ],
  [
    'Google, a grid',
    [
      ['Topics [Law]', rows('Yes||Yes||Yes|')],
      ['Topics [Art]', rows('|Yes|Yes|Yes||')],
    ],
    ['Law', 'Art'],
  ],
  [
    'Qualtrics',
    [
      ['Which topics? - Selected Choice - Law', rows('Law||Law|||Law')],
      ['Which topics? - Selected Choice - Art', rows('|Art|Art|Art||')],
    ],
    ['Law', 'Art'],
  ],
  [
    'Qualtrics, codes',
    [
      ['Q5_1', rows('Law||Law|||Law')],
      ['Q5_2', rows('|Art|Art|Art||')],
    ],
    ['Law', 'Art'],
  ],
  [
    'Typeform',
    [
      ['Law', rows('Law||Law|||Law')],
      ['Art', rows('|Art|Art|Art||')],
    ],
    ['Law', 'Art'],
  ],
  [
    'KoBo',
    [
      ['topics/law', rows('1|0|1|0|0|1')],
      ['topics/art', rows('0|1|1|1|0|0')],
    ],
    ['law', 'art'],
  ],
  [
    'SPSS',
    [
      ['Topics: Law', rows('Quoted|Not quoted|Quoted|Quoted|Not quoted|Quoted')],
      ['Topics: Art', rows('Not quoted|Quoted|Quoted|Quoted|Not quoted|Quoted')],
    ],
    ['Law', 'Art'],
  ],
  [
    'German',
    [
      ['Themen [Recht]', rows('Ja|Nein|Ja|Nein|Ja|Ja')],
      ['Themen [Kunst]', rows('Nein|Ja|Ja|Ja|Nein|Nein')],
    ],
    ['Recht', 'Kunst'],
  ],
  [
    'LimeSurvey',
    [
      ['T[SQ1]. Topics [Law]', rows('Yes|No|Yes|No|Yes|No')],
      ['T[SQ2]. Topics [Art]', rows('No|Yes|Yes|Yes|No|No')],
    ],
    ['Law', 'Art'],
  ],
  [
    'days of the week',
    [
      ['Mon', rows('x||x|||x')],
      ['Tue', rows('|x|x|x||')],
      ['Wed', rows('x|x||x|x|x')],
    ],
    ['Mon', 'Tue'],
  ],
  ['Microsoft Forms', [['Topics', rows('Law;Art;|Art;|Law;Art;|Law;|Law;Art;|Art;')]], ['Art', 'Law']],
  ['a line each', [['Topics', rows('Law\nArt|Art|Law\nArt|Law|Law\nArt\nMusic|Art')]], ['Art', 'Law']],
  ['with and without a space', [['Topics', rows('Law,Art|Art|Law, Art|Law|Law,Art|Art')]], ['Art', 'Law']],
] as const)('%s', (_, columns, ticked) => {
  const [answer, ...more] = Object.values(answersOf(columns));
  expect(more).toEqual([]);
  expect([...(answer as string[])].sort()).toEqual([...ticked].sort());
});

it('gives nobody an answer in common who ticked nothing', () => {
  const columns = [
    ['Topics (choice=Law)', rows('Checked|Unchecked|Unchecked|Checked|Checked|Checked')],
    ['Topics (choice=Art)', rows('Checked|Checked|Unchecked|Checked|Unchecked|Checked')],
  ] as const;
  expect(answersOf(columns)).toEqual({});
});

it('keeps what few people ticked, and what all answered alike', () => {
  expect(answersOf([['Opted out', rows('||x|||')]])).toEqual({ 'opted out': true });
  expect(answersOf([['Campus', rows('North|North|North|North|North|North')]])).toEqual({ campus: 'North' });
  expect(answersOf([['Enrolled', rows('yes|yes|yes|yes|yes|yes')]])).toEqual({ enrolled: true });
});

it('takes prose over several lines, and ratings of several things, for no list', () => {
  const prose = [
    'I came in May.\nI cook.',
    'Number 2.\nChess.',
    'Law is fun.\nSo is art.',
    'None.\nReally.',
    'Tea.\nAlways tea.',
    'Ask.\nAnything.',
  ];
  expect(answersOf([['About you', prose]])).toEqual({ 'about you': 'Law is fun. So is art.' });
  const rated = [
    ['Rate [Law]', rows('3|4|5|1|2|3')],
    ['Rate [Art]', rows('1|4|2|5|2|3')],
  ] as const;
  expect(Object.values(answersOf(rated))).toEqual([5, 2]);
});
