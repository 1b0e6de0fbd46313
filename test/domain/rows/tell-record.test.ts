// If these fail, a file of meetings, answers, goals, wishes, scores or pairs says something else to us than to who wrote it.
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../src/domain/instruments/instrument.ts';
import { inQuestion, read, said } from './read-records-file.ts';

const belonging: Instrument = {
  id: 'belonging',
  title: '',
  audience: 'both',
  min: 1,
  max: 5,
  score: 'mean',
  minAnswered: 0.8,
  higherIs: 'better',
  source: '',
  items: [
    { item: '1', text: 'I belong here', subscale: null, reverse: false },
    { item: '2', text: 'People know me', subscale: null, reverse: false },
  ],
};
const onScale = { ...inQuestion, known: new Map([['belonging', { instrument: belonging, version: 'v1' }]]) };

describe('meetings', () => {
  it('has who met whom, when, how long and what was written', () => {
    const { records, issues } = read(
      'meetings',
      'Mentor|Mentee|Date|Minutes|Mode|Topic|Notes|Your reflection\nM1|S1|2026-09-14|45|online|exams|went well|n/a\nana@example.org|di fay|2026-09-15|||||',
    );
    expect(issues).toEqual([]);
    const empty = { mode: null, topic: null, notes: null, reflection: null };
    expect(records).toEqual([
      {
        mentorId: 1,
        menteeId: 11,
        day: '2026-09-14',
        minutes: 45,
        ...empty,
        mode: 'online',
        topic: 'exams',
        notes: 'went well',
      },
      { mentorId: 1, menteeId: 12, day: '2026-09-15', minutes: null, ...empty },
    ]);
  });

  it('lasts from none of a minute to a day and not longer', () => {
    const file = 'Mentor|Mentee|Date|Minutes\nM1|S1|2026-09-14|0\nM1|S1|2026-09-15|1440\nM1|S1|2026-09-16|1441';
    const told = read('meetings', file, { map: { minutes: 'minutes' } });
    expect(told.records.map(({ minutes }) => minutes)).toEqual([0, 1440]);
    expect(said(told)).toEqual([[4, 'Minutes', '1441', 'a meeting lasts 0 to 1440 minutes']]);
  });

  it('needs its day, and two people whom somebody knows', () => {
    const told = read('meetings', 'Mentor|Mentee|Date\nM1|S1|\nM1|M1|2026-09-14\nM1|S9|2026-09-14\nX|Y|2026-09-14');
    expect(told.records).toEqual([]);
    expect(said(told)).toEqual([
      [2, 'Date', '', 'a meeting needs its day'],
      [3, 'Mentee', 'M1', 'the mentor and the mentee are the same person'],
      [4, 'Mentee', 'S9', 'nobody here has this id, e-mail or name'],
      [5, 'Mentor', 'X', 'nobody here has this id, e-mail or name'],
      [5, 'Mentee', 'Y', 'nobody here has this id, e-mail or name'],
    ]);
    expect(told.issues[1]?.hint).toBeUndefined();
  });

  it('is as long as from its start to its end where no column says a length, and open where one of them is missing', () => {
    const file =
      'Mentor|Mentee|Date|Start|End\nM1|S1|2026-09-14|14:00|14:45\nM1|S1|2026-09-15|14:00|\nM1|S1|2026-09-16|soon|late';
    const told = read('meetings', file);
    expect(told.records.map(({ minutes }) => minutes)).toEqual([45, null]);
    expect(said(told)).toEqual([[4, 'End', 'late', 'a start and an end that are no times of a day']]);
  });

  it('of a length that is none is told how to write one, and of a number without a unit which it may be', () => {
    const told = read('meetings', 'Mentor|Mentee|Date|Minutes\nM1|S1|2026-09-14|45\nM1|S1|2026-09-15|long');
    expect(said(told)).toMatchObject([[3, 'Minutes', 'long', expect.anything()]]);
    expect(told.issues[0]?.hint).toBe('Write it as 45 min, 1:30 or 1.5 h.');
  });

  it('has a length in hours where --map says so', () => {
    const told = read('meetings', 'Mentor|Mentee|Date|Time\nM1|S1|2026-09-14|1.5', { map: { time: 'hours' } });
    expect(told.records.map(({ minutes }) => minutes)).toEqual([90]);
  });

  it('is on no day that could be either way round, until --day-order says which', () => {
    const file = 'Mentor|Mentee|Date\nM1|S1|03/04/2026';
    expect(said(read('meetings', file))).toEqual([
      [2, 'Date', '03/04/2026', 'the day and the month could be either way round'],
    ]);
    expect(read('meetings', file, { dates: 'mdy' }).records).toMatchObject([{ day: '2026-03-04' }]);
    expect(read('meetings', file, { dates: 'dmy' }).records).toMatchObject([{ day: '2026-04-03' }]);
    // One day of the column tells the order of the others.
    expect(read('meetings', `${file}\nM1|S1|03/25/2026`).records).toMatchObject([
      { day: '2026-03-04' },
      { day: '2026-03-25' },
    ]);
    // A slip in the column decides nothing for them.
    expect(read('meetings', `${file}\nM1|S1|03/25/2026\nM1|S1|soon`).records).toMatchObject([
      { day: '2026-03-04' },
      { day: '2026-03-25' },
    ]);
    expect(read('meetings', `${file}\nM1|S1|soon`).records).toEqual([]);
    expect(said(read('meetings', 'Mentor|Mentee|Date\nM1|S1|soon'))).toEqual([[2, 'Date', 'soon', 'not a date']]);
  });
});

