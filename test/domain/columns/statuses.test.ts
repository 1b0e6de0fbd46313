// If these fail, somebody who is there counts as gone, somebody who died as a drop-out, or a word nobody knows is guessed at.
import { describe, expect, it } from 'vitest';
import { statusReader } from '../../../src/domain/columns/statuses.ts';

const read = (text: string, column: readonly string[] = [text], heading = 'Enrollment status'): string | undefined =>
  statusReader([...column, text], heading, {})(text);

describe('words for where somebody is', () => {
  it.each([
    ['Enrolled', 'stayed'],
    ['ENRL', 'stayed'],
    ['  enrolled. ', 'stayed'],
    ['- Enrolled', 'stayed'],
    ['Active', 'stayed'],
    ['Continuing', 'stayed'],
    ['Returning', 'stayed'],
    ['Currently enrolled', 'stayed'],
    ['Full-time', 'stayed'],
    ['Part Time', 'stayed'],
    ['Re-enrolled', 'stayed'],
    ['Readmitted', 'stayed'],
    ['Internal transfer', 'stayed'],
    ['Transferred internally', 'stayed'],
    ['Change of major', 'stayed'],
    ['Withdrawn', 'left'],
    ['Withdrew', 'left'],
    ['Withdrawal', 'left'],
    ['W', 'left'],
    ['WD', 'left'],
    ['Dropout', 'left'],
    ['Dropped out', 'left'],
    ['No longer enrolled', 'left'],
    ['Not enrolled', 'left'],
    ['Not registered', 'left'],
    ['Unregistered', 'left'],
    ['Did not return', 'left'],
    ["Didn't re-enroll", 'left'],
    ['Non-returner', 'left'],
    ['No-show', 'left'],
    ['Inactive', 'left'],
    ['Discontinued', 'left'],
    ['Retired', 'left'],
    ['Graduated', 'graduated'],
    ['GRAD', 'graduated'],
    ['Degree awarded', 'graduated'],
    ['Program completed', 'graduated'],
    ['Completed', 'graduated'],
    ['TRNS', 'transferred'],
    ['Transfer out', 'transferred'],
    ['Transferred to another college', 'transferred'],
    ['Stopped out', 'stopped out'],
    ['Stop-out', 'stopped out'],
    ['Leave of absence', 'stopped out'],
    ['LOA', 'stopped out'],
    ['Resigned', 'left by choice'],
    ['Voluntary termination', 'left by choice'],
    ['Involuntary termination', 'let go'],
    ['Not voluntary', 'let go'],
    ['Academic dismissal', 'let go'],
    ['Laid off', 'let go'],
    ['Deceased', 'deceased'],
    ['Active duty', 'armed forces'],
    ['Military leave', 'armed forces'],
    ['Church mission', 'church mission'],
    ['Peace Corps', 'foreign aid service'],
    ['Totally disabled', 'disabled'],
    ['Matriculado', 'stayed'],
    ['Inscrita', 'stayed'],
    ['Baja', 'left'],
    ['Abandonó', 'left'],
    ['Egresada', 'graduated'],
    ['Fallecido', 'deceased'],
    ['Inscrit', 'stayed'],
    ['Désinscrite', 'left'],
    ['Diplômée', 'graduated'],
    ['Décédé', 'deceased'],
    ['Immatrikuliert', 'stayed'],
    ['Rückgemeldet', 'stayed'],
    ['Exmatrikuliert', 'left'],
    ['Abgebrochen', 'left'],
    ['Beurlaubt', 'stopped out'],
    ['Absolventin', 'graduated'],
    ['Hochschulwechsel', 'transferred'],
    ['Verstorben', 'deceased'],
    ['Formado', 'graduated'],
    ['Trancado', 'stopped out'],
    ['Evadido', 'left'],
    ['Laureata', 'graduated'],
    ['Ritirato', 'left'],
    ['Ingeschreven', 'stayed'],
    ['Uitgeschreven', 'left'],
    ['Afgestudeerd', 'graduated'],
    ['yes', 'stayed'],
    ['N', 'left'],
  ])('%s: %s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  it.each([
    'Completed probation',
    'Completed the semester',
    'Completed withdrawal form',
    'Not graduated',
    'Has not withdrawn',
    'Undergraduate',
    'Graduate student',
    'Transfer student',
    'On hold',
    'Pending',
    'Probation',
    'Unknown',
    'A',
    'L',
    'D',
    '3',
  ])('%s is left open', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('reads single letters by the company they keep', () => {
    const clearinghouse = ['F', 'H', 'Q', 'W', 'G', 'A'];
    expect(clearinghouse.map((text) => read(text, clearinghouse))).toEqual([
      'stayed',
      'stayed',
      'stayed',
      'left',
      'graduated',
      'stopped out',
    ]);
    const payroll = ['A', 'L', 'T', 'R'];
    expect(payroll.map((text) => read(text, payroll, 'Status'))).toEqual(['stayed', 'stayed', 'left', 'left']);
    const peopleSoft = ['AC', 'CM', 'DC', 'LA'];
    expect(peopleSoft.map((text) => read(text, peopleSoft))).toEqual(['stayed', 'graduated', 'left', 'stopped out']);
    expect(read('F', ['T', 'F'])).toBe('left');
  });

  it('somebody on leave is still employed, and no registered student', () => {
    expect(read('On leave', ['Active', 'Terminated'], 'Worker status')).toBe('stayed');
    expect(read('Leave of absence', ['Enrolled', 'Withdrawn'], 'Status')).toBe('stopped out');
    expect(read('On leave', ['On leave'], 'Status')).toBeUndefined();
  });

  it('what the program file says comes first', () => {
    const taught = { 'on furlough': 'stayed', active: 'none' } as const;
    const own = statusReader(['On Furlough', 'Active'], 'Status', taught);
    expect(own('On Furlough')).toBe('stayed');
    expect(own('Active')).toBe('none');
  });
});
