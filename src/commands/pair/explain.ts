// mentorctl pair explain: why two people fit, or what bars them, from the same numbers that made the score.
import type { Command } from 'commander';
import { chooseOne } from '../../cli/choose-one.ts';
import { Failure } from '../../domain/failure.ts';
import { scorePairs } from '../../domain/matching/score-pairs.ts';
import { pairReport } from '../../domain/matching/pair-report.ts';
import { partsTable } from '../../domain/matching/parts-table.ts';
import { findNamed, nearestNamed } from '../../domain/people/find-named.ts';
import type { Block, Report } from '../../domain/reports/report.ts';
import { matchInput } from '../../store/match-input.ts';
import { membersOf } from '../../store/people.ts';
import type { Member } from '../../store/rows.ts';
import { findRun } from '../../store/runs.ts';
import { nameAndId } from '../choose.ts';
import { chooseCohort, type Act, type Context } from '../context.ts';
import { insightOf, openRun, runNumber, type RunAndProgram } from '../stored.ts';

export interface ExplainOptions {
  readonly mentee: string;
  readonly mentor: string;
  readonly cohort?: string;
  readonly run?: number;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<mentee>', 'id, e-mail or part of the name of the mentee')
    .argument('<mentor>', 'id, e-mail or part of the name of the mentor')
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .option('--run <number>', 'in this run; the latest draft if not said')
    .addHelpText('after', '\nExample:\n  mentorctl pair explain S1042 M017')
    .action((mentee: string, mentor: string, { run, ...flags }: { cohort?: string; run?: string }) =>
      act((context) =>
        runExplain(
          { mentee, mentor, ...flags, ...(run === undefined ? {} : { run: runNumber(run, '--run') }) },
          context,
        ),
      ),
    );
}

export async function runExplain(options: ExplainOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const members = await membersOf(store.db, cohort.id);
    const { mentee, mentor } = await chooseTwo(members, options, context);
    const run = options.run ?? (await findRun(store.db, cohort.id))?.id;
    const inRun =
      run === undefined ? undefined : await explainedInRun(await openRun(store, run), mentee, mentor, context);
    if (inRun !== undefined) {
      await context.show(inRun);
      return;
    }
    const { blocks: kept, stated } = await matchInput(store.db, cohort.id, {
      preferPrevious: program.matching.preferPrevious,
    });
    const scoring = await context.work('Scoring', scorePairs([mentee], [mentor], program, kept, stated));
    const bars = scoring.barredBy(0, 0);
    const parts = scoring.parts(0, 0);
    const score = parts.reduce((sum, part) => sum + part.points, 0);
    const blocks: Block[] = [
      {
        kind: 'prose',
        text:
          bars.length === 0
            ? `${mentee.name} and ${mentor.name} fit ${Math.round(score / 10)} of 100.`
            : `${mentee.name} and ${mentor.name} cannot be paired: ${bars.join('; ')}. Apart from that they fit ${Math.round(score / 10)} of 100.`,
      },
      { kind: 'table', table: partsTable(parts) },
    ];
    await context.show({
      schema: 'mentorctl/explain@1',
      blocks,
      json: {
        mentee: { id: mentee.id, name: mentee.name },
        mentor: { id: mentor.id, name: mentor.name },
        eligible: bars.length === 0,
        barredBy: bars,
        score,
        parts,
      },
    });
  });
}

/** With their place among the others and what pairing them would cost; undefined where the run did not see both. */
async function explainedInRun(
  stored: RunAndProgram,
  mentee: Member,
  mentor: Member,
  context: Context,
): Promise<Report | undefined> {
  const saw = (people: readonly { id: string }[], { id }: Member): boolean => people.some((one) => one.id === id);
  if (!saw(stored.input.mentees, mentee) || !saw(stored.input.mentors, mentor)) return undefined;
  const insight = await insightOf(stored, context);
  const { mentees, mentors } = insight.solve.scoring;
  const i = mentees.findIndex(({ id }) => id === mentee.id);
  const j = mentors.findIndex(({ id }) => id === mentor.id);
  return pairReport(insight, i, j, stored.row.id);
}

/** The two, in whichever order they were named. */
async function chooseTwo(
  members: readonly Member[],
  options: ExplainOptions,
  context: Context,
): Promise<{ readonly mentee: Member; readonly mentor: Member }> {
  const side = (role: Member['role']): Member[] => members.filter((member) => member.role === role);
  const [mentees, mentors] = [side('mentee'), side('mentor')];
  const named = (text: string, people: readonly Member[]): boolean => findNamed(text, people).length > 0;
  const [first, second] = [options.mentee, options.mentor];
  const turned = (!named(first, mentees) || !named(second, mentors)) && named(first, mentors) && named(second, mentees);
  const [one, other] = turned ? [second, first] : [first, second];
  return {
    mentee: await find(one, { role: 'mentee', people: mentees, others: mentors }, context),
    mentor: await find(other, { role: 'mentor', people: mentors, others: mentees }, context),
  };
}

async function find(
  text: string,
  { role, people, others }: { role: 'mentee' | 'mentor'; people: readonly Member[]; others: readonly Member[] },
  { ask }: Context,
): Promise<Member> {
  const found = findNamed(text, people);
  if (found.length > 0) return chooseOne(ask, found, { text, flag: role.toUpperCase(), label: nameAndId });
  const [elsewhere] = findNamed(text, others);
  const near = nearestNamed(text, people);
  throw new Failure('not-found', {
    code: 'unknown-person',
    message: `there is no ${role} "${text}" in this cohort`,
    hint:
      elsewhere !== undefined
        ? `${nameAndId(elsewhere)} is a ${elsewhere.role} here. Name one mentee and one mentor.`
        : near === undefined
          ? 'See mentorctl person list.'
          : `Did you mean ${nameAndId(near)}?`,
  });
}
