// Who is in a file whose columns do not say it: from --role, the name of the sheet or the file, a question on a terminal, or not at all.
import { Failure } from '../../domain/failure.ts';
import { speaksOfRole } from '../../domain/cells/role-phrases.ts';
import type { ColumnMeaning } from '../../domain/columns/meaning.ts';
import { mapLine } from '../../domain/imports/look.ts';
import { roleInName } from '../../domain/rows/role-in-name.ts';
import type { Context } from '../shared/context.ts';
import type { ImportOptions, RoleChoice } from './options.ts';
import type { Understood } from './understand-file.ts';

/** A few different answers, of which one speaks of a mentor or a mentee. */
function mayBeRole({ meaning, profile: { distinct, filled } }: ColumnMeaning): boolean {
  return meaning.is === 'field' && filled > 0 && distinct.length <= 20 && distinct.some((cell) => speaksOfRole(cell));
}

/** The role of everybody in the file, where no column says it. */
export async function roleOfAll(
  { table, kind, columns, known }: Understood,
  options: ImportOptions,
  context: Context,
): Promise<RoleChoice | undefined> {
  if (options.role !== undefined) return options.role;
  if (kind === 'outcomes') return 'none';
  const said = columns.some(
    ({ meaning }) => meaning.is === 'target' && ['role', 'mentor-yes-no', 'mentee-yes-no'].includes(meaning.target),
  );
  if (said) return undefined;
  const { sheet = '' } = table.reading;
  for (const [name, what] of [
    [sheet, 'name of the sheet'],
    [table.source, 'name of the file'],
  ] as const) {
    const role = roleInName(name);
    if (role === undefined) continue;
    context.note(`No column says who is a mentor; the ${what} does: everybody in it is a ${role}. Else say --role.`);
    return role;
  }
  if (known === 1) {
    context.note(
      'No column says who is a mentor, and everybody is on file: they keep the roles they have. Else say --role.',
    );
    return 'none';
  }
  if (context.ask.possible) {
    return context.ask.choose<RoleChoice>(
      `No column of ${table.source} says who is a mentor. Who is in it?`,
      [
        { value: 'mentor', label: 'mentors' },
        { value: 'mentee', label: 'mentees' },
        { value: 'both', label: 'people who are both' },
        { value: 'none', label: 'neither: it tells more of people, or who to compare with' },
      ],
      '--role',
    );
  }
  const likely = columns.find(mayBeRole)?.heading;
  throw new Failure('bad-data', {
    code: 'no-role-column',
    message: 'no column says who is a mentor and who is a mentee; nothing was imported',
    where: { source: table.source },
    hint: `Say it for the whole file with --role mentor or --role mentee, or with --role none if it only tells more of people (a staff list beside a sign-up form); or name the column with ${mapLine(likely ?? 'Heading', 'role')}.`,
  });
}
