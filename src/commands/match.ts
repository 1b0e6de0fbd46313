// mentorctl match: proposes a run for a cohort, proves it, and keeps it as a draft.
import type { Command } from 'commander';
import { TOP_SCORE } from '../domain/matching/assignment-types.ts';
import { countedMore, noFavours, type Favours } from '../domain/matching/bonuses.ts';
import { circleWords } from '../domain/matching/circle-run.ts';
import { proposeRun, type ProposedPair, type Run } from '../domain/matching/propose-run.ts';
import { Failure } from '../domain/failure.ts';
import type { Program } from '../domain/program/program.ts';
import type { Block, Report } from '../domain/reports/report.ts';
import { matchInput } from '../store/match-input.ts';
import { allPeople } from '../store/people.ts';
import { saveRun } from '../store/runs.ts';
import { transact } from '../store/transact.ts';
import { version } from '../domain/version.ts';
import { chooseCohort, sha256, type Act, type Context } from './context.ts';

export interface MatchOptions {
  readonly cohort?: string;
  readonly objective?: 'coverage' | 'quality';
  readonly minScore?: number;
  readonly seed?: number;
  readonly preferPrevious: boolean;
  readonly dryRun: boolean;
  readonly requireAll: boolean;
  readonly all: boolean;
}

interface Flags {
  readonly cohort?: string;
  readonly objective?: string;
  readonly minScore?: string;
  readonly seed?: string;
  readonly preferPrevious?: boolean;
  readonly dryRun?: boolean;
  readonly requireAll?: boolean;
  readonly all?: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .option('--cohort <name>', 'the cohort to match; the only one if there is one')
    .option('--objective <what>', 'coverage: as many as possible, then best; quality: no fit below --min-score')
    .option('--min-score <fit>', 'with quality: the lowest acceptable fit, 0 to 100')
    .option('--seed <number>', 'tells equal answers apart; the same seed gives the same pairs')
    .option(
      '--prefer-previous',
      'let pairs of earlier cohorts that parted well come together again, and count them more',
    )
    .option('--require-all', 'exit with 1 when somebody is left unmatched')
    .option('--all', 'list every pair, not only the ones to look at first')
    .option('--dry-run', 'show the run and keep nothing')
    .addHelpText('after', '\nExamples:\n  mentorctl match --cohort fall\n  mentorctl match --cohort fall --json')
    .action((flags: Flags) => act((context) => runMatch(readFlags(flags), context)));
}

function readFlags(flags: Flags): MatchOptions {
  const number = (text: string | undefined, flag: string, most: number): number | undefined => {
    if (text === undefined) return undefined;
    const value = Number(text);
    if (text.trim() !== '' && value >= 0 && value <= most) return value;
    throw new Failure('usage', {
      code: 'bad-number',
      message: `${flag} is "${text}"`,
      hint: `Write a number from 0 to ${most}.`,
    });
  };
  const { objective } = flags;
  if (objective !== undefined && objective !== 'coverage' && objective !== 'quality') {
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `--objective does not know "${objective}"`,
      hint: 'Known: coverage, quality.',
    });
  }
  const minScore = number(flags.minScore, '--min-score', 100);
  const seed = number(flags.seed, '--seed', 4294967295);
  return {
    ...(flags.cohort === undefined ? {} : { cohort: flags.cohort }),
    ...(objective === undefined ? {} : { objective }),
    ...(minScore === undefined ? {} : { minScore: Math.round(10 * minScore) }),
    ...(seed === undefined ? {} : { seed: Math.trunc(seed) }),
    preferPrevious: flags.preferPrevious ?? false,
    dryRun: flags.dryRun ?? false,
    requireAll: flags.requireAll ?? false,
    all: flags.all ?? false,
  };
}

