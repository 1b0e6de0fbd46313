// mentorctl pair explain: why two people fit, or what bars them, from the same numbers that made the score.
import type { Command } from '@commander-js/extra-typings';
import { chooseOne } from '../../cli/choose-one.ts';
import { Failure } from '../../domain/failure.ts';
import { findNamed, nearestNamed, nameAndId } from '../../domain/find-named.ts';
import { pairNowReport } from '../../domain/matching/reasons/pair-now-report.ts';
import { pairReport } from '../../domain/matching/reasons/pair-report.ts';
import type { RunInput } from '../../domain/matching/run.ts';
import { insightOf } from '../../domain/matching/runs/insight-of.ts';
import type { Candidate } from '../../domain/matching/candidate.ts';
import { scoringNow } from '../../domain/matching/scoring/scoring-now.ts';
import type { Report } from '../../domain/report/report.ts';
import { matchInput } from '../../store/match-input.ts';
import { membersOf } from '../../store/people.ts';
import type { Member } from '../../store/rows.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, runOption } from '../shared/options.ts';
import { openRun, runThatSaw, type RunAndProgram } from '../shared/stored.ts';

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
    .addOption(cohortOption())
    .addOption(runOption('in this run; else the latest draft, or the run accepted last, that saw the two'))
    .addHelpText('after', '\nExample:\n  mentorctl pair explain S1042 M017')
    .action((mentee, mentor, flags) => act(runExplain, { mentee, mentor, ...flags }));
}

export async function runExplain(options: ExplainOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const members = await membersOf(store.db, cohort.id);
    const { mentee, mentor } = await chooseTwo(members, options, context);
    const both = ({ mentees, mentors }: RunInput): boolean => saw(mentees, mentee) && saw(mentors, mentor);
    const run =
      options.run === undefined ? await runThatSaw(store, cohort.id, both) : await openRun(store, options.run);
    const inRun = run === undefined ? undefined : explainedInRun(run, mentee, mentor);
    if (inRun !== undefined) {
      await context.show(inRun);
      return;
    }
    const { preferPrevious } = program.matching;
    const now = await matchInput(store.db, cohort.id, {
      preferPrevious,
      perCohort: program.capacity.per === 'cohort',
    });
    const scoring = scoringNow({ ...now, mentees: withFirst(now.mentees, mentee) }, mentor, program);
    const pair = (await activePairs(store.db, cohort.id)).find(
      ({ menteeId, mentorId }) => menteeId === mentee.key && mentorId === mentor.key,
    );
    await context.show(
      pairNowReport({
        mentee,
        mentor: now.mentors.find(({ id }) => id === mentor.id) ?? mentor,
        parts: scoring.parts(0, 0),
        barredBy: scoring.barredBy(0, 0),
        since: pair?.started,
        notIn: options.run,
      }),
    );
  });
}

function withFirst(people: readonly Candidate[], first: Member): readonly Candidate[] {
  return [{ ...first, seats: 0 }, ...people.filter(({ id }) => id !== first.id)];
}

function saw(people: readonly { readonly id: string }[], { id }: Member): boolean {
  return people.some((one) => one.id === id);
}

/** With their place among the others and what pairing them would cost; undefined where the run did not see both. */
function explainedInRun(stored: RunAndProgram, mentee: Member, mentor: Member): Report | undefined {
  if (!saw(stored.input.mentees, mentee) || !saw(stored.input.mentors, mentor)) return undefined;
  const insight = insightOf(stored);
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
