// What is wrong with one rule or criterion, beyond its shape: fields that are not there or cannot be read, parameters that do not fit.
import { personFields } from '../domain/matching/candidate.ts';
import { whoNames } from '../domain/matching/scoring/named-sides.ts';
import type { Field, FieldType } from '../domain/program/program.ts';
import { meantOrKnown } from '../domain/suggest.ts';
import type { Complaint } from './program-issues.ts';
import type { ProgramText } from './program-schema.ts';

/** What of a kind's record is held against an entry. */
interface KindRecord {
  readonly takes: readonly FieldType[];
  readonly parameters: readonly string[];
  readonly needs?: readonly string[];
  readonly compares: 'fields' | 'people' | 'mentees' | 'nothing';
  readonly names?: true;
}

type Said = NonNullable<ProgramText['rules']>[number] | NonNullable<ProgramText['criteria']>[number];

export interface Entry {
  readonly section: 'rules' | 'criteria';
  readonly index: number;
  readonly said: Said;
  readonly kind: KindRecord;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Each says what it finds wrong, in the order in which it is told. */
const validators: readonly ((entry: Entry) => Complaint[])[] = [
  fieldsOfThen,
  fieldsOfSides,
  twoPeople,
  noFieldsToCompare,
  somethingSaid,
  parametersOfTheKind,
];

export function checkEntry(entry: Entry): Complaint[] {
  return validators.flatMap((validate) => validate(entry));
}

/** One field may name people, where the kind reads such; the others of the entry are then no fields of the two. */
function namesSomebody({ kind, said }: Entry): boolean {
  return kind.names === true && (said.field ?? said.mentee ?? said.mentor) !== undefined;
}

/** All names that stand for an answer. */
function knownNames({ fields }: Entry): readonly string[] {
  return [...fields.keys(), ...personFields];
}

function fieldsOfThen(entry: Entry): Complaint[] {
  const { section, index, said, fields } = entry;
  const then = namesSomebody(entry) && 'then' in said ? (said.then ?? []) : [];
  return then.flatMap((name, at) =>
    fields.has(name) ? [] : [noField([section, index, 'then', at], name, knownNames(entry))],
  );
}

/** Which sides name a field; where mentees are listed by name none does. */
function sidesOf(entry: Entry): readonly ('mentee' | 'mentor')[] {
  const { said, kind } = entry;
  if (namesSomebody(entry))
    return [whoNames({ mentee: said.mentee ?? '', mentor: said.mentor ?? '' })?.side ?? 'mentee'];
  if (kind.compares === 'fields') return ['mentee', 'mentor'];
  const listed = 'people' in said && said.people !== undefined;
  return kind.compares === 'mentees' && !listed ? ['mentee'] : [];
}

function fieldsOfSides(entry: Entry): Complaint[] {
  const { section, index, said } = entry;
  const found: Complaint[] = [];
  for (const side of sidesOf(entry)) {
    const name = said[side] ?? said.field;
    if (name !== undefined) found.push(...fieldOfSide(entry, name, said[side] === undefined ? 'field' : side));
    else
      found.push({
        path: [section, index],
        code: 'program-no-field',
        message: `this ${said.kind} does not say which ${side} field it looks at`,
        hint: 'Write "field: topics", or "mentee:" and "mentor:" to compare different fields.',
      });
    // One field for both sides is looked at once.
    if (name !== undefined && said.field !== undefined) break;
  }
  return found;
}

function fieldOfSide(entry: Entry, name: string, key: string): Complaint[] {
  const { section, index, said, kind, fields } = entry;
  const path = [section, index, key];
  const type = fields.get(name)?.type;
  if (type === undefined)
    return (personFields as readonly string[]).includes(name) ? [] : [noField(path, name, knownNames(entry))];
  const sides = namesSomebody(entry) ? { mentee: name, mentor: 'name' } : said;
  if (kind.takes.includes(type) || namesPeople(sides, type)) return [];
  return [wrongType(path, said.kind, name, type, kind.takes)];
}

/** An answer that names people is words, whatever the kind reads otherwise. */
function namesPeople(
  { mentee, mentor }: { mentee?: string | undefined; mentor?: string | undefined },
  type: FieldType,
): boolean {
  const named = mentee === undefined || mentor === undefined ? undefined : whoNames({ mentee, mentor });
  return named !== undefined && (type === 'text' || type === 'category' || type === 'set');
}

function twoPeople({ section, index, said, kind }: Entry): Complaint[] {
  if (kind.compares !== 'people' || (said.mentee !== undefined && said.mentor !== undefined)) return [];
  return [
    {
      path: [section, index],
      code: 'program-no-person',
      message: `this ${said.kind} does not say which two people it is about`,
      hint: 'Write "mentee: S1042" and "mentor: M017", their ids or e-mail addresses.',
    },
  ];
}

function noFieldsToCompare({ section, index, said, kind }: Entry): Complaint[] {
  const named = (said.field ?? said.mentee ?? said.mentor) !== undefined;
  if (kind.compares !== 'nothing' || kind.names === true || !named) return [];
  return [
    {
      path: [section, index],
      code: 'program-unused-key',
      message: `${said.kind} compares no fields`,
      hint: 'It looks at what was imported about pairs of people. Take the field away.',
    },
  ];
}

function somethingSaid({ section, index, said, kind: { needs = [] } }: Entry): Complaint[] {
  if (needs.length === 0 || needs.some((key) => saysOf(said, key))) return [];
  return [
    {
      path: [section, index],
      code: 'program-value',
      message: `this ${said.kind} does not say ${needs.map((key) => `"${key}"`).join(' or ')}`,
      hint: `Without it the ${section === 'rules' ? 'rule bars nobody' : 'criterion gives every pair the same'}. See mentorctl help ${section}.`,
    },
  ];
}

/** Keys of which each kind takes some. */
const parameters = ['least', 'most', 'range', 'ideal', 'table', 'side', 'then', 'people', 'value', 'zone'];

function parametersOfTheKind({ section, index, said, kind }: Entry): Complaint[] {
  return parameters
    .filter((key) => saysOf(said, key) && !kind.parameters.includes(key))
    .map((key) => ({
      path: [section, index, key],
      code: 'program-unused-key',
      message: `${said.kind} has no "${key}"`,
      hint: kind.parameters.length === 0 ? 'It takes none.' : `It takes: ${kind.parameters.join(', ')}.`,
    }));
}

function saysOf(said: Said, key: string): boolean {
  return (said as Readonly<Record<string, unknown>>)[key] !== undefined;
}

/** A field that is named and not there. */
export function noField(path: Complaint['path'], name: string, known: readonly string[]): Complaint {
  const message = `there is no field "${name}"`;
  return { path, code: 'program-unknown-field', value: name, message, hint: meantOrKnown(name, known) };
}

/** A field that is there and cannot be read. */
export function wrongType(
  path: Complaint['path'],
  reader: string,
  name: string,
  type: FieldType,
  takes: readonly FieldType[],
): Complaint {
  return {
    path,
    code: 'program-field-type',
    value: name,
    message: `${reader} cannot read "${name}", which is ${type}`,
    hint: `It reads: ${takes.join(', ')}.`,
  };
}
