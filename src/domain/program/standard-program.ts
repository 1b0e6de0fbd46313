// What holds where the program file is silent. Sources: docs/defaults.md.
import { standardEngagement } from './engagement.ts';
import type { Program } from './program.ts';

/** What holds where mentorctl.yaml is silent, or is not there yet. */
export const standardProgram: Program = {
  name: 'Peer mentoring',
  capacity: { standard: 1, maximum: 8, words: {} },
  headings: {},
  roles: {},
  statuses: {},
  grades: {},
  fields: [],
  rules: [],
  criteria: [],
  matching: { objective: 'coverage', minScore: 0, spread: true, preferPrevious: false, seed: 1 },
  cohorts: [],
  groups: { mentored: [], comparison: [], cameBy: 'self-chosen', names: {} },
  measures: [],
  reports: { minCell: 10, earlyDays: 42, strata: [], samePeople: [], among: [], targets: {} },
  engagement: standardEngagement,
  office: {},
  surveys: [],
  messages: {},
};
