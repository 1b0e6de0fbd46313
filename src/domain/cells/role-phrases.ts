// What a phrase says of somebody's role: `I want a mentor` is a mentee, `Not a mentor` neither. By what stands before a noun, not by lists of phrases.
import * as words from './role-words.ts';
import type { RoleWord } from './role-words.ts';

type Side = 'mentor' | 'mentee';

interface Reading {
  readonly side: Side;
  readonly negated: boolean;
  /** Said by a verb before or after, and not by the noun alone. */
  readonly governed: boolean;
  /** Words nobody here knows stand beside the noun: one of them may say that a mentor is wanted. */
  readonly unclear?: true;
}

const opposite: Readonly<Record<Side, Side>> = { mentor: 'mentee', mentee: 'mentor' };

/** The role that a phrase says; undefined where it says none. */
export function rolePhrase(text: string): RoleWord | undefined {
  const clauses = clausesOf(text);
  const label = isLabel(text);
  // `Both - mentor someone and be mentored`: said first and explained after.
  if (clauses[0]?.length === 1 && words.bothWords.has(clauses[0][0] ?? '')) return 'both';
  const strong = clauses.flatMap((clause) => readings(clause, sideOf));
  const clear = strong.filter(({ unclear }) => unclear !== true || label);
  if (clear.length === 0 && strong.length > 0) return undefined;
  const found = strong.length > 0 ? clear : clauses.flatMap((clause) => readings(clause, weakSideOf));
  const sides = new Set(found.flatMap(({ side, negated }) => (negated ? [] : [side])));
  if (sides.size === 2) return 'both';
  const [only] = sides;
  if (only !== undefined) return only;
  if (found.length > 0) return 'none';
  const all = clauses.flat();
  if (all.some((word) => words.bothWords.has(word))) return 'both';
  return all.some((word) => words.neitherWords.has(word)) ? 'none' : undefined;
}

/** Words that end a heading which the answer goes on with: `I am looking for` ... `Mentor`. */
const asks =
  /(?:looking for|seeking|searching for|in search of|i need|suche|brauche|busco|necesito|cherche|recherche|cerco|procuro|preciso de|zoek|szukam|söker|søger)$/iu;
const article = /^(?:an?|my|einen?|eine|ein|un|una|une|um|uma|een|en|ett|et)\s/iu;

/** The role that an answer says under its heading, which may be the beginning of the sentence: `I would like ...` `a mentor`. */
export function roleUnder(heading: string, text: string): RoleWord | undefined {
  const begun = heading.replace(/[\s.…:?_-]+$/u, '').replace(/^.*[.?!:]\s+/u, '');
  const nouns = clausesOf(begun)
    .flat()
    .some((word) => sideOf(word) !== undefined);
  const goesOn = !nouns && (asks.test(begun) || article.test(text.trim()));
  return goesOn ? (rolePhrase(`${begun} ${text}`) ?? rolePhrase(text)) : rolePhrase(text);
}

/** True where a cell says a role and no more general word, e.g. `I want a mentor`, not `Student`. */
export function namesRole(text: string): boolean {
  const clauses = clausesOf(text);
  return clauses.some((clause) => readings(clause, sideOf).length > 0) || /^both$/i.test(text.trim());
}

/** True where a word of it is a mentor's or a mentee's, or begins or ends with one, whatever is said of it. */
export function speaksOfRole(text: string): boolean {
  return /ment(?:o|ee|é)|メン(?:ター|ティ|バ)|مرشد|导师|멘토|настав|tut(?:o|e)r|parrain|padrin|buddy/iu.test(text);
}

/** Words that ask for something else than whether somebody is or wants one. */
const otherQuestions =
  /^(ever|before|previously|previous|past|already|currently|last|prefer|preferred|gender|same|type|kind|what|which|why|how|when|where|who|whom|if|match|different|change|happy|satisfied|had|did|was|were|not|no|never|former|than|your|their)$/;
/** What may follow the noun in a question and changes nothing. */
const trailing =
  /^(this|next|in|the|for|of|my|own|to|an?|one|or|more|others|other|students?|peers?|someone|somebody|people|colleagues?|new|newer|younger|junior|incoming|first|term|year|semester|fall|autumn|spring|summer|winter|program|programme|cohort|please|yes|no|y|n|\d+)$/;

