// If these fail, a report says who died, calls a transfer or a degree a loss, or counts only those whom nothing was lost of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf, type Dataset, type Status } from '../../../src/domain/outcomes/dataset.ts';
import { inCohort } from '../../../src/domain/outcomes/in-cohort.ts';
import { readMeasure } from '../../../src/domain/rows/read-measure.ts';
import { lossLines, lossOf } from '../../../src/domain/reports/loss.ts';
import type { Block, Finding, Report, Table } from '../../../src/domain/report/report.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { hiddenCells } from '../../../src/domain/reports/suppression.ts';
import { renderText } from '../../../src/render/text.ts';
import { made, repeat, retentionOf } from './people.ts';

const tableOf = (blocks: readonly Block[], id: string): Table | undefined =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])).find((one) => one.id === id);
const findingsOf = (report: Report): readonly Finding[] => report.json['findings'] as readonly Finding[];
const textOf = (report: Report): string =>
  renderText(report, { width: 100, color: false, unicode: true }).replaceAll(/\s+/g, ' ');
const two = (a: number, b: number): number[] => [...repeat(a, 0), ...repeat(b, 1)];

/** `reasons`: by person. */
function excluding(data: Dataset, reasons: readonly (string | undefined)[]): Dataset {
  const { levels, codes } = categoryOf('exclusion', reasons);
  return { ...data, statuses: [...data.statuses, { measure: 'exclusion', when: '', levels, codes } satisfies Status] };
}

describe('reasons for leaving out', () => {
  it('are counted by group where they are many', () => {
    const data = excluding(made({ codes: two(120, 120), statuses: repeat(240, 'stayed') }), [
      ...repeat(20, 'Deceased'),
      ...repeat(100, undefined),
      ...repeat(30, 'church mission'),
      ...repeat(90, undefined),
    ]);
    const table = tableOf(retentionReport(retentionOf(data)).blocks, 'left-out');
    expect(table?.columns.map(({ id }) => id)).toEqual(['group', 'died', 'went-on-a-church-mission']);
    expect(table?.rows.map((row) => row.map((cell) => ('value' in cell ? cell.value : cell.kind)))).toEqual([
      ['text', 20, 0],
      ['text', 0, 30],
    ]);
  });

  it('are not counted where they are few, in any group or over all', () => {
    const data = excluding(made({ codes: two(60, 60), statuses: repeat(120, 'stayed') }), [
      'died',
      'joined the Army',
      ...repeat(118, undefined),
    ]);
    const report = retentionReport(retentionOf(data));
    expect(tableOf(report.blocks, 'left-out')).toBeUndefined();
    expect(textOf(report)).toContain('How many for which reason would point at people');
    expect(JSON.stringify(report.json)).not.toMatch(/\bdied\b/);
  });

  it('never come out by subtraction from how many of the group were left out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 5 }), (counts) => {
        const hide = hiddenCells(counts, 10);
        const hidden = counts.filter((_, index) => hide[index]);
        counts.forEach((n, index) => {
          if (n > 0 && n < 10) expect(hide[index]).toBe(true);
        });
        // Hidden are none, all, or at least two that share at least ten people; and no 0 is shown beside them.
        if (hidden.length === 0) return;
        const sum = hidden.reduce((total, n) => total + n, 0);
        expect(hidden.length === counts.length || (hidden.length >= 2 && sum >= 10)).toBe(true);
        counts.forEach((n, index) => {
          if (hide[index] !== true) expect(n).toBeGreaterThanOrEqual(10);
        });
      }),
    );
  });

  it('are the allowed ones, and not others that sound alike', () => {
    const of = (reason: string): number => {
      const { counts } = inCohort(excluding(made({ codes: [0], statuses: ['left'] }), [reason]), undefined);
      return counts[0] ?? NaN;
    };
    for (const reason of ['Deceased', 'Died', 'death', 'Totally disabled', 'US Navy', 'Peace Corps', 'Mission'])
      expect(of(reason), reason).toBe(0);
    for (const reason of [
      'death in the family',
      'Admission withdrawn',
      'temporary disability',
      'no permission',
      'moved away',
    ])
      expect(of(reason), reason).toBe(1);
  });
});

