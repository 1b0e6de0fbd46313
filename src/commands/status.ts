// mentorctl status: what needs attention today.
import type { Command } from 'commander';
import { formatDate, parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import { statusItems, type StatusPair } from '../domain/reports/status.ts';
import type { Block, Cell } from '../domain/reports/report.ts';
import { cohortSizes } from '../store/cohorts.ts';
import { allPeople, membersOf } from '../store/people.ts';
import { recordsOf } from '../store/records.ts';
import { activePairs, findRun } from '../store/runs.ts';
import { storeExists } from '../store/store.ts';
import { chooseCohort, type Act, type Context } from './context.ts';

export interface StatusOptions {
  readonly cohort?: string;
}

export function define(command: Command, act: Act): void {
  command
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .addHelpText('after', '\nExample:\n  mentorctl status --cohort fall')
    .action((flags: StatusOptions) => act((context) => runStatus(flags, context)));
}

export async function runStatus(options: StatusOptions, context: Context): Promise<void> {
  if (!storeExists(context.databasePath)) {
    const text =
      'There is no program here yet. A program is a folder with mentorctl.yaml (the rules) and mentorctl.db (the people and what happened). Both are made by the first import.';
    await context.show({
      schema: 'mentorctl/status@1',
      blocks: [
        { kind: 'prose', text },
        {
          kind: 'next',
          command: 'mentorctl import people.csv --cohort fall',
          text: 'or, to look around first, mentorctl demo',
        },
      ],
      json: { asOf: context.today(), items: [] },
    });
    return;
  }
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const people = new Map((await allPeople(store.db)).map((person) => [person.key, person]));
    const who = (key: number): { id: string; name: string } => ({
      id: people.get(key)?.id ?? '',
      name: people.get(key)?.name ?? '',
    });
    const meetings = await recordsOf(store.db, 'meeting', cohort.id);
    const metOn = new Map<string, CivilDate[]>();
    for (const { mentor_id, mentee_id, day } of meetings) {
      const date = parseIsoDate(day);
      const key = `${mentor_id} ${mentee_id}`;
      if (date !== undefined) metOn.set(key, [...(metOn.get(key) ?? []), date]);
    }
    const active = await activePairs(store.db, cohort.id);
    const pairs = active.flatMap((pair): StatusPair[] => {
      const started = parseIsoDate(pair.started);
      if (started === undefined) return [];
      return [
        {
          mentee: who(pair.mentee_id),
          mentor: who(pair.mentor_id),
          started,
          met: (metOn.get(`${pair.mentor_id} ${pair.mentee_id}`) ?? []).sort(),
        },
      ];
    });
    const flags = (await recordsOf(store.db, 'flag', cohort.id)).filter(({ resolved_on }) => resolved_on === null);
    const paired = new Set(active.map(({ mentee_id }) => mentee_id));
    const members = (await membersOf(store.db, cohort.id)).filter(
      ({ role, status }) => role === 'mentee' && status === 'active',
    );
    const draft = await findRun(store.db, cohort.id);
    const asOf = context.today();
    const items = statusItems({
      cohort: /\s/.test(cohort.name) ? `"${cohort.name}"` : cohort.name,
      asOf,
      pairs,
      unpairedMentees: members.filter(({ key }) => !paired.has(key)).length,
      ...(draft === undefined ? {} : { draftRun: draft.id }),
      openFlags: flags.flatMap(({ person_id, about, raised_on }) => {
        const raised = parseIsoDate(raised_on);
        return raised === undefined ? [] : [{ person: who(person_id).name, about, raised }];
      }),
    });
    const sizes = (await cohortSizes(store.db)).filter(({ cohort_id }) => cohort_id === cohort.id);
    const size = (role: string): number => sizes.find((row) => row.role === role)?.people ?? 0;
    const met = pairs.filter((pair) => pair.met.length > 0).length;
    const per =
      pairs.length === 0 ? '' : `, ${met} have met, ${(meetings.length / pairs.length).toFixed(1)} meetings a pair`;
    const blocks: Block[] = [
      {
        kind: 'prose',
        text: `${cohort.name}: ${size('mentor')} mentors, ${size('mentee')} mentees, ${pairs.length} pairs${per}. As of ${formatDate(asOf)}.`,
      },
    ];
    if (items.length === 0) blocks.push({ kind: 'prose', text: 'Nothing needs attention.' });
    else {
      const rows = items.map((item): Cell[] => [
        { kind: 'text', text: item.urgency === 'now' ? 'Now' : 'Soon' },
        { kind: 'text', text: item.text },
        { kind: 'text', text: item.command },
      ]);
      const columns = [
        { id: 'urgency', title: '' },
        { id: 'what', title: 'what needs attention' },
        { id: 'command', title: 'command' },
      ];
      blocks.push({ kind: 'table', table: { id: 'status', title: '', columns, rows } });
    }
    await context.show({ schema: 'mentorctl/status@1', blocks, json: { asOf, cohort: cohort.name, items } });
  });
}
