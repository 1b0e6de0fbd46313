// The reports of a cohort as values, for documents that are made of several.
import { Failure } from '../../domain/failure.ts';
import type { Chapter } from '../../domain/reports/program-input.ts';
import { surveyNames } from '../../domain/reports/surveys/survey-kinds.ts';
import type { Context } from '../shared/context.ts';
import { runLeadership } from './leadership.ts';
import { runPerformance } from './performance.ts';
import { runRetention } from './retention.ts';
import { runSurveyReport } from './survey.ts';

/** What every chapter is asked for. */
export interface Asked {
  readonly cohort: string;
  readonly technical: boolean;
  readonly forOwnEyes: boolean;
}

export type Made = readonly [name: string, run: (own: Context) => Promise<void>];

export interface Chapters {
  readonly made: readonly Chapter[];
  /** Those that cannot be made, and why. */
  readonly left: readonly { readonly name: string; readonly why: string }[];
}

/** What came of the program: outcomes, then surveys. */
export function outcomeChapters(asked: Asked): Made[] {
  return [
    ['retention', (own) => runRetention({ ...asked }, own)],
    ['performance', (own) => runPerformance({ ...asked }, own)],
    ...surveyNames.map((survey): Made => [
      survey,
      (own) => runSurveyReport(survey, { ...asked, instrument: survey }, own),
    ]),
    ['leadership', (own) => runLeadership({ ...asked, instrument: 'leadership' }, own)],
  ];
}

/** Runs each with what it shows kept as a value. */
export async function chaptersOf(wanted: readonly Made[], context: Context): Promise<Chapters> {
  const made: Chapter[] = [];
  const left: { readonly name: string; readonly why: string }[] = [];
  const told = new Set<string>();
  // What several chapters remark is said once.
  const note = (text: string): void => {
    if (!told.has(text)) context.note(text);
    told.add(text);
  };
  for (const [name, run] of wanted) {
    const own: Context = {
      ...context,
      note,
      show: (report) => {
        made.push({ name, report });
        return Promise.resolve();
      },
    };
    try {
      await run(own);
    } catch (error) {
      // One that cannot be made must not keep the others back, and is not passed over either.
      if (!(error instanceof Failure)) throw error;
      left.push({ name, why: error.message });
    }
  }
  return { made, left };
}