describe('answers to a survey', () => {
  it('are filed by the items of an instrument on file, whatever the case of its name, and stand on its scale', () => {
    const told = read(
      'survey',
      'Student ID|Wave|Survey|I belong here|Q2\nS1|Post|Belonging|4|6\nS2|Post|BELONGING|1|5',
      {
        survey: onScale,
      },
    );
    expect(told.records).toEqual([
      { personId: 11, instrument: 'belonging', wave: 'post', version: 'v1', item: '1', answer: 4 },
      { personId: 12, instrument: 'belonging', wave: 'post', version: 'v1', item: '1', answer: 1 },
      { personId: 12, instrument: 'belonging', wave: 'post', version: 'v1', item: '2', answer: 5 },
    ]);
    expect(said(told)).toEqual([[2, 'Q2', '6', 'answers here go from 1 to 5']]);
  });

  it('are to the survey that the whole file is said to be, in whatever case it is said', () => {
    const told = read('survey', 'Student ID|I belong here\nS1|4', { survey: { ...onScale, instrument: 'Belonging' } });
    expect(told.records).toMatchObject([{ instrument: 'belonging', version: 'v1', item: '1', answer: 4 }]);
  });

  it('to a survey that is not on file are filed under its name in lower case', () => {
    expect(read('survey', 'Student ID|Survey|I like it\nS1|Mine|4').records).toMatchObject([
      { instrument: 'mine', item: 'I like it', version: null },
    ]);
  });

  it('are filed as they are headed where no instrument is on file, under the name and wave of the whole file', () => {
    const told = read('survey', 'Student ID|I like it|I stay\nS1|4|Agree\nS2||n/a');
    expect(told.records).toEqual([
      { personId: 11, instrument: 'survey', wave: 'pre', version: null, item: 'I like it', answer: 4 },
      { personId: 11, instrument: 'survey', wave: 'pre', version: null, item: 'I stay', answer: 4 },
    ]);
  });

  it('of no wave are asked about, and nobody’s answers are filed', () => {
    const told = read('survey', 'Student ID|I like it\nS1|4\nS9|3', { survey: { ...inQuestion, wave: undefined } });
    expect(told.records).toEqual([]);
    expect(said(told)).toContainEqual([2, 'wave', '', 'which wave is this: pre, mid, post or then?']);
    expect(said(told)).toContainEqual([3, 'Student ID', 'S9', 'nobody here has this id, e-mail or name']);
  });

  it('of which none is an item of the instrument are not passed over in silence', () => {
    const told = read('survey', 'Student ID|Survey|I like it\nS1|belonging|4', { survey: onScale });
    expect(told.records).toEqual([]);
    expect(said(told)).toEqual([[2, 'Survey', 'belonging', 'no column is an item of belonging']]);
    const some = read('survey', 'Student ID|Survey|I belong here|I like it\nS1|belonging|4|4', { survey: onScale });
    expect(some.issues).toEqual([]);
    expect(some.records).toHaveLength(1);
  });

  it('come a row a question, too', () => {
    const told = read(
      'survey',
      'Student ID|Survey|Item|Answer\nS1|belonging|I belong here|5\nS1|belonging|Q2|0\nS1|belonging|Q2|perhaps\nS1|belonging|Q2|\nS1|belonging|What?|3\nS2|belonging|Q2|1',
      { survey: onScale },
    );
    expect(told.records.map(({ personId, item, answer }) => [personId, item, answer])).toEqual([
      [11, '1', 5],
      [12, '2', 1],
    ]);
    expect(said(told)).toEqual([
      [3, 'Answer', '0', 'answers here go from 1 to 5'],
      [4, 'Answer', 'perhaps', 'neither a number nor on a scale of agreement'],
      [6, 'Survey', 'belonging', 'no column is an item of belonging'],
    ]);
  });
});

