// An instrument: a survey's items, its scale and how it is scored. An admin's own comes as a table with a few lines above it.

export interface InstrumentItem {
  /** What answers are filed under: `1`, `q3`. */
  readonly item: string;
  /** The wording; empty where only the scoring key may be kept. */
  readonly text: string;
  readonly subscale: string | null;
  readonly reverse: boolean;
}

export interface Instrument {
  /** Short, lower case: `belonging-here`. */
  readonly id: string;
  readonly title: string;
  readonly audience: 'mentee' | 'mentor' | 'both';
  /** Ends of the scale every item is answered on. */
  readonly min: number;
  readonly max: number;
  readonly score: 'mean' | 'sum';
  /** Share of the items that must be answered for a score; over 0, at most 1. */
  readonly minAnswered: number;
  readonly higherIs: 'better' | 'worse';
  readonly source: string;
  readonly items: readonly InstrumentItem[];
}

/** All that two sets of answers must have in common to be compared, as text to be hashed: the title and the source are not. */
export function versionText({ min, max, score, minAnswered, higherIs, items }: Instrument): string {
  const asked = items.map(({ item, text, subscale, reverse }) => [item, text, subscale, reverse]);
  return JSON.stringify([min, max, score, minAnswered, higherIs, asked]);
}

/** The least number of answers to `items` items that make a score. */
export function leastAnswers({ minAnswered }: Pick<Instrument, 'minAnswered'>, items: number): number {
  return Math.ceil(minAnswered * items - 1e-9);
}

/**
 * The score of one person's answers, by item: reversed items turned (min + max - answer), their mean, or for a sum the mean
 * times the number of items, so that a gap counts as the person's own mean. Undefined when too few were answered.
 * `items`: those of a subscale; all if not said.
 */
export function scoreOf(
  instrument: Instrument,
  answers: ReadonlyMap<string, number>,
  items: readonly InstrumentItem[] = instrument.items,
): number | undefined {
  const { min, max, score } = instrument;
  const turned = items.flatMap(({ item, reverse }) => {
    const answer = answers.get(item);
    return answer === undefined ? [] : [reverse ? min + max - answer : answer];
  });
  if (turned.length === 0 || turned.length < leastAnswers(instrument, items.length)) return undefined;
  const mean = turned.reduce((sum, answer) => sum + answer, 0) / turned.length;
  return score === 'mean' ? mean : mean * items.length;
}

/** Items by subscale, in the order of the instrument; none where it has no subscales. */
export function subscalesOf({ items }: Instrument): ReadonlyMap<string, readonly InstrumentItem[]> {
  const subscales = new Map<string, InstrumentItem[]>();
  for (const item of items)
    if (item.subscale !== null) subscales.set(item.subscale, [...(subscales.get(item.subscale) ?? []), item]);
  return subscales;
}
