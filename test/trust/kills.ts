// Kills every command that writes, at drawn moments, and looks at what is left: all of it or nothing, file and database at one, and whatever
// lies about half written is gone or named by the next command.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { chanceFrom, contentOf, env, namesIn, say, textOf, type Place } from './program.ts';

interface Victim {
  readonly line: string;
  readonly from: 'program' | 'files';
}

/** Every command that writes, where it writes something else than before. */
export const victims: readonly Victim[] = [
  { line: 'import people.csv --cohort fall', from: 'files' },
  { line: 'import more.csv --cohort spring', from: 'files' },
  { line: 'init --yes --name First --cohort fall', from: 'files' },
  { line: 'demo sample', from: 'files' },
  ...[
    'import more.csv --cohort fall',
    'import people.csv --cohort spring',
    'import survey.csv --as survey --instrument belonging --cohort fall',
    'import decisions.csv --as pairs --cohort fall',
    'match --cohort fall',
    'match --cohort fall --method stable',
    'match discard 2',
    'lottery --cohort fall --places 1 --seed 7',
    'rematch --cohort fall --yes',
    'pair accept --all --cohort fall',
    'pair decline S003 --cohort fall',
    'pair end S005 --reason poor-fit --cohort fall',
    'pair void S006 --cohort fall',
    'pair reopen S003 --cohort fall',
    'pair pin S009 M03 --cohort fall',
    'pair block S010 M04 --cohort fall',
    'pair unpin S004 M01 --cohort fall',
    'person add Bo --id N2 --role mentor --cohort fall',
    'person change S001 --name Other --cohort fall',
    'person withdraw S007 --cohort fall',
    'person merge S001 N1 --prefer S001',
    'person forget S008 --confirm S008',
    'cohort add winter',
    'cohort close fall',
    'record meeting --mentee S011 --minutes 40 --cohort fall',
    'record outcome --person S012 --measure gpa --value 3.1 --cohort fall',
    'record goal set --person S013 --goal maths --cohort fall',
    'record flag resolve 1 --cohort fall',
    'data undo',
    'data backup new.backup',
    'data restore old.backup --yes',
    'export everything --into csv -o tables',
    'export everything --pseudonymous --into program -o research',
    'export introductions --cohort fall --with-contacts --into eml --sender office@example.edu --yes -o letters',
    'export people --cohort fall -o list.csv',
    'report all --cohort fall -o page.md',
  ].map((line) => ({ line, from: 'program' as const })),
];

const built = resolve(import.meta.dirname, '../../bin/mentorctl.js');

interface Ended {
  readonly code: number | null;
  readonly killed: boolean;
  readonly took: number;
}

/** `after`: milliseconds until it is killed; undefined: never. */
function command(folder: string, line: string, after: number | undefined, signal: NodeJS.Signals): Promise<Ended> {
  const began = performance.now();
  const child = spawn(process.execPath, [built, ...line.split(' ')], {
    cwd: folder,
    env: { ...process.env, HOME: folder, ...env },
    stdio: 'ignore',
  });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill(signal), after);
  return new Promise((done) => {
    child.on('exit', (code, by) => {
      clearTimeout(timer);
      done({ code, killed: by !== null || code === 130, took: performance.now() - began });
    });
  });
}

interface State {
  readonly content: string;
  readonly program: string;
}

const stateOf = (folder: string): State => ({ content: contentOf(folder), program: textOf(folder, 'mentorctl.yaml') });

export interface KillFigures {
  kills: number;
  /** Ended before the kill came. */
  late: number;
  before: number;
  after: number;
  /** Left half written, and named or removed by the next command. */
  leftovers: number;
  readonly wrong: string[];
}

/** `kills`: how many over all commands. */
export async function killAll(place: Place, kills: number, seed: number, only?: string): Promise<KillFigures> {
  const chance = chanceFrom(seed);
  const figures: KillFigures = { kills: 0, late: 0, before: 0, after: 0, leftovers: 0, wrong: [] };
  const chosen = victims.filter(({ line }) => only === undefined || line.startsWith(only));
  const each = Math.ceil(kills / chosen.length);
  for (const victim of chosen) {
    const known = await unkilled(place, victim);
    for (let turn = 0; turn < each; turn++) {
      const folder = place.fresh(victim.from);
      // The first third of the time Node only loads: nothing can be left there.
      const after = known.took * (0.3 + 0.75 * chance());
      const signal = (['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGHUP'] as const)[Math.floor(4 * chance())] ?? 'SIGKILL';
      const ended = await command(folder, victim.line, after, signal);
      if (ended.killed) figures.kills++;
      else figures.late++;
      const said = await look(folder, victim, known, figures);
      for (const words of said) figures.wrong.push(`${victim.line}, ${signal} after ${Math.round(after)} ms: ${words}`);
      rmSync(folder, { recursive: true, force: true });
    }
    process.stderr.write(`${victim.line}: ${figures.kills} kills, ${figures.wrong.length} wrong\n`);
  }
  return figures;
}

interface Known {
  readonly took: number;
  readonly before: State;
  readonly after: State;
  readonly names: ReadonlySet<string>;
}

async function unkilled(place: Place, { line, from }: Victim): Promise<Known> {
  const folder = place.fresh(from);
  const [before, names] = [stateOf(folder), namesIn(folder)];
  const { code, took } = await command(folder, line, undefined, 'SIGKILL');
  if (code !== 0) throw new Error(`${line}: ends with ${code ?? 'a signal'} where nobody kills it`);
  const known = { took, before, after: stateOf(folder), names: new Set([...names, ...namesIn(folder)]) };
  rmSync(folder, { recursive: true, force: true });
  return known;
}

/** What is not as it should be, in words. */
async function look(folder: string, { line }: Victim, known: Known, figures: KillFigures): Promise<string[]> {
  const next = await say(folder, line.startsWith('demo') ? 'data check -C sample' : 'data check');
  const wrong: string[] = [];
  if (![0, 66].includes(next.code)) wrong.push(`the next command ends with ${next.code}: ${next.stderr}`);
  const now = stateOf(folder);
  const same = (one: State): boolean => one.content === now.content && one.program === now.program;
  if (same(known.after)) figures.after++;
  else if (same(known.before)) figures.before++;
  else
    wrong.push(
      `neither before nor after: database ${where(now.content, known, 'content')}, file ${where(now.program, known, 'program')}`,
    );
  const left = namesIn(folder).filter(
    (name) =>
      !known.names.has(name) &&
      !/before-restore-\d+T\d+Z$|^mentorctl\.db(-journal)?$/.test(name) &&
      !name.startsWith('sample'),
  );
  const top = left.filter((name) => !left.some((other) => name.startsWith(`${other}/`)));
  if (top.length > 0) figures.leftovers++;
  for (const name of top)
    if (!next.stderr.includes(name) && !next.stdout.includes(name)) wrong.push(`${name} is left and not named`);
  return wrong;
}

function where(value: string, known: Known, key: keyof State): string {
  return value === known.before[key] ? 'before' : value === known.after[key] ? 'after' : 'neither';
}
