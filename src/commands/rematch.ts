// mentorctl rematch: re-places those who lost a mentor or came late, moving as few standing pairs as can be; shows it first.
import { rematchLine, rematchView, rematchSnapshot, tooManyMoves } from '../domain/matching/rematch/rematch-asked.ts';
import { withAskedFor } from '../domain/matching/scoring/asked-for.ts';
import type { Command } from '@commander-js/extra-typings';
import { manyOption, onOff, valueOption } from '../cli/options.ts';
import { wholeNumber, asTyped } from '../cli/read-values.ts';
import { streamStyle } from '../cli/stream-style.ts';
import { planRematch } from '../domain/matching/rematch/plan-rematch.ts';
import { curveReport, rematchCurve } from '../domain/matching/rematch/rematch-curve.ts';
import {
  rematchReport,
  rematchTables,
  type RematchTableId,
  type RematchView,
} from '../domain/matching/rematch/rematch-report.ts';
import { version } from '../domain/version.ts';
import { renderText } from '../render/text.ts';
import { applyRematch } from '../store/apply-rematch.ts';
import { membersOf } from '../store/people.ts';
import type { Member } from '../store/rows.ts';
import type { RunRecord } from '../store/runs.ts';
import { sha256 } from '../store/sha256.ts';
import { standingIn, type Standing } from '../store/standing.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';
import type { Act } from './shared/act.ts';
import { choosePerson } from './shared/choose.ts';
import type { Context } from './shared/context.ts';
import type { LoadedProgram } from './shared/load-program.ts';
import { inCohort } from './shared/on-file.ts';
import { cohortOption, dryRunOption, tableOption } from './shared/options.ts';

export interface RematchOptions {
  readonly cohort?: string;
  readonly leaving: readonly string[];
  readonly maxMoves: number;
  readonly preferPrevious: boolean;
  /** What each number of moves would place; changes nothing. */
  readonly curve: boolean;
  readonly table?: RematchTableId;
  readonly dryRun: boolean;
  readonly yes: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(manyOption('--leaving <who...>', 'people who leave now: id, e-mail or part of the name', asTyped))
    .addOption(
      valueOption(
        '--max-moves <number>',
        'move at most this many standing pairs (a place in a circle is one), and leave people out rather than move more',
        wholeNumber({ hint: 'Write a whole number, 0 to move nobody.' }),
      ),
    )
    .addOption(
      onOff(
        '--prefer-previous',
        'let pairs of earlier cohorts that parted well come together again, and count them more',
      ),
    )
    .addOption(onOff('--curve', 'show what each number of moves would place and how it fits; changes nothing'))
    .addOption(tableOption(rematchTables))
    .addOption(dryRunOption('show what would change, change nothing'))
    .addOption(onOff('-y, --yes', 'do not ask'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl rematch --cohort fall --dry-run\n  mentorctl rematch --leaving M017 M022 --max-moves 5 --yes',
    )
    .action((flags) => act(runRematch, { ...flags, maxMoves: flags.maxMoves ?? Infinity }));
}

export async function runRematch(options: RematchOptions, context: Context): Promise<void> {
  const loaded = await context.program();
  const { seed } = loaded.program.matching;
  const preferPrevious = options.preferPrevious || loaded.program.matching.preferPrevious;
  await inCohort(context, options.cohort, async (store, cohort) => {
    const leaving = await peopleLeaving(store, cohort.id, options, context);
    const gone = new Set(leaving.map(({ role, key }) => `${role} ${key}`));
    const standing = await standingIn(store.db, cohort.id, gone, {
      preferPrevious,
      perCohort: loaded.program.capacity.per === 'cohort',
    });
    const input = { ...withAskedFor(standing.input, loaded.program), seed, maxMoves: options.maxMoves };
    if (options.curve) {
      const points = await context.work(`Rematching ${cohort.name}`, rematchCurve(input, loaded.program));
      await context.show(
        curveReport(points, cohort.name, rematchLine({ ...options, maxMoves: Infinity }, cohort.name)),
      );
      return;
    }
    const plan = await context.work(`Rematching ${cohort.name}`, planRematch(input, loaded.program));
    if (!plan.certificate.proved && (plan.within === undefined || plan.certificate.faults.length > 0))
      throw new Error(`the rematch could not be proved: ${plan.certificate.faults[0] ?? ''}`);
    if (plan.lost.length + plan.moved.length > options.maxMoves) throw tooManyMoves(plan, options.maxMoves);

    const changes = plan.placed.length + plan.moved.length + plan.lost.length + standing.broken.length + leaving.length;
    const { program } = loaded;
    const view = rematchView(plan, standing, { cohort: cohort.name, options, changes, run: null, program });
    if (options.dryRun || changes === 0) {
      await context.show(rematchReport(view));
      return;
    }
    if (!options.yes && !(await agreed(view, context))) {
      context.note('Nothing was changed.');
      return;
    }
    const record = recordOf({ cohortId: cohort.id, at: context.host.now().toISOString(), seed, loaded, standing });
    const day = context.today();
    const run = await transact(store, context.author(), (writer) =>
      applyRematch(writer, record, { plan, standing, leaving, day }),
    );
    const done = rematchView(plan, standing, { cohort: cohort.name, options, changes, run, program });
    await context.show(rematchReport(done));
  });
}

/** Shows the difference where questions are asked, and asks. */
async function agreed(view: RematchView, context: Context): Promise<boolean> {
  const { host, settings } = context;
  if (context.ask.possible)
    host.stderr.write(renderText(rematchReport(view), streamStyle(host.stderr, host.env, settings.color.value)));
  return context.ask.confirm('Make these changes?', '--yes; look at them first with --dry-run');
}

async function peopleLeaving(
  store: Store,
  cohortId: number,
  { leaving }: RematchOptions,
  context: Context,
): Promise<Member[]> {
  const members = (await membersOf(store.db, cohortId)).filter(
    ({ role, status }) => role !== 'none' && status === 'active',
  );
  const people = [...new Map(members.map((one) => [one.key, one])).values()];
  const found: Member[] = [];
  for (const text of leaving) {
    const { key } = await choosePerson(context, people, text, { what: 'Who leaves', flag: '--leaving' });
    found.push(...members.filter((one) => one.key === key));
  }
  return [...new Set(found)];
}

function recordOf(from: {
  cohortId: number;
  at: string;
  seed: number;
  loaded: LoadedProgram;
  standing: Standing;
}): RunRecord {
  const snapshot = rematchSnapshot(from.standing.input);
  const text = from.loaded.text ?? '';
  return {
    cohortId: from.cohortId,
    at: from.at,
    programText: text,
    programHash: sha256(text),
    rosterHash: sha256(snapshot),
    seed: from.seed,
    version,
    objectiveName: 'rematch',
    snapshot,
  };
}
