// What each column of a file is: a part of who somebody is, a field of the program, a measure, or something kept out.
import type { ColumnTarget, Field, Measure, Program } from '../program/program.ts';
import { readAnswer } from '../cells/answers.ts';
import { readRole } from '../cells/people-words.ts';
import { beginsYesNo } from '../cells/yes-no.ts';
import { profileColumn, type ColumnProfile } from './profile.ts';
import { measureKind, outcomeMeasure, proposeField } from './propose-field.ts';
import { shortName, uniqueName } from './short-name.ts';
import { savedFinder } from './saved-headings.ts';
import { findTickBoxes, type TickBox } from './tick-boxes.ts';
import { avoidWords, choiceRank, kinds, needed, systemColumns, vocabulary, type Kind } from './vocabulary.ts';
import { foldHeading } from '../cells/fold-heading.ts';

export type Meaning =
  | { readonly is: 'target'; readonly target: ColumnTarget }
  | { readonly is: 'field'; readonly field: Field }
  | { readonly is: 'measure'; readonly measure: Measure }
  | { readonly is: 'item'; readonly item: string }
  | TickBox
  /** Preferences, a column a choice: `rank` 1 is the first; 0 names somebody to keep apart. */
  | { readonly is: 'choice'; readonly rank: number }
  | { readonly is: 'kept-out'; readonly why: string };

/** Why a column is left out that the admin wants left out. */
export const asYouSaid = 'as you said';

export interface ColumnMeaning {
  readonly index: number;
  readonly heading: string;
  readonly profile: ColumnProfile;
  readonly meaning: Meaning;
}

export interface Overrides {
  /** `--map HEADING=FIELD`: folded heading -> target or field name. */
  readonly map: ReadonlyMap<string, string>;
  /** Folded headings that the survey system itself fills, whatever they are called. */
  readonly system?: readonly string[];
}

/** The kinds a file could be, likeliest first, by the columns it has. One is certain; two are a question. */
export function detectKinds(headings: readonly string[]): Kind[] {
  const has = (kind: Kind, target: ColumnTarget): boolean =>
    headings.some((heading) => vocabulary[kind][target]?.test(foldHeading(heading)));
  const special = kinds.filter(
    (kind) => kind in needed && needed[kind as keyof typeof needed].every((target) => has(kind, target)),
  );
  const choices = headings.filter((heading) => choiceRank(heading) !== undefined).length;
  if (choices >= 2 && has('preferences', 'person') && !has('roster', 'role')) return ['preferences'];
  // Every file of meetings or scores could be one of pairs; the more it says, the more it is.
  const told = special.filter((kind) => kind !== 'pairs');
  if (told.length > 0) return told;
  if (special.length > 0) return special;
  const long = (['measure', 'value'] as const).every((target) => has('outcomes', target));
  const measures = headings.filter((heading) => outcomeMeasure(heading) !== undefined).length;
  const joins = has('roster', 'role') || has('roster', 'capacity');
  if (long || (measures >= 2 && !joins) || (measures >= 1 && has('outcomes', 'group'))) return ['outcomes'];
  return ['roster'];
}

