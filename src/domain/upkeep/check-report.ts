// What data check found: whether the database and its trail are sound, where settings come from, and what lies about.
import { counted } from '../count-words.ts';
import { keepWords, type KeepPlan } from '../program/keeping.ts';
import { caution, tableBlock } from '../report/blocks.ts';
import type { Cell, Report } from '../report/report.ts';

/** What proving the audit trail gave. */
export interface TrailFacts {
  readonly changes: number;
  readonly seal: string;
  readonly faults: readonly string[];
  /** Tables with more rows than are summed up at every change. */
  readonly unsummed: readonly string[];
}

export interface Remark {
  /** Of the file, or `people`. */
  readonly name: string;
  readonly text: string;
}

export interface CheckFacts {
  readonly programFile: { readonly state: string; readonly path: string };
  readonly database: { readonly path: string; readonly faults: readonly string[] };
  /** Where its key comes from, undefined without one; and where one is said all the same. */
  readonly key: { readonly used: string | undefined; readonly given: string | undefined };
  /** Undefined where a database that is not whole was not read any further. */
  readonly trail: TrailFacts | undefined;
  /** Settings, each with where it was said. */
  readonly settings: readonly (readonly [what: string, value: string, from: string])[];
  readonly remarks: readonly Remark[];
  readonly changes: readonly {
    readonly at: string;
    readonly who: string;
    readonly command: string;
    readonly rows: number;
  }[];
  readonly sound: boolean;
}

export function checkReport(found: CheckFacts): Report {
  const { programFile, database, trail, remarks, changes, sound } = found;
  const faults = [...database.faults, ...(trail?.faults ?? [])];
  const rows: (readonly [what: string, value: string, from: string])[] = [
    ['program file', programFile.state, programFile.path],
    ['database', faults.length === 0 ? 'sound' : faults.join('; '), database.path],
    ['encrypted', ...encryptedWords(found.key)],
    ['audit trail', trail === undefined ? 'not looked at' : trailWords(trail), ''],
    ...found.settings,
  ];
  const words = (cells: readonly string[]): Cell[] => cells.map((text) => ({ kind: 'text', text }));
  return {
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
      sound: sound && faults.length === 0,
      faults,
      remarks,
      trail: { changes: trail?.changes ?? 0, seal: trail?.seal ?? '', notSummedUp: trail?.unsummed ?? [] },
      settings: rows.map(([what, value, from]) => ({ what, value, from })),
      changes,
    },
  };
}

function encryptedWords({ used, given }: CheckFacts['key']): [string, string] {
  if (used !== undefined) return ['yes', used];
  return given === undefined
    ? ['no: keep it on an encrypted disk', '']
    : ['no: mentorctl data encrypt', `though ${given} says a key`];
}

/** The seal is shortened: enough to note down and compare. */
function trailWords({ changes, seal, faults, unsummed }: TrailFacts): string {
  if (faults.length > 0) return 'not whole';
  if (changes === 0) return 'empty';
  const large = unsummed.length === 0 ? '' : `; too large to be summed up: ${unsummed.join(', ')}`;
  return `whole, ${counted(changes, 'change')}, the last sealed ${seal.slice(0, 16)}${large}`;
}

/** Whom the program promised to forget by now; nobody is forgotten by itself. */
export function overdueRemarks(people: number, keep: KeepPlan): Remark[] {
  if (people === 0) return [];
  const kept = `${counted(people, 'is', 'are')} kept longer than ${keepWords(keep)}`;
  return [{ name: 'people', text: `${kept}: mentorctl person forget --overdue` }];
}

/** A file of ours in the program's folder, as it lies there. */
export interface FileSeen {
  readonly name: string;
  /** Others on this machine may read it. */
  readonly open: boolean;
  /** It belongs to somebody else. */
  readonly foreign: boolean;
}

/** `leftovers`: files that a killed command left half written. */
export function folderRemarks(leftovers: readonly string[], files: readonly FileSeen[]): Remark[] {
  return [
    ...leftovers.map((name) => ({ name, text: 'left half written by a command that was killed: delete it' })),
    ...files.flatMap(({ name, open, foreign }) => [
      ...(open ? [{ name, text: `others on this machine may read it: chmod 600 ${name}` }] : []),
      ...(foreign ? [{ name, text: 'it belongs to another user' }] : []),
    ]),
  ];
}
