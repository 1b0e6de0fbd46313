// Small random programs in mid-term: pairs that stand, people who wait, and rules among mentees, tiers, even loads and pins, against every answer there is.
import type { Candidate } from '../../../src/domain/matching/candidate.ts';
import { planRematch } from '../../../src/domain/matching/rematch/plan-rematch.ts';
import { proposeRun } from '../../../src/domain/matching/runs/propose-run.ts';
import { beyondSoftCap, evenness } from '../../../src/domain/matching/scoring/bonuses.ts';
import type { Program, Rule } from '../../../src/domain/program/program.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import { finish } from '../../../src/domain/progress.ts';

export const standingKinds = [
  'latecomers, apart',
  'latecomers, together',
  'latecomers, balance',
  'latecomers, tiers',
  'latecomers, apart and tiers',
  'latecomers, soft caps',
  'rematch, apart',
  'rematch, together',
  'rematch, balance',
  'rematch, tiers',
  'rematch, apart and tiers',
  'rematch, soft caps',
  'rematch, few moves',
  'rematch, tiers and few moves',
  'rematch, apart and few moves',
] as const;
export type StandingKind = (typeof standingKinds)[number];

interface Small {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  /** By mentee: index of the mentor she has, or -1. */
  readonly stands: readonly number[];
  readonly pinned: readonly number[];
  /** By mentee, by mentor; undefined where something bars the two. */
  readonly fit: readonly (readonly (number | undefined)[])[];
  readonly program: Program;
  readonly maxMoves: number;
}

const below = (chance: () => number, n: number): number => Math.floor(chance() * n);

function draw(kind: StandingKind, chance: () => number): Small {
  const [n, m] = [3 + below(chance, 4), 2 + below(chance, 2)];
  const has = (word: string): boolean => kind.includes(word);
  const families = 1 + below(chance, 3);
  const mentees = Array.from({ length: n }, (_, i): Candidate => {
    const family = `F${below(chance, families)}`;
    const fields = {
      ...(chance() < 0.7 ? { family } : {}),
      house: ['red', 'blue'][below(chance, 2)]!,
      turn: below(chance, 3),
    };
    return { id: `S${i}`, name: `S${i}`, seats: 0, fields: { ...fields, turn: String(fields.turn) } };
  });
  const seats = Array.from(
    { length: m },
    () => 1 + below(chance, has('moves') || has('tiers') ? 2 : has('soft') ? 4 : 3),
  );
  const load = seats.map(() => 0);
  const over = kind.startsWith('rematch') && chance() < 0.2 ? 1 : 0;
  const stands = mentees.map(() => {
    const j = chance() < 0.5 ? below(chance, m) : -1;
    if (j < 0 || load[j]! >= seats[j]! + over) return -1;
    load[j]!++;
    return j;
  });
  const pinned = mentees.map((_, i) => {
    const j = stands[i]! < 0 && chance() < 0.15 ? below(chance, m) : -1;
    if (j < 0 || load[j]! >= seats[j]!) return -1;
    load[j]!++;
    return j;
  });
  const few = chance() < 0.4;
  // Fits close to one another where places are to decide, few open pairs where moves are.
  const top = has('soft') ? 120 : 1001;
  const open = has('soft') ? 1 : has('moves') ? 0.55 : 0.5 + 0.5 * chance();
  const fit = mentees.map(() =>
    seats.map(() =>
      chance() > open ? undefined : few ? Math.floor(0.3 * top) * below(chance, 3) : below(chance, top),
    ),
  );
  const rules: Rule[] = [
    ...(has('apart') ? [{ kind: 'apart' as const, mentee: 'family', mentor: '' }] : []),
    ...(has('together') ? [{ kind: 'together' as const, mentee: 'family', mentor: '' }] : []),
    ...(has('balance')
      ? [
          {
            kind: 'balance' as const,
            mentee: 'house',
            mentor: '',
            value: 'red',
            most: [0.5, 0.34, 0.67][below(chance, 3)]!,
            least: chance() < 0.5 ? 0 : 0.3,
          },
        ]
      : []),
  ];
  const program: Program = {
    ...standardProgram,
    fields: ['family', 'house', 'turn'].map((name) => ({ name, type: 'category', options: [], headings: [] })),
    rules,
    criteria: [{ kind: 'scores', mentee: '', mentor: '', importance: 'high' }],
    matching: {
      ...standardProgram.matching,
      spread: chance() < 0.5,
      ...(has('soft') ? { softCap: 1 + below(chance, 2) } : {}),
      ...(has('tiers')
        ? {
            priority: [
              { field: 'turn', is: ['2'] },
              { field: 'turn', is: ['1'] },
            ],
          }
        : {}),
    },
  };
  return {
    mentees,
    mentors: seats.map((places, j) => ({ id: `M${j}`, name: `M${j}`, seats: places, fields: {} })),
    stands,
    pinned,
    fit,
    program,
    maxMoves: has('few moves') ? below(chance, 3) : Infinity,
  };
}

