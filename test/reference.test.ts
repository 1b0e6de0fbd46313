// If this fails, docs/commands.md tells of options that are not there, or is silent on some that are.
import { expect, it } from 'vitest';
import { commands } from '../src/command-list.ts';
import { z } from 'zod';
import { parseProgram } from '../src/intake/program-file.ts';
import { programSchema } from '../src/intake/program-schema.ts';
import { sectionWords } from '../src/intake/program-words.ts';
import { emptyFolder } from './fake-host.ts';

it('docs/commands.md is what --help says of every command', async () => {
  const folder = emptyFolder();
  const pages: string[] = [];
  for (const { words } of commands) {
    const { code, stdout } = await folder.run([...words.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: mentorctl ${words}`);
    pages.push(`## ${words}\n\n\`\`\`\n${stdout.trim()}\n\`\`\`\n`);
  }
  const head =
    '# Commands\n\nMade from the program itself. The options at the end of `mentorctl --help` go with every command.\n\n';
  const { stdout } = await folder.run(['--help']);
  await expect(`${head}\`\`\`\n${stdout.trim()}\n\`\`\`\n\n${pages.join('\n')}`).toMatchFileSnapshot(
    '../docs/commands.md',
  );
});

it('docs/rules-and-criteria.md is what the kinds say of themselves', async () => {
  const folder = emptyFolder();
  const [rules, criteria] = [await folder.run(['help', 'rules']), await folder.run(['help', 'criteria'])];
  const page = [
    '# Rules and criteria',
    '',
    'Made from the program itself: `mentorctl help rules` and `mentorctl help criteria`.',
    ...[rules, criteria].flatMap(({ stdout }) => ['', '```', stdout.trimEnd(), '```']),
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../docs/rules-and-criteria.md');
});

it('docs/words.md is the page that errors lead to, and each of its examples is a program file', async () => {
  const { stdout } = await emptyFolder().run(['help', 'words']);
  const head = '# Words of your own\n\nMade from the program itself: `mentorctl help words`.\n\n';
  await expect(`${head}\`\`\`\n${stdout.trimEnd()}\n\`\`\`\n`).toMatchFileSnapshot('../docs/words.md');
  const examples = stdout.split(/\n\n/).filter((part) => /^ {2}\w+:$/m.test(part));
  expect(examples).toHaveLength(5);
  for (const example of examples) {
    const { value, issues } = parseProgram(example.replace(/^ {2}/gm, ''), 'words');
    expect(issues).toEqual([]);
    expect(value).toBeDefined();
  }
});

it('docs/guide/program-file.md is what the schema says of the program file', async () => {
  const { stdout } = await emptyFolder().run(['program', 'schema']);
  const { properties } = JSON.parse(stdout) as { properties: Record<string, Shape> };
  const page = [
    '# The program file, line by line',
    '',
    'Made from the schema of `mentorctl.yaml` (`mentorctl program schema`), which editors read as well. Every section may be left out; the',
    'examples together are one program. `mentorctl program check` says what is wrong in a file, and what of it nobody answered.',
    ...Object.entries(properties).flatMap(([name, shape]) => [
      '',
      `## ${name}`,
      '',
      shape.description ?? '',
      ...keysOf(shape, sectionWords[name as keyof typeof sectionWords].keys),
      '',
      '```yaml',
      sectionWords[name as keyof typeof sectionWords].example,
      '```',
    ]),
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../docs/guide/program-file.md');
});

it('the examples of all sections are one program file, as the reader takes it', () => {
  const whole = Object.values(sectionWords).map(({ example }) => example);
  expect(parseProgram(whole.join('\n'), 'mentorctl.yaml').issues).toEqual([]);
});

it('every key of the program file says what it is for, and nothing is said of a key that is not there', () => {
  for (const [name, shape] of Object.entries(programSchema.shape)) {
    const { properties: section } = z.toJSONSchema(z.object({ section: shape }), { io: 'input' }) as Shape;
    const keys = Object.keys(partsOf(section?.section ?? {})).sort();
    expect([name, ...Object.keys(sectionWords[name as keyof typeof sectionWords].keys ?? {}).sort()]).toEqual([
      name,
      ...keys,
    ]);
  }
});

interface Shape {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly propertyNames?: Shape;
}

/** The keys of a section, or of each of its entries, whatever its kind. */
function partsOf({ properties, additionalProperties, items, anyOf = [], oneOf = [] }: Shape): Record<string, Shape> {
  const inner = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  const within = [...inner, ...(items === undefined ? [] : [items]), ...anyOf, ...oneOf].flatMap((one) =>
    Object.entries(partsOf(one)),
  );
  return { ...Object.fromEntries(within), ...properties };
}

function keysOf(section: Shape, told: Readonly<Record<string, string>> = {}): string[] {
  const kinds = section.items?.oneOf?.map(({ properties }) => properties?.kind?.const).join(', ');
  const keys = Object.entries(partsOf(section)).map(([key, shape]) => {
    const words = key === 'kind' && kinds !== undefined ? kinds : wordsOf(shape);
    return `- \`${key}\`${words === '' ? '' : ` (${words})`}: ${told[key] ?? ''}`;
  });
  const { propertyNames } = section;
  const names = propertyNames?.enum === undefined ? [] : ['', `Known names: ${propertyNames.enum.join(', ')}.`];
  return [...(keys.length === 0 ? [] : ['', ...keys]), ...names];
}

/** The words it takes, or what kind of value it takes. */
function wordsOf({ enum: words, anyOf, type }: Shape): string {
  if (words !== undefined) return words.join(', ');
  if (anyOf !== undefined) return anyOf.map(wordsOf).filter(Boolean).join(', or ');
  return (
    {
      array: 'a list',
      object: 'names and values',
      integer: 'a whole number',
      number: 'a number',
      boolean: 'true or false',
      string: '',
    }[type ?? 'string'] ?? ''
  );
}
