// Messages of an import that propose something: what brings each about, what is done of what it says, and what is true then.

export interface Remedy {
  readonly text: string;
  readonly argv?: readonly string[];
  /** The people are on file before. */
  readonly after?: boolean;
  /** Said before the remedy, and not after. */
  readonly trouble: RegExp;
  readonly flag?: string;
  /** How many of the flags that are proposed are taken; all if not said. */
  readonly first?: number;
  /** How many of them are passed over first. */
  readonly skip?: number;
  /** Another message, which has an entry of its own: the remedy is the first step of two. */
  readonly leadsTo?: RegExp;
  /** Said once the remedy is followed. */
  readonly then: RegExp;
  /** A file that went in before. */
  readonly earlier?: string;
  /** What the message says to do in the file, done. */
  readonly mended?: (text: string) => string;
  /** What the message says to write into mentorctl.yaml is written there, under these keys; init makes it where it is missing. */
  readonly taught?: readonly string[];
  /** Commands that the message names are run first. */
  readonly commands?: true;
}

export const remedies: Readonly<Record<string, Remedy>> = {
  'no column tells people apart, an id stands under a heading nobody knows': {
    text: 'Kursanummer,Ism\nK-17,Ana Sol\nK-18,Ben Oak\nK-19,Cleo Ash\n',
    argv: ['--role', 'mentee', '--map', 'Kursanummer=remark'],
    trouble: /no column tells people apart/,
    first: 1,
    then: /3 mentees/,
  },
  'nothing tells people apart: one person a row': {
    text: 'Mentored,GPA\nyes,3.1\nno,2.0\nyes,3.1\n',
    argv: ['--as', 'outcomes', '--map', 'row=id'],
    trouble: /^$/,
    then: /3 people/,
  },
  'a heading of --map that is not there': {
    text: 'Student ID,Student Name\n1,Ana Sol\n2,Ben Oak\n',
    argv: ['--role', 'mentee'],
    trouble: /^$/,
    then: /2 mentees/,
  },
  'nobody has a name': {
    text: 'Ot-ism,Pochta\nnodira-k,nodira@mar.example\nali-v,ali@mar.example\n',
    argv: ['--role', 'mentee'],
    trouble: /Nobody has a name/,
    then: /2 mentees/,
  },
  'a file of alerts whose columns nobody knows': {
    text: 'Student ID,Xabar,Kun\n000123,Attendance,2026-09-20\n000125,Failing,2026-09-25\n',
    argv: ['--as', 'flags'],
    after: true,
    trouble: /no column is understood as/,
    then: /2 flags/,
  },
  'choices under headings nobody knows': {
    text: 'Mentee,Birinchi,Ikkinchi\nAna Sol,Ben Oak,\nCleo Ash,Ben Oak,\n',
    argv: ['--as', 'preferences'],
    after: true,
    trouble: /whom anybody would choose/,
    then: /2 preferences/,
  },
  'outcomes of which none is understood': {
    text: 'Student ID,Xolat\n000123,Stayed\n000125,Left\n',
    argv: ['--as', 'outcomes', '--map', 'Xolat=-'],
    after: true,
    trouble: /says anything that is measured/,
    then: /2 observations/,
  },
  'no column says who is a mentor': {
    text: 'Name,Email\nDora Elm,dora@mar.example\n',
    trouble: /no column says who is a mentor/,
    flag: '--role',
    first: 1,
    then: /1 mentor/,
  },
  'a day that may be that of a meeting or of the start': {
    text: 'Mentor,Mentee,Logged\nBen Oak,Ana Sol,2026-10-01\nBen Oak,Cleo Ash,2026-10-02\n',
    after: true,
    trouble: /could be meetings or pairs/,
    flag: '--as',
    first: 1,
    then: /2 meetings/,
  },
  'a length that may be minutes or hours': {
    text: 'Mentor,Mentee,Met on,How long\nBen Oak,Ana Sol,2026-10-01,1\nBen Oak,Cleo Ash,2026-10-02,2\n',
    after: true,
    trouble: /minutes or hours/,
    first: 1,
    then: /2 meetings/,
  },
  'a day that could be either way round': {
    text: 'Mentor,Mentee,Met on,Minutes\nBen Oak,Ana Sol,03/04/2026,45\nBen Oak,Cleo Ash,05/06/2026,30\n',
    after: true,
    trouble: /either way round/,
    flag: '--day-order',
    first: 1,
    then: /2 meetings/,
  },
  'an own start that could be either way round': {
    text: 'Student ID,Joined us,GPA Fall 2025\n000123,03/04/2026,3.1\n000125,05/06/2026,2.2\n',
    argv: ['--as', 'outcomes', '--map', 'Joined us=start'],
    after: true,
    trouble: /either way round/,
    flag: '--day-order',
    first: 1,
    then: /observations of 2 people/,
  },
  'a day that is kept as it is written': {
    text: 'Name,Email,Role,Hired on\nDora Elm,dora@mar.example,mentee,03/04/2026\nEd Fir,ed@mar.example,mentor,05/06/2026\n',
    trouble: /kept as they are written/,
    flag: '--day-order',
    first: 1,
    then: /1 mentor with 1 place, 1 mentee/,
  },
  'answers of no wave': {
    text: 'Student ID,I feel at home here,I know whom to ask\n000123,4,5\n000125,2,3\n',
    argv: ['--as', 'survey'],
    after: true,
    trouble: /which wave of the survey/,
    flag: '--wave',
    first: 1,
    then: /4 survey answers/,
  },
  'a row without a role': {
    text: 'Name,Email,Role\nDora Elm,dora@mar.example,mentee\nEd Fir,ed@mar.example,\n',
    trouble: /no role/,
    flag: '--role',
    first: 1,
    then: /2 mentors/,
  },
  'a checkpoint years ahead': {
    text: 'Student ID,Enrolled Fall 2062,GPA Fall 2025\n000123,yes,3.1\n000125,no,2.2\n',
    after: true,
    trouble: /years ahead/,
    then: /2 observations/,
  },
  'no id, beside times, shares and numbers that differ by chance': {
    text: 'Ism,Seen,GPA,Hours,Kurs nr\nAna Sol,10:30,3.41,28,K-17\nBen Oak,11:30,3.42,12,K-18\n',
    argv: ['--as', 'outcomes', '--map', 'Kurs nr=remark'],
    trouble: /no column tells people apart/,
    first: 1,
    then: /of 2 people/,
  },
  'nothing but names': {
    text: 'Name,Role\nDora Elm,mentee\nEd Fir,mentor\n',
    trouble: /no column tells people apart/,
    first: 1,
    then: /1 mentor with 1 place, 1 mentee/,
  },
  'places under a short question': {
    text: 'Name,Email,Role,How many?\nDora Elm,dora@mar.example,mentee,\nEd Fir,ed@mar.example,mentor,3\n',
    trouble: /Every new mentor has one place/,
    then: /1 mentor with 3 places/,
  },
  'two courses in one term': {
    text: 'Student ID,Term,Module,Mark\n000123,Fall 2025,Maths,71\n000123,Fall 2025,Physics,64\n000125,Fall 2025,Maths,80\n',
    after: true,
    trouble: /says 71 of mark at fall 2025/,
    then: /3 observations of 2 people/,
  },
  'two sittings of one test': {
    text: 'Student ID,Sitting,GPA\n000123,June,3.1\n000123,August,3.4\n000125,June,2.0\n',
    after: true,
    trouble: /says 3.1 of gpa/,
    first: 1,
    then: /3 observations of 2 people/,
  },
  'a second column of one name': {
    text: 'Student ID,Name,Notes,Notes,Role\n1,Dora Elm,likes tea,4,mentee\n2,Ed Fir,rows,3,mentor\n',
    trouble: /a second column called "Notes"/,
    flag: '--map-says',
    then: /1 mentor with 3 places/,
  },
  'two columns that could both be the id': {
    text: 'Employee number,Payroll number,Name,Role\nE1,P77,Dora Elm,mentor\nE2,P78,Ed Fir,mentee\n',
    trouble: /could both be the id/,
    commands: true,
    then: /2 new, 0 changed/,
  },
  'a word for where somebody is': {
    text: 'Student ID,Status Fall 2026\n000123,Enrolled\n000125,Rustikiert\n',
    argv: ['--as', 'outcomes'],
    after: true,
    trouble: /says neither who stayed nor who left/,
    taught: ['statuses'],
    then: /2 observations/,
  },
  'a word for where somebody is, before there is a program': {
    text: 'Student ID,Measure,Value\n1,Retention,Enrolled\n2,Retention,Rustikiert\n',
    trouble: /says neither who stayed nor who left/,
    taught: ['statuses'],
    then: /2 observations/,
  },
  'words and no number for places': {
    text: 'Name,Email,Role,Max mentees\nDora Elm,dora@mar.example,mentor,ein paar\nEd Fir,ed@mar.example,mentee,\n',
    trouble: /not a number/,
    taught: ['capacity', 'words'],
    then: /1 mentor with 2 places/,
  },
  'a role that the program does not know': {
    text: 'Name,Email,Role\nDora Elm,dora@mar.example,Lotse\nEd Fir,ed@mar.example,mentor\n',
    trouble: /not a role here/,
    taught: ['roles'],
    then: /1 mentor with 1 place, 1 mentee/,
  },
  'bad rows, taken out': {
    text: 'Name,Email,Role\nDora Elm,dora@mar.example,mentee\nEd Fir,ed(at)mar.example,mentor\n',
    trouble: /nothing was imported/,
    flag: '--skip-bad-rows',
    then: /1 mentee/,
  },
  'rows of no cohort among several': {
    text: 'Name,Email,Role,Cohort\nDora Elm,dora@mar.example,mentee,north\nEd Fir,ed@mar.example,mentor,south\nFay Gum,fay@mar.example,mentee,\n',
    argv: ['--no-cohort'],
    trouble: /says no cohort/,
    flag: '--cohort',
    then: /3 new/,
  },
  'no cohort': {
    text: 'Name,Email,Role\nDora Elm,dora@mar.example,mentee\n',
    argv: ['--no-cohort'],
    trouble: /which cohort/,
    flag: '--cohort',
    then: /1 mentee in fall/,
  },
  'a field that a rule reads under a new heading': {
    text: 'Name,Email,Role,Field of study now\nDora Elm,dora@mar.example,mentee,Law\nEd Fir,ed@mar.example,mentor,Art\n',
    earlier:
      'Name,Email,Role,Study\nAda Low,ada@mar.example,mentee,Law\nBo Mar,bo@mar.example,mentor,Art\nCy Nor,cy@mar.example,mentor,Law\nDi Ost,di@mar.example,mentee,Art\n',
    trouble: /No column answers "study"/,
    then: /1 mentor with 1 place, 1 mentee|2 changed/,
  },
  'a slip in a word of --map': {
    text: 'Kim,Email,Role\nDora Elm,dora@mar.example,mentee\nEd Fir,ed@mar.example,mentor\n',
    argv: ['--map', 'Kim=nmae'],
    trouble: /Did you mean name/,
    then: /2 changed/,
  },
  'people named under a heading that says nothing of them': {
    text: 'Name,Email,Role,Desk by\nDora Elm,dora@mar.example,mentee,Ed Fir\nEd Fir,ed@mar.example,mentor,Fay Gum\nFay Gum,fay@mar.example,mentor,Dora Elm\n',
    trouble: /its heading does not say what for/,
    first: 1,
    then: /3 new/,
  },
  'an address that belongs to another id': {
    text: 'Student ID,Name,Email,Role\n000999,Ana Sol,ana@mar.example,mentee\n',
    after: true,
    trouble: /this e-mail belongs to id 000123/,
    mended: (text) => text.replace('000999', '000123'),
    then: /1 mentee/,
  },
  'an address of one and the id of another, who are one person': {
    text: 'Student ID,Name,Email,Role\n000127,Gil Hay,gil@mar.example,mentee\n',
    after: true,
    trouble: /this e-mail belongs to id 000126/,
    commands: true,
    then: /1 mentee/,
  },
  'one id with two addresses': {
    text: 'Student ID,Name,Email,Role\n7,Dora Elm,dora@mar.example,mentee\n7,Dora Elm,d.elm@mar.example,mentee\n8,Ed Fir,ed@mar.example,mentor\n',
    trouble: /id 7 has e-mail/,
    mended: (text) => text.replace('7,Dora Elm,d.elm@mar.example,mentee\n', ''),
    then: /1 mentor with 1 place, 1 mentee/,
  },
  'a day that is none': {
    text: 'Mentor,Mentee,Met on,Minutes\nBen Oak,Ana Sol,2026-10-01,45\nBen Oak,Cleo Ash,next week,30\n',
    after: true,
    trouble: /not a date|needs its day/,
    mended: (text) => text.replace('next week', '2026-09-14'),
    then: /2 meetings/,
  },
  'a length that is none': {
    text: 'Mentor,Mentee,Met on,Minutes\nBen Oak,Ana Sol,2026-10-01,45\nBen Oak,Cleo Ash,2026-10-02,ages\n',
    after: true,
    trouble: /not a length of time/,
    mended: (text) => text.replace('ages', '1:30'),
    then: /2 meetings/,
  },
  'answers on no known scale': {
    text: 'Student ID,I feel at home here\n000123,meh\n000125,yay\n',
    argv: ['--as', 'survey', '--wave', 'pre'],
    after: true,
    trouble: /answered with numbers or on a scale/,
    mended: (text) => text.replace('meh', 'neutral').replace('yay', 'strongly agree'),
    then: /2 survey answers/,
  },
  'letters of an unknown scale': {
    text: 'Student ID,Fall 2025 grade\n000123,HD\n000125,DN\n',
    after: true,
    trouble: /is worth is not known/,
    taught: ['grades'],
    then: /2 observations/,
  },
  'a name that two people have': {
    text: 'Mentor,Mentee,Met on,Minutes\nBen Oak,Ana Sol,2026-10-01,45\nBen Oak,Gil Hay,2026-10-02,45\n',
    after: true,
    trouble: /2 people here have this name/,
    mended: (text) => text.replace('Gil Hay', '000127'),
    then: /2 meetings/,
  },
  'a cell too few': {
    text: 'Name,Email,Role\nDora Elm,dora@mar.example\nEd Fir,ed@mar.example,mentor\n',
    trouble: /2 cells for 3 headings/,
    mended: (text) => text.replace('dora@mar.example', 'dora@mar.example,mentee'),
    then: /1 mentor with 1 place, 1 mentee/,
  },
  'the only row taken for headings': {
    text: 'Dora Elm,K-17,mentee\n',
    trouble: /has headings and no rows/,
    mended: (text) => `Name,Student ID,Role\n${text}`,
    then: /1 mentee/,
  },
  'a column that may say who is still here, in words that nobody knows': {
    text: 'Student ID,Állapot\n000123,Rendben\n000125,Nincs meg\n000126,Rendben\n',
    after: true,
    trouble: /may say who is still here/,
    taught: ['statuses'],
    flag: '--map',
    first: 1,
    then: /3 observations of 3 people/,
  },
  'a column of a few words that is an answer of another kind': {
    text: 'Student ID,Status\n000123,Silver\n000125,Gold\n000126,Gold\n',
    after: true,
    trouble: /may say who is still here/,
    skip: 1,
    first: 1,
    then: /3 people on file/,
  },
  'several columns of a few words': {
    text: 'Student ID,Holat,Guruh\n000123,Bor,Bir\n000125,Ketgan,Bir\n000126,Bor,Ikki\n',
    after: true,
    trouble: /Kept as answers/,
    commands: true,
    first: 1,
    leadsTo: /neither who stayed nor who left.*under statuses/,
    then: /./,
  },
  'a column of days on which people left': {
    text: 'Employee ID,Hire date,Termination date\n000123,2020-01-02,\n000125,2019-02-03,2026-05-06\n000126,2021-02-03,\n',
    after: true,
    trouble: /has a day for 1 person/,
    flag: '--(?:as|map)',
    then: /observations of 3 people/,
  },
  'two lists in one sheet': {
    text: 'Name,Email,Field\nMENTORS,,\nEd Fir,ed@mar.example,Law\nMENTEES,,\nDora Elm,dora@mar.example,Law\n',
    trouble: /several lists in one sheet/,
    mended: () => 'Name,Email,Field,Role\nEd Fir,ed@mar.example,Law,mentor\nDora Elm,dora@mar.example,Law,mentee\n',
    then: /1 mentor with 1 place, 1 mentee/,
  },
  'one person in two groups': {
    text: 'Student ID,Mentored,GPA Fall 2025,GPA Spring 2026\n000123,yes,3.1,\n000123,no,,3.2\n000125,no,2.2,2.4\n',
    argv: ['--as', 'outcomes'],
    after: true,
    trouble: /in another group/,
    mended: (text) => text.replace('000123,no,', '000123,yes,'),
    then: /4 observations of 2 people/,
  },
  'an id that a spreadsheet shortened': {
    text: 'Student ID,Name,Role\n1.23457E+11,Dora Elm,mentee\nS2,Ed Fir,mentor\n',
    trouble: /a spreadsheet shortened this id/,
    mended: (text) => text.replace('1.23457E+11', '123456789012'),
    then: /1 mentor with 1 place, 1 mentee/,
  },
  'a grade that cannot be': {
    text: 'Student ID,GPA Fall 2025\n000123,3.1\n000125,999\n000126,2.9\n',
    after: true,
    trouble: /999/,
    mended: (text) => text.replace('999', ''),
    then: /2 observations/,
  },
  'a quotation mark out of place': {
    text: 'Name,Email,Role\n"Dora "D" Elm,dora@mar.example,mentee\nEd Fir,ed@mar.example,mentor\n',
    trouble: /quotation mark is out of place/,
    mended: (text) => text.replace('"Dora "D" Elm', '"Dora ""D"" Elm"'),
    then: /1 mentor with 1 place, 1 mentee/,
  },
  'a file of outcomes that holds answers alone': {
    text: 'Student ID,Team,Floor\n000123,Red,North\n000125,Blue,South\n',
    argv: ['--as', 'outcomes'],
    after: true,
    trouble: /understood as something that is measured/,
    flag: '--as',
    first: 1,
    then: /2 people on file/,
  },
};
