// mentorctl data backup: a checked copy of the database in one file.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { Failure } from '../../domain/failure.ts';
import { backupReport } from '../../domain/upkeep/copy-told.ts';
import { backupTo } from '../../store/copies.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export interface BackupOptions {
  readonly file: string;
  readonly yes: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<file>', 'where the copy goes')
    .addOption(onOff('--yes', 'write over a file of that name'))
    .addHelpText('after', '\nExample:\n  mentorctl data backup fall-2026.backup')
    .action((file, flags) => act(runBackup, { ...flags, file }));
}

export async function runBackup({ file, yes }: BackupOptions, context: Context): Promise<void> {
  const target = resolve(context.host.cwd, file);
  context.mustNotBeOurs(target, file, '');
  if (existsSync(target) && !yes) {
    throw new Failure('cannot-write', {
      code: 'file-exists',
      message: 'this file is already there',
      where: { source: file },
      hint: 'Name another, or say --yes to write over it.',
    });
  }
  await context.usingStore({ create: false }, async (store) => {
    await backupTo(store, target);
    await context.show(backupReport(file, statSync(target).size, store.key !== undefined));
  });
}