/** Decides every column. Words the program has saved come first, then `--map`, then the vocabulary, then the content. */
export function understandColumns(
  kind: Kind,
  headings: readonly string[],
  columns: readonly (readonly string[])[],
  program: Program,
  overrides: Overrides,
): ColumnMeaning[] {
  const taken = new Set<ColumnTarget>();
  const profiles = columns.map(profileColumn);
  const folded = headings.map(foldHeading);
  const names = new Set([
    ...program.fields.map((field) => field.name),
    ...program.measures.map((measure) => measure.name),
  ]);
  const firsts = new Map(folded.map((key, index) => [key, index] as const).reverse());
  const savedOf = savedMeanings(program, kind, folded);
  const decide = (index: number): Meaning => {
    const heading = headings[index] ?? '';
    const key = folded[index] ?? '';
    const profile = profiles[index];
    if (profile === undefined) return { is: 'kept-out', why: 'no column' };
    const wanted = overrides.map.get(key);
    if (wanted !== undefined) return named(wanted, program, kind, heading, profile);
    if (overrides.system?.includes(key) === true) return { is: 'kept-out', why: 'made by the survey system' };
    const saved = savedOf(key);
    if (saved !== undefined && !(saved.is === 'target' && taken.has(saved.target))) return saved;
    const box = boxes.get(index);
    if (box !== undefined && (kind === 'roster' || kind === 'outcomes')) return box;
    if (kind === 'preferences') {
      const rank = choiceRank(heading) ?? (avoidWords.test(key) ? 0 : undefined);
      if (rank !== undefined) return { is: 'choice', rank };
    }
    const target = targetOf(kind, key, profile, taken, program);
    if (target !== undefined) return { is: 'target', target };
    if (firsts.get(key) !== index)
      return { is: 'kept-out', why: `a second column called "${heading}"; say which with --map` };
    return contentMeaning(kind, heading, profile, names);
  };
  const boxes = findTickBoxes(
    headings,
    profiles,
    (question) =>
      program.fields.find(
        ({ type, name, headings }) =>
          type === 'set' && (headings.includes(question) || foldHeading(name) === foldHeading(question)),
      ),
    (question) => uniqueName(shortName(question), names),
  );
  // Addresses and ids are settled first, so that "Manager e-mail" cannot take the place of "E-mail".
  const meanings = new Map<number, Meaning>();
  headings.forEach((_, index) => {
    const meaning = decide(index);
    if (meaning.is === 'target') taken.add(meaning.target);
    meanings.set(index, meaning);
  });
  if ((kind === 'roster' || kind === 'outcomes') && !taken.has('email')) {
    const likely = profiles.findIndex(
      (profile, index) => profile.emails > 0.9 && !/manager|supervisor|boss/.test(folded[index] ?? ''),
    );
    const standing = meanings.get(likely);
    if (likely >= 0 && standing?.is !== 'target') meanings.set(likely, { is: 'target', target: 'email' });
  }
  const roleSaid = (['role', 'mentor-yes-no', 'mentee-yes-no'] as const).some((target) => taken.has(target));
  if (kind === 'roster' && !roleSaid) {
    const likely = profiles.findIndex(
      (profile, index) => saysRole(profile, program) && !overrides.map.has(folded[index] ?? ''),
    );
    if (likely >= 0 && meanings.get(likely)?.is !== 'target') meanings.set(likely, { is: 'target', target: 'role' });
  }
  return headings.map((heading, index) => ({
    index,
    heading,
    profile: profiles[index] ?? profileColumn([]),
    meaning: meanings.get(index) ?? { is: 'kept-out', why: 'nothing is known of it' },
  }));
}

function targetOf(
  kind: Kind,
  key: string,
  profile: ColumnProfile,
  taken: ReadonlySet<ColumnTarget>,
  program: Program,
): ColumnTarget | undefined {
  for (const [target, test] of Object.entries(vocabulary[kind]) as [ColumnTarget, RegExp][]) {
    if (!test.test(key)) continue;
    if (taken.has(target)) return undefined;
    // Forms have an e-mail column of their own that says "anonymous", and name columns that stay empty.
    if (target === 'email' && profile.emails < 0.5) return undefined;
    if ((target === 'mentor-yes-no' || target === 'mentee-yes-no') && !saysYesNo(profile)) continue;
    // `Registration type` may say who is a mentor, or who is a member.
    if (target === 'role' && looseRole.test(key) && !mostlyRoles(profile, program)) continue;
    if ((target === 'name' || target === 'first-name' || target === 'last-name') && profile.filled === 0)
      return undefined;
    return target;
  }
  return undefined;
}

const looseRole = /type$/;

function isRole(cell: string, { roles }: Program): boolean {
  return typeof readRole(cell, roles) === 'string';
}

function mostlyRoles({ distinct }: ColumnProfile, program: Program): boolean {
  return distinct.length > 0 && distinct.filter((cell) => isRole(cell, program)).length >= 0.5 * distinct.length;
}

/** A few different answers, each of which says mentor or mentee and nothing else. */
function saysRole({ distinct, filled, averageLength }: ColumnProfile, program: Program): boolean {
  const fits = filled > 0 && distinct.length <= 4 && averageLength < 40;
  return fits && distinct.every((cell) => /\bment(or|ee)s?\b|^both$/i.test(cell) && isRole(cell, program));
}

