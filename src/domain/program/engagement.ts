// How a program expects pairs to live: limits that status watches, surveys that fall due, letters that go out.

/** Days. Sources stand with `standardEngagement`. */
export interface Engagement {
  /** A pair should have met this many days after it was made. */
  readonly firstMeetingDays: number;
  /** Without a meeting for this long a pair is watched ... */
  readonly silentDays: number;
  /** ... and for this long, closing it is proposed. */
  readonly closeDays: number;
  /** How long a flag may stay open. */
  readonly flagDays: number;
  /** How long a pair is expected to last where the cohort has no end. */
  readonly lengthDays: number;
}

/** A survey that falls due `day` days after a pair was made. */
export interface SurveyPlan {
  readonly instrument: string;
  readonly wave: string;
  readonly day: number;
  readonly who: 'mentee' | 'mentor' | 'both';
}

/** As `export` names them. */
export const letterKinds = ['introductions', 'reminders', 'surveys-due', 'waiting', 'thanks'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** As `messages:` names them: a mentor and a mentee are introduced by a letter each. */
export const messageKinds = [
  'introductions',
  'introductions-mentor',
  'invitations',
  'reminders',
  'surveys-due',
  'waiting',
  'thanks',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Who runs the program, as letters and pages say it. */
export interface Office {
  /** Whom to write to: an address, or a name and an address. */
  readonly contact?: string;
  /** Under every letter, in lines. */
  readonly signature?: string;
  /** Under every page. */
  readonly footer?: string;
  /** A picture at the head of every page: an SVG or PNG file, from the program file's folder; and what it shows, for who cannot see it. */
  readonly logo?: string;
  readonly logoAlt?: string;
  /** What PDF is set on; A4 unless said. */
  readonly paper?: 'a4' | 'letter';
  /** On the page for who decides: what the program is, and what comes next. */
  readonly about?: string;
  readonly next?: string;
}

/** A letter with places in braces, e.g. `Dear {mentee}`. */
export interface LetterTemplate {
  readonly subject: string;
  readonly text: string;
}

/**
 * First meeting within two weeks, then monthly: MENTOR, Elements of Effective Practice, standard 5. Closing at 90 days:
 * vendor practice. A year: Big Brothers Big Sisters, community programs. Two weeks for a flag: our own, as a first meeting.
 */
export const standardEngagement: Engagement = {
  firstMeetingDays: 14,
  silentDays: 30,
  closeDays: 90,
  flagDays: 14,
  lengthDays: 365,
};

/** What is sent where the program file has no text of its own. A line is left out in which no place was filled. */
export const standardLetters: Readonly<Record<MessageKind, LetterTemplate>> = {
  introductions: {
    subject: '{program}: {mentor} is your mentor',
    text: `Dear {to},

{mentor} is your mentor in {program}.
What you have in common: {common}.
You are both free on {hours}.

Please write to {mentor-first} ({mentor-email}) and meet for the first time by {meet-by}.

If something stands in the way, write to {contact}.

{signature}
`,
  },
  'introductions-mentor': {
    subject: '{program}: you are the mentor of {mentees}',
    text: `Dear {to},

Thank you for being a mentor in {program}. You are paired with {mentees}:

{each}

They have your name, too. Please see that each of you has met by {meet-by}.

If something stands in the way, write to {contact}.

{signature}
`,
  },
  invitations: {
    subject: '{program}: {mentor} and {mentee}, first meeting',
    text: `{mentor} is mentor and {mentee} mentee in {program}.
What you have in common: {common}.

If something stands in the way, write to {contact}.
`,
  },
  reminders: {
    subject: '{program}: {mentor} and {mentee}',
    text: `Dear {mentor-first}, dear {mentee-first},

{silence}. It happens; a short message is enough to begin again.

Please {next}.
Write to {contact}.

{signature}
`,
  },
  'surveys-due': {
    subject: '{program}: a few questions',
    text: `Dear {to},

A few questions on {survey} have been waiting for you since {due}. They take five minutes, and they show us what helps.

Please answer them this week.
If you cannot find them, write to {contact}.

{signature}
`,
  },
  waiting: {
    subject: '{program}: you are on our list',
    text: `Dear {to},

You asked for a mentor in {program}, and we have not found one for you yet: {why}.

You stay on our list, and we write as soon as that changes. You need not do anything.
If you do not want to wait any longer, or have a question, write to {contact}.

{signature}
`,
  },
  thanks: {
    subject: 'Thank you from {program}',
    text: `Dear {to},

Thank you for being a mentor in {program}. You were there for {mentees}.
On record: {record}.

A certificate of {meetings} can be had from {contact}.

{signature}
`,
  },
};
