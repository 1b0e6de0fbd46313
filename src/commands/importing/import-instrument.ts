// An admin's own instrument: kept with its version, so that answers to it are read, checked and scored by it.
import { makeChange } from '../shared/on-file.ts';
import { counted } from '../../domain/count-words.ts';
import { Failure } from '../../domain/failure.ts';
import { versionText } from '../../domain/instruments/instrument.ts';
import { instrumentReport } from '../../domain/instruments/instrument-report.ts';
import { readInstrument } from '../../domain/instruments/read-instrument.ts';
import type { Report } from '../../domain/report/report.ts';
import { hashOf, memorySource } from '../../intake/source.ts';
import { keepInstrument, otherVersions } from '../../store/instruments.ts';
import type { Context } from '../shared/context.ts';
import type { ImportOptions } from './options.ts';
import type { Understood } from './understand-file.ts';

/** Letters of the hash that tell one version from another. */
const versionLength = 12;

/** Reads the instrument whole and keeps it as one version. Throws Failure for its problems, all at once. */
export async function importInstrument(
  { table, columns }: Understood,
  { dryRun }: ImportOptions,
  context: Context,
): Promise<Report> {
  const batches = [table.first, ...table.rest()];
  const rows = batches.flatMap((batch) => batch.rows);
  const read = readInstrument(table.comments, columns, rows, table.source);
  const issues = [...batches.flatMap((batch) => batch.issues), ...read.issues].sort(
    (a, b) => (a.where.line ?? 0) - (b.where.line ?? 0),
  );
  if (issues.length > 0) {
    throw new Failure('bad-data', {
      code: 'bad-instrument',
      message: `${counted(issues.length, 'problem')} in this instrument; nothing was imported.`,
      where: { source: table.source },
      hint: 'Mend them in the file and import it again.',
      issues,
    });
  }
  const { instrument } = read;
  const text = memorySource(instrument.id, new TextEncoder().encode(versionText(instrument)));
  const version = hashOf(text).slice(0, versionLength);
  return context.usingStore({ create: dryRun ? 'in-memory' : true }, (store) =>
    makeChange(store, context, { dryRun }, async (writer) => {
      const news = await keepInstrument(writer, instrument, version);
      const earlier = await otherVersions(writer.db, undefined, instrument.id, version);
      return instrumentReport({ file: table.source, instrument, version, news, earlier, dryRun });
    }),
  );
}
