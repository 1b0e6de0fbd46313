// The JSON Schema of mentorctl.yaml for editors, made from the shape that reads it and from the kinds' own records.
import { z } from 'zod';
import { criterionKinds, type CriterionKind } from '../domain/matching/scoring/criterion-kinds.ts';
import { ruleKinds, type RuleKind } from '../domain/matching/scoring/rule-kinds.ts';
import { programSchema } from './program-schema.ts';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly [key: string]: unknown;
}

/** What each section is for, as an editor shows it. */
const sections: Readonly<Record<keyof typeof programSchema.shape, string>> = {
  program: 'What the program is called.',
  capacity:
    'How many mentees a mentor takes who did not say, the most anyone may have, and words that stand for a number.',
  dates: 'How days are written in your files: dmy (31.12.) or mdy (12/31).',
  columns: 'Headings of your exports, by what their columns are.',
  roles: 'Words of a role column, and the role each stands for.',
  statuses: 'Words of a registrar or an employer, and what each says: who stayed, left, or is left out of a rate.',
  grades: 'Letter grades, and what each is worth; the usual scale of 4.0 where nothing is said.',
  fields: 'Answers by name: their type, the options known, the headings that hold them, whether letters may tell them.',
  rules: 'Hard rules: each bars pairs.',
  criteria: 'Weighted criteria: each scores pairs.',
  matching: 'How pairs are chosen among those the rules allow.',
  'second-mentor': 'Mentees with two mentors: in which field the two must not be alike, and who wants a second.',
  circles: 'Group mentoring: sizes, who leads, with whom.',
  cohorts: 'Cohorts by name, and when each starts and ends.',
  groups: 'Which groups count as mentored, which are compared, and how people came into them.',
  measures: 'What is recorded about people.',
  costs: 'What mentoring one person takes, in money and hours; report retention sets it beside what it brought.',
  reports: 'What reports allow for and what they hide.',
  engagement: 'Days after which a pair, a flag or a survey needs attention.',
  surveys: 'Surveys, and how many days after a pair was made each falls due.',
  messages: 'The letters of your program, instead of the standard ones.',
  office: 'Who runs the program: whom to write to, what stands under letters and pages.',
};

function programJsonSchema(): object {
  const { $schema, properties = {}, ...rest } = z.toJSONSchema(programSchema, { io: 'input' }) as Node;
  const described = Object.entries(properties).map(([name, node]): [string, Node] => {
    const description = sections[name as keyof typeof sections];
    if (name === 'rules') return [name, { ...node, description, items: byKind(node.items, ruleKinds) }];
    if (name === 'criteria') return [name, { ...node, description, items: byKind(node.items, criterionKinds) }];
    return [name, { ...node, description }];
  });
  return {
    $schema,
    title: 'mentorctl.yaml',
    description: 'The rules of a peer-mentoring program, as mentorctl reads them.',
    ...rest,
    properties: Object.fromEntries(described),
  };
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
