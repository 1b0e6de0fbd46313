// If these fail, a figure on the terminal cannot be read: two curves in one line, a label over another, or signs the terminal has not.
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/domain/report/report.ts';
import { figureText } from '../../src/render/figure-text.ts';

const group = (label: string, values: readonly number[]) => ({
  label,
  steps: values.map((value, index) => ({ at: (index + 1) * 20, value, low: value - 0.1, high: value + 0.1 })),
  atRisk: [0, 50, 100].map((at) => ({ at, n: Math.round(60 - at / 4) })),
});
const curves: Figure = {
  id: 'survival',
  kind: 'survival',
  title: 'Still here',
  until: 100,
  groups: [group('mentored', [1, 0.95, 0.9, 0.9, 0.85]), group('not mentored', [1, 0.95, 0.75, 0.6, 0.5])],
};

describe('curves', () => {
  it('tell two groups apart, and say where they run together', () => {
    expect(figureText(curves, { width: 80, unicode: true })).toMatchInlineSnapshot(`
      "Still here
               100 % │═════════════════════════▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░
                     │             ▒▒▒▒▒▒▒▒▒▒▒▒════════════░░░░░░░░░░░░░░░░░░░░░░░░░
                     │             ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒═━━━━━━━━━━━━━━━━━━━━━━━░
                     │                         ▒▒▒▒▒▒▒▒▒▒▒▒╎▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░━
                     │                                     ╎▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░
                     │                                     ╌╌╌╌╌╌╌╌╌╌╌╌            ░
                     │                                     ∙∙∙∙∙∙∙∙∙∙∙∙╎∙∙∙∙∙∙∙∙∙∙∙
                65 % │                                     ∙∙∙∙∙∙∙∙∙∙∙∙╎∙∙∙∙∙∙∙∙∙∙∙
                     │                                                 ╌╌╌╌╌╌╌╌╌╌╌╌∙
                     │                                                 ∙∙∙∙∙∙∙∙∙∙∙∙╎
                     │                                                 ∙∙∙∙∙∙∙∙∙∙∙∙╌
                     │                                                             ∙
                     │                                                             ∙
                     │
                30 % │
                     └──────────────────────────────────────────────────────────────
                 day  0                             50                           100
                      ━ mentored, range ░
                      ╌ not mentored, range ∙
                      ═ together
                      ▒ both ranges
            followed
            mentored  60                            48                            35
        not mentored  60                            48                            35"
    `);
  });

  it('have a plain form for terminals without such signs', () => {
    const text = figureText(curves, { width: 60, unicode: false });
    expect(text).toMatchInlineSnapshot(`
      "Still here
               100 % |#################;;;;;;;;''''''''''''''''
                     |         ;;;;;;;;########'''''''''''''''''
                     |         ;;;;;;;;;;;;;;;;#==============='
                     |                 ;;;;;;;;:;;;;;;;''''''''=
                     |                         :;;;;;;;'''''''''
                     |                         --------        '
                     |                         ,,,,,,,,:,,,,,,,
                65 % |                         ,,,,,,,,:,,,,,,,
                     |                                 --------,
                     |                                 ,,,,,,,,:
                     |                                 ,,,,,,,,-
                     |                                         ,
                     |                                         ,
                     |
                30 % |
                     +------------------------------------------
                 day  0                   50                 100
                      = mentored, range '
                      - not mentored, range ,
                      # together
                      ; both ranges
            followed
            mentored  60                  48                  35
        not mentored  60                  48                  35"
    `);
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('fit the width they are given', () => {
    for (const width of [40, 80, 100])
      for (const line of figureText(curves, { width, unicode: true }).split('\n'))
        expect(line.length).toBeLessThanOrEqual(width);
  });
});

describe('ranges', () => {
  it('have their marks labelled, and no label over another', () => {
    const start: Figure = {
      id: 'start',
      kind: 'intervals',
      title: 'At the start',
      unit: 'sd',
      marks: [-0.25, -0.05, 0.05, 0.25],
      rows: [
        { label: 'grade', value: 0.12, low: 0.12, high: 0.12 },
        { label: 'first in the family', value: -0.03, low: -0.03, high: -0.03 },
      ],
    };
    expect(figureText(start, { width: 80, unicode: true })).toMatchInlineSnapshot(`
      "At the start
        grade                  │               │       │     ●         │     +0.12
        first in the family    │               │ ●     │               │     -0.03
                             -0.25           -0.05   +0.05           +0.25"
    `);
    expect(figureText(start, { width: 80, unicode: false })).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('show before and after in the measure’s own unit', () => {
    const strips: Figure = {
      id: 'strips',
      kind: 'intervals',
      title: 'confidence',
      unit: 'number',
      digits: 1,
      marks: [],
      rows: [
        { label: 'before', value: 3.1, low: 2.6, high: 3.5 },
        { label: 'after', value: 3.4, low: 3, high: 3.9 },
      ],
    };
    expect(figureText(strips, { width: 60, unicode: false })).toMatchInlineSnapshot(`
      "confidence
        before    -------------o----------                 3.1
        after               ----------o-------------       3.4
                2.5                                4.0"
    `);
  });
});
