// In which roles a row says somebody is: the whole file's, a role column's, or two yes/no columns'.
import { readRole } from '../cells/people-words.ts';
import { teach } from '../columns/words-help.ts';
import type { RoleWord } from '../cells/role-words.ts';
import { beginsYesNo } from '../cells/yes-no.ts';
import type { ColumnTarget, Program, Role } from '../program/program.ts';

/** From the whole file's role, the role column, or two yes/no columns. */
export function rowRole(
  cell: (target: ColumnTarget) => string,
  targets: ReadonlyMap<ColumnTarget, number>,
  given: RoleWord | undefined,
  { program, heading = '' }: { readonly program: Program; readonly heading?: string | undefined },
  complain: (message: string, hint?: string) => void,
): readonly Role[] | undefined {
  if (given === undefined && !targets.has('role') && (targets.has('mentor-yes-no') || targets.has('mentee-yes-no'))) {
    const mentor = beginsYesNo(cell('mentor-yes-no')) === true;
    const mentee = targets.has('mentee-yes-no') ? beginsYesNo(cell('mentee-yes-no')) === true : !mentor;
    return mentor && mentee ? ['mentor', 'mentee'] : [mentor ? 'mentor' : mentee ? 'mentee' : 'none'];
  }
  const text = cell('role');
  const word = given ?? (text === '' ? undefined : readRole(text, program.roles, heading));
  if (word === undefined) {
    complain('no role', 'Fill it in, or say for the whole file with --role mentor or --role mentee.');
    return undefined;
  }
  if (typeof word === 'object') {
    const near = word.nearest === undefined ? '' : ` Did you mean ${word.nearest}?`;
    complain(
      'not a role here',
      `Known: mentor, mentee, both, none, and phrases such as "I want a mentor".${near} ${teach('roles', text, 'mentee', ['mentor', 'both', 'none'])}`,
    );
    return undefined;
  }
  return word === 'both' ? ['mentor', 'mentee'] : [word];
}
