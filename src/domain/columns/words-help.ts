// How a program teaches its own words: one page, `mentorctl help words`, and the sentence by which errors lead to it.
import { statusMeanings } from '../program/program.ts';
import { vocabulary } from './vocabulary.ts';

type Section = 'columns' | 'roles' | 'statuses' | 'grades' | 'capacity';

const targets = [...new Set([...Object.keys(vocabulary.roster), ...Object.keys(vocabulary.outcomes)])].join(', ');

/** `example`: ready to be pasted into the file. */
const sections: Readonly<Record<Section, { readonly what: string; readonly example: string }>> = {
  columns: {
    what: `What a heading means. In lists of people and outcomes: ${targets}; left-out for what you do not want.`,
    example: 'columns:\n  id: [Patient file, Foundation number]\n  capacity: [Tandems]\n  left-out: [Form version]',
  },
  roles: {
    what: 'Words and phrases of a role column: mentor, mentee, both, or none for somebody who takes no part.',
    example: 'roles:\n  Youth: mentee\n  Big sister: mentor\n  Staff: none',
  },
  statuses: {
    what: `Words and codes for where somebody is: ${statusMeanings.slice(0, -1).join(', ')}; none where a word says nothing.`,
    example: 'statuses:\n  RTRN: stayed\n  On co-op: stayed\n  SUSP: let go',
  },
  grades: {
    what: 'What a letter grade is worth, where the usual scale of 4.0 is not yours.',
    example: 'grades:\n  HD: 4\n  DN: 3\n  CR: 2\n  PS: 1',
  },
  capacity: {
    what: 'Answers in words to how many mentees somebody takes.',
    example: 'capacity:\n  words:\n    a few: 2\n    whoever comes: 5',
  },
};

/** The page. Its examples are read by the tests as parts of a program file. */
export function wordsHelp(): string {
  const parts = Object.values(sections).map(({ what, example }) => `${wrapped(what)}\n\n${indented(example)}`);
  return [
    'Columns are known by what stands in them and by their headings in many languages; roles, statuses, grades and answers',
    'about places by the usual words. What yours are called besides stands in mentorctl.yaml, which a first import or',
    'mentorctl init makes. Case does not matter. Your words come before those that everybody knows.',
    '',
    parts.join('\n\n'),
    '',
    'For one file: mentorctl import FILE --map "Heading=id". What was said so is kept in mentorctl.yaml for the next file.',
  ].join('\n');
}

/** What an error says of a word that the program can be taught; `meaning`: one that it could have, `others`: what else. */
export function teach(section: Section, word: string, meaning: string, others: readonly string[] = []): string {
  const under = section === 'capacity' ? 'capacity: words:' : `${section}:`;
  const or = others.length === 0 ? '' : ` (or ${others.join(', ')})`;
  return `To teach it, write ${JSON.stringify(word)}: ${meaning}${or} under ${under} in mentorctl.yaml, which mentorctl init makes where there is none yet (mentorctl help words).`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

const width = 118;

function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}
