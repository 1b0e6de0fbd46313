// The whole command `mentorctl match` on 10,000 mentees and 3,700 mentors, from the database to the page, under several rules.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { programText, writeRoster } from './shared/sign-ups.ts';
import { takenLine, takeTime, type Taken } from './shared/whole-command.ts';

// npm run build && npm run bench -- match-command; MENTEES, MENTORS, ROUNDS.
const mentees = Number(process.env['MENTEES'] ?? 10_000);
const mentors = Number(process.env['MENTORS'] ?? 3_700);
const rounds = Number(process.env['ROUNDS'] ?? 3);

interface Case {
  readonly what: string;
  readonly rules: readonly string[];
  /** For the command. */
  readonly args: readonly string[];
}

const cases: readonly { readonly what: string; readonly rules: readonly string[]; readonly args: readonly string[] }[] =
  [
    { what: 'no rules', rules: [], args: [] },
    { what: 'campus, 2 topics, a year ahead', rules: ['share 2', 'ahead'], args: [] },
    { what: 'campus, 3 topics, major, a year ahead', rules: ['share 3', 'ahead', 'major'], args: [] },
    { what: 'campus, 2 topics, no fit below 93', rules: ['share 2'], args: ['--min-fit', '93'] },
  ];

const ruleText: Readonly<Record<string, string>> = {
  'share 2': '{kind: share, field: topics, least: 2}',
  'share 3': '{kind: share, field: topics, least: 3}',
  ahead: '{kind: gap, field: year, least: 1}',
  major: '{kind: same, field: major}',
};

const withRules = (rules: readonly string[]): string =>
  programText([...(rules.length > 0 ? ['{kind: same, field: campus}'] : []), ...rules.map((rule) => ruleText[rule]!)]);

/** Places for all: mentors take one to five; too few: one to four, few of them four. */
const supplies = [
  { what: '1.1 places a mentee', most: 5 },
  { what: '0.8 places a mentee', most: 3.33 },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'mentorctl-bench-'));
try {
  console.log(`${mentees} mentees, ${mentors} mentors; best of ${rounds}`);
  for (const { what, most } of supplies) {
    const place = join(folder, String(most));
    mkdirSync(place);
    readRoster(place, most);
    const listed = takeTime(place, ['person', 'list', '--json'], rounds);
    console.log(`${what}\n${takenLine('person list --json: read and print them', listed)}`);
    for (const each of cases) matchUnder(place, each, listed);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function readRoster(place: string, most: number): void {
  writeRoster(place, { mentees, mentors, most });
  const argv = [resolve('bin/mentorctl.js'), 'import', 'people.csv', '--cohort', 'fall'];
  const read = spawnSync(process.execPath, argv, { cwd: place, encoding: 'utf8' });
  if (read.status !== 0) throw new Error(read.stderr);
}

function matchUnder(place: string, { what, rules, args }: Case, listed: Taken): void {
  writeFileSync(join(place, 'mentorctl.yaml'), withRules(rules));
  const taken = takeTime(place, ['match', '--cohort', 'fall', ...args], rounds);
  const [, placed = NaN, of = NaN] = (/: (\d+) of (\d+) mentees/.exec(taken.printed) ?? []).map(Number);
  const ratio = (taken.clock / listed.clock).toFixed(1);
  console.log(`${takenLine(what, taken)}, ${of - placed} left out, ${ratio} times the list`);
}
