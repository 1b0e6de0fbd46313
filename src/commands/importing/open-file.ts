// A file opened as a table, with the columns that --map makes of others; --map is held against the headings.
import { defined } from '../../domain/defined.ts';
import { resolve } from 'node:path';
import { partsOf, rowKey, unknownHeadings } from '../../domain/columns/map-words.ts';
import { Failure } from '../../domain/failure.ts';
import type { Program } from '../../domain/program/program.ts';
import { withMadeColumns, type MadeColumn } from '../../intake/made-columns.ts';
import { openTable } from '../../intake/open-table.ts';
import { fileSource, memorySource, type Source } from '../../intake/source.ts';
import type { Table } from '../../intake/table.ts';
import type { Context } from '../shared/context.ts';
import type { ImportOptions } from './options.ts';

/** `-` is standard input. Throws Failure where --map names a heading that is not there. */
export async function openFile(
  file: string,
  options: ImportOptions,
  program: Program,
  context: Context,
): Promise<{ readonly source: Source; readonly table: Table }> {
  const { source, table } = await open(file, options, context);
  if (options.files.length === 1) mustBeThere(options, [table.headings], table.source);
  const ids = [...options.map].filter(([, word]) => word === 'id').map(([heading]) => heading);
  const saved = (program.headings.id ?? []).filter((heading) => heading.includes('+'));
  return { source, table: withMadeColumns(table, madeOf([...ids, ...saved], table, options)) };
}

/** Before the first of several files is taken: a heading of --map stands in at least one of them. */
export async function mustHaveHeadings(options: ImportOptions, context: Context): Promise<void> {
  const headings = [];
  // Standard input can be read once alone.
  if (options.files.includes('-')) return;
  for (const file of options.files) headings.push((await open(file, options, context)).table.headings);
  mustBeThere(options, headings, undefined);
}

async function open(
  file: string,
  { encoding, sheet }: ImportOptions,
  { host }: Context,
): Promise<{ readonly source: Source; readonly table: Table }> {
  const source =
    file === '-' ? memorySource('standard input', await host.stdin.bytes()) : fileSource(resolve(host.cwd, file));
  const table = await openTable(source, defined({ encoding, sheet }));
  return { source, table };
}

function mustBeThere({ map }: ImportOptions, files: readonly (readonly string[])[], source: string | undefined): void {
  const [first] = unknownHeadings(map, files);
  if (first === undefined) return;
  const headings = [...new Set(files.flat())].filter(Boolean);
  const shown = headings.slice(0, 12).map((heading) => `"${heading}"`);
  const near = first.near === undefined ? '' : `Did you mean "${first.near}"? `;
  throw new Failure('usage', {
    code: 'no-such-heading',
    message: `--map names "${first.heading}", which is no heading ${source === undefined ? 'of any of these files' : 'of this file'}; nothing was imported`,
    ...(source === undefined ? {} : { where: { source } }),
    hint: `${near}The headings are ${shown.join(', ')}${headings.length > 12 ? ' and more' : ''}.`,
  });
}

function madeOf(ids: readonly string[], table: Table, { cohort = '' }: ImportOptions): MadeColumn[] {
  return [...new Set(ids)].flatMap((heading): MadeColumn[] => {
    const parts = partsOf(heading, table.headings);
    if (parts !== undefined)
      return unknownHeadings(new Map([[heading, 'id']]), [table.headings]).length > 0
        ? []
        : [{ heading, of: parts, prefix: '' }];
    const isRow = heading.toLowerCase() === rowKey && !table.headings.some((one) => one.toLowerCase() === rowKey);
    // Rows of another file, or of another cohort, are other people.
    const file = table.source.replace(/\.\w+$/, '');
    return isRow ? [{ heading, of: [], prefix: `${cohort === '' ? '' : `${cohort}/`}${file}:` }] : [];
  });
}
