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

/** As `messages:` and `export` name them. */
export const letterKinds = ['introductions', 'reminders', 'surveys-due'] as const;
export type LetterKind = (typeof letterKinds)[number];

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

/** What is sent where the program file has no text of its own. */
export const standardLetters: Readonly<Record<LetterKind, LetterTemplate>> = {
  introductions: {
    subject: '{program}: {mentor} and {mentee}, meet each other',
    text: `Dear {mentee}, dear {mentor},

you are a pair in {program}: {mentor} as mentor, {mentee} as mentee.
What you have in common: {common}.

Next: {next}.
`,
  },
  reminders: {
    subject: '{program}: {mentor} and {mentee}',
    text: `Dear {mentor}, dear {mentee},

{silence}. It happens; a short message is enough to begin again.

Next: {next}.
`,
  },
  'surveys-due': {
    subject: '{program}: a few questions ({survey})',
    text: `Dear {person},

the {wave} questions on {survey} were due on {due}. They take five minutes, and they show us what helps.

Next: {next}.
`,
  },
};
