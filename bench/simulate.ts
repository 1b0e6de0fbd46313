// Programs without any effect, simulated: how often a difference is claimed (at most 5 %) and ranges hold the truth (95 %).
import { seededChance } from '../src/domain/chance.ts';
import { changeScenarios } from './simulated/change.ts';
import { clockScenarios } from './simulated/clock.ts';
import { comparisonScenarios } from './simulated/comparisons.ts';
import { unevenScenarios } from './simulated/uneven-data.ts';
import { reportScenarios } from './simulated/whole-reports.ts';
import { kernelScenarios } from './simulated/intervals.ts';
import type { Scenario } from './simulated/scenario.ts';

// npm run bench -- simulate [RUNS] [SEED] [WORDS]: the same runs and seed print the same table, or the rows with WORDS in their name.
// Ends with 1 if a method misses.
const runs = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 20261124);
const words = process.argv[4] ?? '';

const widths = [76, 9, 9, 10];
const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 9))).join('');
const percent = (count: number, of: number): string => (of === 0 ? '-' : `${((100 * count) / of).toFixed(1)} %`);

// Three standard errors of a share of 5 % seen in so many runs.
const slack = (of: number): number => 3 * Math.sqrt((0.05 * 0.95) / of);

let missed = 0;
const groups: readonly (readonly [string, readonly Scenario[]])[] = [
  ['Whole reports: any sentence that claims (no effect)', reportScenarios],
  ['Whole reports on data as they are (no effect)', unevenScenarios],
  ['Same clock (no effect)', clockScenarios],
  ['Comparisons (no effect)', comparisonScenarios],
  ['Change (no effect)', changeScenarios],
  ['Ranges around a known truth', kernelScenarios],
];
console.log(`${runs} runs each, seed ${seed}; "trap": what the reports do not do, shown beside what they do\n`);
for (const [title, scenarios] of groups) {
  console.log(line([title, 'claims', 'covers', 'verdict']));
  for (const [index, { name, trap, draw }] of scenarios.entries()) {
    if (!name.includes(words)) continue;
    const chance = seededChance(seed + index);
    let [claims, judged, covers, ranges] = [0, 0, 0, 0];
    const shares = [0, 0];
    for (let run = 0; run < runs; run++) {
      const { claimed, low, high, truth = 0, rates } = draw(chance);
      rates?.forEach((rate, side) => (shares[side] = (shares[side] ?? 0) + rate / runs));
      const byRange = low !== undefined && high !== undefined ? low > 0 || high < 0 : undefined;
      const claim = claimed ?? (truth === 0 ? byRange : undefined);
      if (claim !== undefined) judged++;
      if (claim === true) claims++;
      if (low === undefined || high === undefined) continue;
      ranges++;
      if (low <= truth && truth <= high) covers++;
    }
    const tooMany = judged > 0 && claims / judged > 0.05 + slack(judged);
    const tooNarrow = ranges > 0 && covers / ranges < 0.95 - slack(ranges);
    const wrong = tooMany || tooNarrow;
    if (wrong && trap !== true) missed++;
    const verdict = trap === true ? (wrong ? 'trap' : 'harmless') : wrong ? 'MISSED' : 'holds';
    const seen =
      (shares[0] ?? 0) > 0 ? ` (${shares.map((share) => `${Math.round(100 * share)} %`).join(' against ')})` : '';
    console.log(line([`  ${name}${seen}`, percent(claims, judged), percent(covers, ranges), verdict]));
  }
  console.log();
}
console.log(missed === 0 ? 'All hold.' : `${missed} missed.`);
process.exitCode = missed === 0 ? 0 : 1;
