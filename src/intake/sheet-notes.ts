// What is noted of a sheet while its rows are read: formulas without a result, letters that were read back.
import { counted } from '../domain/count-words.ts';
import { noneMended, type MendedLetters } from './mended-letters.ts';

export interface SheetNotes {
  readonly mended: MendedLetters;
  /** Formulas without a saved result, by column. */
  readonly unsaved: Map<number, number>;
}

export const sheetNotes = (): SheetNotes => ({ mended: noneMended(), unsaved: new Map() });

/** What is to be said of formulas that were never calculated: their cells are not empty, and nobody knows what they hold. */
export function unsavedWords({ unsaved }: SheetNotes, headings: readonly string[]): string[] {
  const formulas = [...unsaved.values()].reduce((sum, count) => sum + count, 0);
  if (formulas === 0) return [];
  const columns = [...unsaved.keys()].sort((a, b) => a - b).map((column) => `"${headings[column] ?? ''}"`);
  const are = counted(formulas, 'formula has', 'formulas have');
  return [
    `${are} no result (${columns.join(', ')}): the workbook was never calculated. Open it in a spreadsheet, save it, and import it again.`,
  ];
}
