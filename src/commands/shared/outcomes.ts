// What report commands on outcomes share: their flags, and the cohort's data as a Dataset.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { anyDay, oneOf, wholeNumber } from '../../cli/read-values.ts';
import { dayNumber, formatDate, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { alignCohorts, startOf, timesOf, type Aligned } from '../../domain/outcomes/align-cohorts.ts';
import { knownAmong } from '../../domain/outcomes/among.ts';
import { assignGroups, type Compare } from '../../domain/outcomes/assign-groups.ts';
import { bandsOf } from '../../domain/outcomes/bands.ts';
import { bothGroupsLines } from '../../domain/outcomes/both-groups.ts';
import { checkTimes } from '../../domain/outcomes/check-times.ts';
import {
  categoryOf,
  type Category,
  type Covariate,
  type Dataset,
  type Grouping,
  type Several,
} from '../../domain/outcomes/dataset.ts';
import { namedLines, primaryNames } from '../../domain/outcomes/named-primary.ts';
import { isBeforeStart, theStart } from '../../domain/outcomes/own-terms.ts';
import { poolCohorts, type CohortDesign } from '../../domain/outcomes/pool-cohorts.ts';
import type { StartField } from '../../domain/outcomes/start-differences.ts';
import { withinCohorts } from '../../domain/outcomes/within-cohorts.ts';
import type { Program } from '../../domain/program/program.ts';
import { tableBlock } from '../../domain/report/blocks.ts';
import type { Report } from '../../domain/report/report.ts';
import { landmarkHint } from '../../domain/reports/clock.ts';
import type { CohortFacts } from '../../domain/reports/cohort-lines.ts';
import { amongKnown, didYouMean } from '../../domain/suggest.ts';
import { groupChanges } from '../../store/group-changes.ts';
import { namedPrimary } from '../../store/named-primary.ts';
import { readOutcomes } from '../../store/outcomes.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Store } from '../../store/store.ts';
import type { RowOf } from '../../store/tables.ts';
import type { Given } from './act.ts';
import { chooseCohorts, together, type ClockChoice, type Together } from './cohorts-together.ts';
import type { Context } from './context.ts';
import { chooseCohort } from './on-file.ts';
import { reportTableOption } from './options.ts';
import { leastShown, ownEyesOption } from './own-eyes.ts';

export interface OutcomeOptions {
  readonly cohort?: string;
  readonly clock?: ClockChoice;
  readonly compare?: readonly string[];
  readonly by?: string;
  readonly landmark?: CivilDate;
  readonly early?: number;
  readonly byParticipation?: boolean;
  readonly asAssigned?: boolean;
  readonly adjust?: string;
  readonly trend?: boolean;
  readonly event?: string;
  readonly technical?: boolean;
  readonly table?: string;
  readonly persistence?: boolean;
  readonly forOwnEyes?: boolean;
}

/** For reports on people with a pair and others. */
export const landmarkOption = (given: Given) =>
  valueOption(
    '--landmark <day>',
    'who had a pair by this day counts as mentored; the match deadline unless given',
    anyDay(given.today),
  );

/** The options that both outcome reports take. */
export function outcomeFlags(command: Command, given: Given): Command {
  return command
    .option(
      '--cohort <name>',
      'the cohort, or several with commas, each compared within itself; the only one if there is one',
    )
    .addOption(
      valueOption(
        '--clock <from>',
        'own: count terms and days from the start of each person; cohort: from that of the cohort',
        oneOf(['own', 'cohort']),
      ),
    )
    .option('--compare <with...>', 'not-mentored, wait-list, arm NAME, or cohort NAME')
    .option('--by <field>', 'break down by the answers to a field')
    .addOption(landmarkOption(given))
    .addOption(
      valueOption(
        '--early <days>',
        'count meetings in so many days from the start of a pair; 42 unless mentorctl.yaml says',
        wholeNumber({ least: 1, most: 366 }),
      ),
    )
    .addOption(onOff('--trend', 'with several cohorts: a line for each of them'))
    .addOption(onOff('--as-assigned', 'only as assigned, with no row for those who took part'))
    .addOption(onOff('--by-participation', 'add those who took part, for every outcome'))
    .addOption(ownEyesOption())
    .addOption(onOff('--technical', 'add tests, p values and the reasons behind the claim level'))
    .addOption(reportTableOption());
}

/** Whose rows follow those as assigned; both flags at once contradict each other. */
export function participationOf({ asAssigned, byParticipation }: OutcomeOptions): 'never' | 'primary' | 'all' {
  if (asAssigned === true && byParticipation === true)
    throw new Failure('usage', {
      code: 'unknown-value',
      message: '--as-assigned and --by-participation contradict each other',
      hint: 'Give one of them.',
    });
  return asAssigned === true ? 'never' : byParticipation === true ? 'all' : 'primary';
}

export interface Loaded {
  readonly cohort: RowOf<'cohort'>;
  readonly data: Dataset;
  /** Numbers of the people, by row. */
  readonly people: readonly number[];
  /** Day number on which each first had a pair; NaN: never. */
  readonly pairedOn: Float64Array;
  /** What is allowed for, by the program file or else every baseline measure. */
  readonly baselines: readonly Covariate[];
  /** Everything known of people from before, what is allowed for first. */
  readonly onFile: readonly StartField[];
  /** What is wrong with the times on file, in words. */
  readonly notes: readonly string[];
  /** When outcomes were named beforehand, for the Method block. */
  readonly namedOn: readonly string[];
  /** A landmark to propose, in words; '' without pairs. */
  readonly landmarkHint: string;
  readonly strata: readonly Category[];
  readonly by: Category | Several | undefined;
  readonly landmark: string | undefined;
  /** Days on which people were paired differ: then the day of pairing is no common start. */
  readonly pairDaysVary: boolean;
  readonly leftOn: Covariate | undefined;
  readonly others:
    { readonly cohort: RowOf<'cohort'>; readonly elsewhere: Uint8Array; readonly aligned: Aligned } | undefined;
  /** Checkpoints with observations, and the one that says who was there at the start. */
  readonly seen: readonly string[];
  readonly start: string | undefined;
  /** By which clock times are told. */
  readonly clock: Together;
  /** Of the cohorts named. */
  readonly cohortIds: readonly number[];
  /** The same, and the one compared with. */
  readonly allCohorts: readonly number[];
  /** By person, the index of their cohort among those named. */
  readonly cohortOf: Uint8Array;
  /** How people came into their groups, cohort by cohort, where there are several. */
  readonly designs: readonly CohortDesign[];
  /** People of several of the cohorts. */
  readonly again: number;
  /** What a checkpoint is called where it is none of the calendar. */
  readonly words: ReadonlyMap<string, string>;
  readonly provenance: { readonly asOf: string; readonly hash: string };
}

export async function loadOutcomes(
  store: Store,
  program: Program,
  options: OutcomeOptions,
  context: Context,
): Promise<Loaded> {
  const cohorts = await chooseCohorts(store, options.cohort, context);
  const [first] = cohorts as [RowOf<'cohort'>];
  // Several are one cohort to whoever reads of it.
  const cohort = cohorts.length === 1 ? first : { ...first, name: cohorts.map(({ name }) => name).join(',') };
  const compare = compareOf(options.compare);
  const elsewhere = compare.with === 'cohort' ? await chooseCohort(store, compare.cohort, context) : undefined;
  if (cohorts.some(({ id }) => id === elsewhere?.id))
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `${elsewhere?.name ?? ''} is the cohort itself`,
      hint: 'Compare it with another one: --compare "cohort NAME".',
    });
  const fieldNames = program.fields.map(({ name }) => name);
  const measureNames = new Set(program.measures.map(({ name }) => name));
  const wanted = [
    ...(program.reports.adjustFor ?? []),
    ...program.reports.strata,
    ...program.reports.among,
    ...(options.by === undefined ? [] : [options.by]),
    ...(options.event === undefined ? [] : [options.event]),
    ...(program.reports.leftOn === undefined ? [] : [program.reports.leftOn]),
  ];
  for (const name of wanted) {
    if (fieldNames.includes(name) || measureNames.has(name)) continue;
    const known = [...fieldNames, ...measureNames];
    throw new Failure('usage', {
      code: 'unknown-field',
      message: `there is no field "${name}"`,
      hint: amongKnown(name, known),
    });
  }
  const plan = program.cohorts.find(({ name }) => name === cohort.name);
  const landmark = options.landmark ?? cohort.match_by ?? plan?.matchBy;
  const byCohort = cohorts.map(
    ({ name, match_by: day }) => options.landmark ?? day ?? program.cohorts.find((one) => one.name === name)?.matchBy,
  );
  const stored = readOutcomes(store, {
    cohortId: cohort.id,
    pooled: cohorts.slice(1).map(({ id }) => id),
    fields: [...new Set([...wanted, ...fieldsBefore(program)])].filter((name) => fieldNames.includes(name)),
    landmarks: byCohort,
    ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.id }),
  });
  const marked = program.measures
    .filter((measure) => measure.kind === 'retention' && measure.start === true)
    .map((measure) => measure.when ?? measure.name);
  const date = (day: string | null): CivilDate | undefined => (day === null ? undefined : parseIsoDate(day));
  const starts = cohorts.length > 1 ? undefined : (date(cohort.starts) ?? plan?.starts);
  const ends = cohorts.length > 1 ? undefined : (date(cohort.ends) ?? plan?.ends);
  if (options.landmark !== undefined) refuseLandmarkOutside(options.landmark, starts, ends, context.today());
  const times = checkTimes(stored, {
    today: context.today(),
    starts: elsewhere === undefined ? starts : undefined,
    start: startOf(timesOf(stored.statuses, stored.standing.elsewhere, 0), marked),
  });
  const clock = together(
    store,
    { ...stored, ...times },
    [...cohorts, ...(elsewhere === undefined ? [] : [elsewhere])],
    program,
    {
      clock: options.clock,
      elsewhere: elsewhere !== undefined,
    },
  );
  const read = { ...stored, observed: clock.observed, statuses: clock.statuses };
  const { elsewhere: away } = read.standing;
  // Told from the start, the start is where everybody counted was; what was before it is no checkpoint.
  const seen = timesOf(read.statuses, away, 0).filter((when) => !clock.fromStart || !isBeforeStart(when));
  const start = clock.fromStart && seen.includes(theStart) ? theStart : startOf(seen, marked);
  const aligned =
    elsewhere === undefined || clock.fromStart
      ? undefined
      : alignCohorts(read, away, { own: start, other: startOf(timesOf(read.statuses, away, 1), marked) });
  const { among } = program.reports;
  const { observed, statuses } = knownAmong(aligned ?? read, among, program.measures);
  const pooled =
    cohorts.length === 1 || compare.with === 'cohort'
      ? undefined
      : poolCohorts(
          read.standing,
          read.cohortOf,
          cohorts.map(({ name }) => name),
          program.groups,
          compare,
        );
  const groups =
    cohorts.length === 1 || compare.with === 'cohort'
      ? assignGroups(read.standing, program.groups, compare)
      : pooled?.groups;
  if (groups === undefined) {
    const arms = [...new Set(read.standing.label.filter((label) => label !== undefined))].sort();
    const arm = compare.with === 'arm' ? compare.arm : '';
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `nobody is in an arm called "${arm}"`,
      hint: amongKnown(arm, arms, 'No arms are on file.'),
    });
  }
  // What the program declares is always allowed for; adjust-for adds to it.
  const names = [
    ...new Set([
      ...program.measures.filter(({ baseline }) => baseline === true).map(({ name }) => name),
      ...(program.reports.adjustFor ?? []),
    ]),
  ];
  const covariates = new Map<string, Covariate>(read.fields);
  for (const name of [...wanted, ...names]) {
    const column = covariates.has(name) ? undefined : observed.find(({ measure }) => measure === name);
    if (column !== undefined) covariates.set(name, { kind: 'number', name, values: column.values });
  }
  const data: Dataset = {
    size: read.size,
    ...(starts === undefined || elsewhere !== undefined || clock.fromStart ? {} : { starts }),
    groups,
    mentor: read.mentor,
    block: read.block === undefined ? undefined : categoryOf('lottery block', read.block),
    observed,
    statuses,
    covariates,
    ...(among.length === 0 ? {} : { among }),
    ...(cohorts.length === 1
      ? {}
      : {
          cohorts: {
            kind: 'category' as const,
            name: 'cohort',
            levels: cohorts.map(({ name }) => name),
            codes: Int32Array.from(read.cohortOf, (index) => (index < cohorts.length ? index : -1)),
            design: true as const,
          },
        }),
  };
  const category = (name: string): Category[] => {
    const found = covariates.get(name);
    if (found === undefined) return [];
    if (found.kind === 'category') return [found];
    if (program.measures.find((measure) => measure.name === name)?.kind !== 'yes-no') return [bandsOf(found)];
    const words = Array.from(found.values, (value) => (value === 1 ? 'yes' : value === 0 ? 'no' : undefined));
    return [categoryOf(name, words)];
  };
  const days = new Set(read.pairedOn.filter((day) => day !== undefined));
  const named = namedLines(namedPrimary(store), primaryNames(program.measures));
  const baselines = [
    ...names.flatMap((name) => {
      const found = covariates.get(name);
      return found === undefined ? [] : [withinCohorts(found, data.cohorts)];
    }),
    ...(data.cohorts === undefined ? [] : [data.cohorts]),
    ...(groups.cameBy === 'lottery' && data.block !== undefined ? [data.block] : []),
  ];
  return {
    cohort,
    data,
    people: read.people,
    pairedOn: Float64Array.from(read.pairedOn, (day) => {
      const date = day === undefined ? undefined : parseIsoDate(day);
      return date === undefined ? NaN : dayNumber(date);
    }),
    baselines,
    onFile: [
      ...baselines,
      ...fieldsBefore(program).flatMap((name) => {
        if (names.includes(name)) return [];
        const found = covariates.get(name);
        return read.several.get(name) ?? (found === undefined ? [] : withinCohorts(found, data.cohorts));
      }),
    ],
    notes: [
      ...times.notes,
      ...named.late,
      ...bothGroupsLines(
        groupChanges(
          store,
          [...cohorts, ...(elsewhere === undefined ? [] : [elsewhere])].map(({ id }) => id),
        ).length,
        leastShown(options, program),
      ),
    ],
    namedOn: named.method,
    landmarkHint: landmarkHint(read.pairedOn.filter((day) => day !== undefined)),
    strata: [
      ...program.reports.strata.flatMap(category),
      ...(data.cohorts === undefined ? [] : [data.cohorts]),
      ...(groups.cameBy === 'lottery' && data.block !== undefined ? [data.block] : []),
    ],
    by: options.by === undefined ? undefined : (read.several.get(options.by) ?? category(options.by)[0]),
    landmark,
    pairDaysVary: days.size > 1,
    leftOn: program.reports.leftOn === undefined ? undefined : covariates.get(program.reports.leftOn),
    others:
      elsewhere === undefined || aligned === undefined ? undefined : { cohort: elsewhere, elsewhere: away, aligned },
    seen,
    start,
    clock,
    cohortIds: cohorts.map(({ id }) => id),
    allCohorts: [...cohorts, ...(elsewhere === undefined ? [] : [elsewhere])].map(({ id }) => id),
    cohortOf: read.cohortOf,
    designs: pooled?.designs ?? [],
    again: read.again,
    words: aligned?.words ?? new Map(clock.fromStart ? seen.map((when) => [when, when]) : []),
    provenance: {
      asOf: context.today(),
      get hash() {
        return hashOf(groups, read.digests());
      },
    },
  };
}

