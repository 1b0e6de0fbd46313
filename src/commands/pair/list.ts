// mentorctl pair list: the standing pairs of a cohort.
import type { Command } from 'commander';
import type { Cell } from '../../domain/reports/report.ts';
import { allPeople } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import { recordsOf } from '../../store/records.ts';
import { chooseCohort, type Act, type Context } from '../context.ts';

export interface ListOptions {
  readonly cohort?: string;
}

export function define(command: Command, act: Act): void {
  command
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .addHelpText('after', '\nExample:\n  mentorctl pair list --cohort fall --format csv')
    .action((flags: ListOptions) => act((context) => runPairList(flags, context)));
}

export async function runPairList(options: ListOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const people = new Map((await allPeople(store.db)).map((person) => [person.key, person]));
    const meetings = await recordsOf(store.db, 'meeting', cohort.id);
    const items = (await activePairs(store.db, cohort.id)).map((pair) => {
      const met = meetings
        .filter((meeting) => meeting.mentor_id === pair.mentor_id && meeting.mentee_id === pair.mentee_id)
        .map(({ day }) => day);
      const who = (key: number): { id: string; name: string } => ({
        id: people.get(key)?.id ?? '',
        name: people.get(key)?.name ?? '',
      });
      return {
        pair: pair.id,
        mentor: who(pair.mentor_id),
        mentee: who(pair.mentee_id),
        score: pair.score,
        started: pair.started,
        meetings: met.length,
        lastMet: met.sort().at(-1) ?? null,
      };
    });
    const rows = items.map((item): Cell[] => [
      { kind: 'count', value: item.pair },
      { kind: 'person', ...item.mentee },
      { kind: 'person', ...item.mentor },
      item.score === null ? { kind: 'missing', why: '' } : { kind: 'count', value: Math.round(item.score / 10) },
      { kind: 'date', date: item.started },
      { kind: 'count', value: item.meetings },
      item.lastMet === null ? { kind: 'text', text: 'never' } : { kind: 'date', date: item.lastMet },
    ]);
    const titles = ['pair', 'mentee', 'mentor', 'fit', 'since', 'meetings', 'last met'];
    const columns = titles.map((title, index) => ({
      id: title.replace(' ', '-'),
      title,
      ...([0, 3, 5].includes(index) ? { align: 'right' as const } : {}),
    }));
    await context.show({
      schema: 'mentorctl/pairs@1',
      blocks: [{ kind: 'table', table: { id: 'pairs', title: `Pairs of ${cohort.name}`, columns, rows } }],
      json: { cohort: cohort.name, items },
    });
  });
}
