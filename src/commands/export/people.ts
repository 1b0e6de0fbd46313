// mentorctl export people: everybody of a cohort with their answers, one column a field. Addresses only when asked for.
import type { Command } from '@commander-js/extra-typings';
import { answerWords } from '../../domain/program/answer-words.ts';
import { tableBlock } from '../../domain/report/blocks.ts';
import type { Cell } from '../../domain/report/report.ts';
import { membersOf } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { leavingOut, noteLeftOut } from '../shared/counted.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, contactsOption } from '../shared/options.ts';

export interface PeopleOptions {
  readonly cohort?: string;
  readonly withContacts: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(contactsOption())
    .addHelpText('after', '\nExample:\n  mentorctl export people --cohort fall -o people.csv')
    .action((flags) => act(runExportPeople, flags));
}

export async function runExportPeople(options: PeopleOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const left = await leavingOut(store, program.consent, 'told');
    noteLeftOut(context, await left([cohort.id], 'any'));
    const contacts = options.withContacts;
    const members = await membersOf(store.db, cohort.id);
    const fields = [...new Set(members.flatMap((member) => Object.keys(member.fields)))].sort();
    const items = members.map(({ id, name, email, role, seats, status, group, fields: values }) => ({
      id,
      name,
      ...(contacts ? { email: email ?? null } : {}),
      role,
      capacity: role === 'mentor' ? seats : null,
      status,
      group: group ?? null,
      fields: values,
    }));
    const head = (['id', 'name', 'email', 'role', 'capacity', 'status', 'group'] as const).filter(
      (column) => contacts || column !== 'email',
    );
    const rows = items.map((item): Cell[] => [
      ...head.map((column): Cell => ({ kind: 'text', text: String(item[column] ?? '') })),
      ...fields.map((field): Cell => ({ kind: 'text', text: answerWords(item.fields[field] ?? '') })),
    ]);
    const columns = [...head, ...fields].map((id) => ({ id, title: id }));
    await context.show(
      {
        schema: 'mentorctl/export-people@1',
        blocks: [tableBlock({ id: 'people', title: '', columns, rows })],
        json: { cohort: cohort.name, items },
      },
      'csv',
    );
  });
}
