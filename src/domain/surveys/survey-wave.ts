// Answers to a survey as columns, a wave at a time, and what they come to person by person.
import { leastAnswers, type Instrument, type InstrumentItem } from '../instruments/instrument.ts';

/** Answers as they were given, by item, by row of a person; NaN: no answer. */
export interface SurveyWave {
  readonly wave: string;
  readonly answers: ReadonlyMap<string, Float64Array>;
}

/** Waves in the order they are asked in; looking back (`then`) comes last, for it is asked at the end. */
export function inOrder<T extends { readonly wave: string }>(waves: readonly T[]): readonly T[] {
  const places = ['pre', 'mid', '', 'post', 'then'];
  const place = (wave: string): number => places.indexOf(places.includes(wave) ? wave : '');
  return [...waves].sort((a, b) => place(a.wave) - place(b.wave) || (a.wave < b.wave ? -1 : a.wave > b.wave ? 1 : 0));
}

/** The answers to one item, turned where it is worded the other way round; undefined where nobody was asked it. */
export function turned({ min, max }: Instrument, wave: SurveyWave, item: InstrumentItem): Float64Array | undefined {
  const given = wave.answers.get(item.item);
  return given === undefined || !item.reverse ? given : given.map((answer) => min + max - answer);
}

/**
 * As `scoreOf`, for everybody at once: the mean of the turned answers (for a sum times the number of items); NaN where too few
 * were answered. `items`: those of a subscale.
 */
export function waveScores(
  instrument: Instrument,
  wave: SurveyWave,
  size: number,
  items: readonly InstrumentItem[] = instrument.items,
): Float64Array {
  const [sums, given] = [new Float64Array(size), new Int32Array(size)];
  for (const item of items) {
    const answers = turned(instrument, wave, item);
    if (answers === undefined) continue;
    for (let row = 0; row < size; row++) {
      const answer = answers[row] ?? NaN;
      if (Number.isNaN(answer)) continue;
      sums[row] = (sums[row] ?? 0) + answer;
      given[row] = (given[row] ?? 0) + 1;
    }
  }
  const least = Math.max(1, leastAnswers(instrument, items.length));
  const times = instrument.score === 'sum' ? items.length : 1;
  return sums.map((sum, row) => ((given[row] ?? 0) < least ? NaN : (times * sum) / (given[row] ?? 1)));
}

/** 1 for everybody who gave any answer in the wave. */
export function answeredIn(wave: SurveyWave, size: number): Uint8Array {
  const answered = new Uint8Array(size);
  for (const answers of wave.answers.values())
    for (let row = 0; row < size; row++) if (!Number.isNaN(answers[row] ?? NaN)) answered[row] = 1;
  return answered;
}

/** As a reader knows it: `before (pre)`. */
export function waveWords(wave: string): string {
  const words: Readonly<Record<string, string>> = {
    pre: 'before (pre)',
    mid: 'midway (mid)',
    post: 'afterwards (post)',
    then: 'looking back (then)',
  };
  return words[wave] ?? wave;
}
