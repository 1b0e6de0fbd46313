// mentorctl pair explain: why two people fit, or what bars them, from the same numbers that made the score.
import type { Command } from 'commander';
import { Failure } from '../../domain/failure.ts';
import { scorePairs } from '../../domain/matching/score-pairs.ts';
import type { Block } from '../../domain/reports/report.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { matchInput } from '../../store/match-input.ts';
import { membersOf } from '../../store/people.ts';
import type { Member } from '../../store/rows.ts';
import { chooseCohort, type Act, type Context } from '../context.ts';

export interface ExplainOptions {
  readonly mentee: string;
  readonly mentor: string;
  readonly cohort?: string;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<mentee>', 'id, e-mail or name of the mentee')
    .argument('<mentor>', 'id, e-mail or name of the mentor')
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .addHelpText('after', '\nExample:\n  mentorctl pair explain S1042 M017')
    .action((mentee: string, mentor: string, flags: { cohort?: string }) =>
      act((context) => runExplain({ mentee, mentor, ...flags }, context)),
    );
}

export async function runExplain(options: ExplainOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const members = await membersOf(store.db, cohort.id);
    const mentee = find(members, options.mentee, 'mentee');
    const mentor = find(members, options.mentor, 'mentor');
    const { blocks: kept } = await matchInput(store.db, cohort.id);
    const scoring = await context.work('Scoring', scorePairs([mentee], [mentor], program, kept));
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
      {
        kind: 'table',
        table: {
          id: 'parts',
          title: 'What the fit is made of (points of 1,000)',
          columns: [
            { id: 'criterion', title: 'criterion' },
            { id: 'points', title: 'points', align: 'right' },
            { id: 'of', title: 'of', align: 'right' },
            { id: 'why', title: 'why' },
          ],
          rows: parts.map((part) => [
            { kind: 'text', text: part.criterion },
            { kind: 'count', value: part.points },
            { kind: 'count', value: part.of },
            { kind: 'text', text: part.why },
          ]),
        },
      },
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
