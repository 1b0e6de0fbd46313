// What each column of a file is: a part of who somebody is, a field of the program, a measure, or something kept out.
import type { ColumnTarget, Field, Measure, Program } from '../program/program.ts';
import { readAnswer } from '../cells/answers.ts';
import { idMending } from '../cells/ids.ts';
import { roleAsked } from '../cells/role-phrases.ts';
import { gradeReader, gradeScale } from '../cells/grades.ts';
import { profileColumn, type ColumnProfile } from './profile.ts';
import { retentionWord, targetsOf } from './map-words.ts';
import {
  apart,
  atTimeOf,
  isTimed,
  numberMeasured,
  outcomeColumn,
  retentionAt,
  wholeNamed,
  withoutTime,
} from './outcome-columns.ts';
import { proposeField } from './propose-field.ts';
import { findRecordColumns } from './record-columns.ts';
import { shortName, uniqueName, wholeName } from './short-name.ts';
import { savedFinder } from './saved-headings.ts';
import { findTickBoxes, roleBoxes, type TickBox } from './tick-boxes.ts';
import { saysRole, saysYesNo, targetOf } from './target-columns.ts';
import { avoidWords, choiceRank, systemTest, vocabulary, type Kind } from './vocabulary.ts';
import { findWho, type WhoColumn } from './who-columns.ts';
import { foldHeading } from '../cells/fold-heading.ts';
import { headingKeys, saidHeading } from './heading-keys.ts';

export type Meaning =
  /** `remark`: what is done to every cell of it. */
  | { readonly is: 'target'; readonly target: ColumnTarget; readonly stated?: true; readonly remark?: string }
  | { readonly is: 'field'; readonly field: Field }
  | { readonly is: 'measure'; readonly measure: Measure; readonly remark?: string }
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
  /** The system that made the file, e.g. `qualtrics`; `plain` where nothing says so. */
  readonly origin?: string;
  /** Ids, addresses and names of people on file among the first cells. */
  readonly people?: ReadonlySet<string> | undefined;
  /** Those of them who are mentors and nothing else, or mentees. */
  readonly sides?: ReadonlyMap<string, 'mentor' | 'mentee'> | undefined;
}

