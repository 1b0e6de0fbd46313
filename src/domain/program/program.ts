// The program file as a value: what a program calls things, who may be paired, what counts as a good pair, what is measured.
import type { CivilDate } from '../civil-date.ts';
import type { Keeping } from './keeping.ts';
import type { Engagement, LetterTemplate, MessageKind, Office, SurveyPlan } from './engagement.ts';

/**
 * What kind of answer a field holds.
 * set: several options of a list · category: one of a list · ordinal: one of a list with an order, low to high ·
 * number · yes-no · date · text: free words, never an option list.
 */
export type FieldType = 'set' | 'category' | 'ordinal' | 'number' | 'yes-no' | 'date' | 'text';

/** A question of the sign-up form. `headings` are the column headings that fill it, as exports have spelled them. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Known answers. For `ordinal` low to high. Empty for number, yes-no, date and text. */
  readonly options: readonly string[];
  readonly headings: readonly string[];
  /**
   * Whether letters may name it as something two people share; where nothing is said, it is not told. A text is how they say
   * it, e.g. `you both play {answer}`.
   */
  readonly tell?: boolean | string;
  /** Answers that leave it open besides the words that say so in any language; `blank`: no answer does. Empty: none does. */
  readonly any?: readonly string[];
  /** The lowest and the highest answer of a number that says how much something matters. */
  readonly scale?: readonly [number, number];
}

/** What one person answered: by field name. A gap is an absent key, never an empty string. */
export type FieldValues = Readonly<Record<string, FieldValue>>;
/** set -> array of options; number -> number; yes-no -> boolean; category, ordinal, text -> text; date -> `YYYY-MM-DD`. */
export type FieldValue = string | number | boolean | readonly string[];

/** What a column may be besides a field. `left-out`: the admin wants nothing of it. `group` is a study arm or a mentored yes/no; `exclusion` a reason to leave a person out of a rate; `start`, `end` and `known-to` the days of a person's own clock. */
export const columnTargets = [
  'id',
  'email',
  'name',
  'first-name',
  'last-name',
  'name-infix',
  'role',
  'mentor-yes-no',
  'mentee-yes-no',
  'capacity',
  'cohort',
  'answer-time',
  'group',
  'exclusion',
  'start',
  'end',
  'known-to',
  'measure',
  'when',
  'year',
  'value',
  'mentor',
  'mentee',
  'score',
  'rank',
  'person',
  'other',
  'decision',
  'reason',
  'date',
  'minutes',
  'hours',
  'from',
  'until',
  'mode',
  'topic',
  'notes',
  'wave',
  'instrument',
  'text',
  'raised-by',
  'resolved',
  'reached',
  'item',
  'subscale',
  'reverse',
  'left-out',
] as const;
export type ColumnTarget = (typeof columnTargets)[number];

/** What a word of a registrar or an employer says: where somebody is, why they are left out of a rate, or nothing (`none`). */
export const statusMeanings = [
  'stayed',
  'graduated',
  'transferred',
  'stopped out',
  'left by choice',
  'let go',
  'left',
  'deceased',
  'disabled',
  'armed forces',
  'foreign aid service',
  'church mission',
  'none',
] as const;
export type StatusMeaning = (typeof statusMeanings)[number];

/** The role a person has in a cohort. `none`: known (say, from a registrar's extract) but not taking part. */
export type Role = 'mentor' | 'mentee' | 'none';

/** Importance as the program file states it; `weightOf` turns words into numbers. */
export type Importance = 'essential' | 'high' | 'medium' | 'low' | number;

/** Compares a mentee's field with a mentor's; when both are the same field the file may say `field:`. */
export interface FieldPair {
  readonly mentee: string;
  readonly mentor: string;
}

/** Kinds of rules: a closed set, one record each in rule-kinds.ts. */
export type RuleKindName =
  | 'same'
  | 'differ'
  | 'share'
  | 'gap'
  | 'distance'
  | 'at-least'
  | 'at-most'
  | 'not-before'
  | 'pin'
  | 'block'
  | 'apart'
  | 'together'
  | 'balance';

/** Kinds of criteria: a closed set, one record each in criterion-kinds.ts. */
export type CriterionKindName = 'overlap' | 'same' | 'closeness' | 'ahead' | 'table' | 'text' | 'ranked' | 'scores';

