// What a coordinator sees of a run: how many are placed, how good, who is left and why, what to look at first, what to do next.
import { counted } from '../../count-words.ts';
import type { Program } from '../../program/program.ts';
import type { Block, Report } from '../../report/report.ts';
import { countedMore } from '../scoring/bonuses.ts';
import type { Favours, Run } from '../run.ts';
import { tiesWords } from '../stable/stable-run.ts';
import { choicesMet, listsWords, metWords, unreadStated } from '../stable/choices-words.ts';
import { fairProof, fairWords } from './fair-words.ts';
import { circleWords } from '../circles/circle-run.ts';
import { inOrder, pairsTable, type PairOrder } from './pairs-table.ts';
import type { RunInput } from '../run.ts';
import { tiersOf, tierWords } from '../scoring/priority.ts';
import { runFigures } from './run-figures.ts';
import { remarkBlocks } from './run-remarks.ts';
import { reasonBlocks, reasonsJson, reasonTables } from '../reasons/reasons-report.ts';
import type { Stated } from '../stated.ts';

/** Tables of a run that can be asked for by name. */
export const runTables = ['pairs', 'unmatched', 'relaxed', 'shortage', 'in-demand'] as const;
export type RunTableId = (typeof runTables)[number];

/** No mentees, or all of them have a mentor: no run is made, the document is whole. */
export function nobodyWaiting(cohort: string, layer?: 'second'): Report {
  const text =
    layer === 'second'
      ? `Nobody in ${cohort} who has one mentor is waiting for a second.`
      : `Nobody in ${cohort} is waiting for a mentor.`;
  return {
    schema: 'mentorctl/run@1',
    blocks: [{ kind: 'prose', text }],
    csv: pairsTable([], { all: true }),
    json: {
      run: null,
      cohort,
      layer: layer ?? 'first',
      objective: { placed: 0, total: 0, floor: null },
      pairs: [],
      unmatched: [],
      ...reasonsJson({}),
      choices: null,
      leftOverLastTime: [],
      blockingPairs: null,
      floorBest: null,
      fair: null,
      evenCost: null,
      certificate: null,
    },
  };
}

