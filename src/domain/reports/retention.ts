// report retention: who stayed, mentored and others, over one clock and with the usual exclusions; never more than that shows.
import { hedgesG } from '../statistics/hedges.ts';
import { detectableDifference } from '../statistics/power.ts';
import { newcombe, wilson } from '../statistics/proportions.ts';
import type { CameBy } from '../program/program.ts';
import type { Block, Cell, Claim, Finding, Report, Table } from './report.ts';

export type RetentionStatus = 'stayed' | 'left' | 'transferred' | 'graduated';

export interface RetentionPerson {
  readonly group: string;
  readonly exclusion?: string;
  /** By checkpoint; a gap is unknown. */
  readonly status: ReadonlyMap<string, RetentionStatus>;
  /** Baseline measures by name. */
  readonly baseline: ReadonlyMap<string, number>;
}

export interface RetentionInput {
  readonly cohort: string;
  readonly people: readonly RetentionPerson[];
  /** The checkpoint everybody counted must have been there at; undefined when the file has none. */
  readonly start?: string;
  readonly checkpoints: readonly string[];
  /** Group labels, mentored first; `comparison` undefined when nobody to compare with is known. */
  readonly mentored: readonly string[];
  readonly comparison?: string;
  readonly cameBy: CameBy;
  readonly minCell: number;
  readonly persistence: boolean;
  readonly technical: boolean;
}

/** IPEDS and CDS leave these out of a rate, and no others. */
const allowed: readonly { readonly test: RegExp; readonly words: string }[] = [
  { test: /deceas|died|death/, words: 'died' },
  { test: /disab/, words: 'became totally and permanently disabled' },
  { test: /armed forces|military|army|navy|air force|marines/, words: 'joined the armed forces' },
  { test: /foreign aid|peace corps/, words: 'went into foreign aid service' },
  { test: /mission/, words: 'went on a church mission' },
];

interface GroupCount {
  readonly group: string;
  readonly assigned: number;
  readonly excluded: ReadonlyMap<string, number>;
  readonly notAtStart: number;
  readonly inCohort: readonly RetentionPerson[];
}

export function retentionReport(input: RetentionInput): Report {
  const labels = [...input.mentored, ...(input.comparison === undefined ? [] : [input.comparison])];
  const groups = labels.map((group) => countGroup(group, input));
  const starts = startDifferences(input, groups);
  const claim = claimOf(input, starts);
  const word = input.persistence ? 'persistence' : 'retention';
  const findings = input.checkpoints.flatMap((checkpoint) => compare(input, groups, checkpoint, claim));
  const rates = ratesTable(input, groups);
  const blocks: Block[] = [
    { kind: 'prose', text: `What this can show: ${whatItCanShow(input, claim)}` },
    ...findings.map((finding): Block => ({ kind: 'finding', finding })),
    ...[...new Set(findings.flatMap((finding) => finding.cautions))].map((text): Block => ({ kind: 'caution', text })),
    { kind: 'table', table: flowTable(groups) },
    { kind: 'table', table: rates },
    ...(starts.length === 0 ? [] : [{ kind: 'table' as const, table: startTable(starts) }]),
    ...exclusionNote(groups, input),
    ...method(input, word, claim),
  ];
  return {
    schema: `mentorctl/report-retention@1`,
    title: `${input.persistence ? 'Persistence' : 'Retention'}, ${input.cohort}${input.checkpoints.length === 1 ? `, to ${input.checkpoints[0] ?? ''}` : ''}`,
    blocks,
    json: { cohort: input.cohort, measure: word, claim, findings, tables: [flowTable(groups), rates], start: starts },
    csvTable: 'rates',
  };
}

function countGroup(group: string, input: RetentionInput): GroupCount {
  const people = input.people.filter((person) => person.group === group);
  const excluded = new Map<string, number>();
  let notAtStart = 0;
  const inCohort = people.filter((person) => {
    const reason = allowedExclusion(person.exclusion);
    if (reason !== undefined) {
      excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
      return false;
    }
    if (input.start !== undefined && person.status.get(input.start) !== 'stayed') {
      notAtStart++;
      return false;
    }
    return true;
  });
  return { group, assigned: people.length, excluded, notAtStart, inCohort };
}

function allowedExclusion(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : allowed.find(({ test }) => test.test(reason.toLowerCase()))?.words;
}

interface Rate {
  readonly known: number;
  readonly stayed: number;
}

function rateOf(group: GroupCount, checkpoint: string, persistence: boolean): Rate {
  const statuses = group.inCohort.flatMap((person) => person.status.get(checkpoint) ?? []);
  const stays = (status: RetentionStatus): boolean =>
    status === 'stayed' || status === 'graduated' || (persistence && status === 'transferred');
  return { known: statuses.length, stayed: statuses.filter(stays).length };
}

