// If these fail, a coordinator reads of the wrong people, or that a rule, a place or a mentor would help who would not.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import {
  reasonBlocks,
  reasonsJson,
  reasonTables,
  rivalTables,
} from '../../../../src/domain/matching/reasons/reasons-report.ts';
import { ruleCostsReport } from '../../../../src/domain/matching/reasons/rule-costs-report.ts';
import type { RuleCost } from '../../../../src/domain/matching/reasons/rule-costs.ts';
import { unmatchedTable } from '../../../../src/domain/matching/reasons/unmatched-table.ts';
import type { Run } from '../../../../src/domain/matching/run.ts';
import type { RunReasons, UnmatchedReason } from '../../../../src/domain/matching/unmatched-reason.ts';
import { rowsOf, sentences, tableRows, textOf } from './report-parts.ts';

const person = (id: string): Candidate => ({ id, name: `${id} name`, seats: id.startsWith('M') ? 1 : 0, fields: {} });
const unmatched = (reasons: Readonly<Record<string, UnmatchedReason>>): Run['unmatched'] =>
  Object.entries(reasons).map(([id, reason]) => ({ mentee: person(id), reason }));
const nothing: RunReasons = { groups: [], relaxed: [], shortage: [], inDemand: [], bottlenecks: [] };
const runOf = (reasons: Partial<RunReasons>, more: Partial<Run> = {}): Run =>
  ({ pairs: [], unmatched: [], reasons: { ...nothing, ...reasons }, ...more }) as Partial<Run> as Run;
const pair = (mentee: string, mentor: string, pinned = false) => ({
  mentee: person(mentee),
  mentor: person(mentor),
  score: 500,
  parts: [],
  pinned,
});

const few: UnmatchedReason = { kind: 'too-few-seats', text: 'too few places', rules: [], group: 0 };
const barred = (bars: number, aloneBars: number, rule = 'same campus'): UnmatchedReason => ({
  kind: 'nobody-eligible',
  text: `no mentor is eligible: "${rule}" bars ${bars}`,
  rules: [
    { rule, bars, aloneBars },
    { rule: 'gap', bars: 2, aloneBars: 0 },
  ],
});
const below = (best: number): UnmatchedReason => ({
  kind: 'below-minimum',
  text: `every fit is below the minimum of 50; the best is ${best / 10}`,
  rules: [],
  best,
});

describe('those who are left out', () => {
  it('stand together where the reason is one, with the least and the most of its numbers', () => {
    const table = unmatchedTable(
      runOf(
        {},
        {
          unmatched: unmatched({
            S1: barred(27, 3),
            S2: barred(33, 5),
            S3: below(300),
            S4: below(421),
            S5: barred(9, 0),
          }),
        },
      ),
      false,
    );
    expect(tableRows(table)).toEqual([
      [
        'S1 name (S1), S2 name (S2)',
        'no mentor is eligible: "same campus" bars 27 to 33, "gap" bars 2 mentors. Without the rule "same campus": 3 to 5 mentors.',
      ],
      ['S3 name (S3), S4 name (S4)', 'every fit is below the minimum of 50; the best of theirs is 30 to 42'],
      ['S5', 'no mentor is eligible: "same campus" bars 9'],
    ]);
    expect(table.note).toBe('Everybody by name with --all.');
    const apart = unmatchedTable(runOf({}, { unmatched: unmatched({ S1: barred(9, 1), S2: barred(9, 0) }) }), false);
    expect(tableRows(apart).map(([who]) => who)).toEqual(['S1', 'S2']);
    const alone = unmatchedTable(runOf({}, { unmatched: unmatched({ S1: barred(3, 0), S2: barred(4, 0) }) }), false);
    expect(tableRows(alone)).toEqual([
      ['S1 name (S1), S2 name (S2)', 'no mentor is eligible: "same campus" bars 3 to 4, "gap" bars 2 mentors.'],
    ]);
  });

  it('are named two at most, unless everybody is asked for, and then each with the reason', () => {
    const three = runOf({}, { unmatched: unmatched({ S1: below(300), S2: below(300), S3: below(300) }) });
    expect(tableRows(unmatchedTable(three, false))).toEqual([
      ['S1 name (S1), S2 name (S2) and 1 more', 'every fit is below the minimum of 50; the best is 30'],
    ]);
    expect(tableRows(unmatchedTable(three, true)).map(([who]) => who)).toEqual(['S1', 'S2', 'S3']);
    expect(unmatchedTable(three, true).note).toBeUndefined();
    const each = runOf({}, { unmatched: unmatched({ S1: below(300) }) });
    expect(unmatchedTable(each, false).note).toBeUndefined();
  });

  it('are counted in the smaller group that they are in, too', () => {
    const groups = (left: readonly string[]) => [{ mentees: 4, places: 1, mentors: ['M1'], left }];
    const table = (left: readonly string[]) =>
      unmatchedTable(runOf({ groups: groups(left) }, { unmatched: unmatched({ S1: few, S2: few }) }), false);
    expect(tableRows(table(['S1', 'S2', 'S3', 'S4']))[0]?.[1]).toBe(
      'too few places (2 of them are in a smaller group)',
    );
    expect(tableRows(table(['S1', 'S2', 'S3']))[0]?.[1]).toBe('too few places (1 of them is in a smaller group)');
    expect(tableRows(table(['S1', 'S2']))[0]?.[1]).toBe('too few places');
    expect(table(['S1', 'S2']).note).toContain('mentorctl match explain S1');
  });
});

