// Answers sorted into classes of equal answers, so that what two answers make is worked out once for all who gave them.
import type { Encoded } from './encode.ts';

/** Entries kept for all pairs of classes; beyond it they are worked out anew for every mentee. */
export const mostKept = 1 << 24;

export interface AnswerClasses {
  /** Person -> class, numbered from 0. */
  readonly classOf: Int32Array;
  /** Class -> the first person of it. */
  readonly firsts: readonly number[];
}

/** Numbers equal answers alike; a gap is a class like any other. */
export function answerClasses(side: readonly Encoded[]): AnswerClasses {
  const seen = new Map<number | string, number>();
  const firsts: number[] = [];
  const classOf = new Int32Array(side.length);
  side.forEach((answer, person) => {
    const key = answer === undefined ? 'gap' : typeof answer === 'object' ? answer.join() : answer;
    let k = seen.get(key);
    if (k === undefined) {
      k = firsts.length;
      seen.set(key, k);
      firsts.push(person);
    }
    classOf[person] = k;
  });
  return { classOf, firsts };
}