interface StartDifference {
  readonly measure: string;
  readonly group: string;
  readonly g: number;
  readonly band: 'alike' | 'adjust' | 'apart';
}

/** What Works Clearinghouse bands: to 0.05 alike, to 0.25 to be adjusted for, beyond that too far apart. */
function startDifferences(input: RetentionInput, groups: readonly GroupCount[]): StartDifference[] {
  const comparison = groups.find(({ group }) => group === input.comparison);
  if (comparison === undefined) return [];
  const measures = [...new Set(input.people.flatMap((person) => [...person.baseline.keys()]))];
  const values = (group: GroupCount, measure: string): number[] =>
    group.inCohort.flatMap((person) => person.baseline.get(measure) ?? []);
  return measures.flatMap((measure) =>
    groups.flatMap((group) => {
      if (group === comparison) return [];
      const g = hedgesG(values(group, measure), values(comparison, measure))?.g;
      if (g === undefined) return [];
      const band = Math.abs(g) <= 0.05 ? 'alike' : Math.abs(g) <= 0.25 ? 'adjust' : 'apart';
      return [{ measure, group: group.group, g, band } as const];
    }),
  );
}

function claimOf(input: RetentionInput, starts: readonly StartDifference[]): Claim {
  if (input.comparison === undefined)
    return { level: 0, name: 'description', because: ['nobody to compare with is known'] };
  if (input.cameBy === 'lottery')
    return { level: 4, name: 'lottery', because: ['places were drawn by lottery and everybody counts as drawn'] };
  const because = [`people came into the groups by: ${input.cameBy}`];
  if (starts.length === 0)
    return {
      level: 2,
      name: 'comparison',
      because: [...because, 'how the groups compared at the start was not measured'],
    };
  if (starts.every(({ band }) => band === 'alike')) {
    return {
      level: 3,
      name: 'adjusted comparison',
      because: [...because, 'all that was measured at the start was alike (within 0.05 SD)'],
    };
  }
  return {
    level: 2,
    name: 'comparison',
    because: [...because, 'the groups differed at the start and no adjustment was made'],
  };
}

function whatItCanShow(input: RetentionInput, claim: Claim): string {
  switch (claim.level) {
    case 0:
    case 1:
      return 'how many stayed. There is nobody here to compare with, so it cannot say what mentoring had to do with it.';
    case 4:
      return 'what the offer of mentoring changed: places were drawn by lottery, and everybody counts in the group they were drawn into.';
    case 2:
    case 3: {
      const chosen = input.cameBy === 'staff' ? 'people whom staff chose' : 'people who chose to join';
      const start =
        claim.level === 3
          ? 'who were alike at the start in what was measured'
          : `who may have differed from the start: ${claim.because.at(-1) ?? ''}`;
      return `a comparison of ${chosen} with people who did not, ${start}. It is not proof that mentoring made the difference.`;
    }
  }
}

function compare(input: RetentionInput, groups: readonly GroupCount[], checkpoint: string, claim: Claim): Finding[] {
  const comparison = groups.find(({ group }) => group === input.comparison);
  return groups.flatMap((group) => {
    if (group === comparison) return [];
    const own = rateOf(group, checkpoint, input.persistence);
    const other = comparison === undefined ? undefined : rateOf(comparison, checkpoint, input.persistence);
    const shown = [
      { group, rate: own },
      ...(comparison !== undefined && other !== undefined ? [{ group: comparison, rate: other }] : []),
    ];
    const hidden = shown.some(({ rate }) => suppressed(rate, input.minCell) !== undefined);
    const range =
      hidden || other === undefined ? undefined : newcombe(own.stayed, own.known, other.stayed, other.known);
    const verdict =
      range === undefined
        ? 'described'
        : range.low > 0
          ? 'clearly-higher'
          : range.high < 0
            ? 'clearly-lower'
            : 'cannot-tell';
    const missing = shown.reduce((sum, { group: { inCohort }, rate }) => sum + inCohort.length - rate.known, 0);
    return [
      {
        id: `retention-${checkpoint}-${group.group}`.replaceAll(' ', '-'),
        measure: checkpoint,
        groups: shown.map(({ group: { group: label, inCohort }, rate }) =>
          findingGroup(label, inCohort.length, rate, input.minCell),
        ),
        estimate: range?.difference ?? null,
        low: range?.low ?? null,
        high: range?.high ?? null,
        n: shown.reduce((sum, { rate }) => sum + rate.known, 0),
        missing,
        method: 'difference of rates, Newcombe (1998) hybrid score interval, 95 %',
        verdict,
        sentence: hidden
          ? `Too few people in a group (fewer than ${input.minCell}) to show rates.`
          : sentence(input, group.group, checkpoint, own, other, range, claim),
        cautions: hidden ? [] : cautions(input, shown, own, other, missing),
      },
    ];
  });
}

