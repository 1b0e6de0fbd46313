// Every meeting of a cohort, as an import takes it in again.
import { tableBlock } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { tableOf, text } from '../report/table-of.ts';

interface Meeting {
  readonly mentorId: number;
  readonly menteeId: number;
  readonly day: string;
  readonly minutes: number | null;
  readonly mode: string | null;
  readonly topic: string | null;
  readonly notes: string | null;
  readonly reflection: string | null;
}

/** By day. `idOf`: the id of somebody by their number. */
export function meetingsExport(cohort: string, meetings: readonly Meeting[], idOf: (key: number) => string): Report {
  const items = meetings
    .map(({ mentorId, menteeId, day, minutes, mode, topic, notes, reflection }) => ({
      date: day,
      mentor: idOf(mentorId),
      mentee: idOf(menteeId),
      ...{ minutes, mode, topic, notes, reflection },
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const columns = ['date', 'mentor', 'mentee', 'minutes', 'mode', 'topic', 'notes', 'reflection'] as const;
  const table = tableOf(
    { id: 'meetings', title: '' },
    items,
    columns.map((id) => [id, (item: (typeof items)[number]) => text(String(item[id] ?? ''))] as const),
  );
  return { schema: 'mentorctl/meetings@1', blocks: [tableBlock(table)], json: { cohort, items } };
}
