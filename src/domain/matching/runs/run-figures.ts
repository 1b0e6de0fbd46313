// A run drawn: how well its pairs fit, and who waits for whom. For pages; the tables beside them say the same.
import { counted } from '../../count-words.ts';
import type { BarsFigure, Block, LinksFigure } from '../../report/report.ts';
import type { Run } from '../run.ts';

/** Of mentors and of groups, named in the drawing. */
const mostBoxes = 12;

export function runFigures(run: Run): Block[] {
  return [fitFigure(run), waitFigure(run)].flatMap((figure): Block[] =>
    figure === undefined ? [] : [{ kind: 'figure', figure, aside: true }],
  );
}

/** Pairs by fit, ten points a bar from the lowest there is to 100. */
function fitFigure({ pairs }: Run): BarsFigure | undefined {
  if (pairs.length < 2) return undefined;
  const tens = pairs.map(({ score }) => Math.min(9, Math.floor(score / 100)));
  const least = Math.min(...tens);
  return {
    id: 'fit',
    kind: 'bars',
    title: 'How well the pairs fit, of 100',
    unit: 'count',
    parts: ['pairs'],
    rows: Array.from({ length: 10 - least }, (_, at) => 9 - at).map((ten) => ({
      label: `${10 * ten} to ${ten === 9 ? 100 : 10 * ten + 9}`,
      values: [tens.filter((one) => one === ten).length],
    })),
  };
}

/** Those without a mentor, in the groups that share too few places, and the mentors they all ask for. */
function waitFigure({ reasons, pairs }: Run): LinksFigure | undefined {
  const groups = (reasons?.groups ?? []).filter(({ left }) => left.length > 0).slice(0, mostBoxes);
  const named = new Map(pairs.map(({ mentor }) => [mentor.id, mentor.name]));
  const taken = (id: string): number => pairs.filter(({ mentor }) => mentor.id === id).length;
  const ids = [...new Set(groups.flatMap(({ mentors }) => mentors))];
  if (ids.length === 0) return undefined;
  // Where they are many they stand for each other.
  const one = ids.length > mostBoxes;
  return {
    id: 'waiting',
    kind: 'links',
    title: 'Who waits for whom: mentees without a mentor, and the mentors whose places they would need',
    sides: ['without a mentor', 'mentors, and the mentees they have'],
    left: groups.map(({ left, mentees }) => ({
      label: `${left.slice(0, 3).join(', ')}${left.length > 3 ? ` and ${left.length - 3} more` : ''}, of ${counted(mentees, 'mentee')} who ask for these places`,
      n: left.length,
    })),
    right: one
      ? groups.map(({ mentors, places }) => ({
          label: `${counted(mentors.length, 'mentor')} with these places`,
          n: places,
        }))
      : ids.map((id) => ({ label: `${named.get(id) ?? ''} (${id})`.trim(), n: taken(id) })),
    links: groups.flatMap(({ mentors }, at) =>
      one ? [[at, at] as const] : mentors.map((id) => [at, ids.indexOf(id)] as const),
    ),
  };
}
