// Who is in a file, where only its name says it: `mentors.csv`, the sheet `Mentees`.
import type { Role } from '../program/program.ts';

/** Words beside which the others in the name need not be the people in the file: `students-seeking-mentors.csv`. */
const unsure =
  /^(and|or|both|for|to|with|without|no|not|non|want\w*|seek\w*|need\w*|look\w*|find\w*|request\w*|wait\w*|choos\w*|prefer\w*)$/;

/** The role a file's or a sheet's name plainly says, in the plural and alone; undefined where it could be anything else. */
export function roleInName(name: string): Exclude<Role, 'none'> | undefined {
  const words = name
    .replace(/\.\w+$/, '')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  if (words.some((word) => unsure.test(word))) return undefined;
  const [mentors, mentees] = [words.includes('mentors'), words.includes('mentees')];
  if (mentors === mentees || words.includes(mentors ? 'mentee' : 'mentor')) return undefined;
  return mentors ? 'mentor' : 'mentee';
}
