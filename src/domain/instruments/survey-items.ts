// Columns of a survey's answers to the items of a known instrument, and what the answers come to.
import { counted } from '../count-words.ts';
import { foldHeading } from '../cells/fold-heading.ts';
import { leastAnswers, scoreOf, subscalesOf, type Instrument } from './instrument.ts';

/** An instrument as the database has it. `version`: a hash of all that answers must share to be compared. */
export interface KnownInstrument {
  readonly instrument: Instrument;
  readonly version: string;
}

/** What form systems put around an item's wording: the question of a grid before it, a number. */
const around: readonly RegExp[] = [
  /\[([^\]]+)\]\s*$/,
  /\s[-–—:]\s+(.+)$/,
  /^\s*(?:q|item |question )?\d+\s*[.):]\s*(.+)$/i,
];

/** The item a heading is about: by its wording, also as `How far ... ? [wording]` or `3. wording`, its name, or `Q3` for item 3. */
export function itemFinder({ items }: Instrument): (heading: string) => string | undefined {
  const byWords = new Map<string, string>();
  for (const { item } of items) {
    byWords.set(foldHeading(item), item);
    if (/^\d+$/.test(item)) for (const word of ['q', 'q ', 'item ', 'question ']) byWords.set(`${word}${item}`, item);
  }
  for (const { item, text } of items) if (text !== '') byWords.set(foldHeading(text), item);
  const find = (heading: string): string | undefined => byWords.get(foldHeading(heading));
  return (heading) => {
    const whole = find(heading);
    if (whole !== undefined) return whole;
    for (const shape of around) {
      const wording = shape.exec(heading)?.[1];
      const item = wording === undefined || /^\s*\d+\s*$/.test(wording) ? undefined : find(wording);
      if (item !== undefined) return item;
    }
    return undefined;
  };
}

export interface SurveyScores {
  readonly instrument: string;
  readonly version: string;
  readonly wave: string;
  readonly people: number;
  /** People who answered enough items. */
  readonly scored: number;
  /** Of those scored; null when nobody is. */
  readonly mean: number | null;
  readonly subscales: readonly { readonly subscale: string; readonly scored: number; readonly mean: number | null }[];
}

/** `answers`: by person, by item. */
export function surveyScores(
  { instrument, version }: KnownInstrument,
  wave: string,
  answers: ReadonlyMap<number, ReadonlyMap<string, number>>,
): SurveyScores {
  const mean = (items = instrument.items): { scored: number; mean: number | null } => {
    const scores = [...answers.values()].flatMap((given) => scoreOf(instrument, given, items) ?? []);
    const sum = scores.reduce((total, score) => total + score, 0);
    return { scored: scores.length, mean: scores.length === 0 ? null : sum / scores.length };
  };
  const subscales = [...subscalesOf(instrument)].map(([subscale, items]) => ({ subscale, ...mean(items) }));
  return { instrument: instrument.id, version, wave, people: answers.size, ...mean(), subscales };
}

/** `belonging-here, pre: 34 of 36 people scored, mean 3.62 on 1 to 5. 2 answered fewer than 5 of the 6 items.` */
export function scoreWords({ instrument }: KnownInstrument, { wave, people, scored, mean }: SurveyScores): string {
  const { id, min, max, score, items } = instrument;
  const [low, high] = score === 'mean' ? [min, max] : [min * items.length, max * items.length];
  const few = people - scored;
  const least = leastAnswers(instrument, items.length);
  const first = `${id}, ${wave}: ${scored} of ${counted(people, 'person', 'people')} scored${mean === null ? '' : `, mean ${mean.toFixed(2)} on ${low} to ${high}`}.`;
  return few === 0 ? first : `${first} ${few} answered fewer than ${least} of the ${items.length} items.`;
}