function findingGroup(label: string, n: number, rate: Rate, minCell: number): Finding['groups'][number] {
  const interval =
    suppressed(rate, minCell) === undefined && !nearEdge(rate) ? wilson(rate.stayed, rate.known) : undefined;
  if (interval === undefined) return { label, n, known: rate.known, value: null, low: null, high: null };
  return { label, n, known: rate.known, value: rate.stayed / rate.known, ...interval };
}

function suppressed(rate: Rate, minCell: number): string | undefined {
  return rate.known < minCell ? `fewer than ${minCell} people` : undefined;
}

/** So few on one side that a count would point at people: a bound is shown instead. */
function nearEdge({ known, stayed }: Rate): boolean {
  return stayed < 3 || known - stayed < 3;
}

function sentence(
  input: RetentionInput,
  group: string,
  checkpoint: string,
  own: Rate,
  other: Rate | undefined,
  range: ReturnType<typeof newcombe>,
  claim: Claim,
): string {
  const counts = `At ${checkpoint}, ${part(own)} of the group "${group}" ${other === undefined || input.comparison === undefined ? 'had stayed' : `had stayed, and ${part(other)} of "${input.comparison}"`}.`;
  if (range === undefined) return counts;
  const from = points(range.low);
  const to = points(range.high);
  const verdict =
    range.low <= 0 && range.high >= 0
      ? `Retention in "${group}" may be anywhere from ${from} to ${to}: these numbers cannot tell.`
      : `Retention in "${group}" was clearly ${range.low > 0 ? 'higher' : 'lower'}: by anything from ${from} to ${to}.${after(claim)}`;
  return `${counts} ${verdict}`;
}

function after(claim: Claim): string {
  if (claim.level === 4) return ' The offer of mentoring made this difference.';
  return claim.level === 3
    ? ' The groups were alike at the start in what was measured; what was not measured may still explain it.'
    : ' The groups may have differed from the start.';
}

function part(rate: Rate): string {
  if (nearEdge(rate)) return rate.stayed < 3 ? 'very few' : 'nearly all';
  return `${rate.stayed} of ${rate.known} (${Math.round((100 * rate.stayed) / rate.known)} %)`;
}

function points(share: number): string {
  const rounded = Math.round(Math.abs(share) * 100);
  if (rounded === 0) return 'no difference';
  return `${rounded} point${rounded === 1 ? '' : 's'} ${share < 0 ? 'lower' : 'higher'}`;
}

function cautions(
  input: RetentionInput,
  shown: readonly { readonly group: GroupCount; readonly rate: Rate }[],
  own: Rate,
  other: Rate | undefined,
  missing: number,
): string[] {
  const found: string[] = [];
  const [first, second] = shown;
  if (other !== undefined) {
    const smallest = detectableDifference(
      (own.stayed + other.stayed) / (own.known + other.known),
      own.known,
      other.known,
    );
    if (smallest !== undefined && smallest > 0)
      found.push(
        `With groups the size of "${first?.group.group ?? ''}" only a difference of ${Math.round(100 * smallest)} points or more would have shown.`,
      );
  }
  if (missing > 0 && first !== undefined && second !== undefined) {
    const gap = (side: { group: GroupCount; rate: Rate }): number => side.group.inCohort.length - side.rate.known;
    const low =
      own.stayed / first.group.inCohort.length - (second.rate.stayed + gap(second)) / second.group.inCohort.length;
    const high =
      (own.stayed + gap(first)) / first.group.inCohort.length - second.rate.stayed / second.group.inCohort.length;
    found.push(
      `For ${missing} people it is not known. If the unknown all went against mentoring the difference would be ${points(low)}, if all for it ${points(high)}.`,
    );
  }
  if (input.start === undefined) found.push('No record says who was there at the start, so everybody on file counts.');
  return found;
}

const count = (value: number): Cell => ({ kind: 'count', value });
const text = (words: string): Cell => ({ kind: 'text', text: words });

function flowTable(groups: readonly GroupCount[]): Table {
  return {
    id: 'flow',
    title: 'Who is counted',
    columns: [
      { id: 'group', title: 'group' },
      { id: 'assigned', title: 'on file', align: 'right' },
      { id: 'excluded', title: 'left out', align: 'right' },
      { id: 'not-at-start', title: 'not there at the start', align: 'right' },
      { id: 'in-cohort', title: 'in cohort', align: 'right' },
    ],
    rows: groups.map((group) => [
      text(group.group),
      count(group.assigned),
      count([...group.excluded.values()].reduce((sum, n) => sum + n, 0)),
      count(group.notAtStart),
      count(group.inCohort.length),
    ]),
  };
}

