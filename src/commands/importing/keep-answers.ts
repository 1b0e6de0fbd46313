// What was answered to --ask, kept in mentorctl.yaml although the import failed.
import type { LoadedProgram } from '../shared/load-program.ts';
import { writeFileWhole } from '../../cli/write-file.ts';
import { programAdditions } from '../../domain/imports/program-additions.ts';
import { amendProgramText } from '../../intake/program-text.ts';
import type { Context } from '../shared/context.ts';
import type { ColumnMeaning } from '../../domain/columns/meaning.ts';

/** Headings with what they are, as an import that succeeds would keep them; nothing where nothing was answered. */
export function keepAnswers(
  { answered, loaded }: { readonly answered: readonly ColumnMeaning[]; readonly loaded: LoadedProgram },
  context: Pick<Context, 'note'>,
): void {
  if (answered.length === 0) return;
  const text = amendProgramText(loaded.text, programAdditions(answered, new Map(), loaded.program));
  if (text === loaded.text) return;
  writeFileWhole(loaded.path, text);
  context.note('Your answers about the columns are kept in mentorctl.yaml.');
}