export async function runMatch(options: MatchOptions, context: Context): Promise<void> {
  const loaded = await context.program();
  const matching = {
    ...loaded.program.matching,
    ...(options.objective === undefined ? {} : { objective: options.objective }),
    ...(options.minScore === undefined
      ? {}
      : { minScore: options.minScore, objective: options.objective ?? ('quality' as const) }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.preferPrevious ? { preferPrevious: true } : {}),
  };
  const program: Program = { ...loaded.program, matching };
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const { preferPrevious } = matching;
    const input = { ...(await matchInput(store.db, cohort.id, { preferPrevious })), seed: matching.seed };
    if (input.mentees.length === 0) {
      await context.show(nobodyWaiting(cohort.name));
      return;
    }
    const run = await context.work(`Matching ${cohort.name}`, proposeRun(input, program));
    if (!run.certificate.proved)
      throw new Error(`the assignment could not be proved best: ${run.certificate.faults[0] ?? ''}`);
    const roster = JSON.stringify({
      mentees: input.mentees,
      mentors: input.mentors,
      pins: input.pins,
      blocks: [...input.blocks].map(([id, others]) => [id, [...others]]),
      ...favoursKept(input.favours),
      matching,
    });
    const runId = await transact(
      store,
      context.author(),
      async (writer) => {
        const keys = new Map((await allPeople(writer.db)).map(({ id, key }) => [id, key]));
        return saveRun(
          writer,
          {
            cohortId: cohort.id,
            at: context.host.now().toISOString(),
            programText: loaded.text ?? '',
            programHash: sha256(loaded.text ?? ''),
            rosterHash: sha256(roster),
            seed: matching.seed,
            version,
            objectiveName: matching.objective,
            snapshot: roster,
          },
          run,
          keys,
        );
      },
      { dryRun: options.dryRun },
    );
    await context.show(
      matchReport({
        run,
        runId,
        cohort: cohort.name,
        mentors: input.mentors.filter(({ seats }) => seats > 0).length,
        favours: input.favours ?? noFavours,
        options,
        program,
      }),
    );
    if (options.requireAll && run.unmatched.length > 0) {
      throw new Failure('no', {
        code: 'unmatched',
        message: `${run.unmatched.length} mentees have no mentor`,
        hint: 'The run says why for each.',
      });
    }
  });
}

/** No mentees, or all of them have a mentor: no run is made, the document is whole. */
function nobodyWaiting(cohort: string): Report {
  return {
    schema: 'mentorctl/run@1',
    blocks: [{ kind: 'prose', text: `Nobody in ${cohort} is waiting for a mentor.` }],
    json: {
      run: null,
      cohort,
      objective: { placed: 0, total: 0, floor: null },
      pairs: [],
      unmatched: [],
      certificate: null,
    },
  };
}

