// mentorctl data check: is everything sound, and where does each setting come from?
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { leftovers } from '../../cli/leftovers.ts';
import { counted } from '../../domain/count-words.ts';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { keepWords, keptSince, type KeepPlan } from '../../domain/program/keeping.ts';
import { caution, tableBlock } from '../../domain/report/blocks.ts';
import type { Cell } from '../../domain/report/report.ts';
import { checkStore } from '../../store/check-store.ts';
import { copiesBeside } from '../../store/copies.ts';
import { overduePeople } from '../../store/overdue.ts';
import type { Store } from '../../store/store.ts';
import { proveTrail, type ProvenTrail } from '../../store/trail.ts';
import { recentChanges } from '../../store/transact.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

const unread: ProvenTrail = { changes: 0, seal: '', faults: [], remarks: [], unsummed: [] };

/** In bytes: from here on it takes seconds. */
const large = 5e8;

export function define(command: Command, act: Act): void {
  command
    .addHelpText('after', '\nExample:\n  mentorctl data check')
    .action(() => act((_, context) => runDataCheck(context), {}));
}

export async function runDataCheck(context: Context): Promise<void> {
  const { settings } = context;
  const { state, gone, keep } = await programState(context);
  await context.usingStore({ create: false }, async (store) => {
    const { size } = statSync(context.databasePath);
    if (size > large) context.note(`Checking ${(size / 1e9).toFixed(1)} GB, every page and every index ...`);
    const broken = await checkStore(store.db);
    // Of a file that is not whole nothing more is read: it might never end.
    const trail = broken.length === 0 ? await proveTrail(store.db) : unread;
    const faults = [...broken, ...trail.faults];
    const changes = broken.length === 0 ? await recentChanges(store, 5) : [];
    const folder = dirname(context.databasePath);
    const remarks = [
      ...trail.remarks.map((text) => ({ name: basename(context.databasePath), text })),
      ...(await overdueRemarks(store, keep, context)),
      ...folderRemarks(folder, [basename(context.programPath), basename(context.databasePath)], store.key),
    ];
    const rows: [string, string, string][] = [
      ['program file', state, context.programPath],
      ['database', faults.length === 0 ? 'sound' : faults.join('; '), context.databasePath],
      ['encrypted', ...encryptedWords(store, context)],
      ['audit trail', trail === unread ? 'not looked at' : trailWords(trail), ''],
      ['format', settings.format.value, settings.format.origin],
      ['color', settings.color.value, settings.color.origin],
      ['questions', settings.input.value ? 'allowed' : 'never', settings.input.origin],
    ];
    const words = (cells: readonly string[]): Cell[] => cells.map((text) => ({ kind: 'text', text }));
    await context.show({
      schema: 'mentorctl/check@1',
      csvTable: 'check',
      blocks: [
        tableBlock({
          id: 'check',
          title: '',
          columns: ['what', 'value', 'from'].map((id) => ({ id, title: id })),
          rows: rows.map(words),
        }),
        ...remarks.map(({ name, text }) => caution(`${name}: ${text}`)),
        tableBlock({
          id: 'changes',
          title: 'Last changes',
          columns: ['at', 'who', 'command', 'rows'].map((id) => ({ id, title: id })),
          rows: changes.map(({ at, who, command, rows: count }) => words([at, who, command, String(count)])),
        }),
      ],
      json: {
        sound: faults.length === 0 && gone === undefined,
        faults,
        remarks,
        trail: { changes: trail.changes, seal: trail.seal, notSummedUp: trail.unsummed },
        settings: rows.map(([what, value, from]) => ({ what, value, from })),
        changes,
      },
    });
    if (gone !== undefined) throw gone;
    if (faults.length > 0)
      throw new Failure('no', {
        code: 'not-sound',
        message: 'the database has faults',
        hint: 'Restore the last backup.',
      });
  });
}

function encryptedWords(store: Store, { key }: Context): [string, string] {
  if (store.key !== undefined) return ['yes', key.origin];
  return key.given
    ? ['no: mentorctl data encrypt', `though ${key.origin} says a key`]
    : ['no: keep it on an encrypted disk', ''];
}

/** The seal is shortened: enough to note down and compare. */
function trailWords({ changes, seal, faults, unsummed }: ProvenTrail): string {
  if (faults.length > 0) return 'not whole';
  if (changes === 0) return 'empty';
  const large = unsummed.length === 0 ? '' : `; too large to be summed up: ${unsummed.join(', ')}`;
  return `whole, ${counted(changes, 'change')}, the last sealed ${seal.slice(0, 16)}${large}`;
}

/** The rest is looked at even where the file is gone. */
async function programState(
  context: Context,
): Promise<{ readonly state: string; readonly gone?: Failure; readonly keep?: KeepPlan }> {
  try {
    const { text, program } = await context.program();
    return { state: text === undefined ? 'none' : 'sound', ...defined({ keep: program.keep }) };
  } catch (error) {
    if (error instanceof Failure && error.code === 'program-gone') return { state: 'gone', gone: error };
    throw error;
  }
}

/** Whom the program promised to forget by now; nobody is forgotten by itself. */
async function overdueRemarks(
  store: Store,
  keep: KeepPlan | undefined,
  context: Context,
): Promise<{ name: string; text: string }[]> {
  const people = keep === undefined ? 0 : (await overduePeople(store.db, keptSince(context.today(), keep))).length;
  if (keep === undefined || people === 0) return [];
  const text = `${people} ${people === 1 ? 'is' : 'are'} kept longer than ${keepWords(keep)}: mentorctl person forget --overdue`;
  return [{ name: 'people', text }];
}

/** What is not as it should be in the program's folder: half written files, and ours where others may read them. */
function folderRemarks(
  folder: string,
  ours: readonly string[],
  key: string | undefined,
): { name: string; text: string }[] {
  return [
    ...leftovers(folder).map((name) => ({ name, text: 'left half written by a command that was killed: delete it' })),
    ...[...ours, ...copiesBeside(join(folder, ours[1] ?? ''), key)].flatMap((name) => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false });
      if (stat === undefined) return [];
      // Windows has no such modes.
      const open = process.platform !== 'win32' && name !== ours[0] && (stat.mode & 0o077) !== 0;
      const foreign = process.getuid !== undefined && stat.uid !== process.getuid();
      return [
        ...(open ? [{ name, text: `others on this machine may read it: chmod 600 ${name}` }] : []),
        ...(foreign ? [{ name, text: 'it belongs to another user' }] : []),
      ];
    }),
  ];
}