it('takes a row of one question for that question alone, whatever else stands beside it', () => {
  const told = read('survey', 'Student ID|Survey|Item|Answer|Q2\nS1|belonging|I belong here|5|1', { survey: onScale });
  expect(told.records.map(({ item, answer }) => [item, answer])).toEqual([['1', 5]]);
});

describe('goals and flags', () => {
  it('have a person, a day, what it is, and where it ended', () => {
    const goals = read('goals', 'Mentee|Goal|Set on|Reached on\nS1|Pass|2026-09-14|2026-12-01\nS1|Stay|2026-09-14|');
    expect(goals.issues).toEqual([]);
    expect(goals.records).toEqual([
      { personId: 11, goal: 'Pass', setOn: '2026-09-14', reachedOn: '2026-12-01' },
      { personId: 11, goal: 'Stay', setOn: '2026-09-14', reachedOn: null },
    ]);
  });

  it('are told of where one of these is missing or is no day', () => {
    const told = read(
      'goals',
      'Mentee|Goal|Set on|Reached on\nS1||2026-09-14|\nS1|Pass||\nS9|Pass|2026-09-14|\nS1|Pass|soon|\nS1|Pass|2026-09-14|soon',
    );
    expect(told.records).toEqual([]);
    expect(said(told)).toEqual([
      [2, 'Goal', '', 'this must not be empty'],
      [3, 'Set on', '', 'this must not be empty'],
      [4, 'Mentee', 'S9', 'nobody here has this id, e-mail or name'],
      [5, 'Set on', 'soon', 'not a date'],
      [6, 'Reached on', 'soon', 'not a date'],
    ]);
  });
});

describe('stated scores', () => {
  it('are a number for two people who are not one', () => {
    const told = read('scores', 'Mentor|Mentee|Score\nM1|S1|0.5\nM1|M1|0.5\nM1|S2|high\nM9|S2|1');
    expect(told.records).toEqual([{ mentorId: 1, menteeId: 11, score: 0.5 }]);
    expect(said(told)).toEqual([
      [3, 'Mentee', 'M1', 'the mentor and the mentee are the same person'],
      [4, 'Score', 'high', 'not a number'],
      [5, 'Mentor', 'M9', 'nobody here has this id, e-mail or name'],
    ]);
  });
});

