// A report as a value: what every command shows, before any medium writes it. Renderers turn it into bytes; they decide nothing.

/** What a table cell *is*, so that each medium can write it its own way. Numbers are full precision; rates are shares 0..1. */
export type Cell =
  /** `read`: for reading, where people say it otherwise than a file names it. */
  | { readonly kind: 'text'; readonly text: string; readonly read?: string }
  | { readonly kind: 'count'; readonly value: number }
  /** `below`: so small that it is read as less than this. */
  | { readonly kind: 'number'; readonly value: number; readonly digits: number; readonly below?: number }
  | { readonly kind: 'share'; readonly value: number; readonly bound?: 'more-than' | 'less-than' }
  | {
      readonly kind: 'interval';
      readonly low: number;
      readonly high: number;
      readonly as: 'share' | 'points' | 'number';
      readonly digits?: number;
    }
  | {
      readonly kind: 'estimate';
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly as: 'share' | 'points' | 'number';
      readonly digits?: number;
    }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'person'; readonly id: string; readonly name?: string }
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'suppressed'; readonly why: string };

export interface Column {
  readonly id: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Long texts: gives way first where room is short, and goes on over several lines instead of being cut. */
  readonly wrap?: boolean;
  /** Rows that follow each other and share it are about the same thing: text shows it in the first of them only. */
  readonly once?: true;
  /**
   * Names of the csv columns where one cell becomes several: of a range value, low and high, or low and high alone; of a
   * person id and name.
   */
  readonly csv?: readonly string[];
}

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** One line under the table: what was left out, how to read it. */
  readonly note?: string;
}

/** 0 description, 1 change, 2 comparison, 3 adjusted comparison, 4 lottery. Computed, never chosen. */
export interface Claim {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly name: 'description' | 'change' | 'comparison' | 'adjusted comparison' | 'lottery';
  readonly because: readonly string[];
}

export interface FindingGroup {
  readonly label: string;
  readonly n: number;
  readonly known: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One measured thing with its range and what may be said of it. */
export interface Finding {
  readonly id: string;
  readonly measure: string;
  /** The people it is about, where not everybody: a field's answer, e.g. `gender F`. */
  readonly among?: string;
  readonly groups: readonly FindingGroup[];
  /** Of the values and the estimate; unsaid where nothing is compared. */
  readonly unit?: 'share' | 'number';
  /** Shares 0..1 for yes/no (a difference of 0.05 is 5 points), else the measure's own unit. Null where hidden. */
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly missing: number;
  readonly method: string;
  /** The smallest difference these numbers would have shown (80 % of the time, at 5 %), in the unit of `estimate`. */
  readonly detectable: number | null;
  readonly verdict:
    'clearly-higher' | 'clearly-lower' | 'higher-one-of-many' | 'lower-one-of-many' | 'cannot-tell' | 'described';
  readonly sentence: string;
  readonly cautions: readonly string[];
  /** Under --technical only. */
  readonly test?: {
    readonly name: string;
    readonly se: number | null;
    readonly df: number | null;
    readonly p: number;
    readonly pAdjusted: number | null;
    readonly adjustedBy: string;
  };
}

/** Values with their ranges on one line each: rates, differences (a forest), how the groups started. */
export interface IntervalFigure {
  readonly id: string;
  readonly kind: 'intervals';
  readonly title: string;
  readonly unit: 'share' | 'points' | 'sd' | 'number';
  /** For numbers: digits after the point. */
  readonly digits?: number;
  /** Lines across: 0 for a difference, the bands of a start. */
  readonly marks: readonly number[];
  /** `low` and `high` equal `value` where there is no range. */
  readonly rows: readonly {
    readonly label: string;
    /** The label in two, where rows of one outcome stand together: the outcome and the group. */
    readonly parts?: readonly [string, string];
    readonly value: number;
    readonly low: number;
    readonly high: number;
    /** The same once something was done, beside it with a mark of its own (a love plot). */
    readonly then?: number;
  }[];
  /** What `value` and `then` are, where rows have both. */
  readonly marked?: readonly [string, string];
}

/** Shares still there over time, one curve a group, drawn while enough people are at risk in every group. */
export interface SurvivalFigure {
  readonly id: string;
  readonly kind: 'survival';
  readonly title: string;
  /** What times count where not days. */
  readonly unit?: 'day' | 'week' | 'month' | 'year';
  readonly until: number;
  readonly groups: readonly {
    readonly label: string;
    readonly steps: readonly {
      readonly at: number;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    }[];
    readonly atRisk: readonly { readonly at: number; readonly n: number }[];
  }[];
}

/** A value at each of several times, one line a group: a trend over cohorts, grades term by term, before and after. */
export interface LinesFigure {
  readonly id: string;
  readonly kind: 'lines';
  readonly title: string;
  readonly unit: 'share' | 'number';
  /** For numbers: digits after the point. */
  readonly digits?: number;
  /** What stands under the axis, in order. */
  readonly times: readonly string[];
  readonly groups: readonly {
    readonly label: string;
    /** One a time; undefined where it is hidden or not known. `low` and `high` equal `value` where there is no range. */
    readonly points: readonly ({ readonly value: number; readonly low: number; readonly high: number } | undefined)[];
  }[];
}

/** Counts or shares as bars, one below the other: a funnel, a histogram, answers from one end of a scale to the other. */
export interface BarsFigure {
  readonly id: string;
  readonly kind: 'bars';
  readonly title: string;
  readonly unit: 'count' | 'share';
  /** Parts of a bar are told apart where there are several: their names, in order. */
  readonly parts: readonly string[];
  /** Parts up to this many stand left of the middle: for answers that disagree; 1.5: half of the second stands on either side. */
  readonly left?: number;
  /** `values`: one a part; undefined where hidden. */
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | undefined)[] }[];
}

