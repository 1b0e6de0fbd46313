// Which places are short, by what the rules ask of a mentor: how many more of which kind would place how many more people.
import type { Work } from '../../progress.ts';
import type { FieldValue, Program, Rule } from '../../program/program.ts';
import { BARRED } from '../assignment-types.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import { openTo } from '../scoring/encode.ts';
import { whoNames } from '../scoring/named-sides.ts';
import type { HallSet } from './hall-sets.ts';
import { mostPlaced, type NewPlaces } from './most-placed.ts';
import { addBit, bitsWhere, keepBits, members, wordsFor } from '../scoring/bits.ts';
import type { OpenColumns } from '../scoring/open-columns.ts';
import { scorePairs } from '../scoring/score-pairs.ts';
import type { ShortPlaces } from '../unmatched-reason.ts';
import type { Solved } from './why-unmatched.ts';
import type { Need } from '../scoring/whom-to-recruit.ts';
import { ruleKind } from '../scoring/rule-kinds.ts';

/** A mentor who could be recruited: what she has to answer, and how that is said. */
interface Kind {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly conditions: readonly string[];
}

/** Kinds that are compared pair by pair, and cells of the table that working out how many they place may read in all. */
const [mostKinds, mostCells, mostListed] = [48, 100_000_000, 6];

/** People whose needs are looked into, those left out first. */
const mostPeople = 3000;

/**
 * The kinds that would place most, each listed beside those before it (greedy), until everybody is placed or nothing
 * helps. The numbers are exact; on very large tables fewer kinds are tried. A new mentor counts as fitting well enough.
 */
export function* shortPlaces(
  { rows, scoring }: Solved,
  mentorOf: Int32Array,
  { sets, open }: { readonly sets: readonly HallSet[]; readonly open: OpenColumns },
  program: Program,
): Work<readonly ShortPlaces[]> {
  const leftOut = [...mentorOf.keys()].filter((row) => mentorOf[row]! < 0);
  // Somebody placed may make room by going to the new mentor: everybody who competes with those left out counts.
  const concerned = [...new Set([...leftOut, ...sets.flatMap((set) => set.rows)])];
  const people = concerned.map((row) => scoring.mentees[rows[row]!]!);
  const near = nearBy(open, mentorOf, concerned, sets);
  const kinds = likelyKinds(people.slice(0, mostPeople), leftOut.length, scoring.mentors, program);
  const recruits = kinds.map(({ fields }): Candidate => ({ id: '', name: '', seats: 1, fields }));
  const { scores } = yield* scorePairs(people, recruits, { ...program, criteria: [] }, new Map());
  const choices = kinds
    .map((kind, k) => {
      const openTo = new Uint8Array(concerned.length);
      let [direct, all] = [0, 0];
      for (let at = 0; at < openTo.length; at++) {
        if (scores[at * kinds.length + k] === BARRED) continue;
        openTo[at] = 1;
        all++;
        if (at < leftOut.length) direct++;
      }
      return { kind, openTo, direct, all };
    })
    .filter(({ all }) => all > 0)
    .sort((a, b) => b.direct - a.direct || b.all - a.all || (said(a.kind) < said(b.kind) ? -1 : 1));
  const tries = Math.min(24, Math.max(4, Math.floor(mostCells / Math.max(1, near.cells))));
  const base = near.mentorOf.filter((j) => j >= 0).length;
  const places = leftOut.length;
  const alone = choices.slice(0, tries).map((choice) => {
    const after = mostPlaced(near.open, near.mentorOf, { added: [{ places, openTo: choice.openTo }] });
    return { ...choice, alone: after - base };
  });
  const listed: ShortPlaces[] = [];
  const added: NewPlaces[] = [];
  let placed = base;
  // What a kind brings beside others is never more than before they were there, so only the best so far is looked at again.
  let left = alone.flatMap((one) => (one.alone > 0 ? [{ one, more: one.alone, known: 0 }] : [])).sort(byUse);
  for (let tried = 0; listed.length < mostListed && placed < base + places;) {
    const [best] = left;
    if (best === undefined || best.more === 0) break;
    const { one } = best;
    if (best.known < listed.length) {
      if (tried++ > tries) break;
      const after = mostPlaced(near.open, near.mentorOf, { added: [...added, { places, openTo: one.openTo }] });
      left = [{ one, more: after - placed, known: listed.length }, ...left.slice(1)].sort(byUse);
      continue;
    }
    listed.push({ kind: one.kind.fields, text: said(one.kind), alone: one.alone, more: best.more });
    added.push({ places: best.more, openTo: one.openTo });
    placed += best.more;
    left = left.slice(1);
    yield { phase: 'looking for short places', done: placed - base, total: places };
  }
  return listed;
}

/**
 * Only the people and mentors concerned: no chain of moves from anybody left out leads to anybody else. Where that is few
 * of the columns they are numbered anew, which makes rows short to read; else the others lose their places.
 */