function ratesTable(input: RetentionInput, groups: readonly GroupCount[]): Table {
  const rows = input.checkpoints.flatMap((checkpoint) => {
    const rates = groups.map((group) => ({ group, rate: rateOf(group, checkpoint, input.persistence) }));
    const hidden = new Set(rates.filter(({ rate }) => suppressed(rate, input.minCell) !== undefined));
    // One hidden row could be worked out from the total: the next smallest goes with it.
    const rest = rates.filter((row) => !hidden.has(row)).sort((a, b) => a.rate.known - b.rate.known);
    if (hidden.size === 1 && rest[0] !== undefined) hidden.add(rest[0]);
    return rates.map((row): Cell[] => {
      const { group, rate } = row;
      const label = [text(checkpoint), text(group.group)];
      const hide: Cell = { kind: 'suppressed', why: `hidden to protect groups of fewer than ${input.minCell}` };
      if (hidden.has(row)) return [...label, hide, hide, hide, hide];
      const interval = wilson(rate.stayed, rate.known);
      if (nearEdge(rate)) {
        const bound =
          rate.stayed < 3
            ? ({ kind: 'share', value: 3 / rate.known, bound: 'less-than' } as const)
            : ({ kind: 'share', value: 1 - 3 / rate.known, bound: 'more-than' } as const);
        const few: Cell = { kind: 'suppressed', why: 'a bound instead of a count, where fewer than 3 are on one side' };
        return [...label, count(rate.known), few, bound, few];
      }
      const range: Cell =
        interval === undefined ? { kind: 'missing', why: 'nobody' } : { kind: 'interval', ...interval, as: 'share' };
      return [
        ...label,
        count(rate.known),
        count(rate.stayed),
        { kind: 'share', value: rate.stayed / rate.known },
        range,
      ];
    });
  });
  return {
    id: 'rates',
    title: 'Rates',
    columns: [
      { id: 'checkpoint', title: 'checkpoint' },
      { id: 'group', title: 'group' },
      { id: 'known', title: 'known', align: 'right' },
      { id: 'stayed', title: 'stayed', align: 'right' },
      { id: 'rate', title: 'rate', align: 'right' },
      { id: 'interval', title: '95 % interval', align: 'right' },
    ],
    rows,
  };
}

function startTable(starts: readonly StartDifference[]): Table {
  const bands = { alike: 'alike', adjust: 'small difference, not adjusted for', apart: 'too far apart to compare' };
  return {
    id: 'start',
    title: 'How the groups compared at the start (standard deviations)',
    columns: [
      { id: 'measure', title: 'measure' },
      { id: 'group', title: 'group' },
      { id: 'g', title: 'difference', align: 'right' },
      { id: 'band', title: 'reading' },
    ],
    rows: starts.map(({ measure, group, g, band }) => [
      text(measure),
      text(group),
      { kind: 'number', value: g, digits: 2 },
      text(bands[band]),
    ]),
  };
}

function exclusionNote(groups: readonly GroupCount[], input: RetentionInput): Block[] {
  const reasons = new Map<string, number>();
  for (const { excluded } of groups)
    for (const [reason, n] of excluded) reasons.set(reason, (reasons.get(reason) ?? 0) + n);
  const others = input.people.filter(
    (person) => person.exclusion !== undefined && allowedExclusion(person.exclusion) === undefined,
  ).length;
  return [
    ...(reasons.size === 0
      ? []
      : [
          {
            kind: 'prose' as const,
            text: `Left out by the usual rules (IPEDS): ${[...reasons].map(([reason, n]) => `${n} ${reason}`).join(', ')}.`,
          },
        ]),
    ...(others === 0
      ? []
      : [
          {
            kind: 'caution' as const,
            text: `${others} people have an exclusion reason that the usual rules do not allow; they are counted.`,
          },
        ]),
  ];
}

function method(input: RetentionInput, word: string, claim: Claim): Block[] {
  const transfer = input.persistence
    ? 'Transfer to another institution counts as having stayed.'
    : 'Transfer to another institution counts as having left; --persistence counts it as having stayed.';
  return [
    { kind: 'heading', text: 'Method' },
    {
      kind: 'prose',
      text: `Groups as assigned. ${transfer} Rates with Wilson (1927) intervals, differences with Newcombe (1998) intervals, both 95 %; ${word} counts among those known.`,
    },
    ...(input.technical
      ? [{ kind: 'prose' as const, text: `Claim level ${claim.level} (${claim.name}): ${claim.because.join('; ')}.` }]
      : []),
  ];
}
