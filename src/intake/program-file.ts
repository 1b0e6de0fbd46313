// Reads mentorctl.yaml into a Program, or says what is wrong with it: every problem with its line, its key and a suggestion.
import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml';
import type { Checked, Issue } from '../domain/issue.ts';
import type { Program } from '../domain/program/program.ts';
import { crossCheck } from './program-cross-check.ts';
import { describe, type Path } from './program-issues.ts';
import { programSchema } from './program-schema.ts';
import { toProgram } from './to-program.ts';

/** Parses the text of a program file; `source` names it in messages. */
export function parseProgram(text: string, source: string): Checked<Program> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    return {
      issues: document.errors.map((error) => ({
        code: 'program-yaml',
        severity: 'error',
        where: { source, line: lineOf(error.pos[0]) },
        message: `this is not YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.code}`,
        hint: 'Often an indent, a colon or a quotation mark. The line is where reading stopped making sense.',
      })),
    };
  }
  const place = (path: Path): Issue['where'] => {
    const offset = offsetOf(document, path);
    return {
      source,
      ...(offset === undefined ? {} : { line: lineOf(offset) }),
      ...(path.length === 0 ? {} : { column: path.join('.') }),
    };
  };
  const content = plainContent(document);
  if (typeof content === 'string')
    return {
      issues: [
        {
          code: 'program-yaml',
          severity: 'error',
          where: { source },
          message: content,
          hint: 'Write out what the alias stands for.',
        },
      ],
    };
  const read = programSchema.safeParse(withoutEmptySections(content.value), { reportInput: true });
  if (!read.success) return { issues: read.error.issues.flatMap((issue) => describe(issue, place)) };
  const program = toProgram(read.data);
  const issues = crossCheck(program, read.data).map(({ path, ...rest }) => ({
    ...rest,
    severity: 'error' as const,
    where: place(path),
  }));
  return issues.length > 0 ? { issues } : { value: program, issues };
}

/** What the document says, or in words why it cannot be read: aliases of nothing, or so many that they would never end. */
function plainContent(document: Document): { readonly value: unknown } | string {
  try {
    return { value: document.toJS() };
  } catch (cause) {
    return `an alias (*name) cannot be followed: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

/** "rules:" with nothing under it is what is left when the last rule is taken out: no rules, and no error. */
function withoutEmptySections(content: unknown): unknown {
  if (content === null || content === undefined) return {};
  if (typeof content !== 'object' || Array.isArray(content)) return content;
  return Object.fromEntries(Object.entries(content).filter(([, section]) => section !== null));
}

/** Where a path stands in the text: its key if it has one, else the nearest thing above it. */
function offsetOf(document: Document, path: Path): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly [number, number, number] } | undefined)?.range;
    if (range) return range[0];
  }
  return undefined;
}
