// What every command is handed: the host, the settings, the program of the current folder, its database, and ways to show a result.
import { createHash } from 'node:crypto';
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { asker, type Asker } from '../../cli/ask.ts';
import type { Host } from '../../cli/host.ts';
import { leftovers } from '../../cli/leftovers.ts';
import { drive } from '../../cli/progress-line.ts';
import { mustBeOwn } from '../../cli/safe-folder.ts';
import { pagerFor } from '../../cli/pager.ts';
import type { Settings } from '../../cli/settings.ts';
import { streamStyle } from '../../cli/stream-style.ts';
import { today } from '../../cli/today.ts';
import { mustBeWritable, sameFile, writeFileWhole } from '../../cli/write-file.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Program } from '../../domain/program/program.ts';
import { standardProgram } from '../../domain/program/standard-program.ts';
import { listTables, otherTables, type TableChoice } from '../../domain/report/list-tables.ts';
import { binaryFormats, type Format } from '../../domain/report/formats.ts';
import type { Report } from '../../domain/report/report.ts';
import { amongKnown } from '../../domain/suggest.ts';
import type { Store } from '../../store/store.ts';
import type { RowOf } from '../../store/tables.ts';
import type { Author } from '../../store/transact.ts';
import { isolated } from '../../domain/isolate.ts';
import { safeLines, safeText } from '../../domain/safe-text.ts';

export interface LoadedProgram {
  readonly program: Program;
  /** Undefined where there is no program file yet. */
  readonly text: string | undefined;
  readonly path: string;
}

export interface Context {
  readonly host: Host;
  readonly settings: Settings;
  readonly ask: Asker;
  readonly programPath: string;
  readonly databasePath: string;
  /** Refuses to write over the database or the program file, however their path is spelled. `flag`: what names another. */
  mustNotBeOurs(path: string, shown: string, flag: string): void;
  /** Throws Failure where the file is wrong, and where there was one that is gone. */
  program(): Promise<LoadedProgram>;
  /** Another program file, which must be there. */
  programAt(path: string): Promise<LoadedProgram>;
  /** `create: 'in-memory'`: where there is no database yet, one that is gone afterwards, for a dry run. */
  usingStore<T>(options: { readonly create: boolean | 'in-memory' }, work: (store: Store) => Promise<T>): Promise<T>;
  /** Needed for every change. Throws Failure where the result could not be written to -o afterwards. */
  author(): Author;
  today(): CivilDate;
  /** A remark on stderr. */
  note(text: string): void;
  work<T>(title: string, work: Generator<Progress, T, undefined> | AsyncGenerator<Progress, T, undefined>): Promise<T>;
  /** `standard`: the format where nobody chose one; text if not said. */
  show(report: Report, standard?: Format): Promise<void>;
}

