// mentorctl match list: the runs of a cohort.
import type { Command } from '@commander-js/extra-typings';
import { prose, tableBlock } from '../../domain/report/blocks.ts';
import type { Table } from '../../domain/report/report.ts';
import { runsOf } from '../../store/stored-run.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption } from '../shared/options.ts';

export interface ListOptions {
  readonly cohort?: string;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addHelpText('after', '\nExample:\n  mentorctl match list --cohort fall')
    .action((flags) => act(runList, flags));
}

export async function runList(options: ListOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const items = (await runsOf(store.db, cohort.id)).map((row) => {
      const { name, placed, total, floor } = JSON.parse(row.objective) as {
        name: string;
        placed: number;
        total: number;
        floor: number | null;
      };
      return {
        run: row.id,
        at: row.at,
        status: row.status,
        objective: name,
        placed,
        meanFit: placed === 0 ? null : total / placed,
        lowestFit: floor,
        seed: row.seed,
        version: row.version,
        programHash: row.program_hash,
        rosterHash: row.roster_hash,
      };
    });
    const fit = (value: number | null): { kind: 'count'; value: number } | { kind: 'missing'; why: string } =>
      value === null ? { kind: 'missing', why: 'nobody was placed' } : { kind: 'count', value: Math.round(value / 10) };
    const table: Table = {
      id: 'runs',
      title: `Runs for ${cohort.name}`,
      columns: [
        { id: 'run', title: 'run', align: 'right' },
        { id: 'day', title: 'day' },
        { id: 'status', title: 'status' },
        { id: 'objective', title: 'aim' },
        { id: 'placed', title: 'placed', align: 'right' },
        { id: 'mean-fit', title: 'average fit', align: 'right' },
        { id: 'lowest-fit', title: 'lowest', align: 'right' },
        { id: 'seed', title: 'seed', align: 'right' },
        { id: 'rules', title: 'rules' },
      ],
      rows: items.map((item) => [
        { kind: 'count', value: item.run },
        { kind: 'date', date: item.at.slice(0, 10) },
        { kind: 'text', text: item.status },
        { kind: 'text', text: item.objective },
        { kind: 'count', value: item.placed },
        fit(item.meanFit),
        fit(item.lowestFit),
        { kind: 'count', value: item.seed },
        { kind: 'text', text: item.programHash.slice(0, 8) },
      ]),
      note: 'Runs with the same letters under "rules" were made by the same program file.',
    };
    await context.show({
      schema: 'mentorctl/runs@1',
      blocks: [items.length === 0 ? prose(`There is no run for ${cohort.name} yet.`) : tableBlock(table)],
      csv: table,
      json: { cohort: cohort.name, items },
    });
  });
}
