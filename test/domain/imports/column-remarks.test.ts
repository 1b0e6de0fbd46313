// If these fail, every mentor gets one place, or a slip in --map becomes a field, and nobody is told.
import { expect, it } from 'vitest';
import { understandColumns } from '../../../src/domain/columns/meaning.ts';
import { remarksOn } from '../../../src/domain/imports/column-remarks.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';

function remarks(
  headings: readonly string[],
  rows: readonly string[][],
  map: Readonly<Record<string, string>> = {},
): string {
  const cells = headings.map((_, index) => rows.map((row) => row[index] ?? ''));
  const typed = new Map(Object.entries(map));
  const folded = new Map([...typed].map(([heading, word]) => [heading.toLowerCase(), word]));
  const columns = understandColumns('roster', headings, cells, standardProgram, { map: folded });
  return remarksOn({ kind: 'roster', columns, program: standardProgram, map: typed, known: undefined }, []).join('\n');
}

const rows = [
  ['Ana Sol', 'ana@mar.example', 'mentor', '2'],
  ['Ben Oak', 'ben@mar.example', 'mentor', '3'],
  ['Cleo Ash', 'cleo@mar.example', 'mentee', '1'],
];

it('says that every mentor has one place where a column may say more, and nothing where one does', () => {
  expect(remarks(['Name', 'Email', 'Role', 'Load each term'], rows)).toContain('--map "Load each term=capacity"');
  expect(remarks(['Name', 'Email', 'Role', 'How many mentees?'], rows)).toBe('');
  expect(remarks(['Name', 'Email', 'Role', 'Favourite digit'], rows)).toBe('');
  expect(remarks(['Name', 'Email', 'Role', 'Mobile'], rows)).toBe('');
  // Short questions that follow the one about being a mentor, in any language, with words among the numbers.
  const inWords = rows.map((row, at) => (at === 1 ? [...row.slice(0, 3), 'dos'] : row));
  for (const heading of ['¿Cuántos?', 'Combien ?', 'Wie viele?', 'Hoeveel?', 'How many?'])
    expect(remarks(['Name', 'Email', 'Role', heading], inWords), heading).toContain(`--map "${heading}=capacity"`);
});

it('asks about a word of --map that is nearly a part of a person', () => {
  expect(remarks(['Who', 'Email', 'Role'], rows, { Who: 'nmae' })).toContain('Did you mean name: --map "Who=name"?');
  expect(remarks(['Name', 'Email', 'Role', 'Team'], rows, { Team: 'team colour' })).toBe('');
});

it('says which of two ids was taken, and nothing where the headings say it or the admin did', () => {
  const people = [
    ['P77', '4001', 'ana-s', 'mentor'],
    ['P78', '4002', 'ben-o', 'mentor'],
    ['P79', '4003', 'cleo-a', 'mentee'],
  ];
  const said = remarks(['Employee number', 'Student number', 'Net ID', 'Role'], people);
  expect(said).toContain('"Employee number" is taken. If it is the other: mentorctl data undo');
  expect(said).toContain('--map "Student number=id"');
  const settled = remarks(['Employee number', 'Student number', 'Net ID', 'Role'], people, { 'Employee number': 'id' });
  expect(settled).not.toContain('could both');
  expect(remarks(['Employee number', 'Net ID', 'Seat', 'Role'], people)).not.toContain('could both');
});
