// What a file teaches the program, written to mentorctl.yaml: headings, fields, options, measures, a first proposal of criteria.
import type { Context } from '../shared/context.ts';
import type { LoadedProgram } from '../shared/load-program.ts';
import { makeChange } from '../shared/on-file.ts';
import { isBeingWritten } from '../shared/pending-program.ts';
import { startFile } from '../../cli/write-file.ts';
import { mayNameSomebody, proposeCriteria, type Answered } from '../../domain/columns/propose-criteria.ts';
import { isUntouched, programChanged, programSaid, proposalKept } from '../../domain/imports/program-said.ts';
import type { ProgramAdditions } from '../../domain/imports/program-additions.ts';
import { programSource } from '../../intake/program-source.ts';
import { amendProgramText } from '../../intake/program-text.ts';
import { keepProposedCriteria, proposedCriteria } from '../../store/proposed-criteria.ts';
import { fieldsAnswered, mentorIdentities, recordedFor } from '../../store/people.ts';
import { clearPending, keepPending, pendingProgram } from '../../store/pending-program.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Store } from '../../store/store.ts';
import type { Writer } from '../../store/transact.ts';

export interface KeptProgram {
  /** What is told of it; undefined where there was nothing to add. */
  readonly said: string | undefined;
  /** Once the database has kept what belongs to it: gives the file its place. What cannot be written now the next command writes. */
  readonly keep: (store: Store) => Promise<void>;
  /** Where the database took it back: nothing is left of it. */
  readonly drop: () => void;
}

const nothingToWrite = { keep: () => Promise.resolve(), drop: () => undefined };

/**
 * Makes the new mentorctl.yaml ready, beside the old one and in the transaction, where there is something to add; rules and criteria only while nobody has changed the proposal.
 * Throws Failure where the file is no longer what was read when the import began.
 */
export async function keepProgram(
  writer: Writer,
  cohortId: number,
  loaded: LoadedProgram,
  additions: ProgramAdditions,
  dryRun: boolean,
): Promise<KeptProgram> {
  const fields = [
    ...loaded.program.fields.filter(({ name }) => !additions.fields.some((field) => field.name === name)),
    ...additions.fields,
  ];
  const answered = await fieldsAnswered(writer.db, cohortId);
  const none: Answered = new Map();
  const proposal = proposeCriteria(fields, answered.get('mentee') ?? none, answered.get('mentor') ?? none, {
    ...(await recordedFor(writer.db, cohortId)),
    ...(fields.some(mayNameSomebody) ? { mentors: await mentorIdentities(writer.db, cohortId) } : {}),
  });
  const isNew = loaded.text === undefined;
  const untouched = isUntouched(loaded.program, proposal, await proposedCriteria(writer.db), isNew);
  const text = amendProgramText(loaded.text, { ...additions, ...(untouched ? { proposal } : {}) });
  const { path } = loaded;
  if (text === loaded.text) return { said: undefined, ...nothingToWrite };
  // Of whom was the first between the database and the file, this one knows nothing yet.
  const pending = await pendingProgram(writer.db);
  if (programSource(path, 'mentorctl.yaml') !== loaded.text || (pending !== undefined && isBeingWritten(pending)))
    throw programChanged();
  if (untouched) await keepProposedCriteria(writer, proposalKept(proposal));
  const counts = { fields: fields.length, measures: additions.measures.length };
  const said = programSaid(loaded.program, proposal, { isNew, untouched, ...counts, dryRun });
  return { said, ...(dryRun ? nothingToWrite : await readyToWrite(writer, loaded, text)) };
}

async function readyToWrite(
  writer: Writer,
  { path, text: before }: LoadedProgram,
  text: string,
): Promise<Pick<KeptProgram, 'keep' | 'drop'>> {
  const file = startFile(path);
  file.write(text);
  file.ready();
  await keepPending(writer.db, { pid: process.pid, before: before === undefined ? null : sha256(before), text });
  return {
    keep: async (store) => {
      if (programSource(path, 'mentorctl.yaml') !== before) {
        file.abandon();
        throw programChanged();
      }
      file.finish();
      await clearPending(store.db);
    },
    drop: file.abandon,
  };
}

/** One change, and the program file that goes with it: `wrote` is told of one that is to be written once the change is kept. */
export async function changeBoth<T>(
  store: Store,
  context: Context,
  options: { readonly dryRun: boolean },
  work: (writer: Writer, wrote: (program: KeptProgram) => KeptProgram) => Promise<T>,
): Promise<T> {
  let kept: KeptProgram | undefined;
  const wrote = (program: KeptProgram): KeptProgram => (kept = program);
  const result = await makeChange(store, context, options, (writer) => work(writer, wrote)).catch((error: unknown) => {
    kept?.drop();
    throw error;
  });
  await kept?.keep(store).catch(() => {
    context.note('The import is kept, but mentorctl.yaml could not be written; the next command tries again.');
  });
  return result;
}