export function matchReport(input: {
  run: Run;
  runId: number;
  cohort: string;
  /** Ids of those who had a place. */
  mentors: readonly string[];
  favours: Favours;
  options: {
    readonly dryRun: boolean;
    readonly all: boolean;
    readonly table?: RunTableId;
    readonly sort?: PairOrder;
  };
  /** What has become of the run; a draft where nothing is said. */
  status?: string;
  program: Program;
  /** Choices and scores on file. */
  stated: Stated | undefined;
  /** What the run saw. */
  input: Pick<RunInput, 'mentees' | 'mentors' | 'pins' | 'standing'>;
}): Report {
  const { run, runId, cohort, mentors, favours, options, program, stated } = input;
  const { placed, total, floor } = run.objective;
  const waiting = placed + run.unmatched.length;
  const fit =
    placed === 0
      ? ''
      : ` Average fit ${Math.round(total / placed / 10)} of 100; lowest ${Math.round((floor ?? 0) / 10)}.`;
  const second = program.matching.layer === 'second';
  const name = options.dryRun
    ? `Would be a run for ${cohort}`
    : `Run ${runId} for ${cohort} (${input.status ?? 'draft'})`;
  const more = countedMore(program.matching.spread && program.matching.method !== 'stable', favours);
  const blocks: Block[] = [
    {
      kind: 'prose',
      text: `${name}: ${second ? `a second mentor for ${placed} of the ${counted(waiting, 'mentee who has one and', 'mentees who have one and')} may have another, ` : `${placed} of ${waiting} mentees placed `}with ${run.mentorsUsed} of ${mentors.length} mentors.${fit}`,
    },
    {
      kind: 'prose',
      text: proofWords(run, program, more, listsWords(run, mentors, stated)),
    },
  ];
  for (const text of [...tierLines(run, program), ...evenWords(run)]) blocks.push({ kind: 'prose', text });
  if (program.matching.method === 'stable' && run.circles === undefined && stated !== undefined) {
    const ties = tiesWords(stated, input.input, { placed, leftOut: run.unmatched.length });
    if (ties !== '') blocks.push({ kind: 'prose', text: ties });
  }
  const met = choicesMet(run, stated);
  if (met !== undefined) blocks.push({ kind: 'prose', text: metWords(met) });
  const stayed = nearWords(run, favours);
  if (stayed !== '') blocks.push({ kind: 'prose', text: stayed });
  const rather = blockingWords(run);
  if (rather !== '') blocks.push({ kind: 'prose', text: rather });
  if (run.fair !== undefined) blocks.push({ kind: 'prose', text: fairWords(run, run.fair) });
  if (run.floorBest !== undefined) blocks.push({ kind: 'prose', text: floorWords(run.floorBest) });
  for (const text of run.circles === undefined ? [] : circleWords(run.circles)) blocks.push({ kind: 'prose', text });
  const waited = leftOverWords(run, favours);
  if (waited !== '') blocks.push({ kind: 'prose', text: waited });
  if (program.criteria.length === 0)
    blocks.push({
      kind: 'caution',
      text: 'There are no criteria in mentorctl.yaml, so every allowed pair counts as a full fit.',
    });
  for (const { finding, remedy } of unreadStated(program, stated))
    blocks.push({ kind: 'caution', text: `${finding[0]?.toUpperCase() ?? ''}${finding.slice(1)}. ${remedy}` });
  blocks.push(...remarkBlocks(input.input, program));
  blocks.push(...reasonBlocks(run, options.all));
  // Who asks for another order asks for the whole list.
  const all = options.all || options.sort !== undefined;
  const order = options.sort ?? 'weakest';
  const ordered = inOrder(run.pairs, order);
  blocks.push(...runFigures(run));
  if (placed > 0) blocks.push({ kind: 'table', table: pairsTable(ordered, { all, order }) });
  if (!options.dryRun && (input.status ?? 'draft') === 'draft') blocks.push(nextStep(run, runId, cohort, mentors));
  const named = ({ id, name: full }: { id: string; name: string }): object => ({ id, name: full });
  const asked = [pairsTable(ordered, { all: true, order }), ...reasonTables(run)].filter(
    ({ id }) => id === options.table,
  );
  return {
    schema: 'mentorctl/run@1',
    blocks: asked.length > 0 ? asked.map((table): Block => ({ kind: 'table', table })) : blocks,
    csv:
      asked[0] === undefined || asked[0].id === 'pairs'
        ? pairsTable(ordered, { all: true, order, whole: true })
        : asked[0],
    json: {
      run: options.dryRun ? null : runId,
      cohort,
      layer: program.matching.layer ?? 'first',
      objective: run.objective,
      pairs: run.pairs.map(({ mentor, mentee, score, parts, pinned }) => ({
        mentor: named(mentor),
        mentee: named(mentee),
        score,
        parts,
        pinned,
      })),
      unmatched: run.unmatched.map(({ mentee, reason }) => ({ ...named(mentee), reason })),
      ...reasonsJson(run),
      choices: met ?? null,
      leftOverLastTime: [...favours.leftOver].sort(),
      ...(run.circles === undefined ? {} : { circles: circlesJson(run.circles) }),
      blockingPairs: run.blockingPairs ?? null,
      floorBest: run.floorBest ?? null,
      fair: run.fair ?? null,
      evenCost: run.evenCost ?? null,
      certificate: {
        proved: run.certificate.proved,
        checkedPairs: run.certificate.checkedPairs,
        prices: run.prices,
        ...(run.open === undefined ? {} : { open: run.open }),
        ...(run.within === undefined ? {} : { within: run.within }),
      },
    },
  };
}

/** Accepting, where there is something to accept. */
function nextStep({ objective: { placed } }: Run, runId: number, cohort: string, mentors: readonly string[]): Block {
  if (placed > 0)
    return {
      kind: 'next',
      command: `mentorctl pair accept --run ${runId} --all`,
      text: 'or look closer with mentorctl pair explain MENTEE MENTOR',
    };
  const option = ` --cohort ${/^[\w-]+$/.test(cohort) ? cohort : `"${cohort}"`}`;
  return mentors.length === 0
    ? { kind: 'next', command: `mentorctl rematch${option}`, text: 'which may move others to make room' }
    : { kind: 'next', command: `mentorctl program check${option}`, text: 'which says what the rules do to people' };
}

/** How much of the draft it was to stay near to is left. */
function nearWords({ pairs }: Run, { near }: Favours): string {
  if (near === undefined) return '';
  const both = pairs.filter(({ mentee }) => near.has(mentee.id));
  const kept = both.filter(({ mentee, mentor }) => near.get(mentee.id)?.has(mentor.id) === true).length;
  return `${kept} of the ${both.length} who had a mentor in the earlier draft and have one now keep theirs.`;
}

/** What the floor is, and its price. */
function floorWords({ least, cost }: NonNullable<Run['floorBest']>): string {
  return `No fit is below ${least / 10}, and no answer that places as many has a higher lowest fit. It costs ${cost / 10} points of fit in all.`;
}

/** What being best for the whole leaves to be wished by two. Such a run is never called stable: it is not. */
function blockingWords({ blockingPairs = 0, objective: { placed } }: Run): string {
  if (blockingPairs === 0 || placed === 0) return '';
  const times = blockingPairs === 1 ? 'Once' : `${blockingPairs.toLocaleString('en-US')} times`;
  return `${times} a mentee and a mentor fit each other better than what both have: best for all is not always best for two.`;
}

