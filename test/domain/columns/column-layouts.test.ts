// If these fail, boxes are read as free words, a column of towns as places, or half a name as the whole.
import { describe, expect, it } from 'vitest';
import { understandColumns } from '../../../src/domain/columns/meaning.ts';
import { optionRuns } from '../../../src/domain/columns/option-headings.ts';
import { profileColumn } from '../../../src/domain/columns/profile.ts';
import type { Kind } from '../../../src/domain/columns/vocabulary.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';

function meanings(text: string, kind: Kind = 'roster'): string[] {
  const [headings = [], ...rows] = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const cells = headings.map((_, column) => rows.map((row) => row[column] ?? ''));
  return understandColumns(kind, headings, cells, standardProgram, { map: new Map() }).map(({ meaning }) => {
    switch (meaning.is) {
      case 'target':
        return meaning.target;
      case 'field':
        return `${meaning.field.type} ${meaning.field.name}`;
      case 'option':
        return `box ${meaning.option}`;
      case 'measure':
        return `${meaning.measure.kind} ${meaning.measure.name}`;
      default:
        return meaning.is;
    }
  });
}

describe('who a row is about', () => {
  it('has a name beside half of one as the other half, and beside what holds it as the whole', () => {
    expect(meanings('Student ID|First name|Name\n1|Ana|Souza\n2|Bo|Chen')).toEqual(['id', 'first-name', 'last-name']);
    expect(meanings('Student ID|Last name|Name\n1|Souza|Ana\n2|Chen|Bo')).toEqual(['id', 'last-name', 'first-name']);
    expect(meanings('Student ID|First name|Name\n1|Ana|Ana Souza\n2|Bo|Bo Chen')[2]).toBe('name');
    expect(meanings('Student ID|First|Last\n1|Ana|Souza\n2|Bo|Chen')).toEqual(['id', 'first-name', 'last-name']);
    expect(meanings('Student ID|First|Topic\n1|Ana|x\n2|Bo|y')[1]).not.toBe('first-name');
  });

  it('has the address that its heading names, and of two the one that is not private', () => {
    expect(meanings('Private email|Email|Name\na@x.org|b@x.org|Ana Souza\nc@x.org|d@x.org|Bo Chen')).toContain('email');
    expect(meanings('Private email|Email|Name\na@x.org|b@x.org|Ana Souza\nc@x.org|d@x.org|Bo Chen')[1]).toBe('email');
    expect(meanings('Contact|Name\na@x.org|Ana Souza\nb@x.org|Bo Chen')).toEqual(['email', 'name']);
    // A mentor's address is not the row's own.
    expect(meanings('Student ID|Mentor contact\n1|a@x.org\n2|b@x.org')[1]).not.toBe('email');
  });
});

describe('which of several columns a row goes by', () => {
  it('is one whose answers are nearly all different, and the plainest word for an id before the others', () => {
    expect(meanings('Student ID|Reference\n1|a1\n2|a2\n3|a3')[0]).toBe('id');
    // Half of them alike: an id of something else.
    expect(meanings('School ID|Name\n1|Ana Souza\n1|Bo Chen\n1|Di Fay\n2|Ed Gum')[0]).not.toBe('id');
    expect(meanings('Student ID|Name\nn one of mine|Ana Souza\nlong words here|Bo Chen')[0]).not.toBe('id');
  });

  it('has a middle name apart, and a name asked for by heading alone only where names stand below', () => {
    expect(meanings('Student ID|First name|Middle name|Last name\n1|Ana|Maria|Souza\n2|Bo|Li|Chen')).toEqual([
      'id',
      'first-name',
      'category middle name',
      'last-name',
    ]);
    expect(meanings('Student ID|Student\n1|Ana Souza\n2|Bo Chen')[1]).toBe('name');
    expect(meanings('Student ID|Student\n1|Yes\n2|No')[1]).not.toBe('name');
    expect(
      meanings('Student ID|Preferred name|First name|Last name\n1|Annie|Ana|Souza\n2|Bobby|Bo|Chen').slice(2),
    ).toEqual(['first-name', 'last-name']);
  });
});

