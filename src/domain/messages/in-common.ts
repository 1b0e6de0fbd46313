// What two people have in common, in sentences for the two of them: only from fields that may be told, and only what both said.
import { isHours } from '../cells/hours.ts';
import { readsPrivate } from '../columns/confidences.ts';
import { subjects, units } from '../columns/vocabulary.ts';
import { leavesOpen } from '../program/any-words.ts';
import type { Field, FieldValue, FieldValues } from '../program/program.ts';
import { saysNothing } from '../program/withheld-words.ts';

/** `you both study History`, `you both named Exams and Research`; empty where nothing that may be told is shared. */
export function inCommon(fields: readonly Field[], one: FieldValues, other: FieldValues): string[] {
  return fields.flatMap((field) => {
    if (field.tell === undefined || field.tell === false || isHours(field.options)) return [];
    const shared = sharedAnswers(field, one[field.name], other[field.name]);
    if (shared.length === 0) return [];
    const saying = typeof field.tell === 'string' ? field.tell : sayingFor(field.name);
    return [saying.replaceAll('{answer}', () => listed(shared.map(inShort)))];
  });
}

/** `Monday 9:00 to 11:00`: spans in which both are free, longest first where there are many; at most `most`. */
export function freeTogether(fields: readonly Field[], one: FieldValues, other: FieldValues, most = 4): string[] {
  const field = fields.find(({ options, tell }) => isHours(options) && tell !== false);
  if (field === undefined) return [];
  const theirs = new Set(answersOf(other[field.name]));
  const shared = answersOf(one[field.name]).filter((hour) => theirs.has(hour));
  const spans: { day: string; from: number; to: number }[] = [];
  for (const hour of shared) {
    const [day, start] = [hour.slice(0, 3), Number(hour.slice(4, 6))];
    const last = spans.at(-1);
    if (last !== undefined && last.day === day && last.to === start) last.to = start + 1;
    else spans.push({ day, from: start, to: start + 1 });
  }
  const longest = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, most);
  return spans
    .filter((span) => longest.includes(span))
    .map(({ day, from, to }) => `${dayNames[day] ?? day} ${from}:00 to ${to}:00`);
}

const dayNames: Readonly<Record<string, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
};

/** `Exams, Making friends and Research`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function answersOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}

/** What explains an option stays out, and one with a comma in it stands in quotation marks: `Soft skills`, `“Career, internships”`. */
function inShort(option: string): string {
  const head = /^([^:(]{3,}?)\s*[:(]/.exec(option)?.[1];
  const short = head === undefined || saysNothing(head) ? option : head;
  return short.includes(',') ? `“${short}”` : short;
}

/**
 * What both answered, in the first one's words; an answer that leaves it open or withholds it is none. Days, numbers and yes are
 * nothing to tell. What reads private is told in words of the office's own alone: an import may have added it to a list since.
 */
function sharedAnswers(field: Field, one: FieldValue | undefined, other: FieldValue | undefined): string[] {
  if (field.type !== 'set' && field.type !== 'category' && field.type !== 'ordinal') return [];
  const theirs = new Set(answersOf(other).map((answer) => answer.toLowerCase()));
  const open = (answer: string): boolean => field.any?.includes(answer) === true || leavesOpen(answer);
  const inConfidence =
    typeof field.tell === 'string' || subjects.test(field.name) || units.test(field.name) ? never : readsPrivate;
  return answersOf(one).filter(
    (answer) => theirs.has(answer.toLowerCase()) && !open(answer) && !saysNothing(answer) && !inConfidence(answer),
  );
}

function never(): boolean {
  return false;
}

/** How a sentence goes on where the program file has no words of its own for the field. */
function sayingFor(name: string): string {
  const found = sayings.find(([words]) => words.test(name));
  return found?.[1] ?? 'you both named {answer}';
}

const sayings: readonly (readonly [RegExp, string])[] = [
  [subjects, 'you both study {answer}'],
  [/\blanguages?\b/i, 'you both speak {answer}'],
  [units, 'you are both in {answer}'],
  [/\b(campus|site|location|office|city|town|region)\b/i, 'you are both at {answer}'],
  [/\b(topics?|talk)\b/i, 'you both want to talk about {answer}'],
  [/\b(interests?|hobb(y|ies)|sports?)\b/i, 'you both like {answer}'],
];
