// mentorctl data check: is everything sound, and where does each setting come from?
import { statSync } from 'node:fs';
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import type { Cell } from '../../domain/report/report.ts';
import { checkStore } from '../../store/check-store.ts';
import { recentChanges } from '../../store/transact.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

/** In bytes: from here on it takes seconds. */
const large = 5e8;

export function define(command: Command, act: Act): void {
  command
    .addHelpText('after', '\nExample:\n  mentorctl data check')
    .action(() => act((_, context) => runDataCheck(context), {}));
}

export async function runDataCheck(context: Context): Promise<void> {
  const { settings } = context;
  const loaded = await context.program();
  await context.usingStore({ create: false }, async (store) => {
    const { size } = statSync(context.databasePath);
    if (size > large) context.note(`Checking ${(size / 1e9).toFixed(1)} GB, every page and every index ...`);
    const faults = await checkStore(store);
    const changes = await recentChanges(store, 5);
    const rows: [string, string, string][] = [
      ['program file', loaded.text === undefined ? 'none' : 'sound', loaded.path],
      ['database', faults.length === 0 ? 'sound' : faults.join('; '), context.databasePath],
      ['format', settings.format.value, settings.format.origin],
      ['color', settings.color.value, settings.color.origin],
      ['questions', settings.input.value ? 'allowed' : 'never', settings.input.origin],
    ];
    const words = (cells: readonly string[]): Cell[] => cells.map((text) => ({ kind: 'text', text }));
    await context.show({
      schema: 'mentorctl/check@1',
      csvTable: 'check',
      blocks: [
        {
          kind: 'table',
          table: {
            id: 'check',
            title: '',
            columns: ['what', 'value', 'from'].map((id) => ({ id, title: id })),
            rows: rows.map(words),
          },
        },
        {
          kind: 'table',
          table: {
            id: 'changes',
            title: 'Last changes',
            columns: ['at', 'who', 'command', 'rows'].map((id) => ({ id, title: id })),
            rows: changes.map(({ at, who, command, rows: count }) => words([at, who, command, String(count)])),
          },
        },
      ],
      json: {
        sound: faults.length === 0,
        faults,
        settings: rows.map(([what, value, from]) => ({ what, value, from })),
        changes,
      },
    });
    if (faults.length > 0)
      throw new Failure('no', {
        code: 'not-sound',
        message: 'the database has faults',
        hint: 'Restore the last backup.',
      });
  });
}
