// What a first import of some files would write to the program file, without keeping anybody: fields, measures, rules, criteria.
import { defined } from '../../domain/defined.ts';
import { noteAnswer, proposeCriteria, type Identities, type Proposal } from '../../domain/columns/propose-criteria.ts';
import { Failure } from '../../domain/failure.ts';
import { programAdditions } from '../../domain/imports/program-additions.ts';
import { draftReader, type DraftReader } from '../../domain/rows/read-drafts.ts';
import { fold } from '../../domain/program/answer-words.ts';
import type { Program } from '../../domain/program/program.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Table } from '../../intake/table.ts';
import { parseProgram } from '../../intake/program-file.ts';
import { amendProgramText } from '../../intake/program-text.ts';
import type { Context } from '../shared/context.ts';
import { isEmpty } from './is-empty.ts';
import type { ImportOptions, RoleChoice } from './options.ts';
import { roleOfAll } from './role-of-all.ts';
import { understandFile } from './understand-file.ts';

export interface ProposedText {
  readonly text: string;
  readonly program: Program;
  readonly proposal: Proposal;
  /** Rows that import will not take as they are. */
  readonly badRows: number;
}

/** `role`: of everybody in the file; what a column says where undefined. */
export interface RosterFile {
  readonly file: string;
  readonly role?: RoleChoice;
}

/**
 * `start`: the program file so far; each file is read by what the ones before it taught. Throws Failure for a file of
 * another kind.
 */
export async function proposeFromFiles(
  start: string,
  files: readonly RosterFile[],
  context: Context,
): Promise<ProposedText> {
  let text = start;
  let badRows = 0;
  const mentors = { id: new Set<string>(), email: new Set<string>(), name: new Set<string>() };
  const answered = { mentor: new Map<string, Set<string>>(), mentee: new Map<string, Set<string>>() };
  for (const { file, role } of files) {
    const program = read(text);
    const here = { ...context, program: () => Promise.resolve({ program, text, path: context.programPath }) };
    const options: ImportOptions = {
      files: [file],
      map: new Map(),
      ask: false,
      dryRun: true,
      complete: false,
      skipBadRows: true,
      verbose: false,
      proposing: true,
      ...defined({ role }),
    };
    const understood = await understandFile(file, options, here);
    const { table, kind, columns } = understood;
    if (kind !== 'roster' && kind !== 'outcomes') throw notARoster(kind, table.source);
    if (isEmpty(table)) continue;
    const everybody = await roleOfAll(understood, options, here);
    const reader = draftReader(columns, program, { source: table.source, role: everybody, dates: program.dates });
    badRows += await context.work(`Reading ${table.source}`, readAll(table, reader, answered, mentors));
    text = amendProgramText(text, programAdditions(columns, reader.newOptions, program));
  }
  const proposal = proposeCriteria(read(text).fields, answered.mentee, answered.mentor, { mentors });
  text = amendProgramText(text, { fields: [], measures: [], columns: [], proposal });
  return { text, program: read(text), proposal, badRows };
}

/** Every row once, for the answers it holds; gives how many have errors. */
function* readAll(
  table: Table,
  reader: DraftReader,
  answered: Readonly<Record<'mentor' | 'mentee', Map<string, Set<string>>>>,
  mentors: Readonly<Record<keyof Identities, Set<string>>>,
): Generator<Progress, number, undefined> {
  let [rows, bad] = [0, 0];
  function* batches(): Generator<Table['first'], void, undefined> {
    yield table.first;
    yield* table.rest();
  }
  for (const batch of batches()) {
    const { drafts, issues } = reader.read(batch.rows);
    for (const { id, email, name, role, answers } of drafts) {
      if (role === 'none') continue;
      for (const [field, value] of Object.entries(answers.values())) noteAnswer(answered[role], field, value);
      if (role === 'mentee') continue;
      mentors.id.add(fold(id));
      mentors.name.add(fold(name));
      if (email !== undefined) mentors.email.add(email);
    }
    bad += batch.badRows.length + new Set(issues.map(({ where }) => where.line)).size;
    rows += batch.rows.length;
    yield { phase: 'rows', done: rows, total: 0 };
  }
  return bad;
}

function read(text: string): Program {
  const { value, issues } = parseProgram(text, 'mentorctl.yaml');
  if (value === undefined) throw new Error(`a new program file cannot be read: ${issues[0]?.message ?? ''}`);
  return value;
}

function notARoster(kind: string, source: string): Failure {
  return new Failure('bad-data', {
    code: 'not-a-roster',
    message: `this is a file of ${kind}`,
    where: { source },
    hint: 'A program is proposed from rosters and files of outcomes. Import this one later.',
  });
}
