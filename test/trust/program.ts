// A program to be hurt: laid down once, copied for every trial, and its content as one digest. Commands run in this process, except
// those that are to be killed.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Host } from '../../src/cli/host.ts';
import { run } from '../../src/main.ts';

export const env = { MENTORCTL_TODAY: '2026-11-02', NO_COLOR: '1' };

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command line in a folder, without a terminal. */
export async function say(folder: string, line: string): Promise<Said> {
  const out = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    write: (content) => {
      out[name] += String(content);
    },
    isTTY: false,
    columns: undefined,
  });
  const code = await run(line.split(' '), {
    stdin: { isTTY: false, bytes: () => Promise.resolve(new Uint8Array()) },
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: { HOME: folder, ...env },
    cwd: folder,
    user: 'tester',
    waitsForDisk: false,
    printedBy: () => undefined,
    page: () => false,
    now: () => new Date('2026-11-02T09:00:00.000Z'),
    onInterrupt: () => () => undefined,
  });
  return { code, ...out };
}

/** Throws where the command does not end well. */
export async function mustSay(folder: string, line: string): Promise<Said> {
  const said = await say(folder, line);
  if (said.code !== 0) throw new Error(`${line}: ${said.code} ${said.stderr}`);
  return said;
}

export interface Place {
  readonly root: string;
  /** A copy of the program, or of an empty folder with the files alone. */
  readonly fresh: (from: 'program' | 'files') => string;
  readonly gone: () => void;
}

/** Rosters, records and a program in which something of everything stands. */
export async function layDown(): Promise<Place> {
  const root = mkdtempSync(join(tmpdir(), 'mentorctl-trust-'));
  const [files, program] = [join(root, 'files'), join(root, 'program')];
  mkdirSync(files);
  for (const [name, text] of Object.entries(csvFiles())) writeFileSync(join(files, name), text);
  cpSync(files, program, { recursive: true });
  for (const line of [
    'import people.csv --cohort fall -q',
    'match --cohort fall -q',
    'pair accept --all --cohort fall --date 2026-09-14 -q',
    'import meetings.csv --cohort fall -q',
    'import outcomes.csv --cohort fall -q',
    'record flag raise --person S001 --about exams --cohort fall -q',
    'record goal set --person S002 --goal reading --cohort fall -q',
    'pair end S003 --reason poor-fit --cohort fall -q',
    'pair pin S004 M01 --cohort fall -q',
    'data backup old.backup -q',
    'person add Ana_New --id N1 --role mentee --cohort fall -q',
    'match --cohort fall -q',
  ])
    await mustSay(program, line);
  let made = 0;
  return {
    root,
    fresh: (from) => {
      const to = join(root, `trial-${++made}`);
      cpSync(join(root, from), to, { recursive: true });
      return to;
    },
    gone: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function csvFiles(): Record<string, string> {
  const people = Array.from({ length: 90 }, (_, index) => {
    const number = String(index + 1);
    return index < 60
      ? `S${number.padStart(3, '0')},s${number}@example.edu,Student ${number},Mentee,,${index % 2 ? 'Exams' : 'Research; Exams'},${['North', 'South'][index % 2] ?? ''}`
      : `M${String(index - 59).padStart(2, '0')},m${number}@example.edu,Mentor ${number},Mentor,3,Exams; Research,${['North', 'South'][index % 2] ?? ''}`;
  });
  const head = 'Student ID,E-mail,Full name,Role,How many mentees?,Topics,Campus';
  const more = people.map((line, index) => `${line},${['chess', 'judo', 'go'][index % 3] ?? ''}`);
  return {
    'people.csv': `${[head, ...people].join('\n')}\n`,
    'more.csv': `${[`${head},Hobby`, ...more].join('\n')}\n`,
    'meetings.csv': `Date,Mentee,Minutes\n${people
      .slice(4, 50)
      .map((line, index) => `2026-10-${String((index % 28) + 1).padStart(2, '0')},${line.slice(0, 4)},30`)
      .join('\n')}\n`,
    'outcomes.csv': `Student ID,GPA,Fall 2026 Enrolled\n${people
      .slice(0, 60)
      .map((line, index) => `${line.slice(0, 4)},${(2 + (index % 20) / 10).toFixed(1)},${index % 7 ? 'Yes' : 'No'}`)
      .join('\n')}\n`,
    'survey.csv': `Student ID,Wave,Item,Answer\n${people
      .slice(0, 60)
      .map((line, index) => `${line.slice(0, 4)},pre,1,${(index % 5) + 1}`)
      .join('\n')}\n`,
    'decisions.csv': 'Mentee,Mentor,Decision\nS003,M05,accept\nS006,M02,pin\n',
  };
}

/** When something was done, and by which process, is not what was done. */
const passing: Readonly<Record<string, readonly string[]>> = {
  change: ['at', 'digest', 'seal', 'sums', 'command'],
  change_row: ['before', 'after'],
  batch: ['at'],
  run: ['at', 'snapshot', 'certificate'],
  lottery: ['at'],
};

/** What the database says, as a digest; `none` where there is no table of ours. */
export function contentOf(folder: string, name = 'mentorctl.db'): string {
  const path = join(folder, name);
  if (!existsSync(path)) return 'none';
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name")
      .pluck()
      .all() as string[];
    if (tables.length === 0) return 'none';
    const hash = createHash('sha256');
    let rows = 0;
    for (const table of tables) {
      const where = table === 'fact' ? " where key not in ('identity', 'pending-program')" : '';
      for (const row of db.prepare(`select * from "${table}"${where} order by id`).all() as Record<string, unknown>[]) {
        rows++;
        hash.update(
          `${table} ${JSON.stringify(Object.entries(row).filter(([column]) => !(passing[table] ?? []).includes(column) && !(table === 'fact' && column === 'id')))}\n`,
        );
      }
    }
    // Tables in which nothing stands are what the very first command left that was killed.
    return rows === 0 ? 'none' : hash.digest('hex');
  } finally {
    db.close();
  }
}

export function textOf(folder: string, name: string): string {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : 'none';
}

/** Every file and folder, by its path from there. */
export function namesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).sort();
}

/** The same draws from the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
