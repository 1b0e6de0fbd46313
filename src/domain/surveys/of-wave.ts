// One wave of a survey by itself, where somebody asks for it.
import { Failure } from '../failure.ts';
import { amongKnown } from '../suggest.ts';
import type { RawAnswers } from './resolve-survey.ts';

/** All of them where no wave is asked for. Throws `unknown-value` where nobody answered in it. */
export function ofWave(
  answers: readonly RawAnswers[],
  survey: string,
  wave: string | undefined,
): readonly RawAnswers[] {
  if (wave === undefined) return answers;
  const known = [...new Set(answers.map((one) => one.wave))];
  if (known.includes(wave.toLowerCase())) return answers.filter((one) => one.wave === wave.toLowerCase());
  throw new Failure('usage', {
    code: 'unknown-value',
    message: `nobody answered ${survey} in a wave called "${wave}"`,
    hint: known.length === 0 ? 'Nobody answered it yet.' : amongKnown(wave, known),
  });
}
