// mentorctl export everything: all the program holds, as one JSON document or a folder of CSV files, to take elsewhere.
import { resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { startFile, type WholeFile } from '../../cli/write-file.ts';
import { startFolder, type WholeFolder } from '../../cli/write-folder.ts';
import type { Work } from '../../domain/progress.ts';
import type { Cell } from '../../domain/report/report.ts';
import { jsonTables, renderRows } from '../../render/documents.ts';
import { everything, type ExportedTable } from '../../store/everything.ts';
import type { Act } from '../shared/act.ts';
import { contactsOption } from '../shared/options.ts';
import type { Context } from '../shared/context.ts';

export interface EverythingOptions {
  readonly into?: 'json' | 'csv';
  readonly withContacts: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(valueOption('--into <form>', 'one json document, or a folder of csv files (-o)', oneOf(['json', 'csv'])))
    .addOption(contactsOption())
    .addHelpText('after', '\nExample:\n  mentorctl export everything --into csv -o program')
    .action((flags) => act(runExportEverything, flags));
}

export async function runExportEverything(options: EverythingOptions, context: Context): Promise<void> {
  const { host, settings } = context;
  await context.usingStore({ create: false }, async (store) => {
    const tables = everything(store, { contacts: options.withContacts });
    if (options.into === 'csv') {
      const folder = settings.output ?? 'everything';
      const some = tables.filter(({ count }) => count > 0);
      await context.work(`Writing ${folder}`, writeTables(startFolder(resolve(host.cwd, folder), folder), some));
      host.stdout.write(`Wrote ${some.length} files to the folder ${folder}. They name people.\n`);
      return;
    }
    if (settings.format.origin !== 'default' && settings.format.value !== 'json') {
      await showCounts(tables, context);
      return;
    }
    const file = settings.output === undefined ? undefined : startFile(resolve(host.cwd, settings.output));
    const write = (text: string): void => {
      if (file === undefined) host.stdout.write(text);
      else file.write(text);
    };
    await context.work('Writing everything', writeDocument(tables, write, file));
  });
}

async function showCounts(tables: readonly ExportedTable[], context: Context): Promise<void> {
  const counts = tables.map(({ table, count }): Cell[] => [
    { kind: 'text', text: table },
    { kind: 'count', value: count },
  ]);
  const columns = [
    { id: 'table', title: 'table' },
    { id: 'rows', title: 'rows', align: 'right' as const },
  ];
  await context.show({
    schema: 'mentorctl/everything@1',
    blocks: [{ kind: 'table', table: { id: 'everything', title: '', columns, rows: counts } }],
    json: Object.fromEntries(tables.map(({ table, count }) => [table, count])),
  });
}

/** Rows of a part, which is written at once. */
const partRows = 500;

function* writeDocument(
  tables: readonly ExportedTable[],
  write: (text: string) => void,
  file: WholeFile | undefined,
): Work<void> {
  const total = tables.reduce((sum, { count }) => sum + count, 0);
  try {
    let [done, part] = [0, ''];
    for (const { text, rows } of jsonTables('mentorctl/everything@1', tables)) {
      part += text;
      done += rows;
      if (done % partRows > 0) continue;
      write(part);
      part = '';
      yield { phase: 'rows', done, total };
    }
    write(part);
    file?.finish();
  } finally {
    file?.abandon();
  }
}

function* writeTables(folder: WholeFolder, tables: readonly ExportedTable[]): Work<void> {
  let file: WholeFile | undefined;
  try {
    for (const { table, columns, count, rows } of tables) {
      file = folder.add(`${table}.csv`);
      file.write(renderRows([columns]));
      let [done, part] = [0, [] as string[][]];
      for (const row of rows()) {
        part.push(row.map(cellText));
        if (part.length < partRows) continue;
        file.write(renderRows(part));
        done += part.length;
        part = [];
        yield { phase: `rows of ${table}`, done, total: count };
      }
      file.write(renderRows(part));
      file.finish();
    }
    folder.finish();
  } finally {
    file?.abandon();
    folder.abandon();
  }
}

function cellText(value: string | number | object | null): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