/** What was checked, in one sentence. */
function proofWords(run: Run, program: Program, more: string, lists: string): string {
  const pairs = `${run.eligiblePairs.toLocaleString('en-US')} eligible pairs${more === '' ? '' : `, ${more}`}`;
  if (run.open !== undefined) return unprovedWords(run, run.open, pairs);
  if (run.within !== undefined) return withinWords(run, run.within, pairs);
  if (program.matching.method === 'stable' && run.circles === undefined)
    return `Checked: stable ${lists}: no two would both rather have each other (${pairs}).`;
  if (run.fair !== undefined) return fairProof(run, run.fair);
  const all = run.circles === undefined ? 'no other assignment' : 'no other choice of circles';
  const first = program.matching.priority === undefined ? '' : ', or more of those who go first,';
  return `Checked: ${all} places more people${first === '' ? ',' : first} and none that places ${run.objective.placed} fits better (${pairs}).`;
}

/** How many of each tier are placed; nothing where nobody goes first. */
function tierLines({ pairs, unmatched }: Run, { matching: { priority, method } }: Program): string[] {
  if (priority === undefined || method === 'stable') return [];
  const people = [...new Map(pairs.map(({ mentee }) => [mentee.id, mentee])).values()];
  const [has, lacks] = [people, unmatched.map(({ mentee }) => mentee)].map((some) => tiersOf(some, priority) ?? []) as [
    number[],
    number[],
  ];
  const count = (tiers: readonly number[], tier: number): number => tiers.filter((one) => one === tier).length;
  const words = priority.flatMap((tier, at) => {
    const placed = count(has, priority.length - at);
    const all = placed + count(lacks, priority.length - at);
    return all === 0 ? [] : [`${placed} of ${all} (${tierWords(tier)})`];
  });
  const others = count(has, 0) + count(lacks, 0);
  return words.length === 0
    ? []
    : [`Placed first: ${words.join(', then ')}${others === 0 ? '' : `; of the others ${count(has, 0)} of ${others}`}.`];
}

/** What even loads cost. */
function evenWords({ evenCost, objective: { placed } }: Run): string[] {
  if (evenCost === undefined || evenCost.points === 0) return [];
  const points = (evenCost.points / 10).toLocaleString('en-US');
  return [
    `Even loads cost ${evenCost.exact ? '' : 'at most '}${points} points of fit in all, ${(evenCost.points / Math.max(1, placed) / 10).toFixed(1)} a pair (--spread off does without).`,
  ];
}

/** Of a search that was too long to end. */
function withinWords(
  { objective: { placed } }: Run,
  { people, points }: NonNullable<Run['within']>,
  pairs: string,
): string {
  const more = people === 0 ? 'No answer places more people' : `At most ${placed + people} people could be placed`;
  const fits =
    people === 0
      ? `, and none that places ${placed} is better by more than ${(points / 10).toLocaleString('en-US')} points of fit in all`
      : '';
  return `The best found, not proved best: there are too many choices to compare them all. ${more}${fits} (${pairs}).`;
}

/** Of a run that was stopped: what is known all the same. */
function unprovedWords({ objective: { placed } }: Run, open: NonNullable<Run['open']>, pairs: string): string {
  const more =
    open.people === 0
      ? 'No other assignment places more people'
      : `At most ${placed + open.people} people could be placed`;
  return `Not proved best: the time was up first. ${more}, and none that places ${placed} is better by more than ${(open.points / 10).toLocaleString('en-US')} points of fit in all${placed === 0 ? '' : `, ${(open.points / placed / 10).toFixed(1)} a pair`} (${pairs}).`;
}

/** Who was left over last time, and has a mentor now. */
function leftOverWords(run: Run, { leftOver }: Favours): string {
  if (leftOver.size === 0) return '';
  const placed = [...new Map(run.pairs.map(({ mentee }) => [mentee.id, mentee])).values()].filter(({ id }) =>
    leftOver.has(id),
  );
  const names = placed.slice(0, 5).map(({ id, name }) => `${name} (${id})`);
  const more = placed.length > names.length ? `, and ${placed.length - names.length} more` : '';
  const who = counted(leftOver.size, 'mentee was', 'mentees were');
  const now = names.length === 0 ? 'none of them' : `${names.join(', ')}${more}`;
  return `${who} left over last time, which counts for them; now placed: ${now}.`;
}

function circlesJson({ opened, notOpened }: NonNullable<Run['circles']>): object {
  const said = ({ mentors, ...counts }: (typeof opened)[number]): object => ({
    mentors: mentors.map(({ id, name }) => ({ id, name })),
    ...counts,
  });
  return { opened: opened.map(said), notOpened: notOpened.map(said) };
}
