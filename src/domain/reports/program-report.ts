// Everything on record of how a program ran: how far people came, how pairs lived and ended, what the record lacks.
import { menteePaths, type MenteePath } from '../engagement/program-life.ts';
import type { Block, Cell, Report, Table } from '../report/report.ts';
import { numbers } from '../report/table-columns.ts';
import { cautionBlocks, proseBlocks, tableBlock } from './blocks.ts';
import { count, text } from './cells.ts';
import { flagTables } from './flag-tables.ts';
import { provenanceLine, reportDocument } from './json-document.ts';
import { funnel, funnelBlocks, funnelColumns, headlines, type Step } from './program-funnel.ts';
import type { ProgramReportInput } from './program-input.ts';
import { pairBlocks } from './program-pairs.ts';

export const noClaim = {
  level: 0 as const,
  name: 'description' as const,
  because: ['this is what the program did, not what it brought'],
};

/** Everything that is on record of how the program ran. */
export function programReport(input: ProgramReportInput): Report {
  const parts = programParts(input);
  const body: Block[] = [...parts.funnel, ...parts.details];
  return {
    schema: 'mentorctl/report-program@1',
    title: `Program, ${input.cohort}`,
    blocks: [
      {
        kind: 'prose',
        text: 'What this can and cannot show: what the program did, step by step. It says nothing of what mentoring brought: nobody is compared with.',
      },
      ...body,
    ],
    json: reportDocument({ cohort: input.cohort }, input.provenance, noClaim, [], body, []),
    ...(parts.small ? { csv: parts.empty } : { csvTable: 'funnel' }),
  };
}

export interface ProgramParts {
  /** So few that nothing is shown of them. */
  readonly small: boolean;
  readonly steps: readonly Step[];
  /** How far people came, in words, as a table and drawn. */
  readonly funnel: readonly Block[];
  readonly details: readonly Block[];
  /** For csv, where nothing is shown. */
  readonly empty: Table;
}

export function programParts(input: ProgramReportInput): ProgramParts {
  const { minCell } = input;
  const paths = menteePaths(input.life, input.limits, input);
  const steps = funnel(paths, input);
  const small = paths.length < minCell;
  return {
    small,
    steps,
    empty: { id: 'funnel', title: '', columns: funnelColumns(false), rows: [] },
    funnel: small
      ? cautionBlocks([
          minCell <= 1
            ? 'Nobody signed up as a mentee.'
            : `Fewer than ${minCell} mentees signed up: their numbers would point at people.`,
        ])
      : [...proseBlocks(headlines(steps, paths, input)), ...funnelBlocks(steps, input)],
    details: [
      ...(small
        ? []
        : pairBlocks(
            input,
            steps.some(({ name, hidden }) => name === 'matched' && hidden),
          )),
      ...(input.flags === undefined ? [] : flagTables(input.flags, minCell)),
      ...(small ? [] : [tableBlock(quality(input, paths))]),
      { kind: 'heading', text: 'Method' },
      ...proseBlocks([
        `Each step counts mentees who signed up and came at least so far. First meeting: within ${input.limits.firstMeetingDays} days of the pair. Finished as agreed: every pair of theirs is over and the last one ended by plan, after its expected time, or with its goals met; pairs that go on are not counted yet. Shares: Wilson (1927). Pairs: Kaplan and Meier (1958), Greenwood (1926), log-log limits. Meetings: exact Poisson (Garwood 1936).`,
      ]),
      { kind: 'prose', text: provenanceLine(noClaim, input.provenance, input.technical) },
    ],
  };
}

/** What the record itself lacks. */
function quality({ life, today }: ProgramReportInput, paths: readonly MenteePath[]) {
  const future = life.meetings.filter(({ day }) => day > today).length;
  const paired = new Set(life.pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  const stray = life.meetings.filter(({ mentor, mentee }) => !paired.has(`${mentor} ${mentee}`)).length;
  const noReason = life.pairs.filter(({ ended, reason }) => ended !== undefined && reason === null).length;
  const withoutWait = paths.filter(({ matched, wait }) => matched && wait === undefined).length;
  return {
    id: 'data-quality',
    title: 'What the record lacks',
    columns: [{ id: 'what', title: 'what', wrap: true }, numbers('n', 'how many')],
    rows: [
      [text('pairs that ended without a reason'), count(noReason)],
      [text('meetings of two who have no pair'), count(stray)],
      [text('meetings on a day still to come'), count(future)],
      [text('mentees whose wait cannot be told (the cohort has no start)'), count(withoutWait)],
    ] as Cell[][],
  };
}