/** Decides every column: what --map says, what the program has saved, who the row is about, the vocabulary, the content. */
export function understandColumns(
  kind: Kind,
  headings: readonly string[],
  columns: readonly (readonly string[])[],
  program: Program,
  overrides: Overrides,
): ColumnMeaning[] {
  const profiles = columns.map(profileColumn);
  const folded = headings.map(foldHeading);
  const keys = headingKeys(headings);
  const names = new Set([...program.fields, ...program.measures].map(({ name }) => name));
  const meanings = new Map<number, Meaning>();
  const taken = new Map<ColumnTarget, number>();
  const times = new Set<string>();
  const settle = (index: number, said: Meaning | undefined): void => {
    if (said === undefined || meanings.has(index)) return;
    const meaning =
      said.is === 'measure'
        ? { ...said, measure: measuredOnce(said.measure, headings[index] ?? '', times, names) }
        : said;
    meanings.set(index, meaning);
    if (meaning.is === 'target' && !taken.has(meaning.target)) taken.set(meaning.target, index);
  };
  const alike = alikeInShort(headings);
  const open = (): number[] => headings.flatMap((_, index) => (meanings.has(index) ? [] : [index]));
  const seen = (index: number): WhoColumn => ({
    index,
    heading: headings[index] ?? '',
    profile: profiles[index] ?? profileColumn([]),
    cells: columns[index] ?? [],
  });

  const savedOf = savedMeanings(program, kind, folded);
  headings.forEach((heading, index) => {
    const { profile } = seen(index);
    const key = folded[index] ?? '';
    const wanted = overrides.map.get(keys[index] ?? '');
    if (wanted !== undefined) settle(index, named(wanted, program, kind, heading, profile));
    else if (overrides.system?.includes(key) === true) settle(index, bySystem);
  });
  for (const index of open()) {
    const saved =
      savedOf(keys[index] ?? '', headings[index] ?? '') ?? savedOf(folded[index] ?? '', headings[index] ?? '');
    if (saved !== undefined && !(saved.is === 'target' && taken.has(saved.target))) settle(index, saved);
  }
  const boxes =
    kind === 'roster' || kind === 'outcomes'
      ? findTickBoxes(headings, profiles, setAnsweredBy(program), (question) => uniqueName(shortName(question), names))
      : undefined;
  if (kind === 'roster' && !taken.has('role'))
    for (const [index, side] of roleBoxes(boxes ?? new Map()))
      if (saysYesNo(seen(index).profile)) settle(index, { is: 'target', target: `${side}-yes-no` });
  for (const index of open()) settle(index, boxes?.get(index));
  // All answers of a question in one cell, beside its boxes.
  const boxed = new Set([...(boxes?.values() ?? [])].map(({ field }) => field.name));
  for (const name of boxed) names.add(name);
  for (const index of open())
    if (
      boxed.has(shortName(headings[index] ?? '')) &&
      [...(boxes?.values() ?? [])].some(({ field }) => field.headings.some((one) => foldHeading(one) === folded[index]))
    )
      settle(index, { is: 'kept-out', why: 'its boxes say the same' });
  if (kind === 'preferences')
    for (const index of open()) {
      const rank = choiceRank(headings[index] ?? '') ?? (avoidWords.test(folded[index] ?? '') ? 0 : undefined);
      settle(index, rank === undefined ? undefined : { is: 'choice', rank });
    }
  const system = systemTest(headings, overrides.origin);
  const who = open().filter((index) => !system(headings[index] ?? ''));
  const settled = new Map([...taken].map(([target, index]) => [target, seen(index)] as const));
  for (const [index, target] of findWho(who.map(seen), settled, {
    repeats: kind !== 'roster',
    people: overrides.people,
  }))
    if (target in vocabulary[kind]) settle(index, { is: 'target', target });
  if (kind === 'roster' && !taken.has('role'))
    for (const index of open()) {
      const { heading, profile } = seen(index);
      const side = roleAsked(heading);
      if (side !== undefined && !taken.has(`${side}-yes-no`) && saysYesNo(profile))
        settle(index, { is: 'target', target: `${side}-yes-no` });
    }
  const choosing = [...meanings.values()].some(({ is }) => is === 'choice');
  for (const [index, target] of findRecordColumns(
    kind,
    open().map(seen),
    new Set(taken.keys()),
    choosing,
    overrides.sides,
  ))
    settle(index, { is: 'target', target });
  const long = (['measure', 'item'] as const).some(
    (target) => taken.has(target) || folded.some((key) => vocabulary[kind][target]?.test(key) === true),
  );
  for (const index of open()) {
    const target = targetOf(kind, seen(index), taken, program);
    // A column `Score` is a value only beside one that says of what.
    if (target === 'value' && !long) continue;
    settle(index, target === undefined ? undefined : { is: 'target', target });
  }
  const roleSaid = (['role', 'mentor-yes-no', 'mentee-yes-no'] as const).some((target) => taken.has(target));
  if (kind === 'roster' && !roleSaid) {
    const likely = open().find((index) => saysRole(seen(index).profile, program));
    if (likely !== undefined) settle(likely, { is: 'target', target: 'role' });
  }
  for (const index of open()) {
    const { heading, profile } = seen(index);
    if (folded.indexOf(folded[index] ?? '') !== index)
      settle(index, {
        is: 'kept-out',
        why: `a second column called "${heading}"; --map "${saidHeading(headings, index)}=..." says what it is`,
      });
    else
      settle(
        index,
        profile.filled > 0 && (system(heading) || timesAgain(kind, heading, profile, taken))
          ? bySystem
          : contentMeaning(kind, heading, profile, names, program, {
              timed: taken.has('when') || taken.has('year'),
              alike: alike.has(shortName(withoutTime(heading))),
            }),
      );
  }
  const decided = headings.map((heading, index): ColumnMeaning => {
    const { profile } = seen(index);
    const meaning = meanings.get(index);
    const own = overrides.map.has(keys[index] ?? '') || meaning?.is === 'kept-out' || meaning?.is === 'target';
    const called = own ? saidHeading(headings, index) : heading;
    return { index, heading: called, profile, meaning: remarked(meanings.get(index) ?? unknown, profile, program) };
  });
  return [...decided, ...answersBesides(decided, kind, program)];
}

