// Every command, listed once with how to load it. Only the one that is called is loaded, so that --help and --version start at once.
import type { CommandTree } from './commands/completion.ts';
import type { RunLine } from './commands/demo.ts';
import type { Defined } from './commands/shared/act.ts';
import { letterKinds } from './domain/program/engagement.ts';
import { surveyKinds, surveyNames } from './domain/reports/surveys/survey-kinds.ts';

/** What two commands need of all the others. */
interface Whole {
  /** Every command with its options, for completion. */
  readonly tree: () => Promise<CommandTree>;
  /** Runs a line as if typed, for the demo. */
  readonly runLine: RunLine;
}

/** One command as `--help` lists it. */
export interface ListedCommand {
  /** As typed: one word, or the group's and its own. */
  readonly words: string;
  readonly summary: string;
  readonly load: (whole: Whole) => Promise<Defined>;
}

const rulingSummaries = {
  pin: 'put two people together in every run',
  block: 'keep two people apart in every run',
  unpin: 'take a pin back',
  unblock: 'take a block back',
} as const;

const letterSummaries = {
  introductions: 'letters that introduce new pairs to each other',
  reminders: 'letters to pairs that never met or went silent',
  'surveys-due': 'letters to people who have a survey to answer',
  waiting: 'letters to mentees who have no mentor yet, and why',
  thanks: 'letters to mentors at the end, and certificates of their hours',
} as const;

