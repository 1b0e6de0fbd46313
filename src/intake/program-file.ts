// Reads mentorctl.yaml into a Program, or says what is wrong with it: every problem with its line, its key and a suggestion.
import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { parseIsoDate } from '../domain/civil-date.ts';
import type { Checked, Issue } from '../domain/issue.ts';
import { personFields } from '../domain/matching/candidate.ts';
import { criterionKinds } from '../domain/matching/criterion-kinds.ts';
import { scaleTypes } from '../domain/matching/own-importance.ts';
import { ruleKinds } from '../domain/matching/rule-kinds.ts';
import type {
  CirclePlan,
  CohortPlan,
  Criterion,
  Field,
  FieldType,
  Measure,
  Program,
  Rule,
} from '../domain/program/program.ts';
import { standardProgram } from '../domain/program/standard-program.ts';
import { didYouMean } from '../domain/suggest.ts';
import { checkMessages, toEngagement } from './program-engagement.ts';
import { programSchema, type ProgramText } from './program-schema.ts';

type Path = readonly (string | number)[];

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
  const read = programSchema.safeParse(withoutEmptySections(document.toJS()), { reportInput: true });
  if (!read.success) return { issues: read.error.issues.flatMap((issue) => describe(issue, place)) };
  const program = toProgram(read.data);
  const issues = crossCheck(program, read.data).map(({ path, ...rest }) => ({
    ...rest,
    severity: 'error' as const,
    where: place(path),
  }));
  return issues.length > 0 ? { issues } : { value: program, issues };
}

/** "rules:" with nothing under it is what is left when the last rule is taken out: no rules, and no error. */
function withoutEmptySections(content: unknown): unknown {
  if (content === null || content === undefined) return {};
  if (typeof content !== 'object' || Array.isArray(content)) return content;
  return Object.fromEntries(Object.entries(content).filter(([, section]) => section !== null));
}

function toProgram(text: ProgramText): Program {
  const standard = standardProgram;
  return {
    name: text.program ?? standard.name,
    capacity: {
      standard: text.capacity?.standard ?? standard.capacity.standard,
      maximum: text.capacity?.maximum ?? standard.capacity.maximum,
      words: text.capacity?.words ?? {},
    },
    ...(text.dates === undefined ? {} : { dates: text.dates }),
    headings: text.columns ?? {},
    roles: Object.fromEntries(Object.entries(text.roles ?? {}).map(([word, role]) => [word.toLowerCase(), role])),
    fields: Object.entries(text.fields ?? {}).map(([name, { type, options = [], headings = [] }]): Field => ({
      name,
      type,
      options,
      headings,
    })),
    rules: (text.rules ?? []).map((rule): Rule => ({
      ...defined({ least: rule.least, most: rule.most }),
      kind: rule.kind,
      ...sides(rule),
    })),
    criteria: (text.criteria ?? []).map((criterion): Criterion => ({
      ...defined({ range: criterion.range, ideal: criterion.ideal, table: criterion.table, side: criterion.side }),
      ...defined({ scaledBy: criterion['scaled-by'] }),
      kind: criterion.kind,
      importance: criterion.importance ?? 'medium',
      ...sides(criterion),
    })),
    matching: {
      objective: text.matching?.objective ?? standard.matching.objective,
      minScore: Math.round((text.matching?.['min-score'] ?? 0) * 10),
      spread: text.matching?.spread ?? standard.matching.spread,
      ...(text.matching?.floor === 'best' ? { floor: 'best' as const } : {}),
      ...(text.matching?.method === 'stable' ? { method: 'stable' as const } : {}),
      preferPrevious: text.matching?.['prefer-previous'] ?? standard.matching.preferPrevious,
      seed: text.matching?.seed ?? standard.matching.seed,
    },
    ...(text.circles === undefined ? {} : { circles: toCircles(text.circles) }),
    ...(text['second-mentor'] === undefined ? {} : { secondMentor: defined({ ...text['second-mentor'] }) }),
    cohorts: Object.entries(text.cohorts ?? {}).map(([name, plan]): CohortPlan => ({
      name,
      ...defined({ starts: date(plan?.starts), ends: date(plan?.ends), matchBy: date(plan?.['match-by']) }),
    })),
    groups: {
      mentored: text.groups?.mentored ?? [],
      comparison: text.groups?.comparison ?? [],
      cameBy: text.groups?.['came-by'] ?? standard.groups.cameBy,
      names: text.groups?.names ?? {},
    },
    measures: Object.entries(text.measures ?? {}).map(([name, measure]): Measure => ({
      name,
      kind: measure.kind,
      headings: measure.headings ?? [],
      higherIs: measure['higher-is'] ?? 'better',
      ...defined({
        when: measure.when,
        start: measure.start,
        baseline: measure.baseline,
        before: measure.before,
        of: measure.of,
        participation: measure.participation,
        primary: measure.primary,
        meaningful: measure.meaningful,
      }),
    })),
    reports: {
      minCell: text.reports?.['min-cell'] ?? standard.reports.minCell,
      earlyDays: text.reports?.['early-days'] ?? standard.reports.earlyDays,
      strata: text.reports?.strata ?? [],
      samePeople: text.reports?.['same-people'] ?? [],
      ...defined({
        adjustFor: text.reports?.['adjust-for'],
        errors: text.reports?.errors,
        leftOn: text.reports?.['left-on'],
      }),
    },
    ...toEngagement(text),
  };
}

