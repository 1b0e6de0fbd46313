// How many answered low, in the middle and high, item by item, around a middle: for pages, beside the table of averages.
import { isOwn } from '../../surveys/survey-people.ts';
import { waveWords, type SurveyWave } from '../../surveys/survey-wave.ts';
import type { BarsFigure, Block } from '../../report/report.ts';
import { asideBlock } from '../blocks.ts';
import { nearEdge } from '../suppression.ts';
import type { Answered } from './survey-input.ts';

/** Answers in between, which some scales have and some not, are their own. Nothing for a scale of more than this many answers. */
const mostAnswers = 11;

export function itemsFigure({ input, resolved }: Pick<Answered, 'input' | 'resolved'>, wave: SurveyWave): Block[] {
  const { data, minCell } = input;
  const { min, max, items } = resolved.instrument;
  const answers = Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => min + at);
  if (answers.length < 2 || answers.length > mostAnswers) return [];
  const low = answers.slice(0, Math.floor(answers.length / 2));
  const high = answers.slice(Math.ceil(answers.length / 2));
  const middle = answers.slice(low.length, answers.length - high.length);
  const parts = [low, middle, high].filter((part) => part.length > 0);
  const rows = items.map(({ item, text, reverse }): BarsFigure['rows'][number] => {
    const given = (wave.answers.get(item) ?? new Float64Array(0)).filter(
      (answer, row) => isOwn(data, row) && !Number.isNaN(answer),
    );
    const counts = parts.map((part) => given.filter((answer) => part.includes(answer)).length);
    // Averages of several answers stand between two of them and are in no part.
    const whole = counts.reduce((sum, n) => sum + n, 0) === given.length;
    const hidden = !whole || given.length < minCell || counts.some((n) => nearEdge(n, given.length, minCell));
    return {
      label: `${text === '' ? item : text}${reverse ? ' (R)' : ''}`,
      values: counts.map((n) => (hidden ? undefined : n / given.length)),
    };
  });
  if (rows.every(({ values }) => values.every((value) => value === undefined))) return [];
  return [
    asideBlock({
      id: 'answers',
      kind: 'bars',
      title: `How people answered, ${waveWords(wave.wave)}: shares of the answers from ${min} to ${max}`,
      unit: 'share',
      parts: parts.map((part) =>
        part.length === 1 ? String(part[0]) : `${String(part[0])} to ${String(part.at(-1))}`,
      ),
      left: middle.length === 0 ? 1 : 1.5,
      rows,
    }),
  ];
}
