// Circles that stand but have lost people: filled up by whoever waits, or closed and their people placed elsewhere.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import { circlesOf, type Leaders } from '../circles.ts';
import type { ClosedCircle, RematchInput, RematchPlan, ShortCircle } from './rematch-plan.ts';

type Plan = Omit<RematchPlan, 'closed' | 'short' | 'against' | 'notHeeded'>;

/**
 * `plan` solves one rematch. Each circle below its minimum is decided on, the emptiest first: filled up with people who
 * wait, the best fits first, where that places as many and moves nobody more; else closed, where everybody in it then has
 * another mentor within `maxMoves`; else it goes on. What is decided stays; the answer is the best within it.
 */
export function* withStandingCircles(
  input: RematchInput,
  program: Program,
  leadersOf: Leaders,
  plan: (input: RematchInput) => Work<Plan>,
): Work<Omit<RematchPlan, 'against' | 'notHeeded'>> {
  let [at, found] = [input, yield* plan(input)];
  const closed: ClosedCircle[] = [];
  const short: ShortCircle[] = [];
  const decided = new Set<string>();
  const circles = circlesOf(input.mentors, program.circles);
  const people = new Map(input.mentees.map((one) => [one.id, one]));
  for (;;) {
    const weak = circles
      .map((circle) => ({ ...circle, leaders: leadersOf(input.mentors[circle.mentors[0]!]!.id) }))
      .map((circle) => ({ ...circle, load: loadOf(circle.leaders, at, found) }))
      .filter(({ leaders, load, least }) => !decided.has(leaders[0]!.id) && load.stood.size > 0 && load.now < least)
      .sort((a, b) => a.load.now / a.least - b.load.now / b.least || (a.leaders[0]!.id < b.leaders[0]!.id ? -1 : 1))[0];
    if (weak === undefined) break;
    const { leaders, least, load } = weak;
    decided.add(leaders[0]!.id);
    const filling = filled(at, found, leaders, least - load.now);
    if (filling !== undefined) {
      const tried = yield* plan(filling);
      if (tried.unmatched.length <= found.unmatched.length && movesOf(tried) <= movesOf(found)) {
        [at, found] = [filling, tried];
        continue;
      }
    }
    const inIt = (pair: RematchInput['standing'][number]): boolean => leaders.some(({ id }) => id === pair.mentor);
    const pinned = at.standing.some((pair) => inIt(pair) && pair.pinned === true);
    const closing: RematchInput = {
      ...at,
      standing: at.standing.filter((pair) => !inIt(pair)),
      mentors: at.mentors.map((mentor) =>
        leaders.some(({ id }) => id === mentor.id) ? { ...mentor, seats: 0 } : mentor,
      ),
    };
    const gone = [...load.stood].sort();
    const moves = closed.reduce((sum, one) => sum + one.people.length, gone.length);
    if (pinned || moves > input.maxMoves) {
      short.push({ mentors: leaders, least, people: load.now, why: pinned ? 'pinned' : 'too-many-moves' });
      continue;
    }
    const tried = yield* plan({ ...closing, maxMoves: input.maxMoves - moves });
    const alone = tried.unmatched.some(({ mentee }) => load.stood.has(mentee.id));
    if (alone || tried.unmatched.length > found.unmatched.length) {
      short.push({ mentors: leaders, least, people: load.now, why: 'nobody-else-has-room' });
      continue;
    }
    closed.push({ mentors: leaders, least, people: gone.map((id) => people.get(id)!) });
    [at, found] = [{ ...closing, maxMoves: input.maxMoves - moves }, tried];
  }
  return { ...withMovedOut(found, closed, input), standing: input.standing.length, closed, short };
}

/** Who stands in a circle, and how many are in it when the plan is carried out. */
function loadOf(
  leaders: readonly Candidate[],
  { standing }: RematchInput,
  { placed, moved, lost }: Plan,
): { readonly stood: ReadonlySet<string>; readonly now: number } {
  const ids = new Set(leaders.map(({ id }) => id));
  const stood = new Set(standing.flatMap(({ mentee, mentor }) => (ids.has(mentor) ? [mentee] : [])));
  const now = new Set(stood);
  for (const { pair, from } of moved) if (ids.has(from.mentor.id)) now.delete(pair.mentee.id);
  for (const { mentee, from } of lost) if (ids.has(from.id)) now.delete(mentee.id);
  for (const pair of [...placed, ...moved.map((one) => one.pair)]) if (ids.has(pair.mentor.id)) now.add(pair.mentee.id);
  return { stood, now: now.size };
}

function movesOf({ moved, lost }: Plan): number {
  return moved.length + lost.length;
}

/** The input with as many of those who wait pinned to the circle as it lacks; undefined where there are not enough. */
function filled(
  input: RematchInput,
  { placed, unmatched, fitOf }: Plan,
  leaders: readonly Candidate[],
  lacking: number,
): RematchInput | undefined {
  const [lead] = leaders;
  if (lead === undefined) return undefined;
  const pinned = new Set(input.pins.map(({ mentee }) => mentee));
  const ids = new Set(leaders.map(({ id }) => id));
  const waiting = [
    ...placed.filter(({ mentor }) => !ids.has(mentor.id)).map(({ mentee }) => mentee),
    ...unmatched.map(({ mentee }) => mentee),
  ].filter(({ id }) => !pinned.has(id));
  const able = waiting
    .flatMap(({ id }) => {
      const fit = fitOf(id, lead.id);
      return fit === undefined ? [] : [{ id, fit }];
    })
    .sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1))
    .slice(0, lacking);
  // Whoever would have come anyhow has to come all the same.
  const coming = placed.filter(({ mentor, mentee }) => ids.has(mentor.id) && !pinned.has(mentee.id));
  if (able.length < lacking) return undefined;
  const pins = [
    ...able.map(({ id }) => ({ mentee: id, mentor: lead.id })),
    ...coming.map(({ mentee, mentor }) => ({ mentee: mentee.id, mentor: mentor.id })),
  ];
  return { ...input, pins: [...input.pins, ...pins] };
}

/** People of closed circles stood somewhere: their new pairs are moves. */
function withMovedOut(plan: Plan, closed: readonly ClosedCircle[], { standing, mentors }: RematchInput): Plan {
  const from = new Map(
    closed.flatMap((circle) =>
      circle.people.map(({ id }) => {
        const leads = new Set(circle.mentors.map((mentor) => mentor.id));
        const stood = standing.find(({ mentee, mentor }) => mentee === id && leads.has(mentor));
        return [id, { mentor: mentors.find((one) => one.id === stood?.mentor)!, score: stood?.score ?? 0 }] as const;
      }),
    ),
  );
  if (from.size === 0) return plan;
  const out = plan.placed.filter(({ mentee }) => from.has(mentee.id));
  return {
    ...plan,
    placed: plan.placed.filter(({ mentee }) => !from.has(mentee.id)),
    moved: [...plan.moved, ...out.map((pair) => ({ pair, from: from.get(pair.mentee.id)! }))].sort((a, b) =>
      a.pair.mentee.id < b.pair.mentee.id ? -1 : 1,
    ),
  };
}
