// Answers made comparable, once a person instead of once a pair: codes, amounts, and sets as bits over one shared vocabulary.
import { leavesOpen } from '../../program/any-words.ts';
import type { Field, FieldValue } from '../../program/program.ts';
import { ones } from './bits.ts';
import { zoneHours } from './zone-hours.ts';
import { options, words, fold } from '../../program/answer-words.ts';

/** How a rule or criterion looks at answers: equal or not, how much, which options, which words. */
export type Reading = 'code' | 'amount' | 'set' | 'words';

/** `undefined` is a gap, `any` an answer that leaves it open; a number is a code or an amount; bits are a set, 32 options a word. */
export type Encoded = number | Uint32Array | 'any' | undefined;

/** The two sides of a comparison, encoded over the same vocabulary, so that equal answers have equal codes. */
export interface EncodedSides {
  readonly mentees: readonly Encoded[];
  readonly mentors: readonly Encoded[];
}

export interface ComparedFields {
  readonly mentee: Field | undefined;
  readonly mentor: Field | undefined;
}

export function encodeSides(
  reading: Reading,
  mentees: readonly (FieldValue | undefined)[],
  mentors: readonly (FieldValue | undefined)[],
  fields: ComparedFields,
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
  const open = { mentee: openTo(fields.mentee), mentor: openTo(fields.mentor) };
  if (reading === 'code') {
    const encode =
      (isOpen: (value: FieldValue) => boolean) =>
      (value: FieldValue | undefined): Encoded =>
        value === undefined ? undefined : isOpen(value) ? 'any' : code(options(value).sort().join('\n'));
    return { mentees: mentees.map(encode(open.mentee)), mentors: mentors.map(encode(open.mentor)) };
  }
  const split = reading === 'words' ? words : options;
  const list =
    (isOpen: (value: FieldValue) => boolean) =>
    (value: FieldValue | undefined): readonly number[] | 'any' | undefined =>
      value === undefined ? undefined : isOpen(value) ? 'any' : split(value).map(code);
  const lists = [mentees.map(list(open.mentee)), mentors.map(list(open.mentor))];
  const size = Math.max(1, Math.ceil(codes.size / 32));
  const [menteeBits = [], mentorBits = []] = lists.map((side) => side.map((one) => bits(one, size)));
  return { mentees: menteeBits, mentors: mentorBits };
}

/** Whether an answer to the field leaves it open: one of the words it lists, or one that everybody knows; `any: []`, none does. */
export function openTo(field: Field | undefined): (value: FieldValue) => boolean {
  if (field === undefined) return () => false;
  const listed = field.any === undefined ? undefined : new Set(field.any.map(fold));
  const known = new Map<string, boolean>();
  const isOpen = (text: string): boolean => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = listed?.size !== 0 && (listed?.has(fold(text)) === true || leavesOpen(text));
    if (known.size < 5000) known.set(text, found);
    return found;
  };
  return (value) => (typeof value === 'string' ? isOpen(value) : typeof value === 'object' && value.some(isOpen));
}

/** The word under `any:` that stands for no answer. */
const blank = new Set(['', 'blank']);

/**
 * On which sides no answer is as good as any: where the field says so, and of a wish that is set against another field,
 * `mentee: mentor gender wanted` with `mentor: gender`. The wish is the mentee's, unless the mentor's field alone has an
 * answer that leaves it open. Where both answer one question what is not known is not open.
 */
export function blankIsAny({ mentee, mentor }: ComparedFields): { readonly mentee: boolean; readonly mentor: boolean } {
  const saysSo = (field: Field | undefined): boolean => field?.any?.some((word) => blank.has(fold(word))) === true;
  const said = { mentee: saysSo(mentee), mentor: saysSo(mentor) };
  if (mentee === undefined || mentor === undefined || mentee.name === mentor.name) return said;
  const wishes = (field: Field): boolean =>
    [...(field.any ?? []), ...field.options.filter(leavesOpen)].length > 0 && field.any?.length !== 0;
  const mentorsOwn = wishes(mentor) && !wishes(mentee);
  return { mentee: said.mentee || !mentorsOwn, mentor: said.mentor || wishes(mentor) };
}

/** The same code; of people named, sets, somebody in both. */
export function alike(a: number | Uint32Array, b: number | Uint32Array): boolean {
  return typeof a === 'object' && typeof b === 'object' ? shared(a, b) > 0 : a === b;
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

function bits(list: readonly number[] | 'any' | undefined, size: number): Uint32Array | 'any' | undefined {
  if (list === undefined || list === 'any') return list;
  const set = new Uint32Array(size);
  for (const code of list) set[code >>> 5]! |= 1 << (code & 31);
  return set;
}
