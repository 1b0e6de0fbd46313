// mentorctl export everything: all the program holds, as one JSON document or a folder of CSV files, to take elsewhere.
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { writeFolder } from '../../cli/write-folder.ts';
import type { Cell } from '../../domain/reports/report.ts';
import { renderRows } from '../../render/documents.ts';
import { everything } from '../../store/everything.ts';
import type { Act, Context } from '../context.ts';

export interface EverythingOptions {
  readonly as?: 'json' | 'csv';
  readonly withContacts?: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(new Option('--as <what>', 'one json document, or a folder of csv files (-o)').choices(['json', 'csv']))
    .option('--with-contacts', 'add e-mail addresses')
    .addHelpText('after', '\nExample:\n  mentorctl export everything --as csv -o program')
    .action((flags: EverythingOptions) => act((context) => runExportEverything(flags, context)));
}

export async function runExportEverything(options: EverythingOptions, context: Context): Promise<void> {
  const tables = await context.usingStore({ create: false }, (store) =>
    everything(store.db, { contacts: options.withContacts === true }),
  );
  const counts = tables.map(({ table, rows }): Cell[] => [
    { kind: 'text', text: table },
    { kind: 'count', value: rows.length },
  ]);
  const columns = [
    { id: 'table', title: 'table' },
    { id: 'rows', title: 'rows', align: 'right' as const },
  ];
  if (options.as !== 'csv') {
    await context.show(
      {
        schema: 'mentorctl/everything@1',
        blocks: [{ kind: 'table', table: { id: 'everything', title: '', columns, rows: counts } }],
        json: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
      },
      'json',
    );
    return;
  }
  const folder = context.settings.output ?? 'everything';
  const files = tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ table, rows }) => {
      const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const cell = (value: string | number | object | null | undefined): string =>
        typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
      return {
        name: `${table}.csv`,
        content: renderRows([names, ...rows.map((row) => names.map((name) => cell(row[name])))]),
      };
    });
  writeFolder(resolve(context.host.cwd, folder), files, folder);
  context.host.stdout.write(`Wrote ${files.length} files to the folder ${folder}. They name people.\n`);
}
