// If these fail, a meeting log gives its minutes to the wrong column, or a list of wishes is read as wishes of the wrong people.
import { describe, expect, it } from 'vitest';
import { findRecordColumns, holdsDays, sideNamed } from '../../../src/domain/columns/record-columns.ts';
import type { Kind } from '../../../src/domain/columns/vocabulary.ts';
import type { ColumnTarget } from '../../../src/domain/program/program.ts';

/** Headings with a cell or more below each; gives what each was taken for. */
function found(
  kind: Kind,
  columns: readonly (readonly [heading: string, ...cells: string[]])[],
  { taken = [], choosing = false, sides }: Partial<Asked> = {},
): string[] {
  const open = columns.map(([heading, ...cells], index) => ({ index, heading, cells }));
  const targets = findRecordColumns(kind, open, new Set(taken), choosing, sides);
  return columns.map((_, index) => targets.get(index) ?? '-');
}
interface Asked {
  readonly taken: readonly ColumnTarget[];
  readonly choosing: boolean;
  readonly sides: ReadonlyMap<string, 'mentor' | 'mentee'>;
}

describe('sides', () => {
  it('takes the id of a side before the name, and the program’s own word before another', () => {
    const columns = [['Mentor Name', 'Cy Fox'] as const, ['Mentor ID', 'M1'] as const, ['Mentee', 'Ann'] as const];
    expect(found('meetings', columns)).toEqual(['-', 'mentor', 'mentee']);
    expect(sideNamed({ index: 0, heading: 'Mentor?', cells: ['yes', 'no'] })).toBeUndefined();
    expect(sideNamed({ index: 0, heading: 'Mentor group', cells: ['A'] })).toBeUndefined();
  });

  it('tells sides by the people on file, each column for one side alone, and nobody by who wrote the row', () => {
    const sides = new Map<string, 'mentor' | 'mentee'>([
      ['M1', 'mentor'],
      ['M2', 'mentor'],
      ['S1', 'mentee'],
    ]);
    const rows = [
      ['Logged by', 'M1', 'M1'],
      ['Leader', 'M1', 'M2'],
      ['Student', 'S1', 'S1'],
    ] as const;
    expect(found('meetings', rows, { sides })).toEqual(['-', 'mentor', 'mentee']);
    const strangers = [
      ['Leader', 'M1', 'X', 'Y'],
      ['Student', 'S1', 'S1', 'S1'],
    ] as const;
    expect(found('meetings', strangers, { sides })).toEqual(['-', 'mentee']);
  });

  it('gives no target that has a column already', () => {
    expect(found('meetings', [['Mentor', 'Cy']], { taken: ['mentor'] })).toEqual(['-']);
  });
});

describe('preferences', () => {
  it('lets mentees choose where both sides have a column, and whichever side there is where one has', () => {
    expect(
      found('preferences', [
        ['Mentor', 'Cy'],
        ['Mentee', 'Ann'],
      ]),
    ).toEqual(['other', 'person']);
    expect(
      found('preferences', [
        ['Wanted list', 'Ann'],
        ['Mentor', 'Cy'],
      ]),
    ).toEqual(['other', 'person']);
    expect(found('preferences', [['Full name', 'Ann']])).toEqual(['person']);
  });

  it('takes words of wishing for whom somebody wants, no empty column, and none where columns say a choice each', () => {
    expect(
      found('preferences', [
        ['Email', 'a@q.example'],
        ['Requested', 'Cy'],
      ]),
    ).toEqual(['person', 'other']);
    expect(
      found('preferences', [
        ['Email', 'a@q.example'],
        ['Requested', ''],
      ]),
    ).toEqual(['person', '-']);
    expect(
      found(
        'preferences',
        [
          ['Email', 'a@q.example'],
          ['Requested', 'Cy'],
        ],
        { choosing: true },
      ),
    ).toEqual(['person', '-']);
  });
});

describe('meetings', () => {
  it('takes hours and minutes together only where both stand there', () => {
    const both = [
      ['Hours', '1'],
      ['Minutes', '30'],
    ] as const;
    expect(found('meetings', both)).toEqual(['hours', 'minutes']);
    expect(found('meetings', [['Hours', '1']])).toEqual(['minutes']);
    expect(found('meetings', [['Duration', '90'], ...both])).toEqual(['-', 'hours', 'minutes']);
  });

  it('takes a day of meeting before another day, and gives one column one meaning', () => {
    const columns = [
      ['Entered', '2026-10-03'],
      ['Session on', '2026-10-01'],
      ['How long', '45'],
      ['About', 'exams'],
      ['Where', 'library'],
      ['Remarks', ''],
    ] as const;
    expect(found('meetings', columns)).toEqual(['-', 'date', 'minutes', 'topic', 'mode', '-']);
  });
});

it('holds days where four of five are, however they are written', () => {
  const days = (cells: readonly string[]): boolean => holdsDays({ index: 0, heading: '', cells });
  expect(days(['2026-10-01', '1/2/2026', 'Oct 3, 2026', '20261004', 'later'])).toBe(true);
  expect(days(['2026-10-01', '1/2/2026', 'later', 'soon'])).toBe(false);
  expect(days(['', ''])).toBe(false);
});

it('reads flags: the day they were raised apart from that on which they were settled, and who raised them', () => {
  const columns = [
    ['Closed on', '2026-10-03'],
    ['Created', '2026-10-01'],
    ['Raised by', 'Ms Pell'],
    ['Concern', 'exams'],
  ] as const;
  expect(found('flags', columns)).toEqual(['resolved', 'date', 'raised-by', 'text']);
});
