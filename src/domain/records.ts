// What a program keeps, as everybody but the store sees it. People are named by their numbers; days are YYYY-MM-DD, instants UTC text.

/** Days are null where nobody said one. */
export interface Cohort {
  readonly id: number;
  readonly name: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly matchBy: string | null;
  readonly closedOn: string | null;
}

export interface Pair {
  readonly id: number;
  readonly cohortId: number;
  readonly mentorId: number;
  readonly menteeId: number;
  /** The run that proposed it; null for one that was made by hand or came in by a file. */
  readonly runId: number | null;
  /** 0 to 1000. */
  readonly score: number | null;
  readonly status: 'active' | 'ended' | 'declined' | 'void';
  readonly started: string;
  readonly ended: string | null;
  /** A closure reason's name, or words. */
  readonly reason: string | null;
  readonly endedBy: string | null;
  readonly neverAgain: boolean;
}

/** A coordinator's word on two people: `pin` puts them together, `block` keeps them apart. Null cohort: in every cohort. */
export interface Ruling {
  readonly id: number;
  readonly cohortId: number | null;
  readonly mentorId: number;
  readonly menteeId: number;
  readonly kind: 'pin' | 'block';
  readonly note: string | null;
}

/** A matching run as it is kept. */
export interface KeptRun {
  readonly id: number;
  readonly cohortId: number;
  readonly at: string;
  readonly status: 'draft' | 'accepted' | 'discarded';
  readonly programText: string;
  readonly programHash: string;
  readonly rosterHash: string;
  readonly seed: number;
  readonly version: string;
  /** JSON: {name, objective, placed, total, floor, ...} */
  readonly objective: string;
  readonly certificate: string;
  /** What the solver saw, as JSON: see snapshot.ts. */
  readonly snapshot: string;
}

export interface Lottery {
  readonly id: number;
  readonly cohortId: number;
  readonly at: string;
  readonly places: number;
  readonly seed: number;
  readonly version: string;
  /** Names of the fields that made the strata, as a JSON list. */
  readonly strata: string;
}

export interface Meeting {
  readonly mentorId: number;
  readonly menteeId: number;
  readonly day: string;
  readonly minutes: number | null;
  readonly mode: string | null;
  readonly topic: string | null;
  readonly notes: string | null;
  readonly reflection: string | null;
}

/** (person, measure, when) -> a number (yes/no as 1/0) or a status word. */
export interface Observation {
  readonly personId: number;
  readonly measure: string;
  readonly observed: string;
  readonly number: number | null;
  readonly status: string | null;
}

export interface SurveyAnswer {
  readonly personId: number;
  readonly instrument: string;
  readonly wave: string;
  readonly item: string;
  readonly answer: number;
  /** Of the instrument, where it is one of the admin's own; null where nothing is known of it. */
  readonly version: string | null;
}

export interface Goal {
  readonly personId: number;
  readonly goal: string;
  readonly setOn: string;
  readonly reachedOn: string | null;
}

export interface Flag {
  readonly personId: number;
  readonly about: string;
  readonly raisedOn: string;
  readonly raisedBy: string | null;
  readonly resolvedOn: string | null;
  /** What was done about it. */
  readonly resolution: string | null;
}

/** The person names the other one as choice 1, 2, ... */
export interface Choice {
  readonly personId: number;
  readonly otherId: number;
  readonly choice: number;
}

/** The admin's own score of two people, in the admin's own unit. */
export interface StatedScore {
  readonly mentorId: number;
  readonly menteeId: number;
  readonly score: number;
}

/** Records about people of a cohort that files bring and commands add, by what they are called. */
export interface Records {
  readonly meeting: Meeting;
  readonly observation: Observation;
  readonly answer: SurveyAnswer;
  readonly goal: Goal;
  readonly flag: Flag;
  readonly choice: Choice;
  readonly score: StatedScore;
}
