// A sign-up form of many people, and its program file, drawn from one seed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededChance } from '../../src/domain/chance.ts';

const letters = 'ABCDEFGHIJKL'.split('');
const years = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Graduate', 'Alumni'];
const campuses = ['North', 'South', 'East'];
const majors = letters.slice(0, 8).map((letter) => `Major ${letter}`);
const topics = letters.map((letter) => `Topic ${letter}`);

/** `rules`: lines of the program file in braces. */
export const programText = (rules: readonly string[]): string => `program: Peer mentoring at scale
fields:
  year: {type: ordinal, options: [${years.join(', ')}]}
  major: {type: category, options: [${majors.join(', ')}]}
  topics: {type: set, options: [${topics.join(', ')}]}
  campus: {type: category, options: [${campuses.join(', ')}]}
rules: [${rules.join(', ')}]
criteria:
  - {kind: ahead, field: year, importance: medium, ideal: 2, range: 4}
  - {kind: same, field: major, importance: medium}
  - {kind: overlap, field: topics, importance: high}
  - {kind: same, field: campus, importance: low}
`;

export interface SignUps {
  readonly mentees: number;
  readonly mentors: number;
  /** A mentor takes one to so many. */
  readonly most: number;
}

/** people.csv and mentorctl.yaml in the folder; ids from 1000000 on, mentees first. */
export function writeRoster(folder: string, { mentees, mentors, most }: SignUps): void {
  const chance = seededChance(20261125);
  const one = (options: readonly string[]): string => options[Math.floor(chance() * options.length)]!;
  const rows = Array.from({ length: mentees + mentors }, (_, k) => {
    const role = k < mentees ? 'mentee' : 'mentor';
    const chosen = topics.filter(() => chance() < 0.35);
    const year = role === 'mentee' ? one(years.slice(0, 3)) : one(years.slice(1));
    const places = role === 'mentee' ? '' : String(1 + Math.floor(chance() * most));
    const id = String(1_000_000 + k);
    return [id, `Person ${id}`, role, places, year, one(majors), chosen.join('; '), one(campuses)].join(',');
  });
  writeFileSync(join(folder, 'people.csv'), ['ID,Name,Role,Capacity,Year,Major,Topics,Campus', ...rows, ''].join('\n'));
  writeFileSync(join(folder, 'mentorctl.yaml'), programText([]));
}
