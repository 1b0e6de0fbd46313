// Whether a cell is a heading that this program knows, in a file of any kind: tells rows of headings from rows of people.
import { foldHeading } from '../cells/fold-heading.ts';
import { choiceRank, vocabulary } from './vocabulary.ts';

const tests = Object.values(vocabulary).flatMap((words) => Object.values(words));

/** True for `Name`, `E-mail`, `Date of birth`; people called Mentor or Student are told by what stands beside them. */
export function isKnownHeading(cell: string): boolean {
  if (cell === '' || cell.length > 80) return false;
  const folded = foldHeading(cell);
  return tests.some((test) => test.test(folded)) || choiceRank(cell) !== undefined;
}