/** `command`: the words typed, for the audit trail. */
export function makeContext(
  host: Host,
  settings: Settings,
  command: string,
  asked: TableChoice = { taken: false, listed: false },
): Context {
  const { programPath, databasePath } = findProgram(host, settings);
  const output = settings.output === undefined ? undefined : resolve(host.cwd, settings.output);
  const mustNotBeOurs = (path: string, shown: string, flag: string): void => {
    if (sameFile(path, databasePath)) throw isOurs('the database itself', shown, flag);
    // SQLite would take what stands there for its own half finished change, and delete it.
    const journals = [databasePath, realPath(databasePath)].flatMap((at) =>
      ['-journal', '-wal', '-shm'].map((end) => `${at}${end}`),
    );
    if (journals.some((journal) => sameFile(path, journal)))
      throw isOurs('a name that the database uses while it is written', shown, flag);
    if (sameFile(path, programPath)) throw isOurs('the program file itself', shown, flag);
  };
  if (output !== undefined) mustNotBeOurs(output, settings.output ?? '', '-o');
  const note = (text: string): void => {
    if (!settings.quiet) host.stderr.write(`${isolated(safeLines(text))}\n`);
  };
  let told = false;
  let kept = false;
  return {
    host,
    settings,
    ask: asker(host, settings),
    mustNotBeOurs,
    programPath,
    databasePath,
    program: async () => {
      const loaded = await loadProgram(programPath);
      if (loaded.text === undefined && (await hadProgramFile(databasePath))) throw programGone(programPath);
      return loaded;
    },
    programAt: (path) => {
      const at = resolve(host.cwd, path);
      if (existsSync(at)) return loadProgram(at, path);
      throw new Failure('not-found', {
        code: 'no-such-file',
        message: `there is no file ${path}`,
        hint: 'Check the name.',
      });
    },
    usingStore: async (options, work) => {
      const { inMemory, openStore, storeExists, translate } = await import('../../store/store.ts');
      const pretend = options.create === 'in-memory' && !storeExists(databasePath);
      const isNew = options.create === true && !storeExists(databasePath);
      const store = await openStore(pretend ? inMemory : databasePath, {
        create: options.create === true || pretend,
        waitsForDisk: host.waitsForDisk,
      });
      let failed = true;
      try {
        const result = await work(store);
        failed = false;
        return result;
      } catch (error) {
        throw translate(error, databasePath);
      } finally {
        await store.close();
        // A database made for work that failed is half a program, and would be taken for one.
        if (isNew && failed) for (const end of ['', '-wal', '-shm']) rmSync(`${databasePath}${end}`, { force: true });
      }
    },
    author: () => {
      if (output !== undefined) mustBeWritable(output);
      if (!told) tellOfLeftovers(dirname(databasePath), note);
      if (!told && realPath(dirname(databasePath)) !== realPath(host.cwd))
        note(`The program is in ${dirname(databasePath)}.`);
      told = true;
      return {
        at: host.now().toISOString(),
        who: host.user,
        command,
        programFile: existsSync(programPath),
        kept: () => {
          kept = true;
          host.changeKept?.();
        },
      };
    },
    today: () => today(host),
    note,
    work: (title, work) => drive(work, host, { quiet: settings.quiet, title }),
    show: async (report, standard) => {
      const left = settings.format.value === 'csv' && !asked.listed ? otherTables(report, asked) : undefined;
      const chosen = standard === undefined || settings.format.origin !== 'default';
      const shownAs: Settings = chosen ? settings : { ...settings, format: { value: standard, origin: 'default' } };
      try {
        const footer = await footerOf(programPath, shownAs.format.value);
        await show(asked.listed ? listTables(report) : report, host, shownAs, footer);
      } catch (error) {
        // Not a remark that --quiet may swallow: whoever runs the command again would change things twice.
        if (kept)
          host.stderr.write(
            'The change was made and is kept; its result could not be shown. See mentorctl data log.\n',
          );
        throw error;
      }
      if (left !== undefined) note(left);
    },
  };
}

/** The cohort named, or the only one open; of several one that is asked for, and without a terminal an error that lists them. */
export async function chooseCohort(
  store: Store,
  name: string | undefined,
  context: Pick<Context, 'ask' | 'today'>,
): Promise<RowOf<'cohort'>> {
  const { listCohorts } = await import('../../store/cohorts.ts');
  const cohorts = await listCohorts(store.db);
  return name === undefined ? openCohort(cohorts, context) : namedCohort(cohorts, name);
}

async function openCohort(
  cohorts: readonly RowOf<'cohort'>[],
  { ask, today: now }: Pick<Context, 'ask' | 'today'>,
): Promise<RowOf<'cohort'>> {
  const [first] = cohorts;
  if (first === undefined)
    throw new Failure('not-found', {
      code: 'which-cohort',
      message: 'there is no cohort yet',
      hint: 'Begin with: mentorctl import people.csv --cohort fall',
    });
  const open = cohorts.filter(({ closed_on, ends }) => closed_on === null && (ends === null || ends >= now()));
  const [only = first] = open;
  if (cohorts.length === 1 || open.length === 1) return only;
  const wanted = open.length === 0 ? cohorts : open;
  if (ask.possible) {
    const choices = wanted.map(({ id, name }) => ({ value: String(id), label: name }));
    const id = await ask.choose('Which cohort?', choices, '--cohort');
    return wanted.find((one) => String(one.id) === id) ?? only;
  }
  throw new Failure('usage', {
    code: 'which-cohort',
    message: 'there are several cohorts',
    hint: `Say which with --cohort: ${cohorts.map(({ name }) => name).join(', ')}.`,
  });
}

function namedCohort(cohorts: readonly RowOf<'cohort'>[], name: string): RowOf<'cohort'> {
  const found = cohorts.find((cohort) => cohort.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new Failure('not-found', {
    code: 'unknown-cohort',
    message: `there is no cohort "${name}"`,
    hint: amongKnown(
      name,
      cohorts.map((cohort) => cohort.name),
      'There is none yet.',
    ),
  });
}

/** A name as it must be typed in a shell. */
export function shellWord(name: string): string {
  return /^[\w.@/-]+$/.test(name) ? name : `"${name.replace(/(["\\$`])/g, '\\$1')}"`;
}

