// If these fail, a picture shows what its table hides, leaves out who is to be seen in it, or says another thing than its words.
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/domain/report/report.ts';
import { figureSentence, figureTable } from '../../../src/domain/report/figure-table.ts';
import { startFigure } from '../../../src/domain/reports/figures.ts';
import { itemsFigure } from '../../../src/domain/reports/surveys/items-figure.ts';
import { runFigures } from '../../../src/domain/matching/runs/run-figures.ts';
import type { Run } from '../../../src/domain/matching/run.ts';
import { cellWords } from '../../../src/render/cell-words.ts';
import { figureText } from '../../../src/render/figure-text.ts';
import { figureSvg } from '../../../src/render/figures/figure-svg.ts';
import { renderText } from '../../../src/render/text.ts';

const ink = { width: 100, unicode: true };
const item = (name: string) => ({ item: name, text: name, reverse: false, scale: '' });
/** `answers`: of the same people, in order. */
function itemsOf(answers: readonly number[], max = 5, minCell = 10): Figure | undefined {
  const size = answers.length;
  const asked = {
    input: {
      data: { size, groups: { codes: new Int32Array(size), mentored: 1, labels: ['mentored'] } },
      minCell,
    },
    resolved: { instrument: { min: 1, max, items: [item('q1')] } },
  };
  const wave = { wave: 'post', answers: new Map([['q1', Float64Array.from(answers)]]) };
  const [block] = itemsFigure(asked as never, wave);
  return block?.kind === 'figure' ? block.figure : undefined;
}
const many = (...counts: readonly number[]): number[] => counts.flatMap((n, at) => Array<number>(n).fill(at + 1));

describe('answers around a middle', () => {
  it('puts those in between half on either side, and has no middle where the scale has none', () => {
    expect(itemsOf(many(5, 5, 10, 10, 10))).toMatchObject({
      parts: ['1 to 2', '3', '4 to 5'],
      left: 1.5,
      rows: [{ values: [0.25, 0.25, 0.5] }],
    });
    expect(itemsOf(many(10, 10, 10, 10), 4)).toMatchObject({ parts: ['1 to 2', '3 to 4'], left: 1 });
  });

  it('shows nothing where so few answered one way that they could be told', () => {
    expect(itemsOf(many(1, 1, 10, 10, 10))).toBeUndefined();
    expect(itemsOf(many(1, 1, 2, 2, 2))).toBeUndefined();
    expect(itemsOf(many(1, 1, 2, 2, 2), 5, 1)).toBeDefined();
  });

  it('shows nothing of answers between two answers, which no bar has', () => {
    expect(itemsOf([...many(5, 5, 10, 10, 10), 2.5])).toBeUndefined();
  });
});

it('shows each start once, with what weighing made of it beside it', () => {
  const starts = [{ measure: 'gpa', group: 'mentored', g: 0.3, band: 'apart' }] as never;
  const figure = startFigure(starts, new Map([['gpa', new Map([['mentored', 0.02]])]]));
  expect(figure.kind === 'intervals' && figure.rows).toHaveLength(1);
  expect(figureSentence(figure, cellWords)).toContain('GPA, mentored 0.30, once weighted 0.02');
  expect(figureText(figure, ink)).toContain('○ once weighted');
  expect(figureTable(figure).rows[0]?.at(-1)).toMatchObject({ value: 0.02 });
  expect(startFigure(starts)).not.toHaveProperty('marked');
});

describe('a run drawn', () => {
  const pair = (n: number, score: number) => ({
    mentor: { id: `M${n % 3}`, name: `Mia ${n % 3}` },
    mentee: { id: `E${n}`, name: `Eve ${n}` },
    score,
  });
  const run = {
    pairs: [pair(1, 999), pair(2, 905), pair(3, 1000), pair(4, 700)],
    unmatched: [],
    reasons: {
      groups: [{ mentees: 5, places: 2, mentors: ['M1', 'M2'], left: ['E8', 'E9'] }],
      relaxed: [],
      shortage: [],
      inDemand: [],
      bottlenecks: [],
    },
  } as unknown as Run;
  const figures = runFigures(run).flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));

  it('counts every pair once, also the best, and leaves no ten out between', () => {
    expect(figures[0]).toMatchObject({
      id: 'fit',
      rows: [
        { label: '90 to 100', values: [3] },
        { label: '80 to 89', values: [0] },
        { label: '70 to 79', values: [1] },
      ],
    });
  });

  it('draws a line from those who wait to each mentor whose place they would need', () => {
    expect(figures[1]).toMatchObject({
      id: 'waiting',
      left: [{ n: 2 }],
      right: [{ label: 'Mia 1 (M1)' }, { label: 'Mia 2 (M2)' }],
      links: [
        [0, 0],
        [0, 1],
      ],
    });
    expect(figureTable(figures[1]!).rows).toHaveLength(2);
    expect(figureText(figures[1]!, ink)).toContain('Mia 1 (M1)');
    expect(figureSvg(figures[1]!).match(/<rect/g)).toHaveLength(3);
  });

  it('is for pages: a terminal has the tables', () => {
    const report = { schema: 's@1', blocks: runFigures(run), json: {} };
    expect(renderText(report, { width: 100, color: false, unicode: true }).trim()).toBe('');
  });
});

it('says where a value is hidden in a line', () => {
  const lines: Figure = {
    id: 'trend',
    kind: 'lines',
    title: 'Rates',
    unit: 'share',
    times: ['2024', '2025'],
    groups: [{ label: 'mentored', points: [{ value: 0.8, low: 0.7, high: 0.9 }, undefined] }],
  };
  expect(figureSvg(lines)).toContain('>hidden<');
});