/** What people said of themselves when they signed up, or what a file says of them beside: known from before. */
function fieldsBefore({ fields, reports }: Program): string[] {
  return fields
    .filter(({ name, type }) => type !== 'date' && type !== 'text' && name !== reports.leftOn)
    .map(({ name }) => name);
}

/** A landmark splits the cohort's own time in two: before it or after it there is nothing to split. */
function refuseLandmarkOutside(
  landmark: CivilDate,
  starts: CivilDate | undefined,
  ends: CivilDate | undefined,
  today: CivilDate,
): void {
  const day = dayNumber(landmark);
  const outside =
    starts !== undefined && day < dayNumber(starts)
      ? `before the cohort starts (${formatDate(starts)})`
      : ends !== undefined && day >= dayNumber(ends)
        ? `not before the cohort ends (${formatDate(ends)})`
        : day > dayNumber(today)
          ? `after today (${formatDate(today)})`
          : undefined;
  if (outside === undefined) return;
  throw new Failure('usage', {
    code: 'unknown-value',
    message: `--landmark ${landmark} is ${outside}`,
    hint: 'Give a day between the start of the cohort and its end, by which most pairs had begun.',
  });
}

/** Of the groups and of every column that was read so far, so that the same data give the same hash on any machine. */
function hashOf({ labels, codes }: Grouping, columns: readonly string[]): string {
  return sha256([labels.join('|'), sha256(new Uint8Array(codes.buffer)), ...columns].join('\n'));
}

