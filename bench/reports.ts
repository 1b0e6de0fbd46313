// Reports at scale: 100,000 people x 20 measures x 6 waves and 32,593 registrations as whole commands; the statistics beside R.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { normal, seededChance } from '../src/domain/chance.ts';
import { coefficient, fitLinear } from '../src/domain/statistics/models/linear-model.ts';
import { logRank } from '../src/domain/statistics/log-rank.ts';
import { shareDesign } from '../src/domain/statistics/models/shared-design.ts';
import { summarize } from '../src/domain/statistics/summary.ts';
import { kaplanMeier } from '../src/domain/statistics/survival.ts';
import { welch } from '../src/domain/statistics/welch.ts';
import { takenLine, takeTime } from './shared/whole-command.ts';
import { makeLongDatabase } from './simulated/long-database.ts';
import { makeRegistrations, readRegistrations } from './simulated/registrations.ts';

// npm run build && npm run bench -- reports; people by PEOPLE, waves by WAVES (e.g. 3,6,12), rounds by ROUNDS.
const people = Number(process.env['PEOPLE'] ?? 100_000);
const waves = (process.env['WAVES'] ?? '6').split(',').map(Number);
const rounds = Number(process.env['ROUNDS'] ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'mentorctl-bench-'));

interface Row {
  readonly key: string;
  readonly what: string;
  readonly ms: number;
  /** What R must find, too. */
  readonly values: readonly number[];
}

