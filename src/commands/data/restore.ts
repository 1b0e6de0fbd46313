// mentorctl data restore: a backup takes the database's place; what stood there is kept beside it.
import { statSync, type Stats } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { Failure } from '../../domain/failure.ts';
import { restoreReport } from '../../domain/upkeep/copy-told.ts';
import { restoreFrom } from '../../store/copies.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export interface RestoreOptions {
  readonly file: string;
  readonly yes: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<file>', 'a copy made by mentorctl data backup')
    .addOption(onOff('--yes', 'do not ask'))
    .addHelpText('after', '\nExample:\n  mentorctl data restore fall-2026.backup --yes')
    .action((file, flags) => act(runRestore, { ...flags, file }));
}

export async function runRestore({ file, yes }: RestoreOptions, context: Context): Promise<void> {
  const source = resolve(context.host.cwd, file);
  mustBeAFile(source, file);
  context.mustNotBeOurs(source, file, '');
  const question = `Put ${file} in the place of ${context.databasePath}?`;
  if (!yes && !(await context.ask.confirm(question, '--yes')))
    throw new Failure('cancelled', { code: 'cancelled', message: 'cancelled; nothing was changed' });
  const { kept, encrypted } = await restoreFrom(source, context.databasePath, context.author().at, context.key);
  await context.show(restoreReport(file, kept === undefined ? undefined : basename(kept), encrypted));
}

function mustBeAFile(path: string, shown: string): void {
  const there = statOf(path);
  if (there?.isFile() === true) return;
  const folder = there?.isDirectory() === true;
  throw new Failure('not-found', {
    code: folder ? 'is-folder' : 'no-such-file',
    message: folder ? 'this is a folder, not a file' : 'there is no such file',
    where: { source: shown },
    hint: folder ? 'Name the file inside it.' : 'Check the name and the folder.',
  });
}

/** Nothing where the path leads nowhere, whyever. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
