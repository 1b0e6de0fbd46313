// Columns looked over on a terminal: each with sample answers, any of them told anew. Knows nothing of what columns mean.
import type { Asker } from './ask.ts';

export interface ShownColumn {
  readonly heading: string;
  /** The heading, fit for a terminal. */
  readonly shown: string;
  /** What it is taken for, in words. */
  readonly meaning: string;
  /** A few answers, as the file has them. */
  readonly samples: readonly string[];
}

/** One correction: the heading, and the word it is mapped to (`-` leaves it out). Undefined: all is right. */
export async function askColumn(
  ask: Asker,
  columns: readonly ShownColumn[],
  words: readonly { readonly value: string; readonly label: string }[],
): Promise<{ heading: string; word: string } | undefined> {
  const label = ({ shown, meaning, samples }: ShownColumn): string =>
    `${shorten(shown, 40)} -> ${meaning}${samples.length === 0 ? '' : `   (${shorten(samples.join('; '), 50)})`}`;
  const heading = await ask.choose(
    'Is every column what it says? Choose one to change it',
    [{ value: '', label: 'yes, go on' }, ...columns.map((column) => ({ value: column.heading, label: label(column) }))],
    '--map "Heading=field"',
  );
  if (heading === '') return undefined;
  const { shown = '', samples = [] } = columns.find((column) => column.heading === heading) ?? {};
  const told = await ask.choose(
    `What is "${shorten(shown, 40)}"${shown.endsWith('?') ? '' : '?'}${samples.length === 0 ? '' : ` For example: ${shorten(samples.join('; '), 60)}`}`,
    [...words, { value: '*', label: 'an answer of its own, under a new name' }, { value: '-', label: 'leave it out' }],
    '--map "Heading=field"',
  );
  const word = told === '*' ? await ask.text('What shall it be called?', '--map "Heading=field"') : told;
  return { heading, word };
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
