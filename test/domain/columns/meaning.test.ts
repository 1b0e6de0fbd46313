// If these fail, people come in without a name, under a manager's address, or as somebody else, and nobody is told.
import { describe, expect, it } from 'vitest';
import { understandColumns } from '../../../src/domain/columns/meaning.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import { cellsOf, headingTable, together, type Cells } from './heading-table.ts';

function meaningsOf(
  columns: readonly (readonly [string, readonly string[]])[],
  people?: ReadonlySet<string>,
): string[] {
  const found = understandColumns(
    'roster',
    columns.map(([heading]) => heading),
    columns.map(([, cells]) => cells),
    standardProgram,
    { map: new Map(), people },
  );
  return found.map(({ meaning }) => (meaning.is === 'target' ? meaning.target : meaning.is));
}
/** Columns that settle nothing of who people are. */
const others: readonly (readonly [string, Cells])[] = [
  ['Favourite subject', 'subject'],
  ['About you', 'prose'],
];

describe('one heading among others', () => {
  it.each(headingTable)('%s: %s over %s is %s', (_, heading, cells, is) => {
    const columns = [[heading, cells] as const, ...others];
    expect(meaningsOf(columns.map(([one, kind]) => [one, cellsOf[kind]]))[0]).toBe(is);
  });
});

describe('headings that say what each other is', () => {
  it.each(together)('%s', (_, columns) => {
    expect(meaningsOf(columns.map(([heading, kind]) => [heading, cellsOf[kind]]))).toEqual(
      columns.map(([, , is]) => is),
    );
  });
});

it('takes for the id what people here are known by, whatever the heading says', () => {
  const columns = [
    ['Kennzahl des Hauses', cellsOf.login],
    ['Student ID', cellsOf.id],
    ['About you', cellsOf.prose],
  ] as const;
  expect(meaningsOf(columns)).toEqual(['field', 'id', 'field']);
  expect(meaningsOf(columns, new Set(cellsOf.login))).toEqual(['id', 'field', 'field']);
  expect(meaningsOf([['Supervisor', cellsOf.login], ...columns.slice(1)], new Set(cellsOf.login))[1]).toBe('id');
});

it('finds the role by its answers, and takes no form’s "anonymous" for an answer', () => {
  const wanted = [
    'Being mentored',
    'Being a mentor',
    'Being mentored',
    'Being mentored',
    'Being a mentor',
    'Being mentored',
  ];
  const columns = [
    ['Email', wanted.map(() => 'anonymous')],
    ['Student ID', cellsOf.id],
    ['I am interested in', wanted],
  ] as const;
  expect(meaningsOf(columns)).toEqual(['kept-out', 'id', 'role']);
});

it('takes a column of a survey for a question where four of five answers stand on a scale', () => {
  const is = (cells: readonly string[]): string | undefined =>
    understandColumns('survey', ['I feel at home here'], [cells], standardProgram, { map: new Map() })[0]?.meaning.is;
  expect(is(['1', '2', '3', '4', 'often'])).toBe('item');
  expect(is(['1', '2', '3', 'often', 'never'])).toBe('kept-out');
});

it('measures a number that --map gives a name in a file of outcomes, and asks it of people in a roster', () => {
  const is = (kind: 'outcomes' | 'roster'): string | undefined =>
    understandColumns(kind, ['Steps'], [['3', '4', '5']], standardProgram, { map: new Map([['steps', 'walking']]) })[0]
      ?.meaning.is;
  expect(is('outcomes')).toBe('measure');
  expect(is('roster')).toBe('field');
});
