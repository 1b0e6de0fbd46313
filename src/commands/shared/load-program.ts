// The program file, read and understood, or what is wrong with it.
import { Failure } from '../../domain/failure.ts';
import type { Program } from '../../domain/program/program.ts';
import { standardProgram } from '../../domain/program/standard-program.ts';
import type { KeySource } from '../../store/key.ts';

export interface LoadedProgram {
  readonly program: Program;
  /** Undefined where there is no program file yet. */
  readonly text: string | undefined;
  readonly path: string;
}

/** `named`: as it was typed. Throws Failure for the errors in it, all at once. */
export async function loadProgram(path: string, named = 'mentorctl.yaml'): Promise<LoadedProgram> {
  const { programSource } = await import('../../intake/program-source.ts');
  const text = programSource(path, named);
  if (text === undefined) return { program: standardProgram, text, path };
  const { parseProgram } = await import('../../intake/program-file.ts');
  const { value, issues } = parseProgram(text, named);
  if (value !== undefined) return { program: value, text, path };
  throw new Failure('bad-program', {
    code: 'bad-program',
    message: `the program file has ${issues.length === 1 ? 'an error' : `${issues.length} errors`}; nothing was changed`,
    where: { source: named },
    issues,
  });
}

/** Throws Failure where there is no program file any more, though changes were made under one. */
export async function mustNotBeGone(path: string, databasePath: string, key: KeySource): Promise<void> {
  if (await hadProgramFile(databasePath, key)) throw programGone(path);
}

/** Whether changes were made under a program file, which the database remembers. */
async function hadProgramFile(databasePath: string, key: KeySource): Promise<boolean> {
  const { openStore, storeExists } = await import('../../store/store.ts');
  if (!storeExists(databasePath)) return false;
  const store = await openStore(databasePath, { create: false, key });
  try {
    const { underProgramFile } = await import('../../store/facts.ts');
    return await underProgramFile(store.db);
  } finally {
    await store.close();
  }
}

function programGone(path: string): Failure {
  return new Failure('bad-program', {
    code: 'program-gone',
    message:
      'the program file is gone: it was here when the people were imported, and holds the rules, fields and measures',
    where: { source: path },
    hint: 'Put it back from a copy, or begin a new one with mentorctl init.',
  });
}
