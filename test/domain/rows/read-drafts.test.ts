// If these fail, an import takes an older answer for the newer, a phrase for another role, or files people under the wrong id.
import { describe, expect, it } from 'vitest';
import { understandColumns } from '../../../src/domain/columns/meaning.ts';
import type { Kind } from '../../../src/domain/columns/vocabulary.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import type { Field, Program } from '../../../src/domain/program/program.ts';
import { undecidedDays } from '../../../src/domain/rows/read-cell.ts';
import { draftReader, type DraftReader, type Drafts } from '../../../src/domain/rows/read-drafts.ts';
import type { DraftOptions } from '../../../src/domain/rows/read-row.ts';

type More = Partial<DraftOptions> & {
  readonly program?: Partial<Program>;
  readonly map?: Readonly<Record<string, string>>;
};

/** Cells with `|` between them; the headings on the first line. */
function read(text: string, { program: own = {}, map = {}, ...more }: More = {}, kind: Kind = 'roster') {
  const [headings = [], ...rows] = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const cells = headings.map((_, column) => rows.map((row) => row[column] ?? ''));
  const program = { ...standardProgram, ...own };
  const columns = understandColumns(kind, headings, cells, program, { map: new Map(Object.entries(map)) });
  const options = { source: 'r.csv', role: undefined, dates: undefined, outcomes: kind === 'outcomes', ...more };
  const reader: DraftReader = draftReader(columns, program, options);
  const drafts: Drafts = reader.read(rows.map((row, at) => ({ line: at + 2, cells: row })));
  return { ...drafts, reader, columns };
}

const parts = ({ drafts }: Drafts): unknown[] => drafts.map(({ id, role, line }) => `${id} ${role} ${line}`);
const said = ({ issues }: Drafts): unknown[] =>
  issues.map(({ where, value, message }) => [where.line, where.column, value, message]);
const field = (name: string, type: Field['type'], options: readonly string[] = []): Field => ({
  name,
  type,
  options,
  headings: [name],
});

describe('who a row is about', () => {
  it('is told by the id, else by the address, and by nothing else', () => {
    const told = read(
      'Student ID|Email|Name|Role\nS1|ana@example.org|Ana Souza|mentee\n|BO@example.org|Chen, Bo|mentee\n||Di Fay|mentee\n|nowhere|Ed Gum|mentee\nS5||Null|mentee',
    );
    expect(told.drafts.map(({ id, email, name }) => [id, email, name])).toEqual([
      ['S1', 'ana@example.org', 'Ana Souza'],
      ['bo@example.org', 'bo@example.org', 'Bo Chen'],
      ['S5', undefined, 'Null'],
    ]);
    expect(said(told)).toEqual([
      [4, 'Email', '', 'nobody can be told from this row: it has no id and no e-mail'],
      [5, 'Email', 'nowhere', 'not an e-mail address'],
    ]);
  });

  it('has first and last names put together, and the id for a name where there is none', () => {
    const told = read('Student ID|First name|Last name\nS1|Ana|Souza\nS2||Chen\nS3||', { role: 'mentee' });
    expect(told.drafts.map(({ name }) => name)).toEqual(['Ana Souza', 'Chen', 'S3']);
  });

  it('is not guessed where a spreadsheet shortened the id', () => {
    const told = read('Student ID|Major\n1.23457E+11|Law\n123456789012|Law', { role: 'mentee' });
    expect(said(told)).toEqual([
      [2, 'Student ID', '1.23457E+11', 'a spreadsheet shortened this id, and its last digits are gone'],
    ]);
  });
});

