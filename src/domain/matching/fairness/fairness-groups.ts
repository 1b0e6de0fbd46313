// Mentees by what they answered to one question: one group an answer, one an option of a set, a number by its quarters.
import { bandsOf } from '../../outcomes/bands.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import { answerWords } from '../../program/answer-words.ts';

/**
 * Groups by name, in the order of `options` and then of the alphabet, as indices into `people`; `overlapping` where somebody
 * may be in several. Who gave no answer is in none.
 */
export function groupsBy(
  people: readonly Candidate[],
  field: string,
  options: readonly string[] = [],
): { readonly groups: ReadonlyMap<string, readonly number[]>; readonly overlapping: boolean } {
  const answers = people.map((person) => answerOf(person, field));
  const groups = new Map<string, number[]>();
  const put = (group: string, i: number): void => {
    groups.set(group, [...(groups.get(group) ?? []), i]);
  };
  if (answers.some((answer) => typeof answer === 'number')) {
    const bands = bandsOf({
      kind: 'number',
      name: field,
      values: Float64Array.from(answers, (answer) => (typeof answer === 'number' ? answer : NaN)),
    });
    for (const level of bands.levels) groups.set(level, []);
    bands.codes.forEach((code, i) => {
      const level = bands.levels[code];
      if (level !== undefined) put(level, i);
    });
    return { groups: new Map([...groups].filter(([, members]) => members.length > 0)), overlapping: false };
  }
  answers.forEach((answer, i) => {
    if (typeof answer === 'object') for (const option of new Set(answer)) put(option, i);
    else if (answer !== undefined) put(answerWords(answer), i);
  });
  const place = (group: string): number => (options.includes(group) ? options.indexOf(group) : options.length);
  const inOrder = [...groups].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  return { groups: new Map(inOrder), overlapping: answers.some((answer) => typeof answer === 'object') };
}
