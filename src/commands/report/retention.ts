// mentorctl report retention: from the cohort's observations to the report.
import type { Command } from 'commander';
import { readYesNo } from '../../domain/cells/yes-no.ts';
import { Failure } from '../../domain/failure.ts';
import type { Program } from '../../domain/program/program.ts';
import { retentionReport, type RetentionPerson, type RetentionStatus } from '../../domain/reports/retention.ts';
import { membersOf } from '../../store/people.ts';
import { recordsOf } from '../../store/records.ts';
import { activePairs } from '../../store/runs.ts';
import type { Member } from '../../store/rows.ts';
import { chooseCohort, type Act, type Context } from '../context.ts';

export interface RetentionOptions {
  readonly cohort?: string;
  readonly persistence?: boolean;
  readonly technical?: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .option('--persistence', 'count a transfer to another institution as having stayed')
    .option('--technical', 'add the reasons behind the claim level')
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl report retention --cohort fall\n  mentorctl report retention --format csv -o retention.csv',
    )
    .action((flags: RetentionOptions) => act((context) => runRetention(flags, context)));
}

export async function runRetention(options: RetentionOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const members = await membersOf(store.db, cohort.id);
    const observations = await recordsOf(store.db, 'observation', cohort.id);
    const paired = new Set((await activePairs(store.db, cohort.id)).map(({ mentee_id }) => mentee_id));
    const { groupOf, mentored, comparison } = groupsOf(members, paired, program);
    const byPerson = new Map<number, typeof observations>();
    for (const observation of observations)
      byPerson.set(observation.person_id, [...(byPerson.get(observation.person_id) ?? []), observation]);
    const baselines = new Set(program.measures.filter(({ baseline }) => baseline === true).map(({ name }) => name));
    const people = members.flatMap((member): RetentionPerson[] => {
      const group = groupOf(member);
      if (group === undefined) return [];
      const own = byPerson.get(member.key) ?? [];
      const exclusion = own.find(({ measure }) => measure === 'exclusion')?.status;
      return [
        {
          group,
          ...(exclusion == null ? {} : { exclusion }),
          status: new Map(
            own.flatMap(({ measure, observed, status }) =>
              measure === 'retention' && status !== null ? [[observed, status as RetentionStatus] as const] : [],
            ),
          ),
          baseline: new Map(
            own.flatMap(({ measure, number }) =>
              baselines.has(measure) && number !== null ? [[measure, number] as const] : [],
            ),
          ),
        },
      ];
    });
    const seen = new Set(people.flatMap(({ status }) => [...status.keys()]));
    if (seen.size === 0) {
      throw new Failure('not-found', {
        code: 'no-retention',
        message: `nothing is recorded for ${cohort.name} about who stayed`,
        hint: 'Import the registrar\'s extract: mentorctl import registrar.csv. A column such as "Fall 2026 Enrolled" is enough.',
      });
    }
    const measures = program.measures.filter(({ kind }) => kind === 'retention');
    const start = measures.find((measure) => measure.start === true);
    const startName = start === undefined ? undefined : (start.when ?? start.name);
    await context.show(
      retentionReport({
        cohort: cohort.name,
        people,
        ...(startName === undefined || !seen.has(startName) ? {} : { start: startName }),
        checkpoints: [...seen].filter((name) => name !== startName || seen.size === 1),
        mentored,
        ...(comparison === undefined ? {} : { comparison }),
        cameBy: program.groups.cameBy,
        minCell: program.reports.minCell,
        persistence: options.persistence ?? false,
        technical: options.technical ?? false,
      }),
    );
  });
}

interface Groups {
  readonly groupOf: (member: Member) => string | undefined;
  readonly mentored: readonly string[];
  readonly comparison: string | undefined;
}

/**
 * As assigned. A file's own groups come first: yes/no, the labels the program file names, or arms with a `control`.
 * Without them mentees with a pair are mentored, and members who took no part are compared with.
 */
function groupsOf(members: readonly Member[], paired: ReadonlySet<number>, program: Program): Groups {
  const labels = [...new Set(members.flatMap(({ group }) => group ?? []))].sort();
  const [yes, no] = ['mentored', 'not mentored'];
  if (labels.length === 0) {
    const mentees = members.filter(({ role }) => role !== 'mentor');
    const others = mentees.some(({ key }) => !paired.has(key));
    return {
      groupOf: (member) => (member.role === 'mentor' ? undefined : paired.has(member.key) ? yes : no),
      mentored: [yes],
      comparison: others ? no : undefined,
    };
  }
  if (labels.every((label) => readYesNo(label) !== undefined)) {
    const comparison = labels.some((label) => readYesNo(label) === false) ? no : undefined;
    return {
      groupOf: ({ group }) => (group === undefined ? undefined : readYesNo(group) === true ? yes : no),
      mentored: [yes],
      comparison,
    };
  }
  const stated = program.groups.comparison.find((label) => labels.includes(label));
  const comparison =
    stated ?? labels.find((label) => /^(control|comparison|none|not mentored|wait-?list(ed)?)$/i.test(label));
  const named = program.groups.mentored.filter((label) => labels.includes(label));
  return {
    groupOf: ({ group }) => group,
    mentored: named.length > 0 ? named : labels.filter((label) => label !== comparison),
    comparison,
  };
}
