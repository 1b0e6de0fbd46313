// A run that was saved as JSON (match --json, match show --json), read back to be compared.
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import type { ComparedRun } from '../domain/matching/runs/compare-runs.ts';

const named = z.object({ id: z.string(), name: z.string() });
const runDocument = z.object({
  schema: z.literal('mentorctl/run@1'),
  pairs: z.array(z.object({ mentor: named, mentee: named, score: z.number() })),
  unmatched: z.array(named),
});

/** Undefined where there is no file, or one that holds no JSON and may be a program file. Throws Failure where it is JSON, but no run. */
export function readRunFile(path: string, label: string): ComparedRun | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (!text.trimStart().startsWith('{')) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    document = undefined;
  }
  const { success, data } = runDocument.safeParse(document);
  if (success) return { label, pairs: data.pairs, unmatched: data.unmatched };
  throw new Failure('bad-data', {
    code: 'not-a-run',
    message: 'this file holds no run',
    where: { source: label },
    hint: 'Save one with: mentorctl match show 4 --json -o run4.json',
  });
}
