// If these fail, a mentee gets the same mentor twice or two of the same kind, or a second pair confuses what comes after it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../src/domain/chance.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

const topics = ['exams', 'housing', 'money', 'clubs'];

interface Drawn {
  readonly folder: Folder;
  readonly kindOf: ReadonlyMap<string, string>;
  readonly seats: ReadonlyMap<string, number>;
  readonly wants: ReadonlySet<string>;
}

/** A program of some thirty people with two kinds of mentors, everybody placed once. */
async function placedOnce(seed: number): Promise<Drawn> {
  const chance = seededChance(seed);
  const some = (): string => topics.filter(() => chance() < 0.5).join(', ');
  const kindOf = new Map<string, string>();
  const seats = new Map<string, number>();
  const wants = new Set<string>();
  const rows: string[] = [];
  for (let n = 0; n < 18; n++) {
    const yes = chance() < 0.7;
    if (yes) wants.add(`S${n}`);
    rows.push(`S${n},Mentee ${n},mentee,,,"${some()}",${yes ? 'yes' : 'no'}`);
  }
  for (let n = 0; n < 12; n++) {
    const kind = chance() < 0.5 ? 'peer' : 'alumni';
    const places = 1 + Math.floor(4 * chance());
    kindOf.set(`M${n}`, kind);
    seats.set(`M${n}`, places);
    rows.push(`M${n},Mentor ${n},mentor,${places},${kind},"${some()}",`);
  }
  const folder = emptyFolder();
  const yaml = [
    'fields:',
    '  kind: {type: category, options: [peer, alumni], headings: [Kind]}',
    `  topics: {type: set, options: [${topics.join(', ')}], headings: [Topics]}`,
    '  wants: {type: yes-no, headings: [Second]}',
    'second-mentor: {differ: kind, who: wants}',
    'criteria: [{kind: overlap, field: topics, importance: high}]',
  ];
  writeFileSync(join(folder.path, 'mentorctl.yaml'), `${yaml.join('\n')}\n`);
  writeFileSync(
    join(folder.path, 'people.csv'),
    `${['Student ID,Full name,Role,How many mentees?,Kind,Topics,Second', ...rows].join('\n')}\n`,
  );
  for (const line of ['import people.csv --cohort fall', 'match', 'pair accept --all'])
    expect((await folder.run(line.split(' '))).code).toBe(0);
  return { folder, kindOf, seats, wants };
}

interface RunJson {
  readonly run: number | null;
  readonly layer: string;
  readonly pairs: { readonly mentor: { readonly id: string }; readonly mentee: { readonly id: string } }[];
  readonly unmatched: { readonly id: string }[];
  readonly certificate: { readonly proved: boolean };
}