function matchReport(input: {
  run: Run;
  runId: number;
  cohort: string;
  mentors: number;
  favours: Favours;
  options: MatchOptions;
  program: Program;
}): Report {
  const { run, runId, cohort, mentors, favours, options, program } = input;
  const { placed, total, floor } = run.objective;
  const waiting = placed + run.unmatched.length;
  const fit =
    placed === 0
      ? ''
      : ` Average fit ${Math.round(total / placed / 10)} of 100; lowest ${Math.round((floor ?? 0) / 10)}.`;
  const name = options.dryRun ? `Would be a run for ${cohort}` : `Run ${runId} for ${cohort} (draft)`;
  const counted = countedMore(program.matching.spread, favours);
  const within = run.circles === undefined ? '' : 'with these circles, ';
  const blocks: Block[] = [
    {
      kind: 'prose',
      text: `${name}: ${placed} of ${waiting} mentees placed with ${run.mentorsUsed} of ${mentors} mentors.${fit}`,
    },
    {
      kind: 'prose',
      text: `Checked: ${within}no other assignment places more people, and none that places ${placed} fits better (${run.eligiblePairs.toLocaleString('en-US')} eligible pairs${counted === '' ? '' : `, ${counted}`}).`,
    },
  ];
  for (const text of run.circles === undefined ? [] : circleWords(run.circles)) blocks.push({ kind: 'prose', text });
  const waited = leftOverWords(run, favours);
  if (waited !== '') blocks.push({ kind: 'prose', text: waited });
  if (program.criteria.length === 0)
    blocks.push({
      kind: 'caution',
      text: 'There are no criteria in mentorctl.yaml, so every allowed pair counts as a full fit.',
    });
  if (run.unmatched.length > 0) blocks.push({ kind: 'table', table: unmatchedTable(run) });
  const worst = [...run.pairs].sort((a, b) => a.score - b.score || (a.mentee.id < b.mentee.id ? -1 : 1));
  if (placed > 0) {
    const shown = options.all ? worst : worst.slice(0, 8);
    const rows = shown.map((pair) => [
      person(pair.mentee),
      person(pair.mentor),
      { kind: 'count' as const, value: Math.round(pair.score / 10) },
      { kind: 'text' as const, text: weakest(pair) },
    ]);
    blocks.push({
      kind: 'table',
      table: {
        id: options.all ? 'pairs' : 'look-at-first',
        title: options.all ? 'Pairs, weakest first' : 'Look at first',
        columns: [
          { id: 'mentee', title: 'mentee' },
          { id: 'mentor', title: 'with mentor' },
          { id: 'fit', title: 'fit', align: 'right' },
          { id: 'why', title: 'where it loses most' },
        ],
        rows,
      },
    });
  }
  if (!options.dryRun)
    blocks.push({
      kind: 'next',
      command: `mentorctl pair accept --run ${runId} --all`,
      text: 'or look closer with mentorctl pair explain MENTEE MENTOR',
    });
  const named = ({ id, name: full }: { id: string; name: string }): object => ({ id, name: full });
  return {
    schema: 'mentorctl/run@1',
    blocks,
    csvTable: options.all ? 'pairs' : 'look-at-first',
    json: {
      run: options.dryRun ? null : runId,
      cohort,
      objective: run.objective,
      pairs: run.pairs.map(({ mentor, mentee, score, parts, pinned }) => ({
        mentor: named(mentor),
        mentee: named(mentee),
        score,
        parts,
        pinned,
      })),
      unmatched: run.unmatched.map(({ mentee, reason }) => ({ ...named(mentee), reason })),
      leftOverLastTime: [...favours.leftOver].sort(),
      ...(run.circles === undefined ? {} : { circles: circlesJson(run.circles) }),
      certificate: { proved: run.certificate.proved, checkedPairs: run.certificate.checkedPairs, prices: run.prices },
    },
  };
}

/** What earlier cohorts say for people, as a run keeps it. */
function favoursKept({ leftOver, previous } = noFavours): object {
  return { leftOver: [...leftOver].sort(), previous: [...previous].map(([id, others]) => [id, [...others]]) };
}

/** Who was left over last time, and has a mentor now. */
function leftOverWords(run: Run, { leftOver }: Favours): string {
  if (leftOver.size === 0) return '';
  const placed = [...new Map(run.pairs.map(({ mentee }) => [mentee.id, mentee])).values()].filter(({ id }) =>
    leftOver.has(id),
  );
  const names = placed.slice(0, 5).map(({ id, name }) => `${name} (${id})`);
  const more = placed.length > names.length ? `, and ${placed.length - names.length} more` : '';
  const who = leftOver.size === 1 ? '1 mentee was' : `${leftOver.size} mentees were`;
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

function person({ id, name }: { id: string; name: string }): { kind: 'person'; id: string; name: string } {
  return { kind: 'person', id, name };
}

function unmatchedTable(run: Run): Extract<Block, { kind: 'table' }>['table'] {
  return {
    id: 'unmatched',
    title: 'Not placed',
    columns: [
      { id: 'mentee', title: 'mentee' },
      { id: 'why', title: 'why' },
    ],
    rows: run.unmatched.map(({ mentee, reason }) => [person(mentee), { kind: 'text', text: reason.text }]),
  };
}

/** The criteria that cost the pair most, in words. */
function weakest(pair: ProposedPair): string {
  if (pair.score === TOP_SCORE) return 'nothing';
  const lost = [...pair.parts]
    .filter((part) => part.points < part.of)
    .sort((a, b) => b.of - b.points - (a.of - a.points));
  return lost
    .slice(0, 2)
    .map(({ why }) => why)
    .join('; ');
}