/** A hard rule: it bars pairs. For pin and block the two sides are people, by id or e-mail. */
export interface Rule extends FieldPair {
  readonly kind: RuleKindName;
  /** share: how many in common; gap, at-least, at-most, distance: the number. */
  readonly least?: number;
  readonly most?: number;
  /** apart, together: these people, by id or e-mail, instead of those whom a field ties to one another. */
  readonly people?: readonly string[];
  /** balance: the answer whose share among a mentor's mentees is bounded. */
  readonly value?: string;
  /** common-time: the field in which both say what time zone they are in. */
  readonly zone?: string;
}

/** A weighted criterion: it scores pairs. */
export interface Criterion extends FieldPair {
  readonly kind: CriterionKindName;
  readonly importance: Importance;
  /** closeness and ahead: the distance at which nothing is left; ahead: the ideal lead in `ideal`. */
  readonly range?: number;
  readonly ideal?: number;
  /** table: mentee's value -> mentor's value -> share 0..1. */
  readonly table?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** ranked: whose choices count; both where nothing is said. */
  readonly side?: 'mentee' | 'mentor' | 'both';
  /** ranked: fields that name further choices, after the one in `mentee`. */
  readonly then?: readonly string[];
  /** The field in which a mentee says how much this matters to her: it scales the importance. */
  readonly scaledBy?: string;
}

export type MeasureKind = 'retention' | 'yes-no' | 'number';

/** Something recorded about a person after the start (or before it, `baseline`). */
export interface Measure {
  readonly name: string;
  readonly kind: MeasureKind;
  readonly headings: readonly string[];
  /** When it was observed: a checkpoint or term label, e.g. `fall 2026`. */
  readonly when?: string;
  /** Retention only: the checkpoint that says who was there at the start. */
  readonly start?: boolean;
  /** Retention only: what a bare yes says. Without it the words over the column decide. */
  readonly yesMeans?: 'stayed' | 'left';
  readonly baseline?: boolean;
  /** The baseline measure in the same unit, for the change since then. */
  readonly before?: string;
  /** The measure this one is a part of, e.g. credits attempted for credits earned: reported as so many of 100. */
  readonly of?: string;
  /** What people did with the offer (signed up, met an adviser): never an outcome. */
  readonly participation?: boolean;
  readonly higherIs: 'better' | 'worse';
  readonly primary?: boolean;
  /** The smallest difference the program called important, in the measure's own unit (points for yes-no and retention). */
  readonly meaningful?: number;
}

/** Group mentoring. `who`: the mentors' field that says who leads a circle, or how few hers may have; absent: all of them. */
export interface CirclePlan {
  readonly least: number;
  readonly most: number;
  readonly who?: string;
  /** The mentors' field that names whom they lead their circle with. */
  readonly coMentor?: string;
}

/** Mentees with two mentors. `who`: the mentees' yes-no field that says who wants a second; absent: everybody with one. */
export interface SecondMentorPlan {
  /** The mentors' field in which the two must not be alike. */
  readonly differ?: string;
  readonly who?: string;
}

export interface CohortPlan {
  readonly name: string;
  readonly starts?: CivilDate;
  readonly ends?: CivilDate;
  readonly matchBy?: CivilDate;
}

/** How people came into the mentored group; the verb of every claim follows from it. */
export type CameBy = 'lottery' | 'wait-list' | 'staff' | 'self-chosen';

/** Mentees who gave one of these answers. */
export interface PriorityTier {
  readonly field: string;
  readonly is: readonly string[];
}

/** Study groups: which group labels count as mentored, which is the comparison, and how people came into them. */
export interface GroupPlan {
  readonly mentored: readonly string[];
  readonly comparison: readonly string[];
  readonly cameBy: CameBy;
  /** What reports call a label: `ssp` -> peer advising. */
  readonly names: Readonly<Record<string, string>>;
}

/** What mentoring one person takes. */
export interface CostPlan {
  readonly money?: number;
  readonly hours?: number;
  readonly currency?: string;
}

