// Answers of a file to instruments that are known: scored on the spot, so that a wrong scale or a missed reversal is seen.
import {
  scoreWords,
  surveyScores,
  type KnownInstrument,
  type SurveyScores,
} from '../../domain/instruments/survey-items.ts';
import { otherVersions } from '../../store/instruments.ts';
import type { Writer } from '../../store/transact.ts';

interface AnswerRow {
  readonly personId: number;
  readonly instrument: string;
  readonly wave: string;
  readonly item: string;
  readonly answer: number;
  readonly version: string | null;
}

/** By instrument and wave, by person, by item. */
type ByPerson = Map<number, Map<string, number>>;

export interface AnswersTaken {
  add(rows: readonly AnswerRow[]): void;
  readonly waves: ReadonlyMap<
    string,
    { readonly instrument: string; readonly wave: string; readonly people: ByPerson }
  >;
}

/** Gathers answers to known instruments while their rows go in; others are passed over. */
export function answersTaken(): AnswersTaken {
  const waves = new Map<string, { instrument: string; wave: string; people: ByPerson }>();
  return {
    waves,
    add: (rows) => {
      for (const { personId, instrument, wave, item, answer, version } of rows) {
        if (version === null) continue;
        const key = `${instrument}\n${wave}`;
        const entry = waves.get(key) ?? { instrument, wave, people: new Map<number, Map<string, number>>() };
        waves.set(key, entry);
        const answers = entry.people.get(personId) ?? new Map<string, number>();
        entry.people.set(personId, answers.set(item, answer));
      }
    },
  };
}

/** What is told of the answers; undefined where no instrument is known. */
export async function surveysTold(
  writer: Writer,
  cohortId: number,
  known: ReadonlyMap<string, KnownInstrument>,
  { waves }: AnswersTaken,
): Promise<{ readonly scores: SurveyScores; readonly words: readonly string[] }[]> {
  const told = [];
  for (const { instrument, wave, people } of waves.values()) {
    const one = known.get(instrument);
    if (one === undefined) continue;
    const scores = surveyScores(one, wave, people);
    const others = await otherVersions(writer.db, cohortId, instrument, one.version);
    const names = others.map((other) => other.wave).join(', ');
    const apart = `Answered on another version of ${instrument}: ${names}. These cannot be compared with those.`;
    told.push({ scores, words: [scoreWords(one, scores), ...(others.length === 0 ? [] : [apart])] });
  }
  return told;
}
