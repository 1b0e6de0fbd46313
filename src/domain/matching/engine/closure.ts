// Hall's condition (1935): can a chain of swaps place one more person? The solver's own question; the judge asks it again.
import { BARRED, rowsOf, type ScoreTable, type TableRows } from '../assignment-types.ts';

interface ClosureOptions {
  readonly pairMayBe?: (mentee: number, mentor: number) => boolean;
  /** A mentee without a mentor who does not count. */
  readonly except?: number;
}

/**
 * Breadth first from those without a mentor: a mentor they may have, her mentees, their mentors, until a free seat.
 * `pairMayBe` narrows the table further. Each mentor is reached once and looked for no more, so that a closed group of
 * people costs its rows times the mentors outside it.
 */
export function someoneMoreFits(
  table: ScoreTable | TableRows,
  mentorOf: Int32Array,
  { pairMayBe = () => true, except = -1 }: ClosureOptions = {},
): boolean {
  const { mentees, mentors, seats, rowOf } = rowsOf(table);
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  const queue: number[] = [];
  for (let i = 0; i < mentees; i++) {
    if (i === except) continue;
    if (mentorOf[i]! < 0) queue.push(i);
    else menteesOf[mentorOf[i]!]!.push(i);
  }
  const unreached = Int32Array.from({ length: mentors }, (_, j) => j).filter((j) => seats[j]! > 0);
  let left = unreached.length;
  for (let head = 0; head < queue.length && left > 0; head++) {
    const i = queue[head]!;
    const row = rowOf(i);
    let kept = 0;
    for (let k = 0; k < left; k++) {
      const j = unreached[k]!;
      if (row[j] === BARRED || !pairMayBe(i, j)) {
        unreached[kept++] = j;
        continue;
      }
      if (menteesOf[j]!.length < seats[j]!) return true;
      for (const other of menteesOf[j]!) queue.push(other);
    }
    left = kept;
  }
  return false;
}
