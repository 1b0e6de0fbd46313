// The JSON Schema of mentorctl.yaml for editors, made from the shape that reads it and from the kinds' own records.
import { parse } from 'yaml';
import { z } from 'zod';
import { criterionKinds, type CriterionKind } from '../domain/matching/scoring/criterion-kinds.ts';
import { ruleKinds, type RuleKind } from '../domain/matching/scoring/rule-kinds.ts';
import { programSchema } from './program-schema.ts';
import { sectionWords } from './program-words.ts';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly [key: string]: unknown;
}

function programJsonSchema(): object {
  const { $schema, properties = {}, ...rest } = z.toJSONSchema(programSchema, { io: 'input' }) as Node;
  const described = Object.entries(properties).map(([name, node]): [string, Node] => {
    const { what, keys = {}, example } = sectionWords[name as keyof typeof sectionWords];
    const told = withEntries(node, keys);
    const kinds = name === 'rules' ? ruleKinds : name === 'criteria' ? criterionKinds : undefined;
    const shaped = kinds === undefined ? told : { ...told, items: byKind(told.items, kinds) };
    return [name, { ...shaped, description: what, examples: Object.values(parse(example) as object) }];
  });
  return {
    $schema,
    title: 'mentorctl.yaml',
    description: 'The rules of a peer-mentoring program, as mentorctl reads them.',
    ...rest,
    properties: Object.fromEntries(described),
  };
}

/** The section with a word on each of its keys, or of the keys of its entries. */
function withKeys(node: Node, keys: Readonly<Record<string, string>>): Node {
  const { properties, items, additionalProperties: entries } = node;
  if (properties !== undefined) {
    const told = Object.entries(properties).map(([key, one]) => [key, { ...one, description: keys[key] }]);
    return { ...node, properties: Object.fromEntries(told) as Readonly<Record<string, Node>> };
  }
  if (items !== undefined) return { ...node, items: withKeys(items, keys) };
  return typeof entries === 'object' ? { ...node, additionalProperties: withEntries(entries, keys) } : node;
}

/** Entries that may be left empty, and sections that may be one word, are a choice of shapes. */
function withEntries(node: Node, keys: Readonly<Record<string, string>>): Node {
  return node.anyOf === undefined
    ? withKeys(node, keys)
    : { ...node, anyOf: node.anyOf.map((one) => withKeys(one, keys)) };
}

/** Keys of a rule or criterion that only some kinds have. */
const parameters = ['least', 'most', 'range', 'ideal', 'table', 'side', 'people', 'value', 'zone'];

/** One shape a kind, with the keys it takes and no others. */
function byKind(item: Node = {}, kinds: Readonly<Record<string, RuleKind | CriterionKind>>): Node {
  const shared = Object.entries(item.properties ?? {}).filter(([key]) => key !== 'kind');
  const shapes = Object.entries(kinds).map(([kind, { summary, compares, parameters: own, takes }]): Node => {
    const keys = shared.filter(([key]) => {
      if (parameters.includes(key)) return (own as readonly string[]).includes(key);
      if (key === 'field') return compares === 'fields' || compares === 'mentees';
      if (compares === 'mentees') return key !== 'mentor' && key !== 'mentee';
      return compares !== 'nothing' || (key !== 'mentee' && key !== 'mentor');
    });
    const reads = takes.length === 0 ? '' : ` Reads ${takes.join(', ')}.`;
    return {
      type: 'object',
      description: `${summary}.${reads}`,
      properties: { kind: { const: kind, description: summary }, ...Object.fromEntries(keys) },
      required: ['kind', ...(compares === 'people' ? ['mentee', 'mentor'] : [])],
      additionalProperties: false,
    };
  });
  return { oneOf: shapes };
}

/** As it is committed and printed. */
export function programJsonSchemaText(): string {
  return `${JSON.stringify(programJsonSchema(), undefined, 2)}\n`;
}
