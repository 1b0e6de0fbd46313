// Damages a database in drawn ways: it is noticed or it changed nothing, no command ends as a fault of ours, none writes into what is damaged,
// and the last backup brings everything back.
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceFrom, contentOf, say, type Place } from './program.ts';

export interface CorruptionFigures {
  corruptions: number;
  noticed: number;
  /** What was hit holds nothing: free pages, unused bytes. */
  harmless: number;
  readonly wrong: string[];
}

type Damage = (bytes: Buffer, chance: () => number) => Buffer;

const page = 4096;
const at = (size: number, chance: () => number): number => Math.floor(size * chance());

const damages: readonly Damage[] = [
  (bytes, chance) => {
    for (let n = 1 + at(16, chance); n > 0; n--) bytes[at(bytes.length, chance)] = at(256, chance);
    return bytes;
  },
  (bytes, chance) => {
    const place = at(bytes.length, chance);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << at(8, chance));
    return bytes;
  },
  (bytes, chance) =>
    bytes.fill(0, page * at(bytes.length / page, chance), page * (1 + at(bytes.length / page, chance))),
  (bytes, chance) => bytes.subarray(0, at(bytes.length, chance)),
  (bytes, chance) => Buffer.concat([bytes, Buffer.alloc(page * (1 + at(4, chance)), at(256, chance))]),
  (bytes, chance) => {
    const [one, other] = [page * at(bytes.length / page, chance), page * at(bytes.length / page, chance)];
    const kept = Buffer.from(bytes.subarray(one, one + page));
    bytes.copy(bytes, one, other, other + page);
    kept.copy(bytes, other);
    return bytes;
  },
  (bytes, chance) => {
    for (let n = 0; n < 100; n++) bytes[n] = chance() < 0.1 ? at(256, chance) : (bytes[n] ?? 0);
    return bytes;
  },
  // A word in a cell: no structure of the file shows it.
  (bytes, chance) => {
    const places = [...bytes.toString('latin1').matchAll(/Student \d+/g)];
    const found = places[at(places.length, chance)];
    if (found !== undefined) bytes.write('Student X', found.index, 'latin1');
    return bytes;
  },
];

const readers = ['person list --cohort fall', 'status --cohort fall', 'report program --cohort fall', 'data log'];
const writers = ['record meeting --mentee S011 --minutes 40 --cohort fall', 'person forget S008 --confirm S008'];

export async function corruptAll(
  place: Place,
  corruptions: number,
  seed: number,
  from = 0,
): Promise<CorruptionFigures> {
  const chance = chanceFrom(seed);
  const figures: CorruptionFigures = { corruptions: 0, noticed: 0, harmless: 0, wrong: [] };
  const folder = place.fresh('program');
  const path = join(folder, 'mentorctl.db');
  const good = readFileSync(path);
  const content = contentOf(folder);
  copyFileSync(path, join(folder, 'good.backup'));
  for (let turn = 0; turn < corruptions; turn++) {
    const kind = turn % damages.length;
    const damaged = Buffer.from(damages[kind]?.(Buffer.from(good), chance) ?? good);
    if (turn < from) continue;
    figures.corruptions++;
    writeFileSync(path, damaged);
    const wrong = (words: string): void => {
      const said = `damage ${kind}, trial ${turn}: ${words}`;
      figures.wrong.push(said);
      process.stderr.write(`${said}\n`);
    };
    const check = await say(folder, 'data check');
    if (check.code === 70) wrong(`data check: ${check.stderr}`);
    if (check.code === 0) {
      figures.harmless++;
      if (contentOf(folder) !== content) wrong('data check calls sound what says something else');
    } else figures.noticed++;
    for (const line of readers) {
      const { code, stderr } = await say(folder, line);
      if (code === 70) wrong(`${line}: ${stderr}`);
    }
    // Where a letter of the tables' own words is another, they are taken for those of an early version: brought to today's, after a copy.
    const broughtToday = existsSync(`${path}.early.bak`) && contentOf(folder) === content;
    if (!broughtToday && !readFileSync(path).equals(damaged)) wrong('a command that reads changed the file');
    rmSync(`${path}.early.bak`, { force: true });
    for (const line of writers) {
      const { code, stderr } = await say(folder, line);
      if (code === 70) wrong(`${line}: ${stderr}`);
    }
    writeFileSync(path, damaged);
    const back = await say(folder, 'data restore good.backup --yes');
    if (back.code !== 0) wrong(`data restore: ${back.code} ${back.stderr}`);
    else if (contentOf(folder) !== content) wrong('the backup brought something else back');
    if (turn % 50 === 49) process.stderr.write(`${turn + 1} corruptions, ${figures.wrong.length} wrong\n`);
  }
  return figures;
}
