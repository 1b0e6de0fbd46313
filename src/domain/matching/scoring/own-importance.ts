// "How much do you care about ...?": what a mentee's answer does to a criterion's importance.
import type { Field, FieldType, FieldValue } from '../../program/program.ts';
import { fold } from '../../program/answer-words.ts';
import { answerOf, type Candidate } from '../candidate.ts';

/** Answers that can say how much something matters. */
export const scaleTypes: readonly FieldType[] = ['ordinal', 'number', 'yes-no'];

/** The lowest and the highest answer, and whether the field itself says so or only people's answers do. */
export interface OwnScale {
  readonly low: number;
  readonly high: number;
  readonly stated: boolean;
}

/** A number's scale: as the field states it (`scale:`, or numbers as its options), else from the lowest answer to the highest. */
export function ownScale(field: Field | undefined, people: readonly Candidate[]): OwnScale | undefined {
  if (field === undefined || field.type !== 'number') return undefined;
  if (field.scale !== undefined) return { low: field.scale[0], high: field.scale[1], stated: true };
  const options = field.options.map(Number).filter(Number.isFinite);
  if (options.length > 1) return { low: Math.min(...options), high: Math.max(...options), stated: true };
  let [low, high] = [Infinity, -Infinity];
  for (const person of people) {
    const answer = answerOf(person, field.name);
    if (typeof answer === 'number') [low, high] = [Math.min(low, answer), Math.max(high, answer)];
  }
  return low < high ? { low, high, stated: false } : undefined;
}

/**
 * A factor 0..2, 1 for the middle answer or none: from the lowest answer of the scale (0) to the highest (2), an ordinal's
 * by the order of its options, yes 2 and no 0. `scale`: of a number; without one it counts once.
 */
export function ownImportance(
  answer: FieldValue | undefined,
  field: Field | undefined,
  scale: Pick<OwnScale, 'low' | 'high'> | undefined,
): number {
  if (answer === undefined) return 1;
  if (typeof answer === 'boolean') return answer ? 2 : 0;
  if (typeof answer === 'number')
    return scale === undefined ? 1 : Math.min(2, Math.max(0, (2 * (answer - scale.low)) / (scale.high - scale.low)));
  if (typeof answer !== 'string' || field === undefined) return 1;
  const step = field.options.findIndex((option) => fold(option) === fold(answer));
  return step < 0 || field.options.length < 2 ? 1 : (2 * step) / (field.options.length - 1);
}

/** `care counts from nothing (0) to twice (10)`; undefined where nobody's answers can scale anything. */
export function scaleWords(field: Field | undefined, people: readonly Candidate[]): string | undefined {
  if (field === undefined) return undefined;
  if (field.type === 'yes-no') return `"${field.name}": no counts nothing, yes twice`;
  const scale = ownScale(field, people);
  const [low, high] = scale === undefined ? [field.options[0], field.options.at(-1)] : [scale.low, scale.high];
  if (low === undefined || high === undefined || low === high) return undefined;
  const from = scale?.stated === false ? ', as people answered; "scale: [lowest, highest]" in the field says it' : '';
  return `"${field.name}": ${low} counts nothing, the middle once, ${high} twice${from}`;
}