describe('a heading that the program file knows', () => {
  const known = {
    ...standardProgram,
    headings: { 'left-out': ['Shoe size'], id: ['Ref'] },
    fields: [
      {
        name: 'hobby',
        type: 'category' as const,
        options: ['x'],
        headings: ['What is your favourite way to spend time?'],
      },
    ],
    measures: [{ name: 'credits', kind: 'number' as const, higherIs: 'better' as const, headings: ['Points earned'] }],
  };
  const meant = (heading: string, kind: Kind = 'roster', ...cells: readonly string[]): string => {
    const [column] = understandColumns(kind, [heading], [cells.length > 0 ? cells : ['x', 'y']], known, {
      map: new Map(),
    });
    const meaning = column!.meaning;
    return meaning.is === 'field'
      ? meaning.field.name
      : meaning.is === 'measure'
        ? meaning.measure.name
        : meaning.is === 'target'
          ? meaning.target
          : meaning.is;
  };

  it('means what it meant, by its heading, by its name, or by one that is nearly so', () => {
    expect([
      meant('Shoe size'),
      meant('Ref'),
      meant('hobby'),
      meant('What is your favourite way to spend time?'),
    ]).toEqual(['kept-out', 'id', 'hobby', 'hobby']);
    expect(meant('Please choose your favourite way to spend time')).toBe('hobby');
    expect(meant('Points earned', 'outcomes', '3', '4')).toBe('credits');
    expect(meant('Points earned', 'roster', '3', '4')).not.toBe('points earned');
    // In a file of meetings neither questions nor measures are looked for.
    expect(meant('hobby', 'meetings')).not.toBe('hobby');
  });
});

describe('what a heading promises', () => {
  it('is kept by the cells, or it is something else', () => {
    expect(meanings('Student ID|Places\n1|2\n2|3')[1]).toBe('capacity');
    expect(meanings('Student ID|Places\n1|Rome\n2|Oslo')[1]).not.toBe('capacity');
    expect(meanings('Student ID|Be a mentor\n1|Yes\n2|No')[1]).toBe('mentor-yes-no');
    expect(meanings('Student ID|Mentor\n1|Ana Souza\n2|Bo Chen')[1]).not.toBe('mentor-yes-no');
    expect(meanings('Student ID|Start date\n1|2026-09-01\n2|2026-09-02')[1]).not.toBe('answer-time');
    expect(meanings('Student ID|Start date\n1|2026-09-01 10:00\n2|2026-09-02 11:00')[1]).toBe('answer-time');
    expect(meanings('Student ID|Year|GPA\n1|2026|3\n2|2025|2', 'outcomes')[1]).toBe('year');
    expect(meanings('Student ID|Registration type\n1|mentor\n2|mentee')[1]).toBe('role');
    expect(meanings('Student ID|Registration type\n1|member\n2|guest')[1]).not.toBe('role');
    expect(meanings('Student ID|Who\n1|mentor\n2|mentee')[1]).toBe('role');
  });
});

describe('options side by side', () => {
  const runs = (...columns: readonly (readonly [string, ...string[]])[]): string[][] =>
    optionRuns(
      columns.map(([heading]) => heading),
      columns.map(([, ...cells]) => profileColumn(cells)),
    ).map((run) => run.map(({ index, question, option }) => `${index} ${question} ${option}`));

  it('are one question where each column holds the words of its heading, two at least', () => {
    expect(runs(['Exams', 'Exams', ''], ['Housing', '', 'Housing'], ['Name', 'Ana', 'Bo'])).toEqual([
      ['0 Choices Exams', '1 Choices Housing'],
    ]);
    expect(runs(['Name', 'Ana', 'Bo'], ['Exams', 'Exams', ''])).toEqual([]);
    expect(runs(['Exams', '', ''], ['Housing', '', ''])).toEqual([]);
    expect(runs(['Exams', 'Exams', 'Law'], ['Housing', 'Housing', ''])).toEqual([]);
  });

  it('are the days of the week where they say when somebody is free, and end where something else begins', () => {
    const days = runs(['Monday', 'x', ''], ['Tuesday', '1', '0'], ['Exams', 'Exams', ''], ['Housing', '', 'Housing']);
    expect(days).toEqual([
      ['0 Days Monday', '1 Days Tuesday'],
      ['2 Choices Exams', '3 Choices Housing'],
    ]);
  });
});

describe('a column of answers', () => {
  it('is what nearly all of its cells are, gaps and words for none aside', () => {
    const type = (...cells: readonly string[]): string | undefined =>
      meanings(`Student ID|Ask\n${cells.map((cell, at) => `${at + 1}|${cell}`).join('\n')}`)[1];
    expect(type('Yes', 'No', 'Yes')).toMatch(/^yes-no/);
    expect(type('3', '4', 'n/a', 'unknown')).toMatch(/^number/);
    expect(type('2026-09-01', '2026-09-02', 'tbd')).toMatch(/^date/);
    expect(type('1st', '2nd', '3rd')).toMatch(/^ordinal/);
    expect(type('Law', 'Arts', 'Law', 'Arts', 'Law')).toMatch(/^category/);
    expect(type('Law; Arts', 'Arts', 'Law; Arts', 'Law', 'Arts; Law')).toMatch(/^set/);
    expect(type('Mon 9-11', 'Tue 14-16; Wed 9-11')).toMatch(/^set/);
    expect(type('I like to read and to write', 'Nothing of the kind, really', 'Music, mostly')).toMatch(/^text/);
  });
});