/** What reports show and allow for. */
export interface ReportPlan {
  readonly minCell: number;
  /** Fields and baseline measures to allow for; undefined: every baseline measure. */
  readonly adjustFor?: readonly string[];
  /** Fields within which rates are compared (Mantel-Haenszel). */
  readonly strata: readonly string[];
  /** Robust errors of models; HC2 unless said. */
  readonly errors?: 'HC1' | 'HC2' | 'HC3';
  /** Measures analysed on the people who have all of them. */
  readonly samePeople: readonly string[];
  /** What the program set out to reach: shares of its mentees in percent. */
  readonly targets: Readonly<
    Partial<Record<'eligible' | 'matched' | 'first-meeting' | 'three-meetings' | 'finished', number>>
  >;
  /** The field that says how people came to hear of the program. */
  readonly source?: string;
  /** Every outcome is that of the people of whom all of these are known. */
  readonly among: readonly string[];
  /** Days from the start of a pair in which meetings are counted for what came after. */
  readonly earlyDays: number;
  /** A date field, or a measure in days since the cohort's start: when people left. */
  readonly leftOn?: string;
  /** Up to which day meetings, pairs, goals and flags are counted, instead of today. */
  readonly asOf?: CivilDate;
  /** What the office calls who is still here, as it follows "being": `still enrolled`, `retained`. */
  readonly retained?: string;
}

export interface Program extends Keeping {
  readonly name: string;
  readonly capacity: {
    readonly standard: number;
    readonly maximum: number;
    readonly words: Readonly<Record<string, number>>;
    /** cohort: a mentor's places are counted in each cohort by itself; else once, over all that are open. */
    readonly per?: 'cohort';
  };
  readonly dates?: 'dmy' | 'mdy';
  /** Headings seen before, by what the column is. */
  readonly headings: Readonly<Partial<Record<ColumnTarget, readonly string[]>>>;
  /** Words a role column may hold, folded to lower case. */
  readonly roles: Readonly<Record<string, 'mentor' | 'mentee' | 'both' | 'none'>>;
  /** Words for where somebody was at a checkpoint, folded to lower case, before those that everybody knows. */
  readonly statuses: Readonly<Record<string, StatusMeaning>>;
  /** What a letter grade is worth, in capitals; the usual scale of 4.0 where nothing is said. */
  readonly grades: Readonly<Record<string, number>>;
  readonly fields: readonly Field[];
  readonly rules: readonly Rule[];
  readonly criteria: readonly Criterion[];
  readonly matching: {
    readonly objective: 'coverage' | 'quality';
    /** 0..1000; below it no pair is made under `quality`. */
    readonly minScore: number;
    readonly spread: boolean;
    /** best: the highest worst fit that still places as many, then the total. */
    readonly floor?: 'best';
    /** stable: by the lists people gave, so that no two would both rather have each other. */
    readonly method?: 'stable';
    /** Under `stable`: who is not on a list that somebody gave is acceptable all the same, after those who are. */
    readonly unlisted?: 'acceptable';
    /** Among the answers that place as many: the highest lowest fit, then the next lowest, and so on. */
    readonly fair?: true;
    /** Among the answers that place as many: as many first choices of mentees, then second, and so on. */
    readonly firstChoices?: true;
    /** Mentees beyond this many with one mentor cost more: a number for all, or the mentors' field that says it. */
    readonly softCap?: number | string;
    /** Tiers of mentees who are placed first, the first of them before all; who is in none comes last. */
    readonly priority?: readonly PriorityTier[];
    /** Pairs of earlier cohorts that parted well may be made again, and count more. */
    readonly preferPrevious: boolean;
    readonly seed: number;
    /** Mentees may be pinned beyond a mentor's places. Never in the file; runs keep it. */
    readonly over?: true;
    /** second: a run of second mentors, for those who have one. Never in the file; runs keep it. */
    readonly layer?: 'second';
  };
  readonly secondMentor?: SecondMentorPlan;
  readonly circles?: CirclePlan;
  readonly cohorts: readonly CohortPlan[];
  readonly groups: GroupPlan;
  readonly measures: readonly Measure[];
  readonly reports: ReportPlan;
  readonly costs?: CostPlan;
  readonly engagement: Engagement;
  readonly office: Office;
  readonly surveys: readonly SurveyPlan[];
  /** The program's own letters, instead of the standard ones. */
  readonly messages: Readonly<Partial<Record<MessageKind, LetterTemplate>>>;
}