/** A column that says who somebody is may be an answer as well, where a field names its heading: the surname, say. */
function answersBesides(columns: readonly ColumnMeaning[], kind: Kind, program: Program): ColumnMeaning[] {
  if (kind !== 'roster' && kind !== 'outcomes') return [];
  return columns.flatMap((column): ColumnMeaning[] => {
    if (column.meaning.is !== 'target') return [];
    const key = foldHeading(column.heading);
    const field = program.fields.find(({ headings }) => headings.some((heading) => foldHeading(heading) === key));
    return field === undefined ? [] : [{ ...column, meaning: { is: 'field', field } }];
  });
}

/** Short names that two columns would have, whatever time each says. */
function alikeInShort(headings: readonly string[]): ReadonlySet<string> {
  const asked = new Map(headings.map(withoutTime).map((rest) => [foldHeading(rest), shortName(rest)]));
  const names = [...asked.values()];
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

/** A form says when an answer was begun and when it was sent: one of the two is its time, and the other is the form's as well. */
function timesAgain(
  kind: Kind,
  heading: string,
  { distinct }: ColumnProfile,
  taken: ReadonlyMap<ColumnTarget, number>,
): boolean {
  const timed = kind === 'roster' && taken.has('answer-time') && distinct.some((cell) => /\d:\d\d/.test(cell));
  return timed && vocabulary.roster['answer-time']?.test(foldHeading(heading)) === true;
}

const unknown: Meaning = { is: 'kept-out', why: 'nothing is known of it' };

/** Ids that a spreadsheet changed are read as they were, which is said. */
function remarked(meaning: Meaning, { distinct }: ColumnProfile, { grades }: Program): Meaning {
  if (meaning.is === 'measure' && meaning.measure.kind === 'number' && gradeReader(distinct, grades) !== undefined)
    return { ...meaning, remark: `letters as grade points, ${gradeScale(grades)}` };
  const without = meaning.is === 'target' && meaning.target === 'id' ? idMending(distinct).without : undefined;
  return without === undefined ? meaning : ({ ...meaning, remark: `read without ${without}` } as Meaning);
}

/** Two columns that would say one measure at one time are kept apart: neither may take the other's values. */
function measuredOnce(said: Measure, heading: string, times: Set<string>, names: ReadonlySet<string>): Measure {
  const key = ({ kind, name, when = '' }: Measure): string =>
    kind === 'retention' ? `@${when || name}` : `${name}@${when}`;
  const other = times.has(key(said)) ? apart(said, heading) : said;
  const measure = times.has(key(other)) ? { ...other, name: uniqueName(other.name, names) } : other;
  times.add(key(measure));
  return measure;
}

const bySystem: Meaning = { is: 'kept-out', why: 'made by the survey system' };

/** The field that a question of tick boxes has filled before: its own, or that of half the boxes' headings. */
function setAnsweredBy({ fields }: Program): (headings: readonly string[]) => Field | undefined {
  return (headings) =>
    fields.find(
      ({ type, name, headings: known }) =>
        type === 'set' &&
        (headings.filter((heading) => known.includes(heading)).length >= Math.max(1, headings.length / 2) ||
          (headings.length === 1 && foldHeading(name) === foldHeading(headings[0] ?? ''))),
    );
}

/** Said by --map, on the terminal, or in the program file. */
const leftOut: Meaning = { is: 'kept-out', why: asYouSaid };

/** What the program file says of a heading (folded), or of one that was nearly so last time. */
function savedMeanings(
  program: Program,
  kind: Kind,
  folded: readonly string[],
): (key: string, heading: string) => Meaning | undefined {
  const usable = Object.entries(program.headings).filter(
    ([target]) => target in vocabulary[kind] || target === 'left-out' || kind === 'roster',
  );
  const target = savedFinder(usable as [ColumnTarget, readonly string[]][], folded);
  const measure = savedFinder(byHeadingsAndName(program.measures), folded);
  const field = savedFinder(byHeadingsAndName(program.fields), folded);
  const found = (key: string, heading: string, how: 'exactly' | 'nearly'): Meaning | undefined => {
    const asTarget = target[how](key);
    if (asTarget === 'left-out') return leftOut;
    if (asTarget !== undefined) return { is: 'target', target: asTarget };
    if (kind !== 'roster' && kind !== 'outcomes') return undefined;
    // A roster's column that the program measures is a value at the start, unless it is an answer that pairs people.
    const [asMeasure, asField] = [measure[how](key), field[how](key)];
    if (asMeasure !== undefined && (kind === 'outcomes' || asField === undefined))
      return { is: 'measure', measure: atTimeOf(asMeasure, heading) };
    return asField === undefined ? undefined : { is: 'field', field: asField };
  };
  return (key, heading) => found(key, heading, 'exactly') ?? found(key, heading, 'nearly');
}

/** Headings first, then names: what somebody wrote into the program file needs no headings to be found by its name. */
function byHeadingsAndName<T extends { readonly name: string; readonly headings: readonly string[] }>(
  known: readonly T[],
): (readonly [T, readonly string[]])[] {
  return [...known.map((one) => [one, one.headings] as const), ...known.map((one) => [one, [one.name]] as const)];
}

/** `--map "Student=full name"` means name: nobody keeps a question of that name beside the name itself. */
const spokenTargets = ['id', 'email', 'first-name', 'last-name', 'name', 'capacity'] as const;

function named(word: string, program: Program, kind: Kind, heading: string, profile: ColumnProfile): Meaning {
  if (word === '-') return leftOut;
  if ((targetsOf(kind) as readonly string[]).includes(word))
    return { is: 'target', target: word as ColumnTarget, stated: true };
  const rank = /^choice (\d{1,2})$/.exec(word)?.[1];
  if (kind === 'preferences' && (rank !== undefined || word === 'avoid'))
    return { is: 'choice', rank: Number(rank ?? 0) };
  if (word === retentionWord) return { is: 'measure', measure: retentionAt(heading) };
  const measure = program.measures.find((candidate) => candidate.name === word);
  if (measure !== undefined) return { is: 'measure', measure: atTimeOf(measure, heading) };
  const field = program.fields.find((candidate) => candidate.name === word);
  if (field !== undefined) return { is: 'field', field: { ...field, headings: [...field.headings, heading] } };
  const target = spokenTargets.find((one) => one in vocabulary[kind] && vocabulary[kind][one]?.test(word) === true);
  if (target !== undefined) return { is: 'target', target };
  // A number of an outcome file that somebody gives a name is measured.
  const number = kind === 'outcomes' ? numberMeasured(heading, profile) : undefined;
  if (number !== undefined) return { is: 'measure', measure: { ...number, name: word } };
  return { is: 'field', field: { ...proposeField(heading, profile, new Set()), name: word } };
}

function contentMeaning(
  kind: Kind,
  heading: string,
  profile: ColumnProfile,
  names: Set<string>,
  program: Program,
  /** `timed`: another column says the time; `alike`: short, its name would be another column's, too. */
  { timed, alike }: { readonly timed: boolean; readonly alike: boolean },
): Meaning {
  const key = foldHeading(heading);
  if (profile.filled === 0) return { is: 'kept-out', why: 'empty' };
  if (profile.distinct.length === 1 && profile.distinct[0] === 'anonymous') return bySystem;
  if (key === 'mentorctl error') return { is: 'kept-out', why: 'what an earlier import said of the row' };
  if (kind === 'survey')
    return profile.distinct.filter((cell) => readAnswer(cell) !== undefined).length >= 0.8 * profile.distinct.length
      ? { is: 'item', item: heading }
      : { is: 'kept-out', why: 'not answered with numbers or a scale of agreement' };
  if (kind !== 'roster' && kind !== 'outcomes') return { is: 'kept-out', why: 'not used' };
  if (/^data:/.test(profile.distinct[0] ?? '')) return { is: 'kept-out', why: 'pictures' };
  if (/phone|mobile|telephone|^contact$|address$/.test(key))
    return { is: 'kept-out', why: 'contact data that nothing here needs' };
  if (kind === 'outcomes') {
    const measure = outcomeColumn(heading, profile, program);
    if (typeof measure === 'string') return { is: 'kept-out', why: measure };
    const said = measure ?? (timed || isTimed(heading) ? numberMeasured(heading, profile) : undefined);
    if (said !== undefined) return { is: 'measure', measure: alike ? wholeNamed(said, heading) : said };
  }
  const proposed = proposeField(heading, profile, names);
  const field = alike ? { ...proposed, name: uniqueName(wholeName(heading), names) } : proposed;
  names.add(field.name);
  return { is: 'field', field };
}
