// Answers of a file to instruments that are known: scored on the spot, so that a wrong scale or a missed reversal is seen.
import {
  scoreWords,
  surveyScores,
  type KnownInstrument,
  type SurveyScores,
} from '../../domain/instruments/survey-items.ts';
import type { AnswersTaken } from '../../domain/instruments/answers-taken.ts';
import { otherVersions } from '../../store/instruments.ts';
import type { Writer } from '../../store/transact.ts';

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
