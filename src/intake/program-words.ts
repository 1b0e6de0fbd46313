// What each section and key of mentorctl.yaml is for, with an example: what editors show and the guide prints.
import type { programSchema } from './program-schema.ts';

export interface SectionWords {
  readonly what: string;
  /** What each key is for; of a section whose entries have names of their own, the keys of an entry. */
  readonly keys?: Readonly<Record<string, string>>;
  /** As it is written in the file. The examples of all sections together are one program. */
  readonly example: string;
}

export const sectionWords: Readonly<Record<keyof typeof programSchema.shape, SectionWords>> = {
  program: { what: 'What the program is called.', example: 'program: Peer mentors of the North campus' },
  capacity: {
    what: 'How many mentees a mentor takes who did not say, the most anyone may have, and words that stand for a number.',
    keys: {
      standard: 'places of a mentor who did not say',
      maximum: 'the most places anyone may have; who says more gets so many',
      words: 'answers in words, and the number each stands for',
      per: 'person (if not said): her places count once over all open cohorts; cohort: in each by itself',
    },
    example: 'capacity:\n  standard: 1\n  maximum: 4\n  words: {a few: 2, whoever comes: 5}',
  },
  dates: {
    what: 'How days are written in your files where the file itself does not show it: dmy (31.12.) or mdy (12/31).',
    example: 'dates: mdy',
  },
  columns: {
    what: 'Headings of your exports, by what their columns are; import adds those that it understood or was told with --map.',
    example: 'columns:\n  id: [Badge number]\n  group: [Mentored]\n  left-out: [Form version]',
  },
  roles: {
    what: 'Words and phrases of a role column, and the role each stands for; before those that everybody knows.',
    example: 'roles:\n  Big sister: mentor\n  Youth: mentee\n  Staff: none',
  },
  statuses: {
    what: 'Words of a registrar or an employer, and what each says: who stayed, left, or is left out of a rate.',
    example: 'statuses:\n  On co-op: stayed\n  SUSP: let go',
  },
  grades: {
    what: 'Letter grades, and what each is worth; the usual scale of 4.0 where nothing is said.',
    example: 'grades: {HD: 4, DN: 3, CR: 2, PS: 1, NN: 0}',
  },
  fields: {
    what: 'Answers by name: their type, the options known, the headings that hold them, whether letters may tell them.',
    keys: {
      type: 'what an answer is: several options (set), one (category), one in an order (ordinal), number, yes-no, date, free text',
      options: 'answers seen so far; of an ordinal from low to high',
      headings: 'headings of the columns that hold it',
      tell: 'yes: letters may name it as something two people share; no if not said; or how they say it, with {answer}',
      any: 'answers that leave it open besides "no preference" and its like; blank: no answer does; []: none does',
      scale: 'of a number that says how much something matters: the lowest and the highest answer',
    },
    example: `fields:
  year: {type: ordinal, options: [First, Second, Third], headings: [Year of study]}
  topics: {type: set, headings: [Topics], tell: "you both want to talk about {answer}"}
  mentor wanted: {type: category, headings: [Mentor of which gender?], any: [Whoever]}
  gender: {type: category, headings: [Gender]}
  supervisor: {type: text, headings: [Supervisor]}
  campus: {type: category, headings: [Campus], tell: yes}
  how much topics matter: {type: number, headings: [How much do topics matter?], scale: [1, 5]}
  heard about us: {type: category, headings: [Heard about us]}
  may we count you: {type: yes-no, headings: [May we count you?]}`,
  },
  rules: {
    what: 'Hard rules: each bars pairs. mentorctl help rules has every kind.',
    keys: {
      kind: 'what it asks',
      field: 'the answer compared, where mentee and mentor answered the same question',
      mentee: 'the mentee’s answer compared; for pin and block the mentee, by id or e-mail',
      mentor: 'the mentor’s; name, id and email are answers, too',
      least: 'at least so much, or so many',
      most: 'at most so much, so many, or such a share',
      people: 'apart and together: these people, by id or e-mail, instead of those whom an answer ties',
      value: 'balance: the answer whose share is bounded',
      zone: 'the answer that says somebody’s time zone',
    },
    example: `rules:
  - {kind: same, mentee: mentor wanted, mentor: gender}
  - {kind: differ, mentee: supervisor, mentor: name}`,
  },
  criteria: {
    what: 'Weighted criteria: each scores pairs. mentorctl help criteria has every kind.',
    keys: {
      kind: 'how two answers are scored',
      field: 'the answer compared, where both answered the same question',
      mentee: 'the mentee’s answer compared',
      mentor: 'the mentor’s',
      importance: 'essential, high, medium (if not said), low, or a number; all together make 100 points of fit',
      range: 'closeness and ahead: the distance at which nothing is left',
      ideal: 'ahead: how far ahead is best',
      table: 'table: for each answer of a mentee, what each answer of a mentor is worth, from 0 to 1',
      side: 'ranked: whose choices count',
      then: 'ranked: answers that name further choices, after the one in mentee',
      'scaled-by': 'the answer in which a mentee says how much this matters to her',
    },
    example: `criteria:
  - {kind: overlap, field: topics, importance: high, scaled-by: how much topics matter}
  - {kind: ahead, field: year, ideal: 1}
  - {kind: same, field: campus, importance: low}`,
  },
  matching: {
    what: 'How pairs are chosen among those the rules allow.',
    keys: {
      objective: 'coverage: as many as can be, then the best fit; quality: no pair below min-score',
      'min-score': 'the lowest fit of a pair, 0 to 100',
      spread: 'on (if not said): each further mentee of a mentor counts a little less; off: exact totals',
      floor: 'best: the lowest fit as high as it can be, then the total',
      method: 'stable: by the lists people gave, so that no two would both rather have each other',
      unlisted: 'stable: whether somebody on no list is acceptable; not, if not said',
      fair: 'on: the lowest fit as high as it can be, then the next lowest, and so on',
      'first-choices': 'on: as many first choices of mentees as can be, then as many second ones, and so on',
      'soft-cap': 'mentees beyond so many with one mentor cost more: a number, or the mentors’ field that says it',
      priority: 'who is placed first: answers, the first of them before all',
      'prefer-previous': 'true: pairs of earlier cohorts that parted well count more',
      seed: 'the number that chance is drawn from, so that the same file gives the same pairs',
    },
    example: 'matching:\n  spread: on\n  priority:\n    - {field: year, is: First}',
  },
  circles: {
    what: 'Group mentoring: sizes, who leads, with whom.',
    keys: {
      least: 'the fewest mentees of a circle that is opened',
      most: 'the most mentees of a circle',
      who: 'the mentors’ field that says who leads one, or how few hers may have; all of them if not said',
      'co-mentor': 'the mentors’ field that names whom they lead with',
    },
    example: 'circles: {least: 4, most: 8}',
  },
  'second-mentor': {
    what: 'Mentees with two mentors: in which field the two must not be alike, and who wants a second.',
    keys: {
      differ: 'the mentors’ field in which the two must differ',
      who: 'the mentees’ yes-no field; all if not said',
    },
    example: 'second-mentor: {differ: campus}',
  },
  cohorts: {
    what: 'Cohorts by name, and when each starts and ends.',
    keys: {
      starts: 'its first day, YYYY-MM-DD',
      ends: 'its last day; a pair is expected to last to it',
      'match-by': 'the day by which pairs are to be made; status counts towards it',
    },
    example: 'cohorts:\n  fall-2026: {starts: 2026-09-01, ends: 2027-05-31}',
  },
  groups: {
    what: 'Which groups count as mentored, which are compared, and how people came into them: the verb of every claim follows.',
    keys: {
      mentored: 'words of the group column for who was mentored',
      comparison: 'words for who is compared with them',
      'came-by': 'lottery, wait-list, staff, or self-chosen (if not said)',
      names: 'what reports call a group',
    },
    example: 'groups: {mentored: [Y], comparison: [N], came-by: self-chosen}',
  },
  measures: {
    what: 'What is recorded about people, before and after.',
    keys: {
      kind: 'retention (stayed or left), yes-no, or number',
      headings: 'headings of the columns that hold it',
      when: 'a term, a checkpoint or a day: fall 2026, 2026-09-15',
      start: 'of retention: who was there at the start',
      'yes-means': 'of retention: what a bare yes says',
      baseline: 'known from before: groups are compared in it, and models allow for it',
      before: 'the baseline in the same unit, for the change since',
      of: 'the measure this is a part of: reported as so many of 100',
      participation: 'what people did with the offer; never an outcome',
      'higher-is': 'better (if not said) or worse',
      primary: 'the outcome named beforehand',
      meaningful: 'the smallest difference that would matter, in its own unit; points for yes-no and retention',
    },
    example: `measures:
  hs gpa: {kind: number, headings: [HS GPA], baseline: true}
  gpa: {kind: number, headings: [Term GPA], when: fall 2026, primary: true, meaningful: 0.2}
  enrolled: {kind: retention, headings: [Enrolled fall 2027], when: fall 2027}`,
  },
  costs: {
    what: 'What mentoring one person takes, in money and hours; report retention sets it beside what it brought.',
    keys: { 'per-mentee': 'money, hours, or both', currency: 'how amounts are written: EUR, USD' },
    example: 'costs: {per-mentee: {money: 120, hours: 14}, currency: USD}',
  },
  reports: {
    what: 'What reports allow for and what they hide.',
    keys: {
      'min-cell': 'groups smaller than this are hidden; 1 hides nothing, and pages say so',
      'early-days': 'days from the start of a pair in which meetings are counted for what came after',
      'adjust-for': 'fields and measures that models allow for besides every baseline',
      strata: 'fields within which rates are compared',
      errors: 'robust errors of models where nobody shares a mentor; HC2 if not said',
      'same-people': 'measures analysed on the people who have all of them',
      among: 'every outcome is that of the people of whom all of these are known',
      targets: 'what the program set out to reach, shares of its mentees in percent',
      source: 'the field that says how people came to hear of the program',
      'as-of': 'the day up to which pairs, meetings, goals and flags are counted; today if not said',
      retained: 'what who stayed is called, as it follows "being": still enrolled, retained; still here if not said',
      'left-on': 'the date field, or the measure in days since the start, that says when people left',
    },
    example: 'reports: {min-cell: 10, targets: {matched: 95, first-meeting: 80}, source: heard about us}',
  },
  engagement: {
    what: 'Days after which a pair, a flag or a survey needs attention.',
    keys: {
      'first-meeting-days': 'a new pair has not met for so many days',
      'silent-days': 'a pair that has met has not for so many days',
      'close-days': 'a pair whose time is over is still open after so many days',
      'flag-days': 'a flag is open for so many days',
      'length-days': 'how long a pair lasts where its cohort has no end',
    },
    example: 'engagement: {first-meeting-days: 14, silent-days: 30}',
  },
  surveys: {
    what: 'Surveys, and how many days after a pair was made each falls due.',
    keys: {
      instrument: 'which survey (docs/instruments.md)',
      wave: 'pre, mid, post or then',
      day: 'days after the pair was made',
      who: 'mentee, mentor or both',
    },
    example: 'surveys:\n  - {instrument: belonging, wave: pre, day: 0, who: mentee}',
  },
  messages: {
    what: 'The letters of your program, instead of the standard ones. docs/letters.md has the places that each can hold.',
    keys: { subject: 'the subject, with places such as {program}', text: 'the letter, with places such as {to}' },
    example: `messages:
  waiting:
    subject: "{program}: still looking"
    text: "Dear {to}, we are still looking for a mentor for you: {why}."`,
  },
  office: {
    what: 'Who runs the program: whom to write to, what stands under letters and pages.',
    keys: {
      contact: 'whom people may write to',
      signature: 'who signs letters',
      footer: 'what stands at the end of pages',
      logo: 'an SVG or PNG file beside this one, up to 500 kB: at the head of every page and certificate',
      'logo-alt': 'what the logo shows, for who cannot see it',
      paper: 'what PDF is set on: a4 (if not said) or letter',
      about: 'what the program is, on the page of report program; up to 400 letters',
      next: 'what comes next, on the page of report program; up to 400 letters',
    },
    example:
      'office:\n  contact: Peer Office <peers@example.edu>\n  signature: Dana Levi\n  paper: letter\n  about: Older students meet younger ones every second week and help them find their way.',
  },
  consent: {
    what: 'Who may be counted in reports, and whose answers may be told to others: a yes-no field or measure, one for both or one each.',
    keys: {
      counted: 'a yes says that somebody may be counted in reports',
      told: 'a yes says that letters, lists and research copies may tell what somebody answered',
      unknown: 'yes: who said nothing counts as a yes; no if not said',
    },
    example: 'consent: may we count you',
  },
  keep: {
    what: 'How long people are kept after their last day on record: so many days, months or years. mentorctl person forget --overdue lists who is kept longer; nobody is erased by itself.',
    example: 'keep: 3 years',
  },
  'log-reading': {
    what: 'yes: mentorctl data log also says who looked at one person (person show, export person), and when.',
    example: 'log-reading: yes',
  },
};