/** The fault, or undefined. */
export function oneStanding(
  kind: StandingKind,
  chance: () => number,
): { readonly fault: string | undefined; readonly changed: boolean } {
  const small = draw(kind, chance);
  return kind.startsWith('latecomers') ? latecomers(small) : rematch(small);
}

const noPairs = (small: Small, held: (i: number, j: number) => boolean): Map<string, Map<string, string>> =>
  new Map(
    small.mentees.map(({ id }, i) => [
      id,
      new Map(small.fit[i]!.flatMap((fit, j) => (fit === undefined && !held(i, j) ? [[`M${j}`, 'kept apart']] : []))),
    ]),
  );

const statedIn = (small: Small) => ({
  choices: new Map(),
  scores: new Map(small.mentees.map(({ id }, i) => [id, new Map(small.fit[i]!.map((fit, j) => [`M${j}`, fit ?? 0]))])),
  highest: 1000,
});

/**
 * Whether the rules allow it, where who is `held` (stands or is pinned) and stays breaks none. `settled`: whom somebody has
 * whatever is decided, else -1.
 */
function heeds(small: Small, of: readonly number[], held: readonly number[], settled: readonly number[]): boolean {
  const { mentees, mentors, program } = small;
  const stays = (i: number): boolean => of[i]! >= 0 && held[i] === of[i];
  const groups = ['F0', 'F1', 'F2'].map((family) =>
    mentees.flatMap(({ fields }, i) => (fields['family'] === family ? [i] : [])),
  );
  return program.rules.every((rule) => {
    if (rule.kind === 'balance')
      return mentors.every((_, j) => {
        const all = mentees.flatMap((_one, i) => (of[i] === j ? [i] : []));
        if (all.length < 2) return true;
        const red = (i: number): boolean => mentees[i]!.fields['house'] === 'red';
        const coming = all.filter((i) => !stays(i));
        const share = all.filter(red).length / all.length;
        return (share <= rule.most! + 1e-9 || !coming.some(red)) && (share >= rule.least! - 1e-9 || coming.every(red));
      });
    return groups.every((group) => {
      const at = (i: number): number => (settled[i]! >= 0 ? settled[i]! : of[i]!);
      const keeps = (i: number): boolean => at(i) === held[i];
      if (rule.kind === 'apart')
        return group.every((a) => group.every((b) => a >= b || at(a) < 0 || at(a) !== at(b) || (keeps(a) && keeps(b))));
      const mine = group.filter((i) => settled[i]! < 0);
      const theirs = group.map((i) => settled[i]!).filter((j) => j >= 0);
      if (new Set(mine.map((i) => of[i]!)).size > 1) return false;
      return theirs.length === 0 || mine.every((i) => of[i]! < 0 || stays(i) || theirs.includes(of[i]!));
    });
  });
}

function* answers(
  n: number,
  choicesOf: (i: number) => readonly number[],
  seats: readonly number[],
): Generator<readonly number[], void, undefined> {
  const of = new Array<number>(n).fill(-1);
  const left = [...seats];
  function* from(i: number): Generator<readonly number[], void, undefined> {
    if (i === n) {
      yield of;
      return;
    }
    for (const j of choicesOf(i)) {
      if (j >= 0 && left[j]! <= 0) continue;
      of[i] = j;
      if (j >= 0) left[j]!--;
      yield* from(i + 1);
      if (j >= 0) left[j]!++;
    }
    of[i] = -1;
  }
  yield* from(0);
}

