// mentorctl cohort list: the cohorts and how many people are in them.
import type { Command } from '@commander-js/extra-typings';
import type { Cell } from '../../domain/report/report.ts';
import { cohortSizes, listCohorts } from '../../store/cohorts.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export function define(command: Command, act: Act): void {
  command
    .addHelpText('after', '\nExample:\n  mentorctl cohort list --json')
    .action(() => act((_, context) => runCohortList(context), {}));
}

export async function runCohortList(context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const sizes = await cohortSizes(store.db);
    const size = (cohort: number, role: string): number =>
      sizes.find((row) => row.cohort_id === cohort && row.role === role)?.people ?? 0;
    const items = (await listCohorts(store.db)).map(({ id, name, starts, ends, closed_on }) => ({
      name,
      starts,
      ends,
      closed: closed_on,
      mentors: size(id, 'mentor'),
      mentees: size(id, 'mentee'),
      others: size(id, 'none'),
    }));
    const day = (date: string | null): Cell =>
      date === null
        ? { kind: 'missing', why: 'no date: say it with mentorctl cohort add NAME --starts DAY --ends DAY' }
        : { kind: 'date', date };
    const rows = items.map((item): Cell[] => [
      { kind: 'text', text: item.name },
      ...[item.mentors, item.mentees, item.others].map((value): Cell => ({ kind: 'count', value })),
      day(item.starts),
      day(item.ends),
      item.closed === null ? { kind: 'text', text: '' } : { kind: 'date', date: item.closed },
    ]);
    const columns = ['cohort', 'mentors', 'mentees', 'others', 'starts', 'ends', 'closed'].map((id, index) => ({
      id,
      title: id,
      ...(index > 0 && index < 4 ? { align: 'right' as const } : {}),
    }));
    await context.show({
      schema: 'mentorctl/cohorts@1',
      blocks: [{ kind: 'table', table: { id: 'cohorts', title: '', columns, rows } }],
      json: { items },
    });
  });
}
