// A survey as a sheet: to print and fill in, to paste into an online form, or as an empty table that import reads again.
import type { Column, Report } from '../report/report.ts';
import type { Instrument } from './instrument.ts';

/** A box that the fonts PDF is set in have, too. */
const box = '□';

/** `wave`: printed on it; to be filled in where it is not said. */
export function surveyForm({ id, title, min, max, items }: Instrument, wave: string | undefined): Report {
  const scale = Array.from({ length: max - min + 1 }, (_, at) => String(min + at));
  const answers: Column[] = scale.map((value) => ({ id: value, title: value }));
  return {
    schema: 'mentorctl/survey-form@1',
    title,
    blocks: [
      { kind: 'prose', text: `Your ID: ________________    When: ${wave ?? '________________'}    Survey: ${id}` },
      {
        kind: 'prose',
        text: `How far do you agree? Mark one box in every line, from ${min} (not at all) to ${max} (fully). Leave out what you would rather not answer.`,
      },
      {
        kind: 'table',
        table: {
          id: 'form',
          title: 'Statements',
          columns: [{ id: 'item', title: 'no.' }, { id: 'statement', title: 'statement', wrap: true }, ...answers],
          rows: items.map(({ item, text }) => [
            { kind: 'text', text: item },
            { kind: 'text', text: text === '' ? `item ${item}` : text },
            ...scale.map(() => ({ kind: 'text', text: box }) as const),
          ]),
        },
      },
    ],
    csv: {
      id: 'answers',
      title: '',
      columns: ['Student ID', 'Wave', ...items.map(({ item, text }) => (text === '' ? item : text))].map((heading) => ({
        id: heading,
        title: heading,
      })),
      rows: [],
    },
    json: {
      instrument: id,
      title,
      wave: wave ?? null,
      scale: { min, max },
      items: items.map(({ item, text }) => ({ item, text })),
    },
  };
}
