// The questions of a survey nobody has answered yet, to be put into any form.
import type { Instrument } from '../../instruments/instrument.ts';
import { text } from '../cells.ts';
import type { Table } from '../../report/report.ts';

export function questionsTable({ items, min, max }: Instrument, who: string): Table {
  return {
    id: 'questions',
    title: `To ask ${who}, once at the start and once at the end`,
    columns: [
      { id: 'item', title: '' },
      { id: 'text', title: 'statement', wrap: true },
      { id: 'subscale', title: 'part' },
      { id: 'reverse', title: 'reversed' },
    ],
    rows: items.map((item) => [
      text(item.item),
      text(item.text),
      text(item.subscale ?? ''),
      text(item.reverse ? 'yes' : ''),
    ]),
    note: `Answers ${min} (strongly disagree) to ${max} (strongly agree), in any form: a column an item, beside the id or e-mail. "then" is a wave, too: at the end, how it was at the start.`,
  };
}