/** Yes or no, with or without more words after it. */
function saysYesNo({ distinct }: ColumnProfile): boolean {
  return (
    distinct.length > 0 && distinct.filter((cell) => beginsYesNo(cell) !== undefined).length >= 0.8 * distinct.length
  );
}

/** Said by --map, on the terminal, or in the program file. */
const leftOut: Meaning = { is: 'kept-out', why: asYouSaid };

/** What the program file says of a heading (folded), or of one that was nearly so last time. */
function savedMeanings(program: Program, kind: Kind, folded: readonly string[]): (key: string) => Meaning | undefined {
  const usable = Object.entries(program.headings).filter(
    ([target]) => target in vocabulary[kind] || target === 'left-out' || kind === 'roster',
  );
  const target = savedFinder(usable as [ColumnTarget, readonly string[]][], folded);
  const measure = savedFinder(byHeadingsAndName(program.measures), folded);
  const field = savedFinder(byHeadingsAndName(program.fields), folded);
  return (key) => {
    const asTarget = target(key);
    if (asTarget === 'left-out') return leftOut;
    if (asTarget !== undefined) return { is: 'target', target: asTarget };
    if (kind !== 'roster' && kind !== 'outcomes') return undefined;
    // A roster's column that the program measures is a value at the start, unless it is an answer that pairs people.
    const [asMeasure, asField] = [measure(key), field(key)];
    if (asMeasure !== undefined && (kind === 'outcomes' || asField === undefined))
      return { is: 'measure', measure: asMeasure };
    return asField === undefined ? undefined : { is: 'field', field: asField };
  };
}

/** Headings first, then names: a field that somebody wrote into the program file needs no headings to be found by its name. */
function byHeadingsAndName<T extends { readonly name: string; readonly headings: readonly string[] }>(
  known: readonly T[],
): (readonly [T, readonly string[]])[] {
  return [...known.map((one) => [one, one.headings] as const), ...known.map((one) => [one, [one.name]] as const)];
}

function named(word: string, program: Program, kind: Kind, heading: string, profile: ColumnProfile): Meaning {
  if (word === '-') return leftOut;
  if (word in vocabulary[kind]) return { is: 'target', target: word as ColumnTarget };
  const measure = program.measures.find((candidate) => candidate.name === word);
  if (measure !== undefined) return { is: 'measure', measure };
  const field = program.fields.find((candidate) => candidate.name === word);
  if (field !== undefined) return { is: 'field', field: { ...field, headings: [...field.headings, heading] } };
  return { is: 'field', field: { ...proposeField(heading, profile, new Set()), name: word } };
}

function contentMeaning(kind: Kind, heading: string, profile: ColumnProfile, names: Set<string>): Meaning {
  const key = foldHeading(heading);
  if (profile.filled === 0) return { is: 'kept-out', why: 'empty' };
  if (key === 'mentorctl error') return { is: 'kept-out', why: 'what an earlier import said of the row' };
  if (systemColumns.test(key)) return { is: 'kept-out', why: 'made by the survey system' };
  if (kind === 'survey')
    return profile.distinct.filter((cell) => readAnswer(cell) !== undefined).length >= 0.8 * profile.distinct.length
      ? { is: 'item', item: heading }
      : { is: 'kept-out', why: 'not answered with numbers or a scale of agreement' };
  if (kind !== 'roster' && kind !== 'outcomes') return { is: 'kept-out', why: 'not used' };
  if (/^data:/.test(profile.distinct[0] ?? '')) return { is: 'kept-out', why: 'pictures' };
  if (/phone|mobile|telephone|^contact$|address$/.test(key))
    return { is: 'kept-out', why: 'contact data that nothing here needs' };
  if (kind === 'outcomes') {
    const measure = outcomeMeasure(heading);
    if (measure !== undefined && profile.numbers + profile.yesNo > 0)
      return { is: 'measure', measure: { ...measure, kind: measureKind(measure, profile) } };
  }
  if (profile.distinct.length === 1 && profile.filled > 3)
    return { is: 'kept-out', why: 'everybody gave the same answer' };
  const field = proposeField(heading, profile, names);
  names.add(field.name);
  return { is: 'field', field };
}
