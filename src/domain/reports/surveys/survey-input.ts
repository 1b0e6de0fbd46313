// What a report on a survey is made of, and what each of its sections hands back.
import type { StartField } from '../../outcomes/start-differences.ts';
import type { UnequalClock } from '../claim.ts';
import type { Instrument } from '../../instruments/instrument.ts';
import type { Category, Covariate, Dataset, Numbers, Several } from '../../outcomes/dataset.ts';
import type { Resolved } from '../../surveys/resolve-survey.ts';
import type { ComparedWaves } from '../../surveys/survey-people.ts';
import type { SurveyWave } from '../../surveys/survey-wave.ts';
import type { Provenance } from '../json-document.ts';
import type { Block, Finding } from '../../report/report.ts';

export interface SurveyInput {
  /** Names the schema: `leadership` -> mentorctl/report-leadership@1. */
  readonly name: string;
  readonly title: string;
  /** What it is about, after "What this can and cannot show:". */
  readonly about: string;
  /** Whom it asks: mentors. */
  readonly who: string;
  readonly cohort: string;
  /** Undefined where nobody answered. */
  readonly resolved: Resolved | undefined;
  /** What is to be asked, where nobody answered. */
  readonly toAsk: Instrument | undefined;
  /** Those it is about stand first, with the comparison last where there is one; people in no group are in nothing. */
  readonly data: Dataset;
  /** Known at the start besides the score before, to allow for. */
  readonly baselines: readonly Covariate[];
  /** Everything known of people from before, where more is known than what is allowed for. */
  readonly onFile?: readonly StartField[];
  /** Why a comparison is on an unequal clock, if it is. */
  readonly clock: UnequalClock | undefined;
  /** Known of people whether they answered or not. */
  readonly traits: readonly Numbers[];
  readonly by: Category | Several | undefined;
  readonly minCell: number;
  readonly technical: boolean;
  /** What only this report has: said first, and shown before the answers. */
  readonly own: Section;
  /** The command that brings the answers in, `--wave` and all but the wave. */
  readonly importing: string;
  readonly provenance: Provenance;
}

export interface Answered {
  readonly input: SurveyInput;
  readonly resolved: Resolved;
  readonly waves: ComparedWaves;
}

export interface AnsweredTwice extends Answered {
  readonly before: SurveyWave;
  readonly after: SurveyWave;
}

/** Part of a report: what is said first, then remarks, then tables and figures. */
export interface Section {
  /** Findings whose sentences stand at the top. */
  readonly told: readonly Finding[];
  readonly cautions: readonly string[];
  readonly blocks: readonly Block[];
  /** Findings that are in the document alone; the tables have them for readers. */
  readonly findings: readonly Finding[];
  readonly method: readonly string[];
}

export const noSection: Section = { told: [], cautions: [], blocks: [], findings: [], method: [] };

/** A finding that compares nothing: counts or an average, said as they are. */
export function described(id: string, measure: string, sentence: string, groups: Finding['groups'] = []): Finding {
  const n = groups.reduce((sum, group) => sum + group.known, 0);
  return {
    id,
    measure,
    groups,
    estimate: null,
    low: null,
    high: null,
    n,
    missing: 0,
    method: 'counts',
    detectable: null,
    verdict: 'described',
    sentence,
    cautions: [],
  };
}