try {
  await commands();
  const rows = [...survival(), ...groups()];
  besideR(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function command(what: string, place: string, argv: readonly string[]): void {
  console.log(takenLine(what, takeTime(place, argv, rounds)));
}

async function commands(): Promise<void> {
  for (const count of waves) {
    const place = join(folder, `waves-${count}`);
    mkdirSync(place);
    const plan = { people, mentors: Math.max(1, people / 5), measures: 20, waves: count, gaps: 0.05, seed: 1 };
    const { observations } = await makeLongDatabase(place, plan);
    const size = statSync(join(place, 'mentorctl.db')).size;
    console.log(
      `${people} people, ${plan.mentors} mentors, ${plan.measures} measures x ${count} waves: ${observations} observations, ${(size / 1e9).toFixed(2)} GB; best of ${rounds}`,
    );
    command('report performance', place, ['report', 'performance']);
    command('report retention', place, ['report', 'retention']);
    rmSync(place, { recursive: true });
  }
  const registrations = readRegistrations();
  if (registrations === undefined) console.log('survival: skipped, ../shared/data/oulad is not here');
  else {
    const place = join(folder, 'registrations');
    mkdirSync(place);
    await makeRegistrations(place, registrations);
    console.log(`${registrations.times.length} registrations of 22 course runs, who withdrew and when`);
    command('report retention --technical', place, ['report', 'retention', '--technical']);
  }
  console.log();
}

/** Best of the rounds, in milliseconds. */
function timed<T>(work: () => T): readonly [T, number] {
  let best = Infinity;
  let result = work();
  for (let round = 0; round < Math.max(5, rounds); round++) {
    const from = performance.now();
    result = work();
    best = Math.min(best, performance.now() - from);
  }
  return [result, best];
}

/** Days from registration to withdrawal; who never withdrew is followed to the end of the course. */
function survival(): Row[] {
  const found = readRegistrations();
  if (found === undefined) return [];
  const { times, events, modules, presentations } = found;
  const labels = [...new Set(modules)].sort();
  const groups = labels.map((label) => {
    const own = modules.flatMap((module, i) => (module === label ? i : []));
    return {
      label,
      times: own.map((i) => times[i]!),
      events: own.map((i) => events[i]!),
      strata: own.map((i) => presentations[i]!),
    };
  });
  const [curve, ms] = timed(() => kaplanMeier(times, events));
  const [plain, plainMs] = timed(() => logRank(groups.map(({ label, times, events }) => ({ label, times, events }))));
  const [within, withinMs] = timed(() => logRank(groups));
  const text = Array.from(times, (time, i) => `${time},${events[i]},${modules[i]},${presentations[i]}`);
  writeFileSync(join(folder, 'followed.csv'), `time,event,module,presentation\n${text.join('\n')}\n`);
  const last = curve.steps.at(-1);
  return [
    {
      key: 'kaplan-meier',
      what: `Kaplan-Meier, ${times.length} registrations`,
      ms,
      values: [curve.steps.length, last?.survival ?? NaN, last?.low ?? NaN],
    },
    { key: 'log-rank', what: `log-rank, ${labels.length} modules`, ms: plainMs, values: [plain?.chiSquare ?? NaN] },
    {
      key: 'log-rank-within',
      what: 'log-rank within presentations',
      ms: withinMs,
      values: [within?.chiSquare ?? NaN],
    },
  ];
}

interface People {
  readonly y: Float64Array;
  readonly group: Float64Array;
  readonly score: Float64Array;
  readonly age: Float64Array;
  readonly mentor: Int32Array;
}

/** Half of them in the group, two to three to a mentor. */
function draw(n: number, file: string): People {
  const chance = seededChance(7);
  const group = Float64Array.from({ length: n }, (_, i) => (i < n / 2 ? 1 : 0));
  const mentor = Int32Array.from(group, (own, i) => (own === 1 ? 1 + (i % Math.ceil(n / 5)) : n + i));
  const score = group.map(() => 60 + 8 * normal(chance));
  const age = group.map(() => 18 + Math.floor(6 * chance()));
  const luck = Float64Array.from({ length: 2 * n }, () => normal(chance));
  const y = score.map((own, i) => own / 10 + 0.3 * luck[mentor[i]!]! + normal(chance));
  const lines = Array.from(y, (own, i) => `${own},${group[i]},${score[i]},${age[i]},${mentor[i]}`);
  writeFileSync(join(folder, file), `y,group,score,age,mentor\n${lines.join('\n')}\n`);
  return { y, group, score, age, mentor };
}

function groups(): Row[] {
  const all = draw(people, 'people.csv');
  const few = draw(Math.min(people, 3000), 'few.csv');
  const half = all.y.filter((_, i) => all.group[i] === 1);
  const others = all.y.filter((_, i) => all.group[i] === 0);
  const columns = ({ group, score, age }: People): { name: string; values: Float64Array }[] => [
    { name: 'group', values: group },
    { name: 'score', values: score },
    { name: 'age', values: age },
  ];
  const [w, welchMs] = timed(() => welch(half, others));
  const [summary, summaryMs] = timed(() => summarize(all.y));
  const [hc2, hc2Ms] = timed(() => coefficient(fitLinear({ y: all.y, columns: columns(all) }), 'group'));
  const [cr2, cr2Ms] = timed(() =>
    coefficient(fitLinear({ y: few.y, columns: columns(few), errors: { cluster: few.mentor } }), 'group'),
  );
  const shared = shareDesign({ columns: columns(all), targets: ['group'], errors: { cluster: all.mentor } }, people);
  const [again, againMs] = timed(() => shared.fit(all.y)?.coefficients[0]);
  return [
    { key: 'welch', what: `Welch, ${people} people`, ms: welchMs, values: [w?.difference, w?.df, w?.p].map(Number) },
    {
      key: 'quartiles',
      what: `quartiles, ${people} people`,
      ms: summaryMs,
      values: [summary?.q1, summary?.median, summary?.q3].map(Number),
    },
    { key: 'ancova-hc2', what: `ANCOVA, HC2, ${people} people`, ms: hc2Ms, values: [hc2.estimate, hc2.se] },
    {
      key: 'ancova-cr2',
      what: `ANCOVA, CR2, ${few.y.length} people by mentor`,
      ms: cr2Ms,
      values: [cr2.estimate, cr2.se, cr2.df],
    },
    {
      key: 'only-here',
      what: `ANCOVA, CR2, ${people} people, one more outcome`,
      ms: againMs,
      values: [again?.estimate, again?.se, again?.df].map(Number),
    },
  ];
}

/** Beside each row what R took and whether it found the same to nine digits; ends with 1 where it did not. */
function besideR(rows: readonly Row[]): void {
  const script = resolve(import.meta.dirname, 'reports.R');
  const run = spawnSync('Rscript', [script, folder, String(rounds)], { encoding: 'utf8' });
  const there = run.error === undefined;
  if (there && run.status !== 0) throw new Error(`R failed: ${run.stderr}`);
  const theirs = new Map(
    (there ? run.stdout : '').split('\n').map((line): [string, number[]] => {
      const [key = '', ...cells] = line.split('\t');
      return [key, cells.map(Number)];
    }),
  );
  if (!there) console.log('R is not installed here: nothing to set beside it');
  console.log(
    `${'the statistics alone, best of the rounds'.padEnd(46)}${'here'.padStart(10)}${'R'.padStart(12)}  R takes  largest difference`,
  );
  for (const { key, what, ms, values } of rows) {
    const [other, ...found] = theirs.get(key) ?? [];
    const own = `  ${what.padEnd(44)}${ms.toFixed(2).padStart(7)} ms`;
    if (other === undefined) {
      console.log(`${own}${'-'.padStart(12)}`);
      continue;
    }
    const apart = Math.max(...values.map((value, i) => Math.abs(value - (found[i] ?? NaN)) / Math.abs(value)));
    const agrees = apart < 1e-9;
    if (!agrees) process.exitCode = 1;
    console.log(
      `${own}${other.toFixed(1).padStart(9)} ms${`${(other / ms).toFixed(0)} x`.padStart(9)}  ${apart.toExponential(0)}${agrees ? '' : ' DIFFERS'}`,
    );
  }
}
