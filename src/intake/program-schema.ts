// The shape of mentorctl.yaml, once, as zod: the reader checks with it and the JSON Schema for editors is generated from it.
import { z } from 'zod';
import { criterionKinds } from '../domain/matching/scoring/criterion-kinds.ts';
import { ruleKinds } from '../domain/matching/scoring/rule-kinds.ts';
import { columnTargets, statusMeanings } from '../domain/program/program.ts';
import { engagementSections } from './program-engagement.ts';
import { keepingSections } from './program-keeping.ts';

const word = z.string().min(1);
const words = z.array(word);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as YYYY-MM-DD');
const names = <T extends object>(record: T): [keyof T & string, ...(keyof T & string)[]] =>
  Object.keys(record) as [keyof T & string, ...(keyof T & string)[]];

/** Which answers are compared: `field: topics`, or `mentee: wants` with `mentor: offers`. */
const comparison = { field: word.optional(), mentee: word.optional(), mentor: word.optional() };

const field = z.strictObject({
  type: z.enum(['set', 'category', 'ordinal', 'number', 'yes-no', 'date', 'text']),
  options: z.array(z.union([z.string(), z.number()]).transform(String)).optional(),
  headings: words.optional(),
  tell: z.union([z.boolean(), z.enum(['yes', 'no']), z.string().includes('{answer}')]).optional(),
  any: z.array(z.string()).optional(),
  scale: z
    .array(z.number())
    .length(2)
    .refine(([low = 0, high = 0]) => low < high, 'write the lowest and the highest answer, e.g. [1, 5]')
    .optional(),
});

const answer = z.union([z.string(), z.number(), z.boolean()]);
const answers = z.union([answer, z.array(answer)]);
const onOff = z.union([z.boolean(), z.enum(['on', 'off'])]);

const rule = z.strictObject({
  kind: z.enum(names(ruleKinds)),
  ...comparison,
  least: z.number().optional(),
  most: z.number().optional(),
  people: z.array(word).min(2).optional(),
  value: answer.optional(),
  zone: word.optional(),
});

const criterion = z.strictObject({
  kind: z.enum(names(criterionKinds)),
  ...comparison,
  importance: z.union([z.enum(['essential', 'high', 'medium', 'low']), z.number().min(0).max(1000)]).optional(),
  range: z.number().positive().optional(),
  ideal: z.number().optional(),
  table: z.record(z.string(), z.record(z.string(), z.number().min(0).max(1))).optional(),
  side: z.enum(['mentee', 'mentor', 'both']).optional(),
  then: words.optional(),
  'scaled-by': word.optional(),
});

const measure = z.strictObject({
  kind: z.enum(['retention', 'yes-no', 'number']),
  headings: words.optional(),
  when: word.optional(),
  start: z.boolean().optional(),
  'yes-means': z.enum(['stayed', 'left']).optional(),
  baseline: z.boolean().optional(),
  before: word.optional(),
  of: word.optional(),
  participation: z.boolean().optional(),
  'higher-is': z.enum(['better', 'worse']).optional(),
  primary: z.boolean().optional(),
  meaningful: z.number().positive().optional(),
});

const cohort = z.strictObject({ starts: day.optional(), ends: day.optional(), 'match-by': day.optional() });

/** Unknown keys are errors. What it cannot say is checked by crossCheck. */
export const programSchema = z.strictObject({
  program: word.optional(),
  capacity: z
    .strictObject({
      standard: z.int().min(0).optional(),
      maximum: z.int().min(1).optional(),
      words: z.record(z.string(), z.int().min(0)).optional(),
      per: z.enum(['person', 'cohort']).optional(),
    })
    .optional(),
  dates: z.enum(['dmy', 'mdy']).optional(),
  columns: z.partialRecord(z.enum(columnTargets), words).optional(),
  roles: z.record(z.string(), z.enum(['mentor', 'mentee', 'both', 'none'])).optional(),
  statuses: z.record(z.string(), z.enum(statusMeanings)).optional(),
  grades: z.record(z.string(), z.number().min(0).max(100)).optional(),
  fields: z.record(z.string(), field).optional(),
  rules: z.array(rule).optional(),
  criteria: z.array(criterion).optional(),
  matching: z
    .strictObject({
      objective: z.enum(['coverage', 'quality']).optional(),
      'min-score': z.number().min(0).max(100).optional(),
      spread: onOff.optional(),
      floor: z.enum(['best', 'none']).optional(),
      method: z.enum(['best', 'stable']).optional(),
      unlisted: z.enum(['acceptable', 'unacceptable']).optional(),
      fair: onOff.optional(),
      'first-choices': onOff.optional(),
      'soft-cap': z.union([z.int().min(0), word]).optional(),
      priority: z.array(z.strictObject({ field: word, is: answers })).optional(),
      'prefer-previous': z.boolean().optional(),
      seed: z.int().min(0).optional(),
    })
    .optional(),
  circles: z
    .strictObject({
      least: z.int().min(2).max(100).optional(),
      most: z.int().min(2).max(1000).optional(),
      who: word.optional(),
      'co-mentor': word.optional(),
    })
    .optional(),
  'second-mentor': z.strictObject({ differ: word.optional(), who: word.optional() }).optional(),
  cohorts: z.record(z.string(), cohort.nullable()).optional(),
  groups: z
    .strictObject({
      mentored: z.array(z.union([z.string(), z.number()]).transform(String)).optional(),
      comparison: z.array(z.union([z.string(), z.number()]).transform(String)).optional(),
      'came-by': z.enum(['lottery', 'wait-list', 'staff', 'self-chosen']).optional(),
      names: z.record(z.string(), word).optional(),
    })
    .optional(),
  measures: z.record(z.string(), measure).optional(),
  costs: z
    .strictObject({
      'per-mentee': z.strictObject({
        money: z.number().positive().optional(),
        hours: z.number().positive().optional(),
      }),
      currency: word.optional(),
    })
    .optional(),
  reports: z
    .strictObject({
      'min-cell': z.int().min(1).optional(),
      'early-days': z.int().min(1).max(366).optional(),
      'adjust-for': words.optional(),
      strata: words.optional(),
      errors: z.enum(['HC1', 'HC2', 'HC3']).optional(),
      'same-people': words.optional(),
      among: words.optional(),
      targets: z
        .partialRecord(
          z.enum(['eligible', 'matched', 'first-meeting', 'three-meetings', 'finished']),
          z.number().min(0).max(100),
        )
        .optional(),
      source: word.optional(),
      'left-on': word.optional(),
      'as-of': day.optional(),
      retained: z.string().min(1).max(40).optional(),
    })
    .optional(),
  ...engagementSections,
  ...keepingSections,
});

export type ProgramText = z.infer<typeof programSchema>;