/** Which role a yes to the heading says: `Would you like to be a mentor?`, `wants_mentor`, `Mentee?`; undefined for other questions. */
export function roleAsked(heading: string): Side | undefined {
  const clauses = clausesOf(heading.replaceAll('_', ' ').replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 '));
  const tokens = clauses.flat();
  if (tokens.some((word) => otherQuestions.test(word) && !trailing.test(word))) return undefined;
  if (tokens.some((word, at) => /^(have|has)$/.test(word) && tokens[at - 1] !== 'to')) return undefined;
  const noun = tokens.findIndex((word) => sideOf(word) !== undefined);
  if (noun < 0 || tokens.slice(noun + 1).some((word) => !trailing.test(word))) return undefined;
  const [reading, ...more] = clauses.flatMap((clause) => readings(clause, sideOf));
  if (reading === undefined || more.length > 0 || reading.negated) return undefined;
  const one = !/s$/.test(tokens[noun] ?? '');
  const bare = one && tokens.slice(0, noun).every((word) => /^(a|an|the|peer|i|you|be)$/.test(word));
  return reading.governed || bare ? reading.side : undefined;
}

/** Lower-case words, clause by clause. A slash or an ampersand is an `and`. */
function clausesOf(text: string): readonly (readonly string[])[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/n['’]t\b/g, ' not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/[/&+]/g, ' and ')
    .split(/[.,;:!?()[\]|\n–—]| - /)
    .map((clause) => clause.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((clause) => clause.length > 0);
}

function sideOf(word: string): Side | undefined {
  if (words.mentorNouns.has(word)) return 'mentor';
  return words.menteeNouns.has(word) ? 'mentee' : undefined;
}

function weakSideOf(word: string): Side | undefined {
  if (words.weakMentors.has(word)) return 'mentor';
  return words.weakMentees.has(word) ? 'mentee' : undefined;
}

function readings(clause: readonly string[], side: (word: string) => Side | undefined): Reading[] {
  return clause.flatMap((word, at): Reading[] => {
    const noun = side(word);
    if (noun !== undefined) return nounReading(clause, at, noun);
    return side === sideOf && words.doings.has(word) ? doingReading(clause, at) : [];
  });
}

function nounReading(clause: readonly string[], at: number, noun: Side): Reading[] {
  const before = clause[at - 1] ?? '';
  const next = clause[at + 1] ?? '';
  if (words.compounds.has(next)) return [];
  const read = (side: Side, governed: boolean): Reading[] => [{ side, governed, negated: isNegated(clause, at) }];
  if (noun === 'mentor' && words.meWords.has(next)) return read('mentee', true);
  if (words.roleNouns.has(next) || words.beAfter.has(next)) return read(noun, true);
  if (words.haveAfter.has(next)) return read(opposite[noun], true);
  // `to mentor`, `mentor others`: the verb.
  if (clause[at] === 'mentor' && (words.auxiliaries.has(before) || words.objects.has(next)))
    return read('mentor', true);
  const governor = governorOf(clause, at);
  if (governor === undefined) return read(noun, false).map((one) => ({ ...one, ...unclearIn(clause, at) }));
  return read(governor === 'be' ? noun : opposite[noun], true);
}

/** `Industry Mentor` names a part; `Szeretnék mentort` is a sentence. */
function isLabel(text: string): boolean {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  return long.length > 1 && long.every((word) => /^\p{Lu}\p{M}*\p{Ll}/u.test(word));
}

function unclearIn(clause: readonly string[], at: number): { readonly unclear?: true } {
  const beside = [...clause.slice(0, at), ...clause.slice(at + 1, at + 2)];
  return beside.every((word) => /\d/.test(word) || words.isKnown(word)) ? {} : { unclear: true };
}

/** `offer mentoring`, `mentoring others` give it; `want mentoring` receives it; alone it is left open. */
function doingReading(clause: readonly string[], at: number): Reading[] {
  const negated = isNegated(clause, at);
  const before = clause.slice(0, at);
  const gives = before.findLastIndex((word) => words.giveWords.has(word));
  const wants = before.findLastIndex((word) => words.haveWords.has(word) && word !== 'interested' && word !== 'like');
  if (words.objects.has(clause[at + 1] ?? '') || (gives >= 0 && gives > wants))
    return [{ side: 'mentor', negated, governed: true }];
  return wants >= 0 ? [{ side: 'mentee', negated, governed: true }] : [];
}

/** The nearest word before a noun that says whether somebody is one or has one. */
function governorOf(clause: readonly string[], at: number): 'be' | 'have' | undefined {
  for (let index = at - 1; index >= 0; index--) {
    const word = clause[index] ?? '';
    if (words.butWords.has(word)) return undefined;
    if (words.beWords.has(word)) return 'be';
    // `apply for a mentor`; `apply for mentor` is the role.
    if (word === 'for' && /^(an?|my|one)$/.test(clause[index + 1] ?? '')) return 'have';
    if (words.haveWords.has(word)) return 'have';
  }
  return undefined;
}

/** True where a `not` before the noun reaches it: no `but` and no other noun with a verb of its own between. */
function isNegated(clause: readonly string[], at: number): boolean {
  let verb = false;
  for (let index = at - 1; index >= 0; index--) {
    const word = clause[index] ?? '';
    if (words.butWords.has(word)) return false;
    if (words.negators.has(word) && clause[index + 1] !== 'only') return true;
    if (verb && (sideOf(word) ?? weakSideOf(word)) !== undefined) return false;
    verb ||= words.beWords.has(word) || words.haveWords.has(word);
  }
  return false;
}
