// Answers made comparable, once a person instead of once a pair: codes, amounts, and sets as bits over one shared vocabulary.
import type { Field, FieldValue } from '../../program/program.ts';
import { ones } from './bits.ts';
import { zoneHours } from './zone-hours.ts';
import { options, words, fold } from '../../program/answer-words.ts';

/** How a rule or criterion looks at answers: equal or not, how much, which options, which words. */
export type Reading = 'code' | 'amount' | 'set' | 'words';

/** `undefined` is a gap; a number is a code or an amount; bits are a set, 32 options a word. */
export type Encoded = number | Uint32Array | undefined;

/** The two sides of a comparison, encoded over the same vocabulary, so that equal answers have equal codes. */
export interface EncodedSides {
  readonly mentees: readonly Encoded[];
  readonly mentors: readonly Encoded[];
}

export function encodeSides(
  reading: Reading,
  mentees: readonly (FieldValue | undefined)[],
  mentors: readonly (FieldValue | undefined)[],
  fields: { readonly mentee: Field | undefined; readonly mentor: Field | undefined },
): EncodedSides {
  if (reading === 'amount') {
    return {
      mentees: mentees.map((value) => amount(value, fields.mentee)),
      mentors: mentors.map((value) => amount(value, fields.mentor)),
    };
  }
  const codes = new Map<string, number>();
  const code = (text: string): number => {
    const known = codes.get(text);
    if (known !== undefined) return known;
    codes.set(text, codes.size);
    return codes.size - 1;
  };
  if (reading === 'code') {
    const encode = (value: FieldValue | undefined): Encoded =>
      value === undefined ? undefined : code(options(value).sort().join('\n'));
    return { mentees: mentees.map(encode), mentors: mentors.map(encode) };
  }
  const split = reading === 'words' ? words : options;
  const lists = [mentees, mentors].map((side) =>
    side.map((value) => (value === undefined ? undefined : split(value).map(code))),
  );
  const size = Math.max(1, Math.ceil(codes.size / 32));
  const [menteeBits = [], mentorBits = []] = lists.map((side) => side.map((list) => bits(list, size)));
  return { mentees: menteeBits, mentors: mentorBits };
}

/** How many options two sets share. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < a.length; word++) count += ones(a[word]! & b[word]!);
  return count;
}

export function sizeOf(set: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < set.length; word++) count += ones(set[word]!);
  return count;
}

function amount(value: FieldValue | undefined, field: Field | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return undefined;
  if (field?.type !== 'ordinal') return isZone(field) ? zoneHours(value) : undefined;
  const rank = field.options.findIndex((option) => fold(option) === fold(value));
  return rank < 0 ? undefined : rank;
}

/** Amounts in words that are no steps of an ordinal are time zones: hours on a clock of 24. */
export function isZone(field: Field | undefined): boolean {
  return field?.type === 'text' || field?.type === 'category';
}

/** How far apart two amounts are; hours of two time zones the shorter way round the clock. */
export function apart(a: number, b: number, around: boolean): number {
  const straight = Math.abs(a - b);
  return around ? Math.min(straight, 24 - straight) : straight;
}

function bits(list: readonly number[] | undefined, size: number): Uint32Array | undefined {
  if (list === undefined) return undefined;
  const set = new Uint32Array(size);
  for (const code of list) set[code >>> 5]! |= 1 << (code & 31);
  return set;
}
