// Which test files reach a source file by their imports, over however many files.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The files that this one reaches, itself among them; paths as given, relative to the folder one is in. */
export function reachedFrom(file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const one of reached) for (const next of importsOf(one)) reached.add(next);
  return reached;
}

const known = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  let found = known.get(file);
  if (found === undefined) {
    found = ts
      .preProcessFile(readFileSync(file, 'utf8'), true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
      .map((name) => join(dirname(file), name))
      .filter((name) => existsSync(name));
    known.set(file, found);
  }
  return found;
}
