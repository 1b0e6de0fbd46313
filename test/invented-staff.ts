// Two files as a large employer keeps them, with other questions for mentors than for mentees. Everybody in them is invented.
import { seededChance } from '../src/domain/chance.ts';

const bands = ['Band A', 'Band B', 'Band C', 'Band D', 'Band E', 'Band F'];
const houses = [
  'Harbour Office',
  'Maps and Surveys',
  'Weights and Measures',
  'Parks, Lakes and Forests',
  'Public Clocks',
];
const skills = [
  'Drafting',
  'Negotiation',
  'Statistics',
  'Procurement',
  'Speaking',
  'Budgets',
  'Field work',
  'Archives',
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** `count` of each; the first few of the mentors are among the mentees, too. */
export function inventedStaff(count: number): { readonly mentors: string; readonly mentees: string } {
  const chance = seededChance(7);
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const some = (list: readonly string[]): string => list.filter(() => chance() < 0.3).join('; ');
  const address = (role: string, n: number): string => `${role}.${n}@office.example`;
  const rows = (role: string, last: string): string =>
    Array.from({ length: count }, (_, n) => {
      const house = one(houses);
      const both = n < count / 25;
      const about = `I came to ${house} ${1 + Math.floor(chance() * 20)} years ago, from desk ${n} of the "old" building.\nAsk me about file ${100 + n}, or about anything that ${role} ${n} may know.`;
      const cells = [`Name${n}`, role, address(both ? 'both' : role, n), one(bands), quoted(house), some(skills), last];
      return [...cells, quoted(about)].join(',');
    }).join('\n');
  const heading = (of: string, last: string): string =>
    `first name,last name,email address,band,organisation,${of},${last},biography\n`;
  return {
    mentors: `${heading('skills offered', 'job title')}${rows('mentor', 'Clerk of works')}\n`,
    mentees: `${heading('skills wanted', 'may we write to you')}${rows('mentee', 'yes')}\n`,
  };
}