describe('in which role', () => {
  it('is what the column of roles says, one word or a phrase, and asked about where it says nothing', () => {
    const told = read('Student ID|Role\nS1|Mentor\nS2|I want a mentor\nS3|both\nS4|\nS5|driver\nS6|none');
    expect(parts(told)).toEqual(['S1 mentor 2', 'S2 mentee 3', 'S3 mentor 4', 'S3 mentee 4', 'S6 none 7']);
    expect(said(told).map((one) => (one as unknown[]).slice(0, 4))).toEqual([
      [5, 'Role', '', 'no role'],
      [6, 'Role', 'driver', 'not a role here'],
    ]);
    expect(read('Student ID|Role\nS1|mentor\nS2|mentro').issues[0]?.hint).toContain('Did you mean mentor?');
    expect(told.issues[1]?.hint).not.toContain('Did you mean');
    // Phrases are listed for somebody to look over, with what they were read as; plain words are not.
    expect([...told.reader.inPhrases]).toEqual([['I want a mentor', 'mentee']]);
  });

  it('is taught by the program file, and then no phrase to look over', () => {
    const told = read('Student ID|Role\nS1|Scout\nS2|I want to be a mentor and have a mentor', {
      program: { roles: { scout: 'mentor' } },
    });
    expect(parts(told)).toContain('S1 mentor 2');
    expect([...told.reader.inPhrases.keys()]).not.toContain('Scout');
  });

  it('is what two questions with yes and no say', () => {
    const told = read('Student ID|Be a mentor|Be a mentee\nS1|Yes|No\nS2|no|yes\nS3|yes|yes\nS4|no|no');
    expect(parts(told)).toEqual(['S1 mentor 2', 'S2 mentee 3', 'S3 mentor 4', 'S3 mentee 4', 'S4 none 5']);
    const one = read('Student ID|Be a mentor\nS1|Yes\nS2|No');
    expect(parts(one)).toEqual(['S1 mentor 2', 'S2 mentee 3']);
  });
});

describe('somebody with two rows', () => {
  // Where ids come again, the heading alone says that they are ids.
  const map = { 'student id': 'id' };

  it('counts with the later answer where the rows have times, in whatever order they stand', () => {
    const file = 'Student ID|Timestamp|Major\nS1|2026-09-02 10:00:00|Law\nS1|2026-09-01 10:00:00|Arts';
    const told = read(file, { role: 'mentee', map });
    expect(parts(told)).toEqual(['S1 mentee 2']);
    expect(told.leftOut).toEqual([{ line: 3, why: 'S1 answered again on line 2; the later answer counts' }]);
    const turned = read(
      'Student ID|Timestamp|Major\nS1|2026-09-01 10:00:00|Law\nS1|2026-09-02 10:00:00|Arts\nS1||Maths',
      { role: 'mentee', map },
    );
    expect(parts(turned)).toEqual(['S1 mentee 3']);
    expect(turned.leftOut.map(({ line }) => line)).toEqual([2, 4]);
    // Answers of one moment: the one that stands later in the file.
    const same = read('Student ID|Timestamp|Major\nS1|2026-09-01 10:00:00|Law\nS1|2026-09-01 10:00:00|Arts', {
      role: 'mentee',
      map,
    });
    expect(parts(same)).toEqual(['S1 mentee 3']);
  });

  it('has both roles where the rows say both, and counts with the later row in each', () => {
    const told = read('Student ID|Role\nS1|mentor\nS1|mentee\nS1|mentor\nS2|none\nS2|mentee\nS3|mentee\nS3|none', {
      map,
    });
    expect(parts(told)).toEqual(['S1 mentee 3', 'S1 mentor 4', 'S2 mentee 6', 'S3 mentee 7']);
    const both = read('Student ID|Role\nS1|mentee\nS1|both\nS2|both\nS2|mentor', { map });
    expect(parts(both)).toEqual(['S1 mentor 3', 'S1 mentee 3', 'S2 mentee 4', 'S2 mentor 5']);
    expect(told.leftOut).toEqual([
      { line: 2, why: 'S1 answered again on line 4; the later answer counts' },
      { line: 5, why: 'S2 answered again on line 6; the later answer counts' },
    ]);
  });

  it('is refused under two addresses, and taken where one row has none', () => {
    const told = read('Student ID|Email\nS1|a@example.org\nS1|b@example.org\nS2|c@example.org\nS2|', {
      role: 'mentee',
      map,
    });
    expect(told.issues).toMatchObject([
      {
        code: 'one-id-two-emails',
        where: { line: 3 },
        message: 'id S1 has e-mail a@example.org on line 2 and b@example.org here',
      },
    ]);
    expect(parts(told)).toEqual(['S1 mentee 2', 'S2 mentee 5']);
  });
});

describe('places', () => {
  it('are a mentor’s, in numbers or words, and words are listed', () => {
    const told = read(
      'Student ID|Role|Capacity\nS1|mentor|3\nS2|mentor|up to two\nS3|mentor|many\nS4|mentee|2\nS5|both|2',
    );
    expect(told.drafts.map(({ id, role, seats }) => [id, role, seats])).toEqual([
      ['S1', 'mentor', 3],
      ['S2', 'mentor', 2],
      ['S4', 'mentee', undefined],
      ['S5', 'mentor', 2],
      ['S5', 'mentee', undefined],
    ]);
    expect([...told.reader.inWords]).toEqual([['up to two', 2]]);
    expect(said(told)).toEqual([[4, 'Capacity', 'many', 'not a number']]);
  });
});

