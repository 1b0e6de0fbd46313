// Pseudonyms by a key that never leaves the program's folder: who has the key can make them again, nobody else can take them apart.
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFileWhole } from '../../../cli/write-file.ts';
import type { Field } from '../../../domain/program/program.ts';
import { unfinishedName } from '../../../domain/unfinished.ts';
import type { Pseudonyms } from '../../../store/pseudonymous.ts';
import type { Context } from '../../shared/context.ts';

export const keyName = 'mentorctl.key';

/** Made once, mode 0600; the same person has the same pseudonym in every export made with it. */
export function pseudonyms(context: Context, fields: readonly Field[], shiftDates: boolean): Pseudonyms {
  const key = keyOf(join(dirname(context.databasePath), keyName));
  const digest = (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  return {
    of: (kind, text) => `${kind === 'person' ? 'P' : kind}-${digest(`${kind}\0${text}`).slice(0, 12)}`,
    shift: shiftDates ? -7 * (1 + (parseInt(digest('shift').slice(0, 6), 16) % 200)) : 0,
    fields,
  };
}

/** Where the copy stands while names are taken out of it: beside the database, which is as private. */
export function copyPath({ databasePath }: Context): string {
  return unfinishedName(databasePath, process.pid, randomBytes(6).toString('hex'));
}

function keyOf(path: string): Buffer {
  const there = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  if (there.length > 0) {
    chmodSync(path, 0o600);
    return there;
  }
  writeFileWhole(path, `${randomBytes(32).toString('hex')}\n`);
  return readFileSync(path);
}