/** What seats count more, `base` of each mentor's not counted. */
function placesWorth(small: Small, of: readonly number[], base: readonly number[]): number {
  const { spread, softCap } = small.program.matching;
  const most = Math.max(...small.mentors.map(({ seats }, j) => Math.max(seats, base[j]!)));
  const load = [...base];
  let sum = 0;
  for (const j of of) {
    if (j < 0) continue;
    const nth = ++load[j]!;
    sum += (spread ? evenness(nth, most) : 0) + (typeof softCap === 'number' && nth <= softCap ? beyondSoftCap : 0);
  }
  return sum;
}

function tierOf(small: Small, i: number): number {
  if (small.program.matching.priority === undefined) return 0;
  return Number(small.mentees[i]!.fields['turn']);
}

const first = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((one, k) => one !== b[k]);
  return at >= 0 && a[at]! > b[at]!;
};

function latecomers(small: Small): { fault: string | undefined; changed: boolean } {
  const { mentees, mentors, stands, pinned, fit, program } = small;
  const load = mentors.map((_, j) => stands.filter((one) => one === j).length);
  const waiting = mentees.flatMap((_, i) => (stands[i]! < 0 ? [i] : []));
  const run = finish(
    proposeRun(
      {
        mentees: waiting.map((i) => mentees[i]!),
        mentors: mentors.map((mentor, j) => ({ ...mentor, seats: mentor.seats - load[j]!, taken: load[j]! })),
        pins: waiting.flatMap((i) => (pinned[i]! < 0 ? [] : [{ mentee: `S${i}`, mentor: `M${pinned[i]!}` }])),
        blocks: noPairs(small, (i, j) => pinned[i] === j),
        stated: statedIn(small),
        seed: 1,
        standing: mentees.flatMap((mentee, i) => (stands[i]! < 0 ? [] : [{ mentee, mentor: `M${stands[i]!}` }])),
      },
      program,
    ),
  );
  const held = mentees.map((_, i) => (stands[i]! >= 0 ? stands[i]! : pinned[i]!));
  const free = held.map((j) => j < 0);
  const rows = waiting.filter((i) => free[i]);
  const pins = mentors.map((_, j) => pinned.filter((one) => one === j).length);
  const value = (of: readonly number[]): number[] => {
    const placed = [2, 1, 0].map((tier) => rows.filter((i) => of[i]! >= 0 && tierOf(small, i) === tier).length);
    const own = rows.map((i) => of[i]!);
    const points = rows.reduce((sum, i) => sum + (of[i]! < 0 ? 0 : fit[i]![of[i]!]!), 0);
    return [
      ...placed,
      points +
        placesWorth(
          small,
          own,
          load.map((has, j) => has + pins[j]!),
        ),
    ];
  };
  // Without rules, tiers, limits and what places count.
  const plainly = (of: readonly number[]): number[] => [
    rows.filter((i) => of[i]! >= 0).length,
    rows.reduce((sum, i) => sum + (of[i]! < 0 ? 0 : fit[i]![of[i]!]!), 0),
  ];
  let [best, plain, without]: [number[], number[], number[]] = [[-1], [-1], []];
  const choices = (i: number): number[] =>
    free[i] ? [-1, ...fit[i]!.flatMap((one, j) => (one === undefined ? [] : [j]))] : [held[i]!];
  for (const of of answers(
    mentees.length,
    choices,
    mentors.map(({ seats }) => seats),
  )) {
    const mine = value(of);
    if (first(plainly(of), plain)) plain = plainly(of);
    if (first(mine, best) && heeds(small, of, held, held)) [best, without] = [mine, plainly(of)];
  }
  const found = mentees.map((_, i) => (stands[i]! >= 0 ? stands[i]! : -1));
  for (const { mentee, mentor } of run.pairs) found[Number(mentee.id.slice(1))] = Number(mentor.id.slice(1));
  const mine = value(found);
  const changed = plain.join() !== without.join();
  if (!heeds(small, found, held, held)) return { fault: `breaks a rule: ${found.join()}`, changed };
  if (mine.join() !== best.join()) return { fault: `found ${mine.join()}, the best is ${best.join()}`, changed };
  return { fault: run.certificate.proved ? undefined : `not proved: ${run.certificate.faults.join()}`, changed };
}