/** Boxes from top to bottom, and beside each what left there (CONSORT 2010). One column a group after the first ones. */
export interface FlowFigure {
  readonly id: string;
  readonly kind: 'flow';
  readonly title: string;
  /** `n` undefined where it is hidden. */
  readonly stages: readonly {
    readonly label: string;
    /** One for everybody, or one a group. */
    readonly boxes: readonly { readonly group?: string; readonly n: number | undefined }[];
    readonly left: readonly { readonly why: string; readonly group?: string; readonly n: number | undefined }[];
  }[];
}

/** Who waits for whom: boxes on two sides, and lines between those that go together. */
export interface LinksFigure {
  readonly id: string;
  readonly kind: 'links';
  readonly title: string;
  readonly sides: readonly [string, string];
  readonly left: readonly { readonly label: string; readonly n: number }[];
  readonly right: readonly { readonly label: string; readonly n: number }[];
  /** Positions in `left` and `right`. */
  readonly links: readonly (readonly [number, number])[];
}

/** Data and a kind; each medium draws it its own way. */
export type Figure = IntervalFigure | SurvivalFigure | LinesFigure | BarsFigure | FlowFigure | LinksFigure;

export type Block =
  /** `level` 2: within a chapter of a document that has several; else 1. */
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'table'; readonly table: Table }
  /** `aside`: a table beside it says the same, and a terminal goes without. */
  | { readonly kind: 'figure'; readonly figure: Figure; readonly aside?: true }
  | { readonly kind: 'caution'; readonly text: string }
  | { readonly kind: 'next'; readonly text: string; readonly command: string };

/**
 * The one value every renderer takes. `schema` e.g. `mentorctl/people@1`. `json` is the promised document without its
 * schema; text is drawn from `blocks`; csv is `csv` where text leaves that table out, else the table named `csvTable`, or the
 * only one.
 */
export interface Report {
  readonly schema: string;
  readonly title?: string;
  readonly blocks: readonly Block[];
  /** It is for one sheet of paper: where there are pages, it is set to fit. */
  readonly onePage?: true;
  /** Each heading begins something that goes its own way: on paper a sheet of its own. */
  readonly apart?: true;
  readonly json: Readonly<Record<string, unknown>>;
  readonly csvTable?: string;
  readonly csv?: Table;
  /** Stands on every page, sheet, drawing and row that this becomes: no part may go about without it. */
  readonly everywhere?: string;
}
