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
});
