// What the shape of a program file cannot say: that fields exist, are of a type that can be read, and that numbers go together.
import { criterionKinds } from '../domain/matching/scoring/criterion-kinds.ts';
import { scaleTypes } from '../domain/matching/scoring/own-importance.ts';
import { ruleKinds } from '../domain/matching/scoring/rule-kinds.ts';
import type { Field, FieldType, Program } from '../domain/program/program.ts';
import { checkMessages } from './program-engagement.ts';
import { checkEntry, noField, wrongType } from './program-entry-check.ts';
import { checkConsent } from './program-keeping.ts';
import type { Complaint, Path } from './program-issues.ts';
import type { ProgramText } from './program-schema.ts';

interface Facts {
  readonly program: Program;
  readonly text: ProgramText;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Each says what it finds wrong, in the order in which it is told. */
const validators: readonly ((facts: Facts) => Complaint[])[] = [
  ({ text, fields }) =>
    (text.rules ?? []).flatMap((said, index) =>
      checkEntry({ section: 'rules', index, said, kind: ruleKinds[said.kind], fields }),
    ),
  ({ text, fields }) =>
    (text.criteria ?? []).flatMap((said, index) =>
      checkEntry({ section: 'criteria', index, said, kind: criterionKinds[said.kind], fields }),
    ),
  ({ text, fields }) =>
    (text.criteria ?? []).flatMap((said, index) =>
      checkField(['criteria', index, 'scaled-by'], said['scaled-by'], fields, scaleTypes),
    ),
  ({ text: { circles }, fields }) =>
    (['who', 'co-mentor'] as const).flatMap((key) => checkField(['circles', key], circles?.[key], fields)),
  ({ text, fields }) => {
    const { differ, who } = text['second-mentor'] ?? {};
    return [
      ...checkField(['second-mentor', 'differ'], differ, fields),
      ...checkField(['second-mentor', 'who'], who, fields, ['yes-no']),
    ];
  },
  circleSizes,
  ({ text, fields }) =>
    (text.matching?.priority ?? []).flatMap(({ field }, index) =>
      checkField(['matching', 'priority', index, 'field'], field, fields),
    ),
  softCap,
  scoreWithoutQuality,
  ({ text }) => checkMessages(text),
  ({ program }) => checkConsent(program),
];

export function crossCheck(program: Program, text: ProgramText): Complaint[] {
  const fields = new Map(program.fields.map((field) => [field.name, field]));
  return validators.flatMap((validate) => validate({ program, text, fields }));
}

/** A field that has to be there where it is named; `takes`: of one of these types, of any where undefined. The last key reads it. */
function checkField(
  path: Path,
  name: string | undefined,
  fields: ReadonlyMap<string, Field>,
  takes?: readonly FieldType[],
): Complaint[] {
  if (name === undefined) return [];
  const type = fields.get(name)?.type;
  if (type === undefined) return [noField(path, name, [...fields.keys()])];
  return takes === undefined || takes.includes(type) ? [] : [wrongType(path, String(path.at(-1)), name, type, takes)];
}

function circleSizes({ text }: Facts): Complaint[] {
  const { least = 3, most = 15 } = text.circles ?? {};
  if (least <= most) return [];
  const message = `a circle cannot have at least ${least} and at most ${most} people`;
  return [{ path: ['circles', 'least'], code: 'program-value', message, hint: 'Make "most" the larger.' }];
}

/** A number, or a field of numbers. */
function softCap({ text, fields }: Facts): Complaint[] {
  const said = text.matching?.['soft-cap'];
  if (typeof said !== 'string') return [];
  const hint = 'Write a number, or the name of a number field that mentors answer.';
  return checkField(['matching', 'soft-cap'], said, fields, ['number']).map((complaint) => ({ ...complaint, hint }));
}

function scoreWithoutQuality({ text }: Facts): Complaint[] {
  const { objective, 'min-score': least = 0 } = text.matching ?? {};
  if (objective !== 'coverage' || least <= 0) return [];
  return [
    {
      path: ['matching', 'min-score'],
      code: 'program-value',
      message: 'min-score counts under "objective: quality" only',
      hint: 'Write "objective: quality", or take min-score away.',
    },
  ];
}
