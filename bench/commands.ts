// Every command at 1,000, 10,000 and 100,000 people: clock, processor time, memory, and how they grow. Whole commands, cold.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commands } from '../src/command-list.ts';
import { writeRoster } from './shared/sign-ups.ts';

// npm run build && npm run bench -- commands; SIZES=1000,10000 LIMIT=60 (seconds a command) ONLY='pair explain,match'.
const sizes = (process.env['SIZES'] ?? '1000,10000,100000').split(',').map(Number);
const limit = Number(process.env['LIMIT'] ?? 60);
/** More pairs than this are not matched: what needs a run is left out there. */
const mostPairs = Number(process.env['PAIRS'] ?? 500_000_000);
const only = process.env['ONLY']?.split(',');

/** What each is asked, its own words left out: people are numbered from 1000000 on, mentees first. `M` is a mentor. */
const asked: Readonly<Record<string, string>> = {
  demo: 'sample',
  init: '--force --yes',
  import: 'people.csv --cohort fall',
  match: '--cohort fall --dry-run',
  'match show': '1',
  'match explain': '1000017',
  'match compare': '1 mentorctl.yaml',
  'match costs': '1',
  'match verify': '1',
  'match replay': '1',
  'match audit': '1 --by campus',
  'match discard': '1',
  lottery: '--places 100',
  rematch: '--leaving M --dry-run',
  'pair pin': '1000017 M',
  'pair block': '1000017 M',
  'pair unpin': '1000017 M',
  'pair unblock': '1000017 M',
  'pair explain': '1000017 M',
  'pair accept': '--all',
  'pair review': '--list --below 60',
  'pair swap': '1000017 M --dry-run',
  'pair decline': '1000017',
  'pair end': '1000017 --reason goals-met',
  'pair reopen': '--pair 1',
  'pair void': '--pair 1',
  'record meeting': '--mentee 1000017',
  'record flag': '--person 1000017 --about exams',
  'cohort add': 'spring',
  'cohort close': 'fall',
  'export person': '1000017',
  'person show': '1000017',
  'person add': '"Zoe Zed" --role mentee --email zoe@example.org --cohort fall',
  'person change': '1000017 --name Ann',
  'person withdraw': '1000017',
  'person return': '1000017',
  'person merge': '1000017 1000018 --prefer 1000017',
  'person forget': '1000017 --confirm 1000017',
  'data backup': 'new.db',
  'data restore': 'mentorctl.db --yes',
  completion: 'bash',
};

/** Those of a program whose pairs stand; the others are asked of a draft. */
const paired = /^(rematch|pair (list|end|void|reopen)|record|report|status|export|cohort close)/;

interface Taken {
  readonly clock: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly code: number;
}

function run(place: string, argv: readonly string[]): Taken | undefined {
  const rest = ['-q', '-f', '%e %U %S %M', process.execPath, resolve('bin/mentorctl.js'), ...argv];
  const options = {
    cwd: place,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: limit * 1000,
    killSignal: 'SIGKILL',
  } as const;
  const done = spawnSync('/usr/bin/time', rest, options);
  const found = /([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(done.stderr);
  if (done.status === null || found === null) return undefined;
  const [clock = NaN, user = NaN, system = NaN, kilobytes = NaN] = found.slice(1).map(Number);
  return { clock, cpu: user + system, megabytes: kilobytes / 1024, code: done.status };
}

const wordsOf = (line: string, mentor: string): string[] =>
  (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => (word === 'M' ? mentor : word.replaceAll('"', '')));

const folder = mkdtempSync(join(tmpdir(), 'mentorctl-bench-'));
const found = new Map<string, (Taken | undefined | 'no run')[]>();
try {
  for (const size of sizes) measure(size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const times = (a: Taken | undefined | 'no run', b: Taken | undefined | 'no run'): string =>
  typeof a === 'object' && typeof b === 'object' ? (b.cpu / a.cpu).toFixed(1) : '';
console.log(
  `Clock and processor seconds, MB at most, for ${sizes.join(', ')} people; times: processor time of a size by that before.`,
);
console.log(`| command | ${sizes.map((size) => `${size} | CPU | MB`).join(' | ')} | times |`);
console.log(`| --- |${' ---: | ---: | ---: |'.repeat(sizes.length)} ---: |`);
for (const [words, all] of found) {
  const cells = all.map((one) => {
    if (one === 'no run') return 'no run | | ';
    if (one === undefined) return `> ${limit} | | `;
    const { clock, cpu, megabytes, code } = one;
    return `${clock.toFixed(2)}${code === 0 ? '' : ` (${code})`} | ${cpu.toFixed(2)} | ${megabytes.toFixed(0)}`;
  });
  const growth = all.slice(1).map((one, at) => times(all[at], one));
  console.log(`| \`${words}\` | ${cells.join(' | ')} | ${growth.join(', ')} |`);
}

/** A program of so many people: one of four and a bit is a mentor. Each command on a copy of its own. */
function measure(size: number): void {
  const place = join(folder, String(size));
  mkdirSync(place);
  const mentees = Math.round(size * 0.73);
  const mentor = String(1_000_000 + mentees + 20);
  writeRoster(place, { mentees, mentors: size - mentees, most: 5 });
  run(place, ['import', 'people.csv', '--cohort', 'fall']);
  copyFileSync(join(place, 'mentorctl.db'), join(place, 'imported'));
  const matched = mentees * (size - mentees) <= mostPairs && run(place, ['match', '--cohort', 'fall'])?.code === 0;
  if (matched) {
    copyFileSync(join(place, 'mentorctl.db'), join(place, 'draft'));
    run(place, ['pair', 'accept', '--all']);
    copyFileSync(join(place, 'mentorctl.db'), join(place, 'paired'));
  }
  for (const { words } of commands) {
    if (only !== undefined && !only.includes(words)) continue;
    const state = words.startsWith('import') ? 'imported' : paired.test(words) ? 'paired' : 'draft';
    const needsRun = /^(match$|match .|pair |rematch|export pairs)/.test(words);
    const from = join(place, matched ? state : 'imported');
    for (const left of ['-wal', '-shm']) rmSync(join(place, `mentorctl.db${left}`), { force: true });
    copyFileSync(from, join(place, 'mentorctl.db'));
    if (existsSync(join(place, 'new.db'))) rmSync(join(place, 'new.db'));
    const argv = [...words.split(' '), ...wordsOf(asked[words] ?? '', mentor)];
    const taken = needsRun && !matched ? ('no run' as const) : run(place, argv);
    found.set(words, [...(found.get(words) ?? []), taken]);
    rmSync(join(place, 'sample'), { recursive: true, force: true });
  }
}