/** 3 to 15 people where the file does not say: the sizes group mentoring programs use. */
function toCircles({ least = 3, most = 15, ...rest }: NonNullable<ProgramText['circles']>): CirclePlan {
  return { least, most, ...defined({ who: rest.who, coMentor: rest['co-mentor'] }) };
}

function sides(text: { field?: string | undefined; mentee?: string | undefined; mentor?: string | undefined }): {
  mentee: string;
  mentor: string;
} {
  return { mentee: text.mentee ?? text.field ?? '', mentor: text.mentor ?? text.field ?? '' };
}

function date(text: string | undefined): CohortPlan['starts'] {
  return text === undefined ? undefined : parseIsoDate(text);
}

/** Without the undefined ones, as exactOptionalPropertyTypes asks. */
function defined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

interface Complaint {
  readonly path: Path;
  readonly code: string;
  readonly value?: string;
  readonly message: string;
  readonly hint?: string;
}

/** What the shape alone cannot say: fields that exist, fields of a type the kind can read, parameters the kind needs. */
function crossCheck(program: Program, text: ProgramText): Complaint[] {
  const fields = new Map(program.fields.map((field) => [field.name, field]));
  const known = [...fields.keys(), ...personFields];
  const complaints: Complaint[] = [];
  const check = (
    section: 'rules' | 'criteria',
    index: number,
    kind: { takes: readonly FieldType[]; parameters: readonly string[]; compares: 'fields' | 'people' | 'nothing' },
  ): void => {
    const entry = (text[section] ?? [])[index];
    if (entry === undefined) return;
    const path = [section, index];
    for (const side of kind.compares === 'fields' ? (['mentee', 'mentor'] as const) : []) {
      const name = entry[side] ?? entry.field;
      const key = entry[side] === undefined ? 'field' : side;
      if (name === undefined) {
        const hint = 'Write "field: topics", or "mentee:" and "mentor:" to compare different fields.';
        complaints.push({
          path,
          code: 'program-no-field',
          message: `this ${entry.kind} does not say which ${side} field it looks at`,
          hint,
        });
        continue;
      }
      const field = fields.get(name);
      if (field === undefined && !(personFields as readonly string[]).includes(name)) {
        const hint = didYouMean(name, known) ?? `Known: ${known.join(', ')}.`;
        complaints.push({
          path: [...path, key],
          code: 'program-unknown-field',
          value: name,
          message: `there is no field "${name}"`,
          hint,
        });
      } else if (field !== undefined && !kind.takes.includes(field.type)) {
        const message = `${entry.kind} cannot read "${name}", which is ${field.type}`;
        complaints.push({
          path: [...path, key],
          code: 'program-field-type',
          value: name,
          message,
          hint: `It reads: ${kind.takes.join(', ')}.`,
        });
      }
      if (entry.field !== undefined) break;
    }
    if (kind.compares === 'people' && (entry.mentee === undefined || entry.mentor === undefined)) {
      complaints.push({
        path,
        code: 'program-no-person',
        message: `this ${entry.kind} does not say which two people it is about`,
        hint: 'Write "mentee: S1042" and "mentor: M017", their ids or e-mail addresses.',
      });
    }
    if (kind.compares === 'nothing' && (entry.field ?? entry.mentee ?? entry.mentor) !== undefined) {
      complaints.push({
        path,
        code: 'program-unused-key',
        message: `${entry.kind} compares no fields`,
        hint: 'It looks at what was imported about pairs of people. Take the field away.',
      });
    }
    for (const key of ['least', 'most', 'range', 'ideal', 'table', 'side'] as const) {
      if ((entry as Record<string, unknown>)[key] !== undefined && !kind.parameters.includes(key)) {
        const takes = kind.parameters.length === 0 ? 'It takes none.' : `It takes: ${kind.parameters.join(', ')}.`;
        complaints.push({
          path: [...path, key],
          code: 'program-unused-key',
          message: `${entry.kind} has no "${key}"`,
          hint: takes,
        });
      }
    }
  };
  (text.rules ?? []).forEach((rule, index) => {
    check('rules', index, ruleKinds[rule.kind]);
  });
  (text.criteria ?? []).forEach((criterion, index) => {
    check('criteria', index, criterionKinds[criterion.kind]);
  });
  (text.criteria ?? []).forEach((criterion, index) => {
    const name = criterion['scaled-by'];
    if (name === undefined) return;
    const field = fields.get(name);
    if (field !== undefined && scaleTypes.includes(field.type)) return;
    complaints.push({
      path: ['criteria', index, 'scaled-by'],
      code: field === undefined ? 'program-unknown-field' : 'program-field-type',
      value: name,
      message:
        field === undefined ? `there is no field "${name}"` : `scaled-by cannot read "${name}", which is ${field.type}`,
      hint:
        field === undefined
          ? (didYouMean(name, fields.keys()) ?? `Known: ${[...fields.keys()].join(', ')}.`)
          : `It reads: ${scaleTypes.join(', ')}.`,
    });
  });
  for (const key of ['who', 'co-mentor'] as const) {
    const name = text.circles?.[key];
    if (name === undefined || fields.has(name)) continue;
    const hint = didYouMean(name, [...fields.keys()]) ?? `Known: ${[...fields.keys()].join(', ')}.`;
    const message = `there is no field "${name}"`;
    complaints.push({ path: ['circles', key], code: 'program-unknown-field', value: name, message, hint });
  }
  for (const key of ['differ', 'who'] as const) {
    const name = text['second-mentor']?.[key];
    const type = name === undefined ? undefined : fields.get(name)?.type;
    if (name === undefined || (key === 'who' ? type === 'yes-no' : type !== undefined)) continue;
    const hint = didYouMean(name, [...fields.keys()]) ?? `Known: ${[...fields.keys()].join(', ')}.`;
    complaints.push({
      path: ['second-mentor', key],
      code: type === undefined ? 'program-unknown-field' : 'program-field-type',
      value: name,
      message: type === undefined ? `there is no field "${name}"` : `who cannot read "${name}", which is ${type}`,
      hint: type === undefined ? hint : 'It reads: yes-no.',
    });
  }
  const { least = 3, most = 15 } = text.circles ?? {};
  if (least > most) {
    const message = `a circle cannot have at least ${least} and at most ${most} people`;
    complaints.push({ path: ['circles', 'least'], code: 'program-value', message, hint: 'Make "most" the larger.' });
  }
  return [...complaints, ...checkMessages(text)];
}

function describe(issue: z.core.$ZodIssue, place: (path: Path) => Issue['where']): Issue[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path);
    return issue.keys.map((key) => ({
      code: 'program-unknown-key',
      severity: 'error',
      where: place([...path, key]),
      message: `"${key}" is not known here`,
      hint: didYouMean(key, known) ?? `Known: ${known.join(', ')}.`,
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
        hint: [nearest, `Known: ${known.join(', ')}.`].filter(Boolean).join(' '),
      },
    ];
  }
  if (issue.code === 'invalid_key') {
    return [
      {
        ...base,
        code: 'program-unknown-key',
        message: `"${String(path.at(-1))}" is not known here`,
        hint: `Known: ${keysAt(path.slice(0, -1)).join(', ')}.`,
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
