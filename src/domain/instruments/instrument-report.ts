// What was understood of an instrument, as a report.
import { counted } from '../count-words.ts';
import type { Report } from '../report/report.ts';
import { leastAnswers, subscalesOf, type Instrument } from './instrument.ts';

export interface InstrumentFacts {
  readonly file: string;
  readonly instrument: Instrument;
  readonly version: string;
  readonly news: 'added' | 'changed' | 'same';
  /** Waves answered on an earlier version, with the number of people. */
  readonly earlier: readonly { readonly wave: string; readonly people: number }[];
  readonly dryRun: boolean;
}

/** `mentorctl/instrument@1`. */
export function instrumentReport({ file, instrument, version, news, earlier, dryRun }: InstrumentFacts): Report {
  const { id, title, min, max, items, score } = instrument;
  const reversed = items.filter(({ reverse }) => reverse).length;
  const subscales = subscalesOf(instrument).size;
  const parts = [
    `${counted(items.length, 'item')} on ${min} to ${max}`,
    reversed === 0 ? 'none reversed' : `${reversed} reversed`,
    ...(subscales === 0 ? [] : [counted(subscales, 'subscale')]),
    `scored by their ${score} from ${counted(leastAnswers(instrument, items.length), 'answer')} on`,
  ];
  const told = { added: 'New.', changed: 'Changed.', same: 'Nothing new.' }[news];
  const lines = [
    `${dryRun ? 'Would import ' : ''}${id}${title === id ? '' : ` ("${title}")`}: ${parts.join(', ')}. ${told}`,
  ];
  if (earlier.length > 0) {
    const waves = earlier.map(({ wave, people }) => `${wave} (${counted(people, 'person', 'people')})`);
    lines.push(`Answered on another version: ${waves.join(', ')}. Answers to this one cannot be compared with those.`);
  }
  return {
    schema: 'mentorctl/instrument@1',
    blocks: [
      ...lines.map((text) => ({ kind: 'prose', text }) as const),
      ...(dryRun
        ? []
        : [
            {
              kind: 'next',
              text: '',
              command: `mentorctl import answers.csv --as survey --instrument ${id} --wave pre`,
            } as const,
          ]),
    ],
    json: { kind: 'instrument', file, dryRun, news, version, instrument, earlier },
  };
}
