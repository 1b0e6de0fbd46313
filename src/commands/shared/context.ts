// What every command is handed: the host, the settings, the program of the current folder, its database, and ways to show a result.
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { asker, type Asker } from '../../cli/ask.ts';
import { findProgram } from '../../cli/find-program.ts';
import type { Host } from '../../cli/host.ts';
import { keySource, type Key } from '../../cli/key-source.ts';
import { leftovers } from '../../cli/leftovers.ts';
import { drive } from '../../cli/progress-line.ts';
import type { Settings } from '../../cli/settings.ts';
import { today } from '../../cli/today.ts';
import { mustBeWritable, sameFile } from '../../cli/write-file.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { isolated } from '../../domain/isolate.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Format } from '../../domain/report/formats.ts';
import { listTables, otherTables, type TableChoice } from '../../domain/report/list-tables.ts';
import type { Report } from '../../domain/report/report.ts';
import { safeLines } from '../../domain/safe-text.ts';
import { noKeyWords } from '../../store/key.ts';
import type { Store } from '../../store/store.ts';
import type { Author } from '../../store/transact.ts';
import { loadProgram, mustNotBeGone, type LoadedProgram } from './load-program.ts';
import { finishProgram, isHalfWritten } from './pending-program.ts';
import { damageBehind } from './damage-behind.ts';
import { showReport } from './show.ts';

export interface Context {
  readonly host: Host;
  readonly settings: Settings;
  readonly ask: Asker;
  readonly programPath: string;
  readonly databasePath: string;
  /** Of the database, should it be encrypted. */
  readonly key: Key;
  /** Refuses to write over the database or the program file, however their path is spelled. `flag`: what names another. */
  mustNotBeOurs(path: string, shown: string, flag: string): void;
  /** Throws Failure where the file is wrong, and where there was one that is gone. */
  program(): Promise<LoadedProgram>;
  /** Another program file, which must be there. */
  programAt(path: string): Promise<LoadedProgram>;
  /** `create: 'in-memory'`: where there is no database yet, one that is gone afterwards, for a dry run. */
  usingStore<T>(options: { readonly create: boolean | 'in-memory' }, work: (store: Store) => Promise<T>): Promise<T>;
  /** How `--table` was typed. */
  readonly asked: TableChoice;
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
  const ask = asker(host, settings);
  const key = keySource(host, ask, {
    variable: 'MENTORCTL_KEY',
    command: settings.keyCommand,
    flag: '--key-command',
    question: 'The key of the database:',
    missing: noKeyWords,
  });
  let named = false;
  /** Once, of the program's folder, this one, and the one of -o. */
  const tellOfLeftovers = (): void => {
    if (named) return;
    named = true;
    const places = [dirname(databasePath), host.cwd, ...(output === undefined ? [] : [dirname(output)])].map(realPath);
    for (const folder of new Set(places)) {
      const left = leftovers(folder).map((name) => relative(host.cwd, join(folder, name)) || name);
      if (left.length > 0)
        note(
          `Left half written by a command that was killed: ${left.join(', ')}. Delete ${left.length === 1 ? 'it' : 'them'}.`,
        );
    }
  };
  const usingStore: Context['usingStore'] = async (options, work) => {
    const { inMemory, openStore, storeExists, translate } = await import('../../store/store.ts');
    const pretend = options.create === 'in-memory' && !storeExists(databasePath);
    const isNew = options.create === true && !storeExists(databasePath);
    const store = await openStore(pretend ? inMemory : databasePath, {
      create: options.create === true || pretend,
      key,
      waitsForDisk: host.waitsForDisk,
    }).catch((error: unknown) => {
      tellOfLeftovers();
      throw error;
    });
    let failed = true;
    try {
      // What cannot be finished now is left to the next command.
      if (!pretend) await finishProgram(store, programPath, note).catch(() => undefined);
      tellOfLeftovers();
      const result = await work(store);
      failed = false;
      return result;
    } catch (error) {
      throw await damageBehind(translate(error, databasePath), store);
    } finally {
      await store.close();
      // A database made for work that failed is half a program, and would be taken for one.
      if (isNew && failed) for (const end of ['', '-wal', '-shm']) rmSync(`${databasePath}${end}`, { force: true });
    }
  };
  /** Opened, so that what a killed command left is finished before anything is read. */
  const finishLeft = async (): Promise<void> => {
    if (isHalfWritten(programPath) && existsSync(databasePath))
      await usingStore({ create: false }, () => Promise.resolve());
  };
  return {
    host,
    settings,
    ask,
    key,
    mustNotBeOurs,
    programPath,
    databasePath,
    asked,
    program: async () => {
      await finishLeft();
      const loaded = await loadProgram(programPath);
      if (loaded.text === undefined) await mustNotBeGone(programPath, databasePath, key);
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
    usingStore,
    author: () => {
      if (output !== undefined) mustBeWritable(output);
      tellOfLeftovers();
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
        await showReport(asked.listed ? listTables(report) : report, host, shownAs, programPath);
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

function isOurs(what: string, shown: string, flag: string): Failure {
  return new Failure('cannot-write', {
    code: 'file-exists',
    message: `this is ${what}`,
    where: { source: shown },
    hint: flag === '' ? 'Name another file.' : `Name another file with ${flag}.`,
  });
}

function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}
