// What a heading promises and whether the cells keep it: roles, places, times of answers, and the parts of other records.
import { readCapacity } from '../cells/capacity.ts';
import { foldHeading } from '../cells/fold-heading.ts';
import { readRole } from '../cells/people-words.ts';
import { namesRole } from '../cells/role-phrases.ts';
import { beginsYesNo } from '../cells/yes-no.ts';
import type { ColumnTarget, Program } from '../program/program.ts';
import type { HeadingTest } from './heading-phrases.ts';
import { idWords } from './person-words.ts';
import type { ColumnProfile } from './profile.ts';
import { vocabulary, type Kind } from './vocabulary.ts';
import type { WhoColumn } from './who-columns.ts';

const whoTargets: ReadonlySet<ColumnTarget> = new Set(['id', 'email', 'name', 'first-name', 'last-name', 'name-infix']);

/** The first target whose words fit and whose cells do not speak against it. */
export function targetOf(
  kind: Kind,
  { heading, profile }: WhoColumn,
  taken: ReadonlyMap<ColumnTarget, number>,
  program: Program,
): ColumnTarget | undefined {
  const key = foldHeading(heading);
  for (const [target, words] of Object.entries(vocabulary[kind]) as [ColumnTarget, HeadingTest][]) {
    if (whoTargets.has(target) || !words.test(target === 'capacity' ? heading : key)) continue;
    if (taken.has(target)) return undefined;
    if ((target === 'mentor-yes-no' || target === 'mentee-yes-no') && !saysYesNo(profile)) continue;
    // `Registration type` may say who is a mentor, or who is a member.
    if (target === 'role' && looseRole.test(key) && !mostlyRoles(profile, program)) continue;
    if (target === 'role' && manyOtherWords(profile, program)) continue;
    // `Student number` is no number of students, also where another column is the id.
    if (
      target === 'capacity' &&
      ((idWords[0]?.test(heading) === true && !/\b(of|de|di|von|der|van|af)\s/i.test(heading)) ||
        !saysPlaces(heading, profile))
    )
      continue;
    if (target === 'answer-time' && !saysWhen(heading, profile)) continue;
    if (target === 'year' && !saysYears(profile)) continue;
    return target;
  }
  return undefined;
}

/** Below `Places` alone may stand towns; a question for mentees means places, also where an answer cannot be read. */
function saysPlaces(heading: string, { distinct }: ColumnProfile): boolean {
  if (
    distinct.length === 0 ||
    /ment|how many|number|max|capaci|kapazi|quant|cu[aá]nt|combien|wie ?viele/i.test(heading)
  )
    return true;
  const words = { maximum: 1000, words: {} };
  return distinct.filter((cell) => typeof readCapacity(cell, words) === 'object').length >= 0.3 * distinct.length;
}

/** The job titles of a list of workers stand under `Role` as well. */
function manyOtherWords({ distinct }: ColumnProfile, program: Program): boolean {
  return distinct.length > 6 && !distinct.some((cell) => isRole(cell, program));
}

/** Calendar years; `Year` is also where somebody is in their studies. */
function saysYears({ distinct }: ColumnProfile): boolean {
  return distinct.length > 0 && distinct.every((cell) => /^(19|20)\d\d([-/–](19|20)?\d\d)?$/.test(cell.trim()));
}

/** A day somebody was hired on stands under `Start date` as well; an answer has a time of day. */
function saysWhen(heading: string, { distinct }: ColumnProfile): boolean {
  return !/^(start|end) ?date$/.test(foldHeading(heading)) || distinct.some((cell) => /\d:\d\d/.test(cell));
}

const looseRole = /type$|^(rol|rôle|ruolo|papel|fun[cç][aã]o|rola|roll|rooli|role v programu)$/;

function isRole(cell: string, { roles }: Program): boolean {
  return typeof readRole(cell, roles) === 'string';
}

function mostlyRoles({ distinct }: ColumnProfile, program: Program): boolean {
  return distinct.length > 0 && distinct.filter((cell) => isRole(cell, program)).length >= 0.5 * distinct.length;
}

/** A few different answers, each of which is a role, and one says mentor or mentee outright. */
export function saysRole({ distinct, filled, averageLength }: ColumnProfile, program: Program): boolean {
  const fits = filled > 0 && distinct.length <= 12 && averageLength < 60;
  return fits && distinct.every((cell) => isRole(cell, program)) && distinct.some(namesRole);
}

/** Yes or no, with or without more words after it. */
export function saysYesNo({ distinct }: ColumnProfile): boolean {
  return (
    distinct.length > 0 && distinct.filter((cell) => beginsYesNo(cell) !== undefined).length >= 0.8 * distinct.length
  );
}
