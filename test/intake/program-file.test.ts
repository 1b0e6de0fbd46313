// If these fail, a typing error in the program file is obeyed in silence, or said without the line to look at.
import { describe, expect, it } from 'vitest';
import { parseProgram } from '../../src/intake/program-file.ts';

const good = `fields:
  topics:
    type: set
  campus:
    type: category
criteria:
  - kind: overlap
    field: topics
    importance: high
`;

describe('parseProgram', () => {
  it('reads a good one without a word', () => {
    const { value, issues } = parseProgram(good, 'mentorctl.yaml');
    expect(issues).toEqual([]);
    expect(value?.criteria).toHaveLength(1);
  });

  it('takes an empty file as a program with nothing said', () => {
    const { value, issues } = parseProgram('', 'mentorctl.yaml');
    expect(issues).toEqual([]);
    expect(value).toBeDefined();
  });

  it.each([
    ['an unknown key', good.replace('type: set', 'tpye: set'), 3, 'tpye', 'type'],
    ['an unknown kind', good.replace('overlap', 'overlaps'), 7, '', 'overlap'],
    ['an unknown field', good.replace('field: topics', 'field: topcis'), 8, 'topcis', 'topics'],
    ['a broken indent', good.replace('    type: set', '   - type: [set'), 4, '', ''],
  ])('says the line of %s, and the nearest known word', (_, text, line, word, nearest) => {
    const { value, issues } = parseProgram(text, 'mentorctl.yaml');
    expect(value).toBeUndefined();
    const issue = issues.find(({ message, value = '' }) => `${message} ${value}`.includes(word));
    expect(issue?.severity).toBe('error');
    expect(Math.abs((issue?.where.line ?? 0) - line)).toBeLessThanOrEqual(word === '' && nearest === '' ? 3 : 0);
    expect(`${issue?.message} ${issue?.value ?? ''}`).toContain(word);
    expect(issue?.hint).toContain(nearest);
  });

  it('says all problems at once', () => {
    const { issues } = parseProgram(
      good.replace('tpye', 'x').replace('high', 'hihg').replace('overlap', 'over'),
      'm.yaml',
    );
    expect(issues.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['rules: [{kind: distance, field: gpa}]', 'this distance does not say "most"'],
    ['rules: [{kind: gap, field: gpa}]', 'this gap does not say "least" or "most"'],
    ['rules: [{kind: at-least, field: gpa}]', 'this at-least does not say "least"'],
    ['rules: [{kind: at-most, field: gpa}]', 'this at-most does not say "most"'],
    ['criteria: [{kind: table, field: campus}]', 'this table does not say "table"'],
    ['matching: {objective: coverage, min-score: 40}', 'min-score counts under "objective: quality" only'],
  ])('refuses %s, which would do nothing', (line, message) => {
    const fields = 'fields: {gpa: {type: number}, campus: {type: category}}\n';
    expect(parseProgram(`${fields}${line}\n`, 'm.yaml').issues.map((issue) => issue.message)).toEqual([message]);
  });

  it('takes one of two bounds, and a lowest fit for quality', () => {
    const fields = 'fields: {gpa: {type: number}}\n';
    expect(parseProgram(`${fields}rules: [{kind: gap, field: gpa, most: 2}]\n`, 'm.yaml').issues).toEqual([]);
    expect(parseProgram('matching: {min-score: 40}\n', 'm.yaml').value?.matching).toMatchObject({
      objective: 'quality',
      minScore: 400,
    });
  });
});