/** In hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Walks up from the current folder to the nearest program; flags and MENTORCTL_DB override. */
function findProgram(host: Host, settings: Settings): { programPath: string; databasePath: string } {
  const start = resolve(host.cwd, settings.dir.value ?? '.');
  if (settings.dir.value !== undefined && !existsSync(start)) {
    throw new Failure('not-found', {
      code: 'no-such-folder',
      message: 'there is no such folder',
      where: { source: settings.dir.value },
      hint: 'Check -C.',
    });
  }
  let folder = start;
  if (settings.db.value !== undefined) folder = dirname(resolve(host.cwd, settings.db.value));
  else {
    while (!existsSync(join(folder, 'mentorctl.yaml')) && !existsSync(join(folder, 'mentorctl.db'))) {
      const above = dirname(folder);
      if (above === folder) {
        folder = start;
        break;
      }
      folder = above;
    }
    if (folder !== start) mustBeOwn(folder);
  }
  const databasePath =
    settings.db.value === undefined ? join(folder, 'mentorctl.db') : resolve(host.cwd, settings.db.value);
  return { programPath: join(folder, 'mentorctl.yaml'), databasePath };
}

function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

/** Whether changes were made under a program file, which the database remembers. */
async function hadProgramFile(databasePath: string): Promise<boolean> {
  const { openStore, storeExists } = await import('../../store/store.ts');
  if (!storeExists(databasePath)) return false;
  const store = await openStore(databasePath, { create: false });
  try {
    const { underProgramFile } = await import('../../store/facts.ts');
    return await underProgramFile(store.db);
  } finally {
    await store.close();
  }
}

function programGone(path: string): Failure {
  return new Failure('bad-program', {
    code: 'program-gone',
    message:
      'the program file is gone: it was here when the people were imported, and holds the rules, fields and measures',
    where: { source: path },
    hint: 'Put it back from a copy, or begin a new one with mentorctl init.',
  });
}

function tellOfLeftovers(folder: string, note: (text: string) => void): void {
  const left = leftovers(folder);
  if (left.length > 0)
    note(
      `Left half written by a command that was killed: ${left.join(', ')}. Delete ${left.length === 1 ? 'it' : 'them'}.`,
    );
}

async function loadProgram(path: string, named = 'mentorctl.yaml'): Promise<LoadedProgram> {
  const { programSource } = await import('../../intake/program-source.ts');
  const text = programSource(path, named);
  if (text === undefined) return { program: standardProgram, text, path };
  const { parseProgram } = await import('../../intake/program-file.ts');
  const { value, issues } = parseProgram(text, named);
  if (value !== undefined) return { program: value, text, path };
  throw new Failure('bad-program', {
    code: 'bad-program',
    message: `the program file has ${issues.length === 1 ? 'an error' : `${issues.length} errors`}; nothing was changed`,
    where: { source: named },
    issues,
  });
}

function isOurs(what: string, shown: string, flag: string): Failure {
  return new Failure('cannot-write', {
    code: 'file-exists',
    message: `this is ${what}`,
    where: { source: shown },
    hint: flag === '' ? 'Name another file.' : `Name another file with ${flag}.`,
  });
}

/** What the office wants under every page. */
async function footerOf(path: string, format: Format): Promise<readonly string[]> {
  if ((format !== 'html' && format !== 'pdf') || !existsSync(path)) return [];
  const { program } = await loadProgram(path);
  const { contact, footer } = program.office;
  return [program.name, ...(contact === undefined ? [] : [contact]), ...(footer === undefined ? [] : [footer])];
}

async function show(report: Report, host: Host, settings: Settings, footer: readonly string[]): Promise<void> {
  const format = settings.format.value;
  if (binaryFormats.has(format) && settings.output === undefined && host.stdout.isTTY)
    throw new Failure('usage', {
      code: 'needs-file',
      message: `${format} is not for a terminal`,
      hint: `Write it to a file: -o report.${format}`,
    });
  const { renderers } = await import('../../render/formats.ts');
  const style = streamStyle(host.stdout, host.env, settings.color.value);
  const content = await renderers[format](report, {
    excel: settings.excel,
    style: settings.output === undefined ? style : { ...style, color: false },
    ...(settings.figure === undefined ? {} : { figure: settings.figure }),
    footer,
  });
  if (settings.output === undefined) {
    // In a pipe csv keeps what people are called; a terminal might act on it.
    const shown = format === 'csv' && host.stdout.isTTY && typeof content === 'string' ? safeLines(content) : content;
    const pager = typeof shown === 'string' ? pagerFor(shown, host, settings) : undefined;
    if (pager === undefined || !host.page(String(shown), pager)) host.stdout.write(shown);
    return;
  }
  writeFileWhole(resolve(host.cwd, settings.output), content);
  if (!settings.quiet) host.stderr.write(`Wrote ${safeText(settings.output)}.\n`);
}
