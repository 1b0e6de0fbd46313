// Reports at scale: survival on 32,593 registrations beside R where it is installed, and 100,000 people x 20 measures x 6 waves.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { seededChance } from '../src/domain/chance.ts';
import { fitLinear, coefficient } from '../src/domain/statistics/linear-model.ts';
import { logRank } from '../src/domain/statistics/log-rank.ts';
import { holm } from '../src/domain/statistics/multiplicity.ts';
import { summarize } from '../src/domain/statistics/summary.ts';
import { kaplanMeier } from '../src/domain/statistics/survival.ts';
import { welch } from '../src/domain/statistics/welch.ts';
import { normal, repeat } from './simulated/scenario.ts';

// npm run bench -- reports; people by PEOPLE, rounds by ROUNDS.
const people = Number(process.env['PEOPLE'] ?? 100_000);
const rounds = Number(process.env['ROUNDS'] ?? 5);

/** Best of the rounds, in milliseconds. */
function timed<T>(work: () => T): readonly [T, number] {
  let best = Infinity;
  let result = work();
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    result = work();
    best = Math.min(best, performance.now() - from);
  }
  return [result, best];
}

const peak = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`;
const row = (what: string, ms: number, answer: string): void => {
  console.log(`  ${what.padEnd(44)}${`${ms.toFixed(1)} ms`.padStart(12)}   ${answer}`);
};

survival();
wide();

/** Days from registration to withdrawal; who never withdrew is followed to day 269 of the course. */
function survival(): void {
  const file = resolve(import.meta.dirname, '../../shared/data/oulad/studentRegistration.csv');
  if (!existsSync(file)) {
    console.log('survival: skipped, ../shared/data/oulad is not here\n');
    return;
  }
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').trimEnd().split(','));
  const day = (cell: string | undefined, otherwise: number): number =>
    cell === undefined || cell === '' ? otherwise : Number(cell);
  const times = Float64Array.from(rows, ([, , , from, to]) => Math.max(0, day(to, 269) - day(from, 0)));
  const events = Uint8Array.from(rows, (cells) => ((cells[4] ?? '') === '' ? 0 : 1));
  const modules = [...new Set(rows.map(([module]) => module ?? ''))].sort();
  const groups = modules.map((label) => {
    const own = rows.flatMap(([module], i) => (module === label ? i : []));
    return {
      label,
      times: own.map((i) => times[i] ?? 0),
      events: own.map((i) => events[i] ?? 0),
      strata: own.map((i) => rows[i]?.[1] ?? ''),
    };
  });
  console.log(`survival, ${times.length} registrations, best of ${rounds}`);
  const [curve, ms] = timed(() => kaplanMeier(times, events));
  const last = curve.steps.at(-1);
  row('Kaplan-Meier', ms, `${curve.steps.length} steps, ${((last?.survival ?? 1) * 100).toFixed(6)} % at the end`);
  const [plain, plainMs] = timed(() => logRank(groups.map(({ label, times, events }) => ({ label, times, events }))));
  row(`log-rank, ${modules.length} modules`, plainMs, `chi-square ${plain?.chiSquare.toFixed(6) ?? '-'}`);
  const [within, withinMs] = timed(() => logRank(groups));
  row('log-rank within presentations', withinMs, `chi-square ${within?.chiSquare.toFixed(6) ?? '-'}`);
  besideR(
    rows.map(([module = '', presentation = ''], i) => `${times[i] ?? 0},${events[i] ?? 0},${module},${presentation}`),
  );
  console.log();
}

function besideR(lines: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'mentorctl-bench-'));
  const file = join(folder, 'rows.csv');
  writeFileSync(file, `time,event,module,presentation\n${lines.join('\n')}\n`);
  const script = `suppressMessages(library(survival)); d <- read.csv("${file}")
best <- function(f) min(replicate(${rounds}, system.time(f())[["elapsed"]])) * 1000
k <- survfit(Surv(time, event) ~ 1, d, conf.type = "log-log")
a <- survdiff(Surv(time, event) ~ module, d); b <- survdiff(Surv(time, event) ~ module + strata(presentation), d)
cat(sprintf("  R: Kaplan-Meier %.1f ms, %d steps, %.6f %% at the end\\n", best(function() survfit(Surv(time, event) ~ 1, d, conf.type = "log-log")), length(k$time), 100 * tail(k$surv, 1)))
cat(sprintf("  R: log-rank %.1f ms, chi-square %.6f\\n", best(function() survdiff(Surv(time, event) ~ module, d)), a$chisq))
cat(sprintf("  R: within presentations %.1f ms, chi-square %.6f\\n", best(function() survdiff(Surv(time, event) ~ module + strata(presentation), d)), b$chisq))`;
  const found = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  if (found.error !== undefined) console.log('  R is not installed here: nothing to set beside it');
  else console.log(found.status === 0 ? found.stdout.trimEnd() : `  R failed: ${found.stderr.trim()}`);
}

/** The statistics of a report on all measures: first and last wave, Welch, and the start and three covariates allowed for. */
function wide(): void {
  const chance = seededChance(7);
  const mentored = Int32Array.from({ length: people }, (_, i) =>
    chance() < 0.3 ? 1 + (i % Math.max(1, people / 5)) : 0,
  );
  const column = (): Float64Array => Float64Array.from({ length: people }, () => normal(chance));
  const covariates = repeat(3, (i) => ({ name: `covariate ${i}`, values: column() }));
  const measures = repeat(20, () => repeat(6, column));
  const group = { name: 'mentored', values: mentored.map((mentor) => (mentor > 0 ? 1 : 0)) };
  const cluster = mentored.map((mentor, i) => (mentor > 0 ? mentor : -1 - i));
  console.log(`${people} people x ${measures.length} measures x 6 waves, errors by mentor`);
  const from = performance.now();
  const ps = measures.map((waves) => {
    for (const wave of waves) summarize(wave);
    const [before = new Float64Array(), after = new Float64Array()] = [waves[0], waves.at(-1)];
    welch(
      after.filter((_, i) => group.values[i] === 1),
      after.filter((_, i) => group.values[i] === 0),
    );
    const columns = [group, { name: 'before', values: before }, ...covariates];
    return coefficient(fitLinear({ y: after, columns, errors: { cluster } }), group.name).p;
  });
  const least = Math.min(...holm(ps));
  row('all of its statistics, once', performance.now() - from, `smallest p after Holm ${least.toFixed(3)}, ${peak()}`);
}