function rematch(small: Small): { fault: string | undefined; changed: boolean } {
  const { mentees, mentors, stands, pinned, fit, program, maxMoves } = small;
  const plan = finish(
    planRematch(
      {
        mentees,
        mentors,
        standing: mentees.flatMap((_, i) =>
          stands[i]! < 0
            ? []
            : [{ mentee: `S${i}`, mentor: `M${stands[i]!}`, score: fit[i]![stands[i]!] ?? 0, fixed: false }],
        ),
        pins: mentees.flatMap((_, i) => (pinned[i]! < 0 ? [] : [{ mentee: `S${i}`, mentor: `M${pinned[i]!}` }])),
        blocks: noPairs(small, (i, j) => pinned[i] === j),
        stated: statedIn(small),
        seed: 1,
        maxMoves,
      },
      program,
    ),
  );
  const held = mentees.map((_, i) => (stands[i]! >= 0 ? stands[i]! : pinned[i]!));
  const families = mentees.map(({ fields }) => fields['family']);
  const over = (j: number): boolean => stands.filter((one) => one === j).length > mentors[j]!.seats;
  const fixed = mentees.map(
    (_, i) =>
      program.rules.some(({ kind }) => kind === 'together') &&
      families[i] !== undefined &&
      families.filter((one) => one === families[i]).length > 1 &&
      stands[i]! >= 0 &&
      !over(stands[i]!),
  );
  const settled = fixed.map((is, i) => (is ? stands[i]! : pinned[i]!));
  const seats = mentors.map((mentor) => mentor.seats);
  const has = mentors.map((_, j) => mentees.filter((_one, i) => fixed[i] && stands[i] === j).length);
  const fitOf = (i: number, j: number): number => fit[i]![j] ?? 0;
  const value = (of: readonly number[]): number[] => {
    const placed = (which: (i: number) => boolean): number => mentees.filter((_, i) => of[i]! >= 0 && which(i)).length;
    const tiers =
      program.matching.priority === undefined
        ? [placed(() => true)]
        : [
            placed((i) => stands[i]! >= 0),
            ...[2, 1, 0].map((tier) => placed((i) => stands[i]! < 0 && tierOf(small, i) === tier)),
          ];
    const points = mentees.reduce((sum, _, i) => sum + (of[i]! < 0 || fixed[i] ? 0 : fitOf(i, of[i]!)), 0);
    const own = mentees.flatMap((_, i) => (fixed[i] ? [] : [of[i]!]));
    return [...tiers, -movesIn(of), points + placesWorth(small, own, has)];
  };
  const movesIn = (of: readonly number[]): number =>
    mentees.filter((_, i) => stands[i]! >= 0 && of[i] !== stands[i]).length;
  const lost = mentors.reduce(
    (sum, { seats: places }, j) => sum + Math.max(0, stands.filter((one) => one === j).length - places),
    0,
  );
  const limit = Math.max(maxMoves, lost);
  const choices = (i: number): number[] => {
    if (fixed[i]) return [stands[i]!];
    if (stands[i]! < 0 && pinned[i]! >= 0) return [-1, pinned[i]!];
    return [-1, ...fit[i]!.flatMap((one, j) => (one === undefined && stands[i] !== j ? [] : [j]))];
  };
  const plainly = (of: readonly number[]): number[] => [
    mentees.filter((_, i) => of[i]! >= 0).length,
    -movesIn(of),
    mentees.reduce((sum, _, i) => sum + (of[i]! < 0 || fixed[i] ? 0 : fitOf(i, of[i]!)), 0),
  ];
  let [best, plain, without]: [number[], number[], number[]] = [[-1], [-1], []];
  for (const of of answers(mentees.length, choices, seats)) {
    if (first(plainly(of), plain)) plain = plainly(of);
    if (movesIn(of) > limit) continue;
    const mine = value(of);
    if (first(mine, best) && heeds(small, of, held, settled)) [best, without] = [mine, plainly(of)];
  }
  const found = [...stands];
  for (const { mentee } of plan.lost) found[Number(mentee.id.slice(1))] = -1;
  for (const { mentee, mentor } of [...plan.placed, ...plan.moved.map(({ pair }) => pair)])
    found[Number(mentee.id.slice(1))] = Number(mentor.id.slice(1));
  const mine = value(found);
  const changed = plain.join() !== without.join();
  if (!heeds(small, found, held, settled)) return { fault: `breaks a rule: ${found.join()}`, changed };
  if (mine.join() !== best.join()) return { fault: `found ${mine.join()}, the best is ${best.join()}`, changed };
  return { fault: plan.certificate.proved ? undefined : `not proved: ${plan.certificate.faults.join()}`, changed };
}