function nearBy(
  open: OpenColumns,
  mentorOf: Int32Array,
  concerned: readonly number[],
  sets: readonly HallSet[],
): { readonly open: OpenColumns; readonly mentorOf: Int32Array; readonly cells: number } {
  const columns = [...new Set(sets.flatMap((set) => set.columns))];
  const few = 2 * columns.length < open.columns;
  const size = few ? columns.length : open.columns;
  const placeOf = new Int32Array(open.columns).fill(-1);
  columns.forEach((column, k) => (placeOf[column] = few ? k : column));
  const seats = new Int32Array(size);
  for (const column of columns) seats[placeOf[column]!] = open.seats[column]!;
  const withPlaces = bitsWhere(size, (column) => seats[column]! > 0);
  const shortRow = (row: number): Uint32Array => {
    const bits = new Uint32Array(wordsFor(size));
    for (const column of members(open.of(row))) if (placeOf[column]! >= 0) addBit(bits, placeOf[column]!);
    return bits;
  };
  const wholeRow = (row: number): Uint32Array => {
    const bits = Uint32Array.from(open.of(row));
    keepBits(bits, withPlaces);
    return bits;
  };
  const rows = concerned.map(few ? shortRow : wholeRow);
  return {
    open: { columns: size, seats, of: (at) => rows[at]! },
    mentorOf: Int32Array.from(concerned, (row) => (mentorOf[row]! < 0 ? -1 : placeOf[mentorOf[row]!]!)),
    cells: concerned.length * columns.length,
  };
}

type Tested = { readonly one: { readonly kind: Kind; readonly alone: number }; readonly more: number };

/** More placed first; then fewer conditions, then the words, so that the same people always give the same list. */
function byUse(a: Tested, b: Tested): number {
  const [x, y] = [a.one.kind, b.one.kind];
  return (
    b.more - a.more ||
    x.conditions.length - y.conditions.length ||
    b.one.alone - a.one.alone ||
    (said(x) < said(y) ? -1 : said(x) > said(y) ? 1 : 0)
  );
}

function said({ conditions }: Kind): string {
  const [last = '', ...others] = [...conditions].reverse();
  if (last === '') return 'any mentor';
  return `mentors whose ${others.length === 0 ? '' : `${others.reverse().join(', ')} and `}${last}`;
}

/** What a mentor would have to answer for these people, the answers most of them need first. The first `leftOut` weigh most. */
function likelyKinds(
  people: readonly Candidate[],
  leftOut: number,
  mentors: readonly Candidate[],
  program: Program,
): Kind[] {
  const weight = new Map<string, { kind: Kind; count: number }>();
  const popular = program.rules.map((rule) => popularity(rule, people.slice(0, Math.max(leftOut, 1))));
  people.forEach((person, at) => {
    let kinds: Kind[] = [{ fields: {}, conditions: [] }];
    program.rules.forEach((rule, r) => {
      const needs = needsOf(rule, person, program, popular[r]!);
      if (needs.length === 0) return;
      kinds = kinds.flatMap((kind) =>
        needs.map(({ value, words, metBy }) => {
          if (kind.fields[rule.mentor] !== undefined) return kind;
          const known = mentors.every((mentor) => metBy(answerOf(mentor, rule.mentor)));
          const fields = { ...kind.fields, [rule.mentor]: value };
          return { fields, conditions: known ? kind.conditions : [...kind.conditions, words] };
        }),
      );
    });
    for (const kind of kinds.slice(0, 9)) {
      const key = JSON.stringify(kind.fields);
      const entry = weight.get(key) ?? { kind, count: 0 };
      entry.count += at < leftOut ? people.length : 1;
      weight.set(key, entry);
    }
  });
  return [...weight.values()]
    .sort((a, b) => b.count - a.count || (JSON.stringify(a.kind.fields) < JSON.stringify(b.kind.fields) ? -1 : 1))
    .slice(0, mostKinds)
    .map(({ kind }) => kind);
}

/** What a mentor would answer so that the rule lets this person have her; none where a gap would do, or nothing could be said. */
function needsOf(
  rule: Rule,
  person: Candidate,
  program: Program,
  popular: ReadonlyMap<string, number>,
): readonly Need[] {
  const asked = answerOf(person, rule.mentee);
  const field = program.fields.find(({ name }) => name === rule.mentor);
  if (field === undefined || whoNames(rule) !== undefined) return [];
  // Whoever leaves it open asks nothing of a mentor.
  if (asked !== undefined && openTo(program.fields.find(({ name }) => name === rule.mentee))(asked)) return [];
  return ruleKind(rule.kind).recruits(rule, { asked, field, popular });
}

/** How many gave each option. */
function popularity({ mentee }: Rule, people: readonly Candidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    const answer = answerOf(person, mentee);
    for (const option of Array.isArray(answer) ? answer : [])
      counts.set(String(option), (counts.get(String(option)) ?? 0) + 1);
  }
  return counts;
}
