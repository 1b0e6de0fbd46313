// mentorctl pair explain: why two people fit, or what bars them, from the same numbers that made the score.
import type { Command } from 'commander';
import { Failure } from '../../domain/failure.ts';
import { scorePairs } from '../../domain/matching/score-pairs.ts';
import { pairReport } from '../../domain/matching/insight-report.ts';
import { partsTable } from '../../domain/matching/parts-table.ts';
import type { Block, Report } from '../../domain/reports/report.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { matchInput } from '../../store/match-input.ts';
import { membersOf } from '../../store/people.ts';
import type { Member } from '../../store/rows.ts';
import { findRun } from '../../store/runs.ts';
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
    .argument('<mentee>', 'id, e-mail or name of the mentee')
    .argument('<mentor>', 'id, e-mail or name of the mentor')
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
    const mentee = find(members, options.mentee, 'mentee');
    const mentor = find(members, options.mentor, 'mentor');
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

function find(members: readonly Member[], text: string, role: 'mentee' | 'mentor'): Member {
  const side = members.filter((member) => member.role === role);
  const word = text.trim().toLowerCase();
  const found = side.filter(
    ({ id, email, name }) => id.toLowerCase() === word || email === word || name.toLowerCase() === word,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const near = didYouMean(
    text,
    side.flatMap(({ id, name }) => [id, name]),
  );
  throw new Failure('not-found', {
    code: found.length > 1 ? 'several-people' : 'unknown-person',
    message:
      found.length > 1
        ? `${found.length} ${role}s are called "${text}"`
        : `there is no ${role} "${text}" in this cohort`,
    hint:
      found.length > 1
        ? `Use the id: ${found.map(({ id }) => id).join(', ')}.`
        : (near ?? 'See mentorctl person list.'),
  });
}
