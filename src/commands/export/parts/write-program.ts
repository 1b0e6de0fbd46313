// A program in a folder of its own: the database, the program file and the codebook.
import { readFileSync } from 'node:fs';
import { startFolder } from '../../../cli/write-folder.ts';
import { renderRows } from '../../../render/documents.ts';
import type { Book } from '../../../store/codebook.ts';
import type { Store } from '../../../store/store.ts';

/** All of it or nothing. `shown`: the folder as it was typed. */
export function writeProgram(
  folder: string,
  shown: string,
  { copy, book, text }: { readonly copy: Store; readonly book: Book; readonly text: string | undefined },
): Promise<void> {
  const whole = startFolder(folder, shown);
  try {
    const add = (name: string, content: string | Uint8Array): void => {
      const file = whole.add(name);
      file.write(content);
      file.finish();
    };
    add('mentorctl.db', readFileSync(copy.path));
    if (text !== undefined) add('mentorctl.yaml', text);
    add('codebook.csv', renderRows([book.columns, ...[...book.rows()].map((row) => row.map(String))]));
    whole.finish();
  } finally {
    whole.abandon();
  }
  return Promise.resolve();
}
