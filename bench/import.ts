// A large roster through mentorctl import, beside csv-parse with prepared inserts alone, sqlite3 .import and sqlite-utils:
// processor time, clock time and peak memory of cold processes. `npm run bench -- import`; rows and rounds by ROWS and ROUNDS.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const rows = Number(process.env['ROWS'] ?? 100_000);
const rounds = Number(process.env['ROUNDS'] ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'mentorctl-bench-'));
const file = join(folder, 'people.csv');

const headings =
  'Student ID,E-mail,Full name,Role,How many mentees?,Topics,Major,Year,Campus,Age,Hours,Motivation'.split(',');
const topics = ['exams', 'housing', 'money', 'clubs', 'sports', 'jobs'];

/** 20 columns of the kinds a sign-up form has: ids, a set, categories, numbers, free words. */
function line(i: number): string {
  const chosen = topics.filter((_, bit) => (i * 7 + bit * 3) % 5 < 2).join(', ');
  const mentor = i % 4 === 0;
  const person = `S${1e6 + i},p${i}@example.org,First${i % 977} Last${i % 1013},${mentor ? 'mentor' : 'mentee'},${mentor ? 1 + (i % 5) : ''}`;
  const answers = `"${chosen}",${['Biology', 'History', 'Law', 'Physics'][i % 4] ?? ''},${1 + (i % 4)},${i % 2 ? 'North' : 'South'},${18 + (i % 12)},${(i % 40) / 4}`;
  const more = Array.from({ length: 8 }, (_, j) => `answer ${(i * j) % 6}`).join(',');
  return `${person},${answers},"Because number ${i} wants, truly, to learn",${more}`;
}

const more = Array.from({ length: 8 }, (_, i) => `Question ${i + 1}`);
const text = [[...headings, ...more].join(',')];
for (let i = 0; i < rows; i++) text.push(line(i));
writeFileSync(file, `${text.join('\n')}\n`);
text.length = 0;

const alone = join(folder, 'alone.mjs');
writeFileSync(
  alone,
  `import { createReadStream } from 'node:fs';
import { parse } from '${resolve('node_modules/csv-parse/lib/index.js')}';
import Database from '${resolve('node_modules/better-sqlite3/lib/index.js')}';
const db = new Database(process.argv[2]);
const names = Array.from({ length: 20 }, (_, i) => 'c' + i);
db.exec('create table people (' + names.map((name) => name + ' text').join(', ') + ')');
const insert = db.prepare('insert into people values (' + names.map(() => '?').join(', ') + ')');
db.exec('begin');
for await (const record of createReadStream(${JSON.stringify(file)}).pipe(parse({ from_line: 2 }))) insert.run(record);
db.exec('commit');
`,
);

interface Peer {
  readonly name: string;
  readonly argv: (db: string) => readonly string[];
}

const peers: readonly Peer[] = [
  { name: 'csv-parse + prepared inserts', argv: (db) => [process.execPath, alone, db] },
  {
    name: 'mentorctl import',
    argv: (db) => [
      process.execPath,
      resolve('bin/mentorctl.js'),
      'import',
      file,
      '--cohort',
      'fall',
      '--db',
      db,
      '--quiet',
    ],
  },
  {
    name: 'sqlite3 .import',
    argv: (db) => ['sqlite3', db, '-cmd', '.mode csv', `.import ${file} people`],
  },
  { name: 'sqlite-utils insert', argv: (db) => ['sqlite-utils', 'insert', db, 'people', file, '--csv'] },
];

interface Measured {
  readonly seconds: number;
  /** Of the processor, user and system together: what does not depend on who else is at work on the machine. */
  readonly cpu: number;
  readonly megabytes: number;
}

/** One cold process; undefined where the program is not installed. */
function measure({ name, argv }: Peer, round: number): Measured | undefined {
  const place = join(folder, `${name.replace(/\W+/g, '-')}-${round}`);
  const db = `${place}.db`;
  const timed = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...argv(db)], { cwd: folder, encoding: 'utf8' });
  const [, seconds, user, system, kilobytes] = /([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(timed.stderr) ?? [];
  rmSync(db, { force: true });
  rmSync(join(folder, 'mentorctl.yaml'), { force: true });
  if (timed.status !== 0 || seconds === undefined) {
    if (/no such file|cannot run/i.test(timed.stderr)) return undefined;
    throw new Error(`${name}: ${timed.stderr}`);
  }
  return { seconds: Number(seconds), cpu: Number(user) + Number(system), megabytes: Number(kilobytes) / 1024 };
}

/** The peers take turns; the least of each figure counts. */
const best = new Map<string, Measured>();
for (let round = 0; round < rounds; round++) {
  for (const peer of peers) {
    const found = measure(peer, round);
    if (found === undefined) continue;
    const before = best.get(peer.name) ?? found;
    best.set(peer.name, {
      seconds: Math.min(before.seconds, found.seconds),
      cpu: Math.min(before.cpu, found.cpu),
      megabytes: Math.max(before.megabytes, found.megabytes),
    });
  }
}
const base = best.get('csv-parse + prepared inserts') ?? { seconds: NaN, cpu: NaN };
const head = ['CPU s', 'ratio', 'clock s', 'ratio', 'peak MB'].map((word) => word.padStart(9)).join('');
console.log(`${`${rows} rows x 20 columns, best of ${rounds}`.padEnd(38)}${head}`);
for (const { name } of peers) {
  const found = best.get(name);
  const { seconds, cpu, megabytes } = found ?? { seconds: NaN, cpu: NaN, megabytes: NaN };
  const figures = [cpu, cpu / base.cpu, seconds, seconds / base.seconds].map((figure) => figure.toFixed(2).padStart(9));
  console.log(
    `${name.padEnd(38)}${found === undefined ? '  not installed' : `${figures.join('')}${megabytes.toFixed(0).padStart(9)}`}`,
  );
}
rmSync(folder, { recursive: true });
