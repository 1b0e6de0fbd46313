// report equity: whether the program reaches everybody alike. Each group beside everybody else, never in a ranking, small ones always hidden.
import { menteePaths } from '../../engagement/program-life.ts';
import type { Report } from '../../report/report.ts';
import { cautionBlocks } from '../blocks.ts';
import { description } from '../page.ts';
import type { EquityInput } from './equity-input.ts';
import { groupBlocks, groupColumns } from './group-tables.ts';
import { outcomeBlocks } from './group-outcomes.ts';

export function equityReport(input: EquityInput): Report {
  const paths = menteePaths(input.life, input.limits, input).filter(({ eligible }) => eligible);
  // This page is about groups that others can make out: but for the office's own eyes it hides more than others may.
  const minCell = input.minCell === 1 ? 1 : Math.max(input.minCell, 5);
  const tables = input.by.flatMap((field) => groupBlocks(field, paths, { ...input, minCell }));
  return {
    schema: 'mentorctl/report-equity@1',
    title: `Equity, ${input.cohort}`,
    ...description(
      'how far people of different groups came in the program. It cannot say why: groups differ in much besides what they are called.',
      'groups are described beside one another',
      {
        head: { cohort: input.cohort },
        body: [
          ...(tables.length === 0
            ? cautionBlocks([
                'No group can be shown: no field is answered by enough people in two groups. Name one with --by.',
              ])
            : tables),
          ...outcomeBlocks({ ...input, minCell }),
        ],
        method: [
          'Each group is set beside everybody else who answered the same question; who gave no answer is in neither. Differences of shares: Newcombe (1998); of waits and meetings: Welch (1947). Outcomes: by Holm (1979) over all that are shown. Whether mentoring went with a different difference in one group than in another is shown only where every cell has 30 people. Groups stand in the order of their names, never of their results.',
        ],
        technical: input.technical,
        provenance: input.provenance,
      },
    ),
    ...(tables.length === 0
      ? { csv: { id: 'groups', title: '', columns: groupColumns('group'), rows: [] } }
      : { csvTable: `by-${input.by[0] ?? ''}`.replaceAll(/\s+/g, '-') }),
  };
}
