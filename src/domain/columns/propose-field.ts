// What field or measure of the program a column could be, by its heading and what stands in it.
import type { Field } from '../program/program.ts';
import { inWeekOrder, isHours, readHours } from '../cells/hours.ts';
import { isPrivate, readsPrivate } from './confidences.ts';
import { emailWords, idWords } from './person-words.ts';
import type { ColumnProfile } from './profile.ts';
import { aboutTheForm, administrative, demographic, subjects, units } from './vocabulary.ts';
import { fold } from '../program/answer-words.ts';
import { headingTokens } from './heading-tokens.ts';
import { orderOf } from './scales.ts';
import { mayNameSomebody } from './propose-criteria.ts';
import { isWriteIn, shortName, uniqueName } from './short-name.ts';

/** Beyond these nobody would choose one of a list. */
const mostOptions = 40;

/** A field of the program, as a column's content suggests it. */
export function proposeField(heading: string, profile: ColumnProfile, names: ReadonlySet<string>): Field {
  const field = fieldByCells(heading, profile, names);
  if (isPrivate(heading, profile)) return { ...inConfidence(field), tell: false };
  const harmless = ['set', 'category'].includes(field.type) && field.options.length > 1 && !isHours(field.options);
  const said = `${field.name} ${heading.toLowerCase()}`;
  const nobodys = [demographic, administrative, aboutTheForm].some((words) => words.test(said));
  // Whose manager somebody is, or whom they asked for, is nobody else's business.
  if (!harmless || nobodys || mayNameSomebody(field)) return field;
  // Nobody is told of them, and still people may be paired by what they want to talk about.
  const confidences = !subjects.test(said) && !units.test(said) && field.options.some(readsPrivate);
  return confidences ? field : { ...field, tell: true };
}

/** What was said in confidence is no list of options: its words do not go into the program file. */
function inConfidence(field: Field): Field {
  return field.options.length > 0 ? { ...field, type: 'text', options: [] } : field;
}

function fieldByCells(heading: string, profile: ColumnProfile, names: ReadonlySet<string>): Field {
  const base = { name: uniqueName(shortName(heading), names), headings: [heading] };
  const field = (type: Field['type'], options: readonly string[] = []): Field => ({ ...base, type, options });
  if (isFurtherId(heading, profile)) return field('text');
  if (profile.yesNo > 0.98) return field('yes-no');
  if (profile.distinct.length > 0 && profile.distinct.every(isPlainDay)) return field('date');
  if (profile.numbers > 0.95) return field(isCode(heading, profile.distinct) ? 'text' : 'number');
  if (profile.dateOrders.length > 0) return field('date');
  const hours = profile.distinct.map(readHours);
  if (hours.length > 0 && hours.filter((free) => free !== undefined).length >= 0.9 * hours.length)
    return field('set', inWeekOrder(hours.flatMap((free) => free ?? [])));
  const order = orderOf(profile.distinct);
  if (order !== undefined) return field('ordinal', order);
  if (profile.set !== undefined && profile.averageLength < 200) return field('set', oneSpelling(profile.set.options));
  if (isWriteIn(heading) || asksForProse(heading)) return field('text');
  if (profile.distinct.length > 10 * mostOptions) return field('text');
  const options = oneSpelling(profile.distinct);
  const few = options.length <= mostOptions && options.length <= Math.max(4, 0.5 * profile.filled);
  if (few && profile.averageLength < 60 && !isProse(profile.distinct)) return field('category', options);
  return field('text');
}

/** `20261006`: a day as registrars' systems write it. */
function isPlainDay(cell: string): boolean {
  return /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(cell.trim());
}

/** A second number or address of each person: no answer that two could share, and nothing for the program file to list. */
function isFurtherId(heading: string, { distinct, filled }: ColumnProfile): boolean {
  return (
    [...idWords, emailWords].some((words) => words.test(heading)) &&
    distinct.length >= 0.9 * filled &&
    distinct.every((cell) => /^\S+$/.test(cell))
  );
}

/** `Biology`, `biology` and `BIOLOGY` are one: spelled as a word is, where somebody spelled it so. */
function oneSpelling(answers: readonly string[]): readonly string[] {
  const spelled = new Map<string, string>();
  for (const answer of answers) {
    const known = spelled.get(fold(answer));
    if (known === undefined || (!/^\p{Lu}.*\p{Ll}/u.test(known) && /^\p{Lu}.*\p{Ll}/u.test(answer)))
      spelled.set(fold(answer), answer);
  }
  return [...spelled.values()].sort((a, b) => a.localeCompare(b, 'en'));
}

/** Questions that want sentences, whatever few people wrote so far. */
function asksForProse(heading: string): boolean {
  return /\b(why|describe|tell us|explain|in your own words|comments?|notes?|bio|biography|about (you|yourself|me)|motivation|statement|essay|what do you hope|warum|beschreib\w*|por qu[eé]|describ[ea]\w*|pourquoi|décri\w*|perch[eé]|waarom)\b/i.test(
    heading,
  );
}

/** Sentences rather than the names of things. */
function isProse(answers: readonly string[]): boolean {
  const sentences = answers.filter(
    (answer) => /[.!?…]$/.test(answer) || /^(i|i['’]m|my|we)\b/i.test(answer) || answer.split(' ').length > 8,
  );
  return sentences.length >= 0.3 * answers.length;
}

/** Numbers that count nothing: a zero in front of one of them would be lost. */
function isCode(heading: string, answers: readonly string[]): boolean {
  return (
    /\b(id|ids|code|codes|zip|zip ?code|post ?code|postal|plz|emplid|uin|badge|extension)\b/.test(
      headingTokens(heading).join(' '),
    ) || answers.some((answer) => /^0\d/.test(answer))
  );
}