describe('ways of leaving', () => {
  const measure = {
    name: 'at a year',
    kind: 'retention',
    headings: [],
    higherIs: 'better',
    when: 'end',
  } as const;

  it('are read in the words of registrars and employers', () => {
    const read = (text: string): string | null | undefined => {
      const value = readMeasure(text, measure, { style: 'point' });
      return typeof value === 'object' ? value.status : undefined;
    };
    expect(
      [
        'Resigned',
        'Voluntary',
        'Involuntary',
        'Laid off',
        'Terminated',
        'Stopped out',
        'Transferred out',
        'Active',
      ].map(read),
    ).toEqual(['left by choice', 'left by choice', 'let go', 'let go', 'left', 'stopped out', 'transferred', 'stayed']);
  });

  const statuses = [
    ...repeat(70, 'stayed'),
    ...repeat(18, 'left by choice'),
    ...repeat(12, 'let go'),
    ...repeat(60, 'stayed'),
    ...repeat(25, 'left by choice'),
    ...repeat(15, 'let go'),
  ];

  it('keep leaving by choice apart from being let go', () => {
    const report = retentionReport(retentionOf(made({ codes: two(100, 100), statuses })));
    const choice = findingsOf(report).find(({ id }) => id.startsWith('left-by-choice'));
    expect(choice?.groups.map(({ value }) => value)).toEqual([0.18, 0.25]);
    const became = tableOf(report.blocks, 'became');
    expect(became?.columns.map(({ id }) => id).slice(2)).toEqual(['stayed', 'left-by-choice', 'let-go']);
    expect(became?.rows[0]?.slice(2)).toMatchObject([{ value: 70 }, { value: 18 }, { value: 12 }]);
    // Who stayed is what the program is judged by; why others left does not pay for it.
    const [first] = findingsOf(report);
    expect(first).toMatchObject({ id: 'retention-end-mentored', verdict: 'cannot-tell' });
  });

  it('hide a way that few took, together with another', () => {
    const few = [...repeat(70, 'stayed'), ...repeat(26, 'left'), ...repeat(4, 'transferred'), ...statuses.slice(100)];
    const became = tableOf(
      retentionReport(retentionOf(made({ codes: two(100, 100), statuses: few }))).blocks,
      'became',
    );
    const row = became?.rows[0]?.slice(2) ?? [];
    const shown = Object.fromEntries((became?.columns.slice(2) ?? []).map(({ id }, index) => [id, row[index]?.kind]));
    expect(shown).toMatchObject({ stayed: 'count', transferred: 'suppressed', left: 'suppressed' });
  });

  it('draw no degree, and under persistence no transfer, as a loss', () => {
    const days = Float64Array.from([...repeat(70, 50), ...repeat(30, NaN), ...repeat(90, NaN), ...repeat(10, 20)]);
    const data = made({
      codes: two(100, 100),
      statuses: [
        ...[...repeat(40, 'graduated'), ...repeat(20, 'transferred'), ...repeat(10, 'left'), ...repeat(30, 'stayed')],
        ...[...repeat(90, 'stayed'), ...repeat(10, 'left')],
      ],
    });
    const leaving = { days, until: 100, landmarkDay: undefined };
    const still = (persistence: boolean): unknown => {
      const table = tableOf(retentionReport(retentionOf(data, { leaving, persistence })).blocks, 'survival');
      const cell = table?.rows[3]?.[3];
      return cell?.kind === 'share' ? cell.value : undefined;
    };
    // The same as the rates: a degree on day 50 takes nobody out of those who stayed.
    expect(still(false)).toBeCloseTo(0.7, 9);
    expect(still(true)).toBeCloseTo(0.9, 9);
  });
});

describe('what is unknown', () => {
  it('is counted from the draw, whoever was gone before the start', () => {
    const side = (label: string, n: number, known: number) => ({ label, n, known, x: known, value: 1, sd: undefined });
    const drawn = { labels: ['drawn', 'not drawn'], mentored: 1, cameBy: 'lottery' } as const;
    const lines = (known: readonly [number, number], of: readonly [number, number], minCell = 1): string[] =>
      lossLines(
        drawn,
        lossOf(drawn, [side('drawn', known[0], known[0]), side('not drawn', known[1], known[1])], of, 'it', minCell),
      );
    const [line] = lines([80, 100], [100, 100]);
    expect(line).toContain('20 % of the 100 in "drawn", 0 % of the 100 in "not drawn"');
    expect(line).toContain('beyond the bounds');
    expect(lines([97, 98], [100, 100])[0]).not.toContain('beyond the bounds');
    expect(lines([9, 9], [9, 9])).toEqual(['Nobody is lost since the draw: it is known of all.']);
    // A share of a few people would say how many they are, and that some of them are known to be gone.
    expect(lines([7, 30], [9, 31], 10)[0]).not.toMatch(/\d %|of the \d/);
    expect(lines([9, 30], [30, 31], 10)[0]).not.toMatch(/\d %|of the \d/);
  });

  it('goes against the mentored by having what is worse', () => {
    const values = [...repeat(20, 'left by choice'), ...repeat(70, 'stayed'), ...repeat(10, undefined)];
    const data = made({
      codes: two(100, 100),
      statuses: [...values, ...repeat(15, 'left by choice'), ...repeat(85, 'stayed')],
    });
    const table = tableOf(retentionReport(retentionOf(data)).blocks, 'differences');
    const cells = table?.rows.map((row) => row.at(-1));
    // Staying: against is the lower end. Leaving: against is that all ten left.
    expect(cells?.[0]).toMatchObject({ low: 0.7 - 0.85, high: expect.closeTo(0.8 - 0.85, 9) as number });
    expect(cells?.[1]).toMatchObject({ low: expect.closeTo(0.3 - 0.15, 9) as number, high: 0.2 - 0.15 });
  });
});