describe('answers', () => {
  const program = {
    fields: [
      field('year', 'ordinal', ['First', 'Second']),
      field('major', 'category', ['Law']),
      field('topics', 'set', ['exams', 'housing']),
      field('age', 'number'),
      field('commutes', 'yes-no'),
      field('born', 'date'),
    ],
  };

  it('are read by the type of their field, and a blank is none', () => {
    const told = read(
      'Student ID|year|major|topics|age|commutes|born\nS1|second|LAW|exams; Housing|21|no|2005-04-03\nS2|n/a|-||n/a||',
      { role: 'mentee', program },
    );
    expect(told.issues).toEqual([]);
    expect(told.drafts.map(({ answers }) => answers.values())).toEqual([
      { year: 'Second', major: 'Law', topics: ['exams', 'housing'], age: 21, commutes: false, born: '2005-04-03' },
      {},
    ]);
  });

  it('are read alike however many different ones there are', () => {
    const many = Array.from({ length: 5200 }, (_, at) => `S${at}|${at}.5`).join('\n');
    const told = read(`Student ID|age\n${many}\nX1|n/a`, { role: 'mentee', program });
    expect(told.issues).toEqual([]);
    expect(told.drafts.map(({ answers }) => answers.values()['age'])).toEqual([
      ...Array.from({ length: 5200 }, (_, at) => at + 0.5),
      undefined,
    ]);
  });

  it('over several lines are one line, save in a list', () => {
    const cells = [['S1', ' two\n lines ', 'exams\nhousing']];
    const wide = {
      ...standardProgram,
      fields: [field('about', 'category', ['two lines']), field('topics', 'set', ['exams', 'housing'])],
    };
    const columns = understandColumns(
      'roster',
      ['Student ID', 'about', 'topics'],
      [['S1'], [cells[0]![1]!], [cells[0]![2]!]],
      wide,
      {
        map: new Map(),
      },
    );
    const options = { source: 'r.csv', role: 'mentee' as const, dates: undefined };
    const { drafts } = draftReader(columns, wide, options).read([{ line: 2, cells: cells[0]! }]);
    expect(drafts[0]?.answers.values()).toEqual({ about: 'two lines', topics: ['exams', 'housing'] });
  });

  it('of free words are kept as they are, each by itself, and gaps are none', () => {
    const free = { fields: [field('about', 'text')] };
    const told = read('Student ID|about\nS1|I like law\nS2|n/a\nS3|I like law', { role: 'mentee', program: free });
    expect(told.drafts.map(({ answers }) => answers.values())).toEqual([
      { about: 'I like law' },
      {},
      { about: 'I like law' },
    ]);
  });

  it('that cannot be meant are told with what would be', () => {
    const told = read('Student ID|year|age|commutes|born\nS1|Secnd|old|perhaps|soon\nS2|First|3|yes|2005-04-03', {
      role: 'mentee',
      program,
    });
    expect(said(told)).toEqual([
      [2, 'year', 'Secnd', 'not on the scale of "year"'],
      [2, 'age', 'old', 'not a number'],
      [2, 'commutes', 'perhaps', 'neither yes nor no'],
      [2, 'born', 'soon', 'not a date'],
    ]);
    expect(told.issues[0]?.hint).toBe('Did you mean "Second"?');
  });

  it('of a list stand behind semicolons, commas or line ends, and in a column for each option', () => {
    const set = { fields: [field('topics', 'set', ['exams', 'housing'])] };
    for (const cell of ['exams; housing', 'exams, housing', 'housing,exams'])
      expect(
        (
          read(`Student ID|topics\nS1|${cell}`, { role: 'mentee', program: set }).drafts[0]?.answers.values()[
            'topics'
          ] as string[]
        )
          .slice()
          .sort(),
      ).toEqual(['exams', 'housing']);
    const boxes = read(
      'Student ID|Which topics? [exams]|Which topics? [housing]\nS1|Yes|\nS2|Yes|Yes\nS3||Yes\nS4||\nS5|No|Yes\nS6|No|No',
      { role: 'mentee' },
    );
    const ticked = boxes.drafts.map(({ answers }) => Object.values(answers.values())[0]);
    expect(ticked).toEqual([['exams'], ['exams', 'housing'], ['housing'], undefined, ['housing'], undefined]);
  });

  it('that the field did not know are kept, counted, and named with the one they are nearly', () => {
    const told = read('Student ID|major|topics\nS1|Lawe|exams; sport\nS2|Lawe|sport', { role: 'mentee', program });
    expect(told.drafts[0]?.answers.values()).toEqual({ major: 'Lawe', topics: ['exams', 'sport'] });
    expect(told.reader.newOptions.get('major')?.get('Lawe')).toEqual({ count: 2, near: 'Law' });
    expect(told.reader.newOptions.get('topics')?.get('sport')).toEqual({ count: 2 });
  });

  it('that are days either way round are kept as written where nobody reads them, and refused where a rule does', () => {
    const file = 'Student ID|born\nS1|03/04/2005\nS2|05/06/2005';
    const told = read(file, { role: 'mentee', program });
    expect(told.drafts[0]?.answers.values()).toEqual({ born: '03/04/2005' });
    expect(undecidedDays(told.columns, undefined)).toEqual(['born']);
    expect(undecidedDays(told.columns, 'dmy')).toEqual([]);
    expect(undecidedDays(read('Student ID|born|age\nS1|2005-04-03|3', { program }).columns, undefined)).toEqual([]);
    const stated = read(file, { role: 'mentee', program, dates: 'mdy' });
    expect(stated.drafts[0]?.answers.values()).toEqual({ born: '2005-03-04' });
    // The days beside it tell which, though one of them is no day.
    const beside = read('Student ID|born\nS1|03/04/2005\nS2|03/25/2005\nS3|soon', { role: 'mentee', program });
    expect(beside.drafts[0]?.answers.values()).toEqual({ born: '2005-03-04' });
    const used = read(file, {
      role: 'mentee',
      program: { ...program, reports: { ...standardProgram.reports, strata: ['born'] } },
    });
    expect(said(used)[0]).toEqual([2, 'born', '03/04/2005', 'the day and the month could be either way round']);
  });
});