/** The commands in the order that `--help` shows; a word shared by several is a group. */
export const commands: readonly ListedCommand[] = [
  {
    words: 'demo',
    summary: 'run a sample program from end to end in a new folder, told on one screen',
    load: async ({ runLine }) => (await import('./commands/demo.ts')).demo(runLine),
  },
  {
    words: 'init',
    summary: 'set a program up: write mentorctl.yaml from a few questions, or from rosters',
    load: () => import('./commands/init/init.ts'),
  },
  {
    words: 'import',
    summary: 'take in people, outcomes, meetings, survey answers, goals or flags from files',
    load: () => import('./commands/importing/import.ts'),
  },
  {
    words: 'match',
    summary: 'propose pairs for a cohort, provably best under the rules',
    load: () => import('./commands/match/match.ts'),
  },
  { words: 'match list', summary: 'list the runs of a cohort', load: () => import('./commands/match/list.ts') },
  {
    words: 'match show',
    summary: 'show a run again',
    load: async () => (await import('./commands/match/show.ts')).show,
  },
  {
    words: 'match explain',
    summary: 'say why somebody has this mentor, these mentees, or none',
    load: () => import('./commands/match/explain.ts'),
  },
  {
    words: 'match compare',
    summary: 'put two runs, a saved run, or two sets of rules side by side',
    load: () => import('./commands/match/compare.ts'),
  },
  {
    words: 'match costs',
    summary: 'say which rule costs how many matches, alone and with another',
    load: () => import('./commands/match/costs.ts'),
  },
  {
    words: 'match alternatives',
    summary: 'find answers nearly as good as a run that differ most from it',
    load: () => import('./commands/match/alternatives.ts'),
  },
  {
    words: 'match verify',
    summary: 'prove a run again from what it kept',
    load: () => import('./commands/match/verify.ts'),
  },
  {
    words: 'match replay',
    summary: 'solve a run again from what it saw',
    load: async () => (await import('./commands/match/show.ts')).replay,
  },
  {
    words: 'match audit',
    summary: 'how a run treats groups of mentees, and what it would be without looking at them',
    load: () => import('./commands/match/audit.ts'),
  },
  { words: 'match discard', summary: 'put a draft aside', load: () => import('./commands/match/discard.ts') },
  {
    words: 'lottery',
    summary: 'draw places by lot when there are more mentees than places',
    load: () => import('./commands/lottery/lottery.ts'),
  },
  {
    words: 'lottery verify',
    summary: 'draw again from the record and compare',
    load: () => import('./commands/lottery/verify.ts'),
  },
  {
    words: 'lottery replay',
    summary: 'show who was drawn, drawn again from the record',
    load: () => import('./commands/lottery/replay.ts'),
  },
  {
    words: 'rematch',
    summary: 're-place who lost a mentor or came late, moving as few pairs as possible',
    load: () => import('./commands/rematch.ts'),
  },
  { words: 'pair list', summary: 'list the pairs of a cohort', load: () => import('./commands/pair/list.ts') },
  {
    words: 'pair explain',
    summary: 'say why two people fit, or why they were not paired',
    load: () => import('./commands/pair/explain.ts'),
  },
  {
    words: 'pair accept',
    summary: 'make the proposed pairs of a run real',
    load: () => import('./commands/pair/accept.ts'),
  },
  {
    words: 'pair review',
    summary: 'walk through the proposed pairs of a run, least sure first, and decide on each',
    load: () => import('./commands/pair/review.ts'),
  },
  {
    words: 'pair swap',
    summary: 'give a mentee of a draft another mentor, and see what that costs',
    load: () => import('./commands/pair/swap.ts'),
  },
  { words: 'pair decline', summary: 'turn a proposed pair down', load: () => import('./commands/pair/decline.ts') },
  { words: 'pair end', summary: 'end a pair, with its reason', load: () => import('./commands/pair/end.ts') },
  { words: 'pair void', summary: 'take out a pair made by mistake', load: () => import('./commands/pair/void.ts') },
  { words: 'pair reopen', summary: 'let an ended pair stand again', load: () => import('./commands/pair/reopen.ts') },
  ...(['pin', 'block', 'unpin', 'unblock'] as const).map((word) => ({
    words: `pair ${word}`,
    summary: rulingSummaries[word],
    load: async () => (await import('./commands/pair/rule.ts')).ruling(word),
  })),
  {
    words: 'export pairs',
    summary: 'write proposed pairs to a list that can be decided on and imported again',
    load: () => import('./commands/export/pairs.ts'),
  },
  { words: 'record meeting', summary: 'record that a pair met', load: () => import('./commands/record/meeting.ts') },
  {
    words: 'record outcome',
    summary: 'record a grade, a return or another outcome of a person',
    load: () => import('./commands/record/outcome.ts'),
  },
  {
    words: 'record survey',
    summary: "record a person's answers to a survey",
    load: () => import('./commands/record/survey.ts'),
  },
  {
    words: 'record goal',
    summary: 'set a goal, or note it reached',
    load: () => import('./commands/record/goal.ts'),
  },
  {
    words: 'record flag',
    summary: 'raise a flag about a person, resolve it, or list the open ones',
    load: () => import('./commands/record/flag.ts'),
  },
  { words: 'status', summary: 'say what needs attention today', load: () => import('./commands/status.ts') },
  {
    words: 'report retention',
    summary: 'who stayed, mentored and others, and what may be said of it',
    load: () => import('./commands/report/retention.ts'),
  },
  {
    words: 'report performance',
    summary: 'grades, credits and thresholds, mentored and others, and what may be said of them',
    load: () => import('./commands/report/performance.ts'),
  },
  {
    words: 'report leadership',
    summary: 'what mentors gave and took on, and how they see their own leading before and afterwards',
    load: () => import('./commands/report/leadership.ts'),
  },
  ...surveyNames.map((name) => ({
    words: `report ${name}`,
    summary: surveyKinds[name].summary,
    load: async () => (await import('./commands/report/survey.ts')).survey(name),
  })),
  {
    words: 'report brief',
    summary: 'another name of report program',
    load: () => import('./commands/report/program.ts'),
  },
  {
    words: 'report program',
    summary: 'how far people came from signing up to the end, how pairs lived, met and ended',
    load: () => import('./commands/report/program.ts'),
  },
  {
    words: 'report culture',
    summary: 'who comes back, who meets across levels and departments, who would recommend it',
    load: () => import('./commands/report/culture.ts'),
  },
  {
    words: 'report equity',
    summary: 'each group beside everybody else: who is paired, waits, meets, finishes',
    load: () => import('./commands/report/equity.ts'),
  },
  {
    words: 'report all',
    summary: 'every report of a cohort as one document',
    load: () => import('./commands/report/all.ts'),
  },
  ...letterKinds.map((kind) => ({
    words: `export ${kind}`,
    summary: letterSummaries[kind],
    load: async () => (await import('./commands/export/letters.ts')).letters(kind),
  })),
  {
    words: 'export people',
    summary: 'everybody of a cohort with their answers',
    load: () => import('./commands/export/people.ts'),
  },
  {
    words: 'export meetings',
    summary: 'every meeting of a cohort',
    load: () => import('./commands/export/meetings.ts'),
  },
  {
    words: 'export person',
    summary: 'all that is held on one person, for them to read',
    load: () => import('./commands/export/person.ts'),
  },
  {
    words: 'export survey-form',
    summary: 'a survey to print, or to paste into a form',
    load: () => import('./commands/export/survey-form.ts'),
  },
  {
    words: 'export everything',
    summary: 'all the program holds, to take elsewhere',
    load: () => import('./commands/export/everything.ts'),
  },
  {
    words: 'program check',
    summary: 'check the program file, and what its rules and criteria do to the people of a cohort',
    load: () => import('./commands/program/check.ts'),
  },
  {
    words: 'program schema',
    summary: 'the JSON Schema of the program file, for editors',
    load: () => import('./commands/program/schema.ts'),
  },
  { words: 'cohort list', summary: 'list the cohorts', load: () => import('./commands/cohort/list.ts') },
  { words: 'cohort add', summary: 'add a cohort, or set its dates', load: () => import('./commands/cohort/add.ts') },
  {
    words: 'cohort close',
    summary: 'end a cohort and the pairs that stand in it',
    load: () => import('./commands/cohort/close.ts'),
  },
  { words: 'person list', summary: 'list the people of a cohort', load: () => import('./commands/person/list.ts') },
  {
    words: 'person show',
    summary: 'everything known about one person',
    load: () => import('./commands/person/show.ts'),
  },
  {
    words: 'person add',
    summary: 'add one person to a cohort, without a file',
    load: () => import('./commands/person/add.ts'),
  },
  {
    words: 'person change',
    summary: "change one person's places, answers, name or address",
    load: () => import('./commands/person/change.ts'),
  },
  {
    words: 'person withdraw',
    summary: 'somebody takes no part any more: their pairs end',
    load: async () => (await import('./commands/person/withdraw.ts')).withdraw,
  },
  {
    words: 'person return',
    summary: 'somebody who withdrew takes part again',
    load: async () => (await import('./commands/person/withdraw.ts')).comeBack,
  },
  {
    words: 'person merge',
    summary: 'make one of two records of the same person',
    load: () => import('./commands/person/merge.ts'),
  },
  {
    words: 'person forget',
    summary: 'erase a person, from the audit trail too',
    load: () => import('./commands/person/forget.ts'),
  },
  {
    words: 'data check',
    summary: 'check program file and database, and show each setting with its origin',
    load: () => import('./commands/data/check.ts'),
  },
  {
    words: 'data backup',
    summary: 'copy the database to one file, checked',
    load: () => import('./commands/data/backup.ts'),
  },
  {
    words: 'data restore',
    summary: "put a copy in the database's place",
    load: () => import('./commands/data/restore.ts'),
  },
  {
    words: 'data encrypt',
    summary: 'let the database be read with a key alone, or change its key',
    load: () => import('./commands/data/encrypt.ts'),
  },
  {
    words: 'data decrypt',
    summary: 'let the database be read without a key again',
    load: () => import('./commands/data/decrypt.ts'),
  },
  { words: 'data log', summary: 'who changed what, newest first', load: () => import('./commands/data/log.ts') },
  { words: 'data undo', summary: 'take the last change back', load: () => import('./commands/data/undo.ts') },
  {
    words: 'completion',
    summary: 'completion for bash, zsh or fish',
    load: async ({ tree }) => (await import('./commands/completion.ts')).completion(tree),
  },
];

/** What the commands of a group are for. */
export const groups: Readonly<Record<string, string>> = {
  pair: 'look at and decide on pairs',
  record: 'record what happened',
  report: 'say honestly what the program brought',
  export: 'hand out lists and letters',
  program: 'look after the program file',
  cohort: 'look after cohorts',
  person: 'look after people',
  data: 'look after the data',
};
