// If these fail, an editor underlines a program file that mentorctl takes, or is silent on one that it refuses.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { newProgramText } from '../../src/intake/new-program-text.ts';
import { parseProgram } from '../../src/intake/program-file.ts';
import { programJsonSchemaText } from '../../src/intake/program-json-schema.ts';
import { emptyFolder } from '../fake-host.ts';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
}

/** The keywords our schema uses, and no others: enough to say yes or no as an editor would. */
function fits(value: unknown, schema: Schema): boolean {
  const used = Object.keys(schema).filter(
    (key) => !['$schema', 'title', 'description', 'examples', 'id'].includes(key),
  );
  const known =
    'type properties additionalProperties propertyNames required items anyOf oneOf enum const minimum exclusiveMinimum maximum minLength pattern';
  expect(used.filter((key) => !known.split(' ').includes(key))).toEqual([]);
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => fits(value, one))) return false;
  if (schema.oneOf !== undefined && schema.oneOf.filter((one) => fits(value, one)).length !== 1) return false;
  if (schema.const !== undefined && value !== schema.const) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  switch (schema.type) {
    case 'string':
      return (
        typeof value === 'string' &&
        value.length >= (schema.minLength ?? 0) &&
        (schema.pattern === undefined || new RegExp(schema.pattern).test(value))
      );
    case 'integer':
    case 'number':
      return (
        typeof value === 'number' &&
        (schema.type === 'number' || Number.isInteger(value)) &&
        value >= (schema.minimum ?? -Infinity) &&
        value > (schema.exclusiveMinimum ?? -Infinity) &&
        value <= (schema.maximum ?? Infinity)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value) && value.every((item) => fits(item, schema.items ?? {}));
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      const entries = Object.entries(value as Record<string, unknown>);
      if ((schema.required ?? []).some((key) => !(key in value))) return false;
      return entries.every(([key, inner]) => {
        if (schema.propertyNames !== undefined && !fits(key, schema.propertyNames)) return false;
        const own = schema.properties?.[key];
        if (own !== undefined) return fits(inner, own);
        const rest = schema.additionalProperties ?? true;
        return typeof rest === 'boolean' ? rest : fits(inner, rest);
      });
    }
    default:
      return true;
  }
}

const schema = JSON.parse(programJsonSchemaText()) as Schema;
const whole = newProgramText(
  {
    name: 'A: b',
    setting: 'school',
    cohort: { name: '2026' },
    checkpoint: 'fall 2027',
    cameBy: 'lottery',
    surveys: ['belonging'],
  },
  'for you',
);

describe('the JSON Schema of the program file', () => {
  it('is the one that is committed', async () => {
    await expect(programJsonSchemaText()).toMatchFileSnapshot('../../schema/mentorctl.schema.json');
  });

  it('is what program schema prints, and writes with -o', async () => {
    const folder = emptyFolder();
    expect((await folder.run(['program', 'schema'])).stdout).toBe(programJsonSchemaText());
    expect(await folder.run(['program', 'schema', '-o', 'a.json'])).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(`${folder.path}/a.json`, 'utf8')).toBe(programJsonSchemaText());
  });

  it.each([
    ['a first program', newProgramText({ surveys: [] }, 'for you')],
    ['one with every answer', whole],
    ['the example in the docs', readFileSync('docs/examples/star.yaml', 'utf8')],
    ['rules and criteria', 'rules: [{kind: share, field: hours, least: 2}]\ncriteria: [{kind: ranked, side: mentee}]'],
  ])('takes %s, as the reader does', (_, text) => {
    expect(fits(parse(text) ?? {}, schema)).toBe(true);
    const issues = parseProgram(text, 'm.yaml').issues.filter(({ code }) => code !== 'program-unknown-field');
    expect(issues).toEqual([]);
  });

  it.each([
    ['an unknown key', 'programme: x'],
    ['an unknown kind', 'rules: [{kind: sam, field: a}]'],
    ['a parameter another kind has', 'rules: [{kind: same, field: a, least: 2}]'],
    ['a field where people are named', 'rules: [{kind: pin, field: a}]'],
    ['a field where nothing is compared', 'criteria: [{kind: scores, field: a}]'],
    ['a word for a number', 'capacity: {standard: two}'],
    ['a day in another order', 'cohorts: {fall: {starts: 01.09.2026}}'],
    ['a kind of letter there is not', 'messages: {birthdays: {subject: a, text: b}}'],
  ])('refuses %s, as the reader does', (_, text) => {
    expect(fits(parse(text), schema)).toBe(false);
    expect(parseProgram(text, 'm.yaml').value).toBeUndefined();
  });
});