describe('wishes', () => {
  it('stand in columns by their rank, or behind a rank, and a nought keeps two apart', () => {
    const columns = read('preferences', 'Student ID|1st choice|2nd choice\nS1|M1|M2\nS2|n/a|M1\nM1|M1|', {
      map: { 'student id': 'person' },
    });
    expect(columns.records).toEqual([
      { personId: 11, otherId: 1, choice: 1 },
      { personId: 11, otherId: 2, choice: 2 },
      { personId: 12, otherId: 1, choice: 2 },
    ]);
    expect(said(columns)).toEqual([[4, 'Student ID', 'M1', 'nobody can choose themselves']]);

    const rows = read(
      'preferences',
      'Person|Other|Rank\nS1|M1|2nd\nS1|M2|never\nM1|S2|x\nS2|S1|no\nS1|M1|0\nS1|M2|1000\nS1|M9|1',
    );
    expect(rows.records).toEqual([{ personId: 11, otherId: 1, choice: 2 }]);
    expect(rows.pairs.map(({ line, mentor, mentee, decision }) => [line, mentor, mentee, decision])).toEqual([
      [3, 2, 11, 'block'],
      [4, 1, 12, 'block'],
      [5, 11, 12, 'block'],
    ]);
    expect(said(rows)).toEqual([
      [6, 'Rank', '0', 'not a rank'],
      [7, 'Rank', '1000', 'not a rank'],
      [8, 'Other', 'M9', 'nobody here has this id, e-mail or name'],
    ]);
  });

  it('without ranks are in the order in which they are named; nobody named is no wish', () => {
    const told = read('preferences', 'Person|Other\nS1|M2; M1\nS2|\nM1|M1; S1', { map: { other: 'other' } });
    expect(told.records).toEqual([
      { personId: 11, otherId: 2, choice: 1 },
      { personId: 11, otherId: 1, choice: 2 },
      { personId: 1, otherId: 11, choice: 1 },
    ]);
    expect(said(told)).toEqual([[4, 'Other', 'M1; S1', 'nobody can choose themselves']]);
  });

  it('name several to be kept apart from in one cell, and one person in a cell of a choice, commas and all', () => {
    const told = read('preferences', 'Person|First choice|Avoid\nS1|Fox, Cy|M1, S2\nS2|M1|M2, S9');
    expect(told.records).toEqual([
      { personId: 11, otherId: 2, choice: 1 },
      { personId: 12, otherId: 1, choice: 1 },
    ]);
    expect(told.pairs.map(({ mentor, mentee }) => [mentor, mentee])).toEqual([
      [1, 11],
      [12, 11],
      [2, 12],
    ]);
    expect(said(told)).toEqual([[3, 'Avoid', 'S9', 'nobody here has this id, e-mail or name']]);
  });
});

describe('pairs', () => {
  it.each([
    ['', 'none'],
    ['Proposed', 'none'],
    ['?', 'none'],
    ['accepted', 'accept'],
    ['Yes', 'accept'],
    ['y', 'accept'],
    ['Declined', 'decline'],
    ['no', 'decline'],
    ['Never-again', 'never again'],
    ['never', 'never again'],
    ['pin', 'pin'],
    ['block', 'block'],
  ])('%j is read as %s', (text, decision) => {
    expect(read('pairs', `Mentor|Mentee|Decision\nM1|S1|${text}`).pairs).toMatchObject([{ decision }]);
  });

  it.each(['none', 'perhaps', 'yes and no'])('%j is no decision', (text) => {
    const told = read('pairs', `Mentor|Mentee|Decision\nM1|S1|${text}`);
    expect([told.pairs, said(told)]).toEqual([[], [[2, 'Decision', text, 'not a decision']]]);
  });

  it('are all that a row names, with their reason and day, and nobody with themselves', () => {
    const told = read(
      'pairs',
      'Mentor|Mentees|Decision|Reason|Start\nM1|S1; S2;|accept|asked|2026-09-14\nM1|S1; M1|accept||\nM1|S1; S9|accept||\nFox, Cy|S1||n/a|\nM1|S1|accept||soon',
    );
    expect(told.pairs).toEqual([
      { line: 2, mentor: 1, mentee: 11, decision: 'accept', reason: 'asked', day: '2026-09-14' },
      { line: 2, mentor: 1, mentee: 12, decision: 'accept', reason: 'asked', day: '2026-09-14' },
      { line: 5, mentor: 2, mentee: 11, decision: 'none', reason: null, day: null },
    ]);
    expect(said(told)).toEqual([
      [3, 'Mentees', 'S1; M1', 'the mentor and the mentee are the same person'],
      [4, 'Mentees', 'S9', 'nobody here has this id, e-mail or name'],
      [6, 'Start', 'soon', 'not a date'],
    ]);
  });
});
