// report leadership: what mentors gave, what they took on, and how they see their own leading before and afterwards.
import type { Instrument } from '../../instruments/instrument.ts';
import type { Category, Dataset, Grouping, Several } from '../../outcomes/dataset.ts';
import type { Resolved } from '../../surveys/resolve-survey.ts';
import { givenSection, type Given } from './leadership-given.ts';
import { rolesSection, type Taken } from './leadership-roles.ts';
import type { Provenance } from '../json-document.ts';
import type { Report } from '../../report/report.ts';
import { noSection } from './survey-input.ts';
import { surveyReport } from './survey-report.ts';

export interface LeadershipInput {
  readonly cohort: string;
  /** Rows are people: mentors who have, or had, a mentee, then others who answered. */
  readonly groups: Grouping;
  readonly given: Given;
  readonly taken: readonly Taken[];
  /** Why nobody is compared with, where somebody was asked for. */
  readonly noComparison: string | undefined;
  readonly resolved: Resolved | undefined;
  readonly toAsk: Instrument | undefined;
  readonly by: Category | Several | undefined;
  readonly importing: string;
  readonly minCell: number;
  readonly technical: boolean;
  readonly provenance: Provenance;
}

export function leadershipReport(input: LeadershipInput): Report {
  const { groups, given, minCell } = input;
  const data: Dataset = {
    size: groups.codes.length,
    groups,
    mentor: new Int32Array(groups.codes.length),
    block: undefined,
    observed: [],
    statuses: [],
    covariates: new Map(),
  };
  const gave = givenSection(given, groups, minCell);
  const took = rolesSection(input.taken, groups, minCell);
  return surveyReport({
    ...input,
    name: 'leadership',
    title: 'Leadership',
    about: 'what mentors gave and how they see their own leading',
    who: 'mentors',
    data,
    baselines: [],
    clock: undefined,
    traits: [
      { kind: 'number', name: 'meetings held', values: given.meetings },
      { kind: 'number', name: 'hours in meetings', values: given.minutes.map((minutes) => minutes / 60) },
    ],
    own: {
      ...noSection,
      told: [...gave.told, ...took.told],
      cautions: [...(input.noComparison === undefined ? [] : [input.noComparison])],
      blocks: [...gave.blocks, ...took.blocks],
      method: [...gave.method, ...took.method],
    },
  });
}