describe('what would help', () => {
  it('is said of a rule only where it places somebody, three rules at most', () => {
    const relaxed = [4, 2, 0, 1, 1].map((places, at) => ({ rule: `rule ${at}`, leaves: 9, places }));
    expect(sentences(reasonBlocks(runOf({ relaxed }), false))).toEqual([
      'Without the rule "rule 0", for those not placed only, 4 more could be placed.',
      'Without the rule "rule 1", for those not placed only, 2 more could be placed.',
      'Without the rule "rule 3", for those not placed only, 1 more could be placed.',
    ]);
    const [, table] = reasonTables(runOf({ relaxed }));
    expect(tableRows(table!)[0]).toEqual(['rule 0', 9, 4]);
  });

  it('is one kind of place in a sentence, several in a table', () => {
    const short = (kind: Readonly<Record<string, string>>, text: string, more: number, alone = more) => ({
      kind,
      text,
      more,
      alone,
    });
    const north = short({ campus: 'north' }, 'mentors whose campus is north', 1);
    expect(sentences(reasonBlocks(runOf({ shortage: [north] }), false))).toEqual([
      '1 more place with mentors whose campus is north would place 1 more.',
    ]);
    const any = short({}, 'any mentor', 3);
    expect(sentences(reasonBlocks(runOf({ shortage: [any], bottlenecks: ['M1'] }), false))).toEqual([
      '3 more places with any mentor would place 3 more.',
    ]);
    const both = runOf({
      shortage: [short({ campus: 'north' }, 'north', 3), short({ campus: 'south' }, 'south', 1, 2)],
    });
    expect(sentences(reasonBlocks(both, false))).toEqual([]);
    const table = reasonTables(both)[2]!;
    expect(tableRows(table)).toEqual([
      [3, 'north', 3, 3],
      [1, 'south', 1, 2],
    ]);
    expect(table.note).toContain('beside those above it');
    expect(reasonTables(runOf({ shortage: [north] }))[2]?.note).toBeUndefined();
    expect(reasonBlocks(both, false).map(({ kind }) => kind)).toEqual(['table']);
  });

  it('names up to three bottlenecks, and counts more of them', () => {
    const pairs = [pair('S1', 'M1'), pair('S2', 'M2'), pair('S3', 'M3')];
    const words = (bottlenecks: readonly string[]) =>
      sentences(reasonBlocks(runOf({ bottlenecks, shortage: [] }, { pairs }), false));
    expect(words(['M1'])).toEqual(['M1 name (M1) is a bottleneck: one more place there would place one more mentee.']);
    expect(words(['M1', 'M2', 'M3'])).toEqual([
      'M1 name (M1), M2 name (M2) and M3 name (M3) are bottlenecks: one more place there would place one more mentee.',
    ]);
    expect(words(['M1', 'M2', 'M3', 'M4'])).toEqual([
      '4 mentors are bottlenecks: one more place with any of them would place one more mentee.',
    ]);
    expect(words([])).toEqual([]);
  });

  it('names three mentors in demand with the points they would add', () => {
    const inDemand = [120, 90, 80, 70].map((points, at) => ({
      id: `M${at}`,
      name: `M${at} name`,
      places: at + 1,
      points,
    }));
    expect(sentences(reasonBlocks(runOf({ inDemand }), false))).toEqual([
      'Most in demand, with the points of fit that one more place there would add: M0 name (M0) at least 12, M1 name (M1) at least 9, M2 name (M2) at least 8.',
    ]);
    const table = reasonTables(runOf({ inDemand }))[3]!;
    expect(tableRows(table)[1]).toEqual(['M1', 2, 9]);
    expect(table.note).toContain('Points of fit');
    expect(reasonTables(runOf({}))[3]?.note).toBeUndefined();
  });

  it('is nothing where a run says nothing, and says nothing of those left out where nobody is', () => {
    expect(reasonBlocks(runOf({}), false)).toEqual([]);
    expect(reasonsJson({})).toEqual(nothing);
    const left = runOf({}, { unmatched: unmatched({ S1: below(300) }) });
    expect(reasonBlocks(left, false)).toMatchObject([{ kind: 'table', table: { id: 'unmatched' } }]);
  });
});