async function json<T>(folder: Folder, line: string): Promise<T> {
  const { code, stdout, stderr } = await folder.run([...line.split(' '), '--json']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as T;
}

const standing = async (folder: Folder): Promise<{ mentee: string; mentor: string }[]> =>
  (await json<{ items: RunJson['pairs'] }>(folder, 'pair list')).items.map(({ mentee, mentor }) => ({
    mentee: mentee.id,
    mentor: mentor.id,
  }));

/** The most mentees that can have a second mentor, by augmenting paths (Kuhn 1955) over the pairs the rules allow. */
function most(
  people: readonly string[],
  allowed: (mentee: string) => readonly string[],
  seats: ReadonlyMap<string, number>,
): number {
  const has = new Map<string, string[]>();
  const place = (mentee: string, seen: Set<string>): boolean =>
    allowed(mentee).some((mentor) => {
      if (seen.has(mentor)) return false;
      seen.add(mentor);
      const mine = has.get(mentor) ?? [];
      if (mine.length < (seats.get(mentor) ?? 0)) {
        has.set(mentor, [...mine, mentee]);
        return true;
      }
      const moved = mine.find((one) => place(one, seen));
      if (moved === undefined) return false;
      has.set(mentor, [...(has.get(mentor) ?? []).filter((one) => one !== moved), mentee]);
      return true;
    });
  return people.filter((mentee) => place(mentee, new Set())).length;
}

describe.each([1, 2, 3])('second mentors of program %i', (seed) => {
  it('are of the other kind, never the same, within the places, as many as can be, and kept like any run', async () => {
    const { folder, kindOf, seats, wants } = await placedOnce(seed);
    const first = await standing(folder);
    const firstOf = new Map(first.map(({ mentee, mentor }) => [mentee, mentor]));
    const run = await json<RunJson>(folder, 'match --second');
    expect(run.layer).toBe('second');
    expect(run.certificate.proved).toBe(true);
    expect(run.pairs.length).toBeGreaterThan(0);
    const eligible = [...wants].filter((id) => firstOf.has(id)).sort();
    expect([...run.pairs.map(({ mentee }) => mentee.id), ...run.unmatched.map(({ id }) => id)].sort()).toEqual(
      eligible,
    );
    const load = new Map<string, number>();
    for (const { mentor } of first) load.set(mentor, (load.get(mentor) ?? 0) + 1);
    const left = new Map([...seats].map(([id, places]) => [id, places - (load.get(id) ?? 0)]));
    for (const { mentee, mentor } of run.pairs) {
      expect(kindOf.get(mentor.id)).not.toBe(kindOf.get(firstOf.get(mentee.id) ?? ''));
      load.set(mentor.id, (load.get(mentor.id) ?? 0) + 1);
    }
    for (const [id, count] of load) expect(count).toBeLessThanOrEqual(seats.get(id) ?? 0);
    const other = (mentee: string): string[] =>
      [...kindOf.keys()].filter((id) => kindOf.get(id) !== kindOf.get(firstOf.get(mentee) ?? ''));
    expect(run.pairs.length).toBe(most(eligible, other, left));

    const shown = await json<RunJson>(folder, `match show ${run.run}`);
    expect(await json<RunJson>(folder, `match replay ${run.run}`)).toEqual(shown);
    expect(shown.pairs).toEqual(run.pairs);
    expect((await json<{ holds: boolean }>(folder, `match verify ${run.run}`)).holds).toBe(true);

    expect((await folder.run(['pair', 'accept', '--all'])).code).toBe(0);
    const both = await standing(folder);
    expect(both).toHaveLength(first.length + run.pairs.length);
    // The run is decided on, and nobody who has two mentors waits for anything.
    const runs = await json<{ items: { run: number; status: string }[] }>(folder, 'match list');
    expect(runs.items.find((one) => one.run === run.run)?.status).toBe('accepted');
    expect((await json<RunJson>(folder, 'match')).unmatched.length).toBe(18 - firstOf.size);
    const again = await json<RunJson>(folder, 'match --second');
    expect([...again.pairs.map(({ mentee }) => mentee.id), ...again.unmatched.map(({ id }) => id)].sort()).toEqual(
      run.unmatched.map(({ id }) => id).sort(),
    );
    expect(again.pairs).toEqual([]);
  });

  it('leave a rematch and the reports as they are', async () => {
    const { folder } = await placedOnce(seed);
    const before = await json<{ findings?: unknown }>(folder, 'report retention').catch(() => undefined);
    await folder.run(['match', '--second']);
    await folder.run(['pair', 'accept', '--all']);
    const after = await json<{ findings?: unknown }>(folder, 'report retention').catch(() => undefined);
    // Whoever has two mentors is one person still, in the group and in every count.
    expect(after?.findings).toEqual(before?.findings);
    const both = await standing(folder);
    const count = new Map<string, number>();
    for (const { mentee } of both) count.set(mentee, (count.get(mentee) ?? 0) + 1);
    const two = both.find(({ mentee }) => count.get(mentee) === 2);
    expect(two).toBeDefined();
    const { mentee = '', mentor = '' } = two ?? {};
    const kept = both.filter((pair) => pair.mentee === mentee && pair.mentor !== mentor);
    const { code, stderr } = await folder.run(['rematch', '--leaving', mentor, '--yes']);
    expect(code, stderr).toBe(0);
    const now = await standing(folder);
    expect(now.filter((pair) => pair.mentee === mentee)).toEqual(kept);
    expect(now.some((pair) => pair.mentor === mentor)).toBe(false);
    // Nobody with two mentors was moved.
    for (const pair of both)
      if (count.get(pair.mentee) === 2 && pair.mentor !== mentor) expect(now).toContainEqual(pair);
  });
});
