// mentorctl status: what needs attention today.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../cli/options.ts';
import { oneOf } from '../cli/read-values.ts';
import { streamStyle } from '../cli/stream-style.ts';
import { daysBetween, formatDate, parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import { counted } from '../domain/count-words.ts';
import { meetingsByWeek } from '../domain/engagement/cohort-life.ts';
import { surveysDue } from '../domain/engagement/surveys-due.ts';
import { Failure } from '../domain/failure.ts';
import { elsewhereWords } from '../domain/matching/runs/run-remarks.ts';
import type { Measure, Program } from '../domain/program/program.ts';
import { prose, nextStep, tableBlock } from '../domain/report/blocks.ts';
import type { Block, Cell } from '../domain/report/report.ts';
import { sparkline } from '../domain/reports/sparkline.ts';
import { statusItems, statusKinds, type MissingOutcome, type StatusItem } from '../domain/reports/status.ts';
import { observationKey } from '../domain/rows/read-measure.ts';
import { shellWord } from '../domain/shell-word.ts';
import { cohortLife, whoIsNotMeasured } from '../store/cohort-life.ts';
import { membersOf } from '../store/people.ts';
import { recordsOf } from '../store/records.ts';
import type { Member } from '../store/rows.ts';
import { findRun } from '../store/runs.ts';
import { storeExists } from '../store/store.ts';
import { takenElsewhere } from '../store/taken-elsewhere.ts';
import type { Act } from './shared/act.ts';
import type { Context } from './shared/context.ts';
import { inCohort } from './shared/on-file.ts';
import { cohortOption } from './shared/options.ts';

export interface StatusOptions {
  readonly cohort?: string;
  readonly failOn?: (typeof failWords)[number];
}

const failWords = ['now', 'soon', 'any', ...statusKinds] as const;
const weeksShown = 12;

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(
      valueOption(
        '--fail-on <what>',
        'exit with 1 if there is something; soon is also for what is due now',
        oneOf(failWords),
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl status --cohort fall\n  mentorctl status --cohort fall --fail-on now',
    )
    .action((flags) => act(runStatus, flags));
}

export async function runStatus(options: StatusOptions, context: Context): Promise<void> {
  if (!storeExists(context.databasePath)) {
    // A watch that looks at an empty folder must not be green for ever.
    if (options.failOn !== undefined)
      throw new Failure('not-found', {
        code: 'no-program',
        message: 'there is no program here, so nothing can be said of it',
        where: { source: context.databasePath },
        hint: "Run it in the program's folder, or name that with -C.",
      });
    await context.show({
      schema: 'mentorctl/status@1',
      blocks: [
        prose(
          'There is no program here yet. A program is a folder with mentorctl.yaml (the rules) and mentorctl.db (the people and what happened). Both are made by the first import.',
        ),
        nextStep('mentorctl import people.csv --cohort fall', 'or, to look around first, mentorctl demo'),
      ],
      json: { asOf: context.today(), items: [] },
    });
    return;
  }
  const { program } = await context.program();
  const asOf = context.today();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const life = await cohortLife(store.db, cohort, program.engagement);
    const members = (await membersOf(store.db, cohort.id)).filter(({ status }) => status === 'active');
    const mentees = members.filter(({ role }) => role === 'mentee');
    const mentors = members.filter(({ role }) => role === 'mentor');
    const ends = cohort.ends === null ? undefined : parseIsoDate(cohort.ends);
    const flags = (await recordsOf(store.db, 'flag', cohort.id)).filter(({ resolved_on }) => resolved_on === null);
    const items = statusItems({
      cohort: shellWord(cohort.name),
      typed: shellWord,
      asOf,
      limits: program.engagement,
      mostSeats: program.capacity.maximum,
      ends,
      pairs: life.standing,
      ended: life.ended,
      mentees,
      mentors,
      draftRun: (await findRun(store.db, cohort.id))?.id,
      flags: flags.flatMap(({ id, person_id, about, raised_on }) => {
        const raised = parseIsoDate(raised_on);
        return raised === undefined ? [] : [{ flag: id, person: life.person(person_id), about, raised }];
      }),
      surveys: surveysDue(program.surveys, life.standing, life.answered, asOf),
      missing: missingOutcomes(
        program,
        mentees,
        (measure, people) => whoIsNotMeasured(store, cohort.id, measure, people),
        ends !== undefined && daysBetween(ends, asOf) > 0,
      ),
    });
    const weeks = meetingsByWeek(life.standing, asOf, weeksShown);
    const closed = { planned: 0, 'goals-met': 0, premature: 0 };
    for (const { closing } of life.ended) closed[closing]++;
    const met = life.standing.filter((pair) => pair.met.length > 0).length;
    const meetings = life.standing.reduce((sum, pair) => sum + pair.met.length, 0);
    const counts = {
      mentors: mentors.length,
      mentees: mentees.length,
      pairs: life.standing.length,
      met,
      meetings,
      closed: { planned: closed.planned, goalsMet: closed['goals-met'], premature: closed.premature },
    };
    const others = program.capacity.per === 'cohort' ? undefined : await takenElsewhere(store.db, cohort.id);
    const mentorsElsewhere = mentors.map(({ id, name, key }) => ({ id, name, elsewhere: others?.get(key) ?? 0 }));
    const { unicode } = streamStyle(context.host.stdout, context.host.env, context.settings.color.value);
    await context.show({
      schema: 'mentorctl/status@1',
      csvTable: 'status',
      blocks: [
        prose(headline(cohort, counts, asOf)),
        ...(life.ended.length === 0 ? [] : [prose(closedWords(counts.closed))]),
        ...elsewhereWords(mentorsElsewhere).map((text) => prose(text)),
        ...itemBlocks(items),
        ...(weeks.length < 2 || weeks.every((count) => count === 0)
          ? []
          : [prose(`Meetings a week  ${weeks.join(' ')}${unicode ? `   ${sparkline(weeks)}` : ''}`)]),
      ],
      json: { asOf, cohort: cohort.name, ...counts, meetingsByWeek: weeks, items },
    });
    const { failOn } = options;
    const found = failOn === undefined ? [] : items.filter((item) => failsOn(item, failOn));
    if (found.length > 0) {
      const message = `${found.length === 1 ? 'one thing needs' : `${found.length} things need`} attention in ${cohort.name}`;
      const hint = found.map(({ text }) => text).join('; ');
      throw new Failure('no', { code: 'needs-attention', message, hint });
    }
  });
}