describe('people who share too few places', () => {
  it('are those without a mentor and those who have one of theirs, pins aside, twelve unless all are asked for', () => {
    const group = { mentees: 20, places: 15, mentors: ['M1'], left: ['S1', 'S2'] };
    const run = runOf(
      { groups: [group] },
      {
        unmatched: unmatched({ S1: few, S2: few, S9: below(300) }),
        pairs: [
          pair('S3', 'M1'),
          pair('S4', 'M2'),
          pair('S5', 'M1', true),
          ...Array.from({ length: 10 }, (_, at) => pair(`T${at}`, 'M1')),
        ],
      },
    );
    const all = rivalTables(run, 0, true);
    expect(tableRows(all.tables[0]!).slice(0, 3)).toEqual([
      ['S1', 'nobody'],
      ['S2', 'nobody'],
      ['S3', 'M1'],
    ]);
    expect(all.people).toEqual(['S1', 'S2', 'S3', ...Array.from({ length: 10 }, (_, at) => `T${at}`)]);
    expect(all.tables[0]?.note).toBeUndefined();
    const some = rivalTables(run, 0, false);
    expect([some.tables[0]?.rows.length, some.tables[0]?.note]).toEqual([12, '1 more with --all.']);
    expect(rivalTables(run, 1, true)).toEqual({ text: '', tables: [], people: [] });
  });
});

describe('what the rules cost', () => {
  const cost = (without: readonly string[], more: number, extra = 0, placed = 8 + more): RuleCost => ({
    without,
    more,
    extra,
    placed,
    total: 500 * placed + more,
  });
  const report = (costs: readonly RuleCost[], all = false, now = { placed: 8, total: 4400 }) =>
    ruleCostsReport({ cohort: 'fall', found: { mentees: 10, now, costs }, all, next: 'mentorctl match' });

  it('is what dropping them places, alone and together', () => {
    const costs = [cost(['a', 'b'], 2, 1), cost(['a'], 1), cost(['a', 'c'], 1), cost(['b'], 0)];
    expect(textOf(report(costs))).toEqual([
      'By the rules as they are, 8 of 10 mentees of fall can be placed, with an average fit of 55.0. The rule that costs most is "a": without it 1 more has a mentor. Without both "a" and "b" 2 more, 1 of them only if both go.',
    ]);
    expect(rowsOf(report(costs), 'costs').map((row) => row.slice(0, 4))).toEqual([
      ['a', 'b', 2, 10],
      ['a', '', 1, 9],
      ['b', '', 0, 8],
    ]);
    expect(rowsOf(report(costs, true), 'costs')).toHaveLength(4);
    const table = report(costs).blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' ? table.table.note : '').toBe(
      '1 more with --all: two rules that cost no more together than each by itself.',
    );
    const [fit, change] = rowsOf(report([cost(['b'], 0)]), 'costs')[0]!.slice(4);
    expect([fit, change]).toEqual([50, -5]);
    expect(report(costs).json).toMatchObject({ now: { meanFit: 550 }, items: [{ moreTotal: 602 }, {}, {}, {}] });
  });

  it('is nothing where nobody more is placed, where there are no rules, and where nobody is placed at all', () => {
    expect(textOf(report([cost(['b'], 0)]))[0]).toContain('No rule by itself keeps anybody from a place.');
    expect(textOf(report([cost(['a', 'c'], 1), cost(['a'], 1)]))[0]).not.toContain('Without both');
    expect(textOf(report([cost(['b'], 2)]))[0]).toContain('without it 2 more have a mentor.');
    expect(textOf(report([]))[0]).toContain('There are no rules, so none costs anything.');
    expect(rowsOf(report([]), 'costs')).toEqual([]);
    const none = report([cost(['b'], 0, 0, 0)], false, { placed: 0, total: 0 });
    expect(textOf(none)[0]).toMatch(/^By the rules as they are, 0 of 10 mentees of fall can be placed\. /);
    expect(rowsOf(none, 'costs')[0]?.slice(4)).toEqual(['missing', 'missing']);
  });
});
