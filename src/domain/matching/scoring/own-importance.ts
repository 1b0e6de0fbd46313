// "How much do you care about ...?": what a mentee's answer does to a criterion's importance.
import type { Field, FieldType, FieldValue } from '../../program/program.ts';
import { fold } from '../../program/answer-words.ts';

/** Answers that can say how much something matters. */
export const scaleTypes: readonly FieldType[] = ['ordinal', 'number', 'yes-no'];

/**
 * A factor 0..2, 1 for the middle answer or none: an ordinal from its lowest option (0) to its highest (2), a number on
 * a scale of 1 to 5, yes 2 and no 0.
 */
export function ownImportance(answer: FieldValue | undefined, field: Field | undefined): number {
  if (answer === undefined) return 1;
  if (typeof answer === 'boolean') return answer ? 2 : 0;
  if (typeof answer === 'number') return Math.min(2, Math.max(0, (answer - 1) / 2));
  if (typeof answer !== 'string' || field === undefined) return 1;
  const step = field.options.findIndex((option) => fold(option) === fold(answer));
  return step < 0 || field.options.length < 2 ? 1 : (2 * step) / (field.options.length - 1);
}
