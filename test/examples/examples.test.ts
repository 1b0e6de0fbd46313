// If this fails, docs/examples shows other documents than the program makes: npm run docs writes them anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { examples, examplesFolder, madeExamples } from './make-examples.ts';

it('docs/examples holds the documents that the program makes of the demo', { timeout: 240_000 }, async () => {
  const made = madeExamples();
  expect([...made.keys()]).toEqual([...examples.map(([file]) => file), 'README.md']);
  const stale: string[] = [];
  for (const [file, bytes] of made) {
    const kept = readFileSync(join(examplesFolder, file));
    // A workbook holds the hour at which it was packed.
    const same = file.endsWith('.xlsx')
      ? JSON.stringify(await readWorkbook(kept)) === JSON.stringify(await readWorkbook(bytes))
      : kept.equals(bytes);
    if (!same) stale.push(file);
  }
  expect(stale, 'documents that are no longer what the program makes').toEqual([]);
});
