// npm run trust -- [kills 1000] [corruptions 500] [processes 32] [--only "pair end"] [--seed 1] [--from 350]: hurts a program in every way there is, and states
// figures. It takes long (1,000 kills about half an hour), so it is no part of the tests. The program must be built.
import { corruptAll } from './corruptions.ts';
import { killAll } from './kills.ts';
import { allAtOnce } from './processes.ts';
import { layDown } from './program.ts';

const words = process.argv.slice(2);
const numberAfter = (word: string): number => {
  const at = words.indexOf(word);
  return at < 0 ? 0 : Number(words[at + 1] ?? 0);
};
const textAfter = (word: string): string | undefined =>
  words.includes(word) ? words[words.indexOf(word) + 1] : undefined;
const seed = numberAfter('--seed') || 1;

const place = await layDown();
const wrong: string[] = [];
try {
  if (words.includes('kills')) {
    const { wrong: found, ...figures } = await killAll(place, numberAfter('kills'), seed, textAfter('--only'));
    console.log(
      `${figures.kills} kills (${figures.late} more ended first): ${figures.before} times as before, ${figures.after} times as after, ${figures.leftovers} times something half written that was named; ${found.length} wrong`,
    );
    wrong.push(...found);
  }
  if (words.includes('corruptions')) {
    const { wrong: found, ...figures } = await corruptAll(
      place,
      numberAfter('corruptions'),
      seed,
      numberAfter('--from'),
    );
    console.log(
      `${figures.corruptions} corruptions: ${figures.noticed} noticed, ${figures.harmless} that changed nothing; ${found.length} wrong`,
    );
    wrong.push(...found);
  }
  if (words.includes('processes')) {
    const { wrong: found, ...figures } = await allAtOnce(place, numberAfter('processes'));
    console.log(
      `${figures.processes} processes at once: ${figures.kept} kept, ${figures.late} too late (75); ${found.length} wrong`,
    );
    wrong.push(...found);
  }
} finally {
  place.gone();
}
for (const one of wrong) console.log(`  ${one}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
