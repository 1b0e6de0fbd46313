// Words that options had before: they keep working, and whoever types one is told the word of today.
import { Option, type Command } from 'commander';

type Words = Readonly<Record<string, string>>;

const letters: Words = { '--as': '--into', '--from': '--sender', '--on': '--date', '--at': '--time' };

/** By command, or by the group where the whole group had them: the word before, and the word of today. */
const oldWords: Readonly<Record<string, Words>> = {
  import: { '--dates': '--day-order', '--verbose': '--all' },
  init: {
    '--places': '--capacity',
    '--max-places': '--max-capacity',
    '--mentors': '--from-mentors',
    '--mentees': '--from-mentees',
  },
  match: { '--min-score': '--min-fit' },
  lottery: { '--names': '--all' },
  'pair accept': { '--from-fit': '--min-fit' },
  'pair decline': { '--by': '--by-whom', '--reason': '--note' },
  'pair end': { '--by': '--by-whom' },
  'record meeting': { '--notes': '--note' },
  'record flag': { '--by': '--by-whom' },
  export: letters,
};

/** Lets `command` take them, too; `said` hears of each that is used. */
export function takeOldWords(command: Command, words: string, said: (remark: string) => void): void {
  const known = oldWords[words] ?? oldWords[words.split(' ')[0] ?? ''] ?? {};
  for (const [before, today] of Object.entries(known)) {
    const option = command.options.find(({ long }) => long === today);
    if (option === undefined || command.options.some(({ long }) => long === before)) continue;
    const old = new Option(option.flags.replace(today, before), option.description).hideHelp();
    if (option.parseArg !== undefined) old.parseArg = option.parseArg;
    old.defaultValue = option.defaultValue as unknown;
    old.attributeName = () => option.attributeName();
    command.addOption(old).on(`option:${old.name()}`, () => {
      said(`${before} is now ${today}; the old word still works.`);
    });
  }
}