function compareOf(words: readonly string[] | undefined): Compare {
  // Both `cohort fall` and "cohort fall", which a shell gives as one word.
  const [kind, ...rest] = (words ?? []).flatMap((word, index) =>
    index === 0
      ? word
          .trim()
          .split(/\s+(.*)/)
          .filter(Boolean)
      : word,
  );
  const name = rest.join(' ');
  if (kind === undefined) return { with: 'usual' };
  if ((kind === 'not-mentored' || kind === 'wait-list') && name === '') return { with: kind };
  if (kind === 'arm' && name !== '') return { with: 'arm', arm: name };
  if (kind === 'cohort' && name !== '') return { with: 'cohort', cohort: name };
  throw new Failure('usage', {
    code: 'unknown-value',
    message: `--compare cannot be "${[kind, name].filter(Boolean).join(' ')}"`,
    hint: 'Known: not-mentored, wait-list, arm NAME, cohort NAME.',
  });
}

/** What several cohorts, or a clock of one's own, add to a report. */
export function togetherOf(
  { designs, again, clock }: Loaded,
  { trend }: OutcomeOptions,
): CohortFacts & { readonly trend: boolean } {
  if (trend === true && designs.length < 2)
    throw new Failure('usage', {
      code: 'unknown-value',
      message: '--trend is about several cohorts',
      hint: 'Name them: --cohort fall-2024,fall-2025.',
    });
  return { designs, again, byOwn: clock.byOwn, noOwn: clock.noOwn, trend: trend === true };
}

/** Only the table asked for; the whole report where none was. */
export function onlyTable(report: Report, id: string | undefined): Report {
  if (id === undefined) return report;
  const tables = report.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const table = tables.find((one) => one.id === id);
  const known = tables.map((one) => one.id);
  if (table === undefined)
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `this report has no table "${id}"`,
      hint: [didYouMean(id, known), `Known: ${known.join(', ')}. Some need --technical or --by.`]
        .filter(Boolean)
        .join(' '),
    });
  const json = (report.json['tables'] as readonly { readonly id: string }[]).filter((one) => one.id === id);
  const { schema, title } = report;
  return {
    schema,
    ...defined({ title }),
    blocks: [tableBlock(table)],
    json: { ...report.json, tables: json },
    csvTable: id,
  };
}
