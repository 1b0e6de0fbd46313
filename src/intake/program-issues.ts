// What is wrong with the shape of a program file, in words: unknown keys with a suggestion, words that are none of the known ones.
import type { z } from 'zod';
import type { Issue } from '../domain/issue.ts';
import { allKnown, didYouMean, meantOrKnown } from '../domain/suggest.ts';
import { programSchema } from './program-schema.ts';

/** Where something stands in the program file: keys and positions in lists, outermost first. */
export type Path = readonly (string | number)[];

/** A problem and the path it stands at. */
export interface Complaint {
  readonly path: Path;
  readonly code: string;
  readonly value?: string;
  readonly message: string;
  readonly hint?: string;
}

/** One problem of the schema as issues; `place` finds the line of a path. */
export function describe(issue: z.core.$ZodIssue, place: (path: Path) => Issue['where']): Issue[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path);
    return issue.keys.map((key) => ({
      code: 'program-unknown-key',
      severity: 'error',
      where: place([...path, key]),
      message: `"${key}" is not known here`,
      hint: meantOrKnown(key, known),
    }));
  }
  const base = { severity: 'error' as const, where: place(path) };
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const given = typeof issue.input === 'string' ? issue.input : undefined;
    const nearest = given === undefined ? undefined : didYouMean(given, known);
    return [
      {
        ...base,
        code: 'program-value',
        message:
          issue.input === undefined ? `"${String(path.at(-1))}" is missing` : 'this is not one of the known words',
        hint: [nearest, allKnown(known)].filter(Boolean).join(' '),
      },
    ];
  }
  if (issue.code === 'invalid_key') {
    return [
      {
        ...base,
        code: 'program-unknown-key',
        message: `"${String(path.at(-1))}" is not known here`,
        hint: allKnown(keysAt(path.slice(0, -1))),
      },
    ];
  }
  const message =
    issue.code === 'invalid_type'
      ? `here goes ${shapes[issue.expected] ?? issue.expected}`
      : issue.message.replace(/^Invalid input: /, '');
  return [{ ...base, code: 'program-value', message }];
}

const shapes: Readonly<Record<string, string>> = {
  array: 'a list: one entry a line, each after "- "',
  object: 'a group of lines, each "name: value", set in under this one',
  record: 'a group of lines, each "name: value", set in under this one',
  string: 'a word or a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** The keys the schema knows at a path, for suggestions. */
function keysAt(path: Path): string[] {
  let schema: unknown = programSchema;
  for (const step of path) {
    schema = unwrap(schema);
    const { shape, element, valueType } = schema as {
      shape?: Record<string, unknown>;
      element?: unknown;
      valueType?: unknown;
    };
    schema = shape?.[String(step)] ?? element ?? valueType;
  }
  const { shape, keyType } = unwrap(schema) as {
    shape?: Record<string, unknown>;
    keyType?: { options?: readonly string[] };
  };
  return Object.keys(shape ?? {}).concat(keyType?.options ?? []);
}

function unwrap(schema: unknown): object {
  let inner = schema as { unwrap?: () => unknown; shape?: unknown; element?: unknown };
  while (typeof inner.unwrap === 'function' && inner.shape === undefined && inner.element === undefined) {
    inner = inner.unwrap() as typeof inner;
  }
  return inner;
}
