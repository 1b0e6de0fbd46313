// mentorctl cohort list: the cohorts and how many people are in them.
import type { Command } from '@commander-js/extra-typings';
import { tableBlock } from '../../domain/report/blocks.ts';
import type { Cell } from '../../domain/report/report.ts';
import { numbers } from '../../domain/report/table-columns.ts';
import { count, day, tableOf, text } from '../../domain/report/table-of.ts';
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
    const starts = (date: string | null): Cell =>
      date === null
        ? { kind: 'missing', why: 'no date: say it with mentorctl cohort add NAME --starts DAY --ends DAY' }
        : day(date);
    const table = tableOf({ id: 'cohorts', title: '' }, items, [
      ['cohort', ({ name }) => text(name)],
      [numbers('mentors'), ({ mentors }) => count(mentors)],
      [numbers('mentees'), ({ mentees }) => count(mentees)],
      [numbers('others'), ({ others }) => count(others)],
      ['starts', (item) => starts(item.starts)],
      ['ends', ({ ends }) => starts(ends)],
      ['closed', ({ closed }) => day(closed)],
    ]);
    await context.show({ schema: 'mentorctl/cohorts@1', blocks: [tableBlock(table)], json: { items } });
  });
}