function failsOn({ kind, urgency }: StatusItem, word: string): boolean {
  if (word === 'any') return true;
  if (word === 'soon') return urgency !== 'data';
  return word === urgency || word === kind;
}

/** Measures that some mentees have and others lack; once the cohort is over also those nobody has. */
function missingOutcomes(
  program: Program,
  mentees: readonly Member[],
  notMeasured: (measure: Measure, people: readonly number[]) => ReadonlySet<number>,
  over: boolean,
): MissingOutcome[] {
  const keys = mentees.map(({ key }) => key);
  return program.measures.flatMap((measure) => {
    const lacking = notMeasured(measure, keys);
    const without = mentees.filter(({ key }) => lacking.has(key)).map(({ id }) => id);
    if (without.length === 0 || (without.length === mentees.length && !over)) return [];
    return [{ measure: measure.name, when: observationKey(measure).observed, without, of: mentees.length }];
  });
}

function headline(
  cohort: { readonly name: string; readonly starts: string | null; readonly ends: string | null },
  counts: { mentors: number; mentees: number; pairs: number; met: number; meetings: number },
  asOf: CivilDate,
): string {
  const { mentors, mentees, pairs, met, meetings } = counts;
  const per =
    pairs === 0 ? '' : `, ${counted(met, 'has', 'have')} met, ${(meetings / pairs).toFixed(1)} meetings a pair`;
  return `${cohort.name}${weekOf(cohort, asOf)}: ${mentors} mentors, ${mentees} mentees, ${pairs} pairs${per}. As of ${formatDate(asOf)}.`;
}

function weekOf(
  { starts, ends }: { readonly starts: string | null; readonly ends: string | null },
  asOf: CivilDate,
): string {
  const [from, to] = [starts, ends].map((day) => (day === null ? undefined : parseIsoDate(day)));
  if (from === undefined || daysBetween(from, asOf) < 0 || (to !== undefined && daysBetween(to, asOf) > 0)) return '';
  const week = (day: CivilDate): number => Math.floor(daysBetween(from, day) / 7) + 1;
  return `, week ${week(asOf)}${to === undefined ? '' : ` of ${week(to)}`}`;
}

function closedWords({
  planned,
  goalsMet,
  premature,
}: {
  planned: number;
  goalsMet: number;
  premature: number;
}): string {
  return `Ended: ${planned} as planned, ${goalsMet} with their goals met early, ${premature} before their time.`;
}

function itemBlocks(items: readonly StatusItem[]): Block[] {
  if (items.length === 0) return [prose('Nothing needs attention.')];
  const words = { now: 'Now', soon: 'Soon', data: 'Data' } as const;
  const rows = items.map((item): Cell[] => [
    { kind: 'text', text: words[item.urgency] },
    { kind: 'text', text: item.text },
    { kind: 'text', text: item.command },
  ]);
  const columns = ['urgency', 'what', 'command'].map((id) => ({
    id,
    title: '',
    ...(id === 'what' ? { wrap: true } : {}),
  }));
  return [tableBlock({ id: 'status', title: '', columns, rows })];
}
