// Whole reports on programs without effect: what their sentences claim, over all outcomes of a report together.
import type { Chance } from '../../src/domain/chance.ts';
import type { Dataset } from '../../src/domain/outcomes/dataset.ts';
import type { Comparison, Outcome } from '../../src/domain/reports/comparison.ts';
import { compareMeans } from '../../src/domain/reports/compare-means.ts';
import { compareShares } from '../../src/domain/reports/compare-shares.ts';
import { judge } from '../../src/domain/reports/judge.ts';
import type { Claim, Finding } from '../../src/domain/report/report.ts';
import { normal, repeat, type Draw, type Scenario } from './scenario.ts';

const size = 220;
const mentored = 100;

/** Words by which a sentence says that there is a difference. */
const says = (finding: Finding): boolean => /\b(raised|lowered|clearly)\b/.test(finding.sentence);

const lottery: Claim = { level: 4, name: 'lottery', because: [] };

/**
 * 100 people with so many mentors, whose luck they share, and 120 without; what they bring along shows in every outcome. Of
 * `outcomes`, every other is yes/no; the first is the one named beforehand. `uneven`: the first mentor has half of all.
 */
function program(
  chance: Chance,
  outcomes: number,
  mentors: number,
  uneven: boolean,
): { data: Dataset; outcomes: Outcome[]; counts: Uint8Array } {
  const mentorOf = (i: number): number => (uneven && i % 2 === 0 ? 1 : 1 + (i % mentors));
  const start = Float64Array.from({ length: size }, () => normal(chance));
  const luck = repeat(mentors, () => 0.4 * normal(chance));
  const mentor = Int32Array.from({ length: size }, (_, i) => (i < mentored ? mentorOf(i) : 0));
  const level = start.map((value, i) => 0.6 * value + (luck[(mentor[i] ?? 0) - 1] ?? 0.4 * normal(chance)));
  const values = (k: number): Float64Array =>
    level.map((value) => {
      const score = value + 0.7 * normal(chance);
      return k % 2 === 0 ? score : score > -0.8 ? 1 : 0;
    });
  return {
    data: {
      size,
      groups: {
        labels: ['mentored', 'not mentored'],
        mentored: 1,
        codes: mentor.map((own) => (own > 0 ? 0 : 1)),
        cameBy: 'lottery',
        source: 'simulated',
        byPair: false,
      },
      mentor,
      block: undefined,
      observed: [],
      statuses: [],
      covariates: new Map([['start', { kind: 'number', name: 'start', values: start }]]),
    },
    outcomes: repeat(outcomes, (k) => ({
      id: `outcome-${k}`,
      label: `outcome ${k}`,
      kind: k % 2 === 0 ? ('number' as const) : ('yes-no' as const),
      values: values(k),
      higherIs: 'better' as const,
      primary: k === 0,
      meaningful: undefined,
    })),
    counts: new Uint8Array(size).fill(1),
  };
}

const report =
  (outcomes: number, family: 'holm' | 'explore', mentors = 30, uneven = false) =>
  (chance: Chance): Draw => {
    const { data, counts, outcomes: all } = program(chance, outcomes, mentors, uneven);
    const covariates = [...data.covariates.values()];
    const comparisons = all.flatMap((outcome): readonly Comparison[] => {
      const input = { data, outcome, counts, minCell: 10, hide: [false, false] };
      return outcome.kind === 'yes-no'
        ? compareShares(input)
        : compareMeans({ ...input, covariates, errors: undefined }).comparisons;
    });
    const findings = judge(comparisons, { claimFor: () => lottery, technical: false, family, cautions: [] });
    return { claimed: findings.some(says) };
  };

export const reportScenarios: readonly Scenario[] = [
  { name: 'one outcome', draw: report(1, 'holm') },
  { name: 'twelve outcomes, one of them named beforehand', draw: report(12, 'holm') },
  { name: 'twelve exploratory comparisons', draw: report(12, 'explore') },
  { name: 'one outcome, 2 mentors have all mentees', draw: report(1, 'holm', 2) },
  { name: 'one outcome, 3 mentors', draw: report(1, 'holm', 3) },
  { name: 'one outcome, 5 mentors', draw: report(1, 'holm', 5) },
  { name: 'one outcome, 8 mentors', draw: report(1, 'holm', 8) },
  { name: 'one outcome, 8 mentors of whom one has half', draw: report(1, 'holm', 8, true) },
  { name: 'twelve outcomes, 8 mentors', draw: report(12, 'holm', 8) },
];