describe('outcomes', () => {
  const outcomes = (text: string, more: More = {}) => read(text, { role: 'none', ...more }, 'outcomes');
  const told = ({ observations }: Drafts): string[] =>
    observations.map(
      ({ id, measure, observed, number, status }) => `${id} ${measure} @${observed} ${number ?? status}`,
    );

  it('have the time that the name of the file says where nothing else does', () => {
    expect(told(outcomes('Student ID|GPA\n1|3.1', { when: 'fall 2025' }))).toEqual(['1 gpa @fall 2025 3.1']);
    expect(told(outcomes('Student ID|GPA Fall 2025\n1|3.1', { when: 'spring 2026' }))).toEqual([
      '1 gpa @fall 2025 3.1',
    ]);
    expect(told(outcomes('Student ID|Term|GPA\n1|Spring 2026|3.1', { when: 'fall 2025' }))).toEqual([
      '1 gpa @spring 2026 3.1',
    ]);
  });

  it('say where each time was said first', () => {
    const { reader } = outcomes('Student ID|Term|GPA\n1|Fall 2025|3.1\n2|Fall 2025|3.2\n1|Spring 2026|3.0');
    expect([...reader.times]).toEqual([
      ['fall 2025', { line: 2, column: 'Term' }],
      ['spring 2026', { line: 4, column: 'Term' }],
    ]);
  });

  it('of a long file have their measure, time and value in columns of their own', () => {
    const long = outcomes(
      'Student ID|Measure|Term|Value\n1|GPA|Fall 2025|3.1\n1|Enrolled|Fall 2025|Withdrawn\n2|Enrolled||?\n3|GPA||',
    );
    expect(told(long)).toEqual(['1 gpa @fall 2025 3.1', '1 retention @fall 2025 left']);
    expect(said(long)).toEqual([[4, 'Value', '?', 'says neither who stayed nor who left']]);
    expect(long.reader.long).toBe(true);
    expect([...long.reader.times]).toEqual([['fall 2025', { line: 2, column: 'Term' }]]);
    const untimed = outcomes('Student ID|Measure|Value\n1|Enrolled|Yes');
    expect([...untimed.reader.times]).toEqual([['Enrolled', { line: 2, column: 'Measure' }]]);
  });

  it('know of somebody who started on a day of their own up to the day of the extract, unless a column says otherwise', () => {
    const file = 'Student ID|Own start\n1|2025-09-01\n2|fall 2025\n3|later';
    const own = outcomes(file, { extract: '2026-05-01' });
    expect(told(own)).toEqual([
      '1 start @ 2025-09-01',
      '1 known-to @ 2026-05-01',
      '2 start @ fall 2025',
      '2 known-to @ 2026-05-01',
      '3 known-to @ 2026-05-01',
    ]);
    expect(said(own)).toEqual([[4, 'Own start', 'later', 'neither a day nor a term']]);
    const column = outcomes('Student ID|Own start|Known up to\n1|2025-09-01|2026-03-01', { extract: '2026-05-01' });
    expect(told(column)).toEqual(['1 start @ 2025-09-01', '1 known-to @ 2026-03-01']);
    expect(told(outcomes('Student ID|GPA\n1|3', { extract: '2026-05-01' }))).toEqual(['1 gpa @ 3']);
  });

  it('keep the group of somebody’s first row where a later one names none', () => {
    const file = 'Student ID|Term|Mentored|GPA\n1|Fall 2025|Yes|3\n1|Spring 2026||2';
    expect(outcomes(file).drafts).toMatchObject([{ id: '1', group: 'Yes', line: 3 }]);
    expect(outcomes(file).leftOut).toEqual([]);
  });

  it('leave somebody out for the reason that its own column gives, in a known word or as it is written', () => {
    const excluded = outcomes('Student ID|GPA|Excluded\n1|3|Deceased\n2|3|moved abroad\n3|3|');
    expect(told(excluded).filter((one) => one.includes('exclusion'))).toEqual([
      '1 exclusion @ deceased',
      '2 exclusion @ moved abroad',
    ]);
  });

  it('keep why somebody left under the time of the row, the file or the checkpoint', () => {
    const reasons = (text: string, more: More = {}): string[] =>
      told(outcomes(text, more)).filter((one) => one.includes('reason'));
    const file = 'Student ID|Status|Why they left\n1|Left|Moved away\n2|Enrolled|';
    expect(reasons(file, { when: 'fall 2025' })).toEqual(['1 reason @fall 2025 Moved away']);
    expect(reasons(file)).toEqual(['1 reason @status Moved away']);
    expect(
      reasons('Student ID|Term|Status|Why they left\n1|Spring 2026|Left|Moved away\n2|Spring 2026|Enrolled|', {
        when: 'fall 2025',
      }),
    ).toEqual(['1 reason @spring 2026 Moved away']);
  });

  it('count a bare 2 under Semester, Quarter or Month as what the heading says, blanks around it or not', () => {
    const times = (heading: string, when: string): string[] => [
      ...outcomes(`Student ID|Year|${heading}|GPA\n1|2026|${when}|3\n2|2026|1|3`).reader.times.keys(),
    ];
    expect(times('Semester', '2')[0]).toBe('s2 2026');
    expect(times('Term', '2')[0]).toBe('t2 2026');
    expect(times('Quarter', '2')[0]).toBe('q2 2026');
    expect(times('Month', '2')[0]).toBe('feb 2026');
    expect(times('Halbjahr', '2')[0]).toBe('h2 2026');
  });

  it('compare groups within a cohort, in whatever case it is written', () => {
    const file =
      'Student ID|Cohort|Mentored|GPA\n1|F25|Yes|3\n1|F26|No|2\n2|F25|Yes|3\n2|f25|no|3\n3|F25|Yes|1\n3|F25|yes|1\n4|F25|yes|1\n4|F25|YES|1';
    const { issues, reader } = outcomes(file);
    expect(issues.filter(({ message }) => message.includes('another group'))).toMatchObject([{ where: { line: 5 } }]);
    expect([...reader.cohorts]).toEqual(['F25', 'F26', 'f25']);
  });

  it('that are neither number nor status are said with both of them where two rows differ', () => {
    const { issues } = outcomes('Student ID|Enrolled Fall 2026\n1|Yes\n1|No');
    expect(issues).toMatchObject([
      { where: { line: 3 }, value: 'left', message: 'line 2 says stayed of retention at fall 2026 for 1' },
      { where: { line: 2 }, value: 'stayed', message: 'line 3 says left of retention at fall 2026 for 1' },
    ]);
  });
});
