// If this fails, the order of rows in somebody's export decides who is paired with whom.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seededChance } from '../../src/domain/chance.ts';
import { emptyFolder } from '../fake-host.ts';

const people = [
  'Student ID,Full name,Role,How many mentees?,Topics,Year',
  ...Array.from({ length: 60 }, (_, index) => {
    const topics = ['exams', 'housing', 'money', 'clubs'].filter((_topic, bit) => (index * 7 + bit * 3) % 5 < 2);
    return `${1000 + index},Person ${index},${index % 3 === 0 ? `mentor,${1 + (index % 4)}` : 'mentee,'},"${topics.join(', ')}",${1 + (index % 4)}`;
  }),
];

async function pairsOf(rows: readonly string[]): Promise<unknown> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), `${rows.join('\n')}\n`);
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  const { stdout } = await folder.run(['match', '--json']);
  const { pairs } = JSON.parse(stdout) as {
    pairs: { mentor: { id: string }; mentee: { id: string }; score: number }[];
  };
  return pairs.map(({ mentor, mentee, score }) => `${mentee.id} ${mentor.id} ${score}`).sort();
}

it('gives the same pairs whatever the order of the rows', async () => {
  const [heading = '', ...rows] = people;
  const expected = await pairsOf(people);
  for (let seed = 1; seed <= 5; seed++) {
    const random = seededChance(seed);
    const shuffled = rows
      .map((row) => ({ row, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row);
    expect(await pairsOf([heading, ...shuffled])).toEqual(expected);
  }
});
