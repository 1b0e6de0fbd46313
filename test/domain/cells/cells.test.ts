// If these fail, an answer is read as something the person did not say.
import { describe, expect, it } from 'vitest';
import { readCapacity } from '../../../src/domain/cells/capacity.ts';
import { dateOrders, readDate } from '../../../src/domain/cells/dates.ts';
import { numberStyle, readNumber } from '../../../src/domain/cells/numbers.ts';
import { readEmail, readFullName, readRole } from '../../../src/domain/cells/people-words.ts';
import { discoverOptions, readSet } from '../../../src/domain/cells/sets.ts';

describe('readCapacity', () => {
  it.each([
    ['2', 2, false],
    ['Two', 2, true],
    ['2-3', 2, true],
    ['Two or three', 2, true],
    ['7+', 7, true],
    ['as many as you need', 8, true],
    ['0', 0, false],
    ['40', 8, true],
    ['Zero', 0, true],
    ['Zwei', 2, true],
    ['dos', 2, true],
    ['Deux mentorés', 2, true],
    ['due', 2, true],
    ['Twee', 2, true],
    ['três', 3, true],
    ['zwei bis drei', 2, true],
    ['2 à 3', 2, true],
    ['máx. 4', 4, true],
    ['bis zu 2 Mentees', 2, true],
    ['so viele wie nötig', 8, true],
  ])('%s', (cell, seats, inWords) => {
    expect(readCapacity(cell, { maximum: 8, words: {} })).toEqual({ seats, inWords });
  });
  it.each(['-1', 'lots', '1000000', '2.5', 'dos veces', 'een paar', 'un peu', '2 hours'])(
    '%s is no number of seats',
    (cell) => {
      expect(typeof readCapacity(cell, { maximum: 8, words: {} })).toBe('string');
    },
  );
});

describe('numbers and dates follow their column', () => {
  it('reads decimal commas where the column has them', () => {
    expect(numberStyle(['1,0', '2,1'])).toBe('comma');
    expect(numberStyle(['1.234,567', '900'])).toBe('comma');
    expect(numberStyle(['85,5 %'])).toBe('comma');
    expect(readNumber('85,5 %', 'comma')).toBe(85.5);
    expect(readNumber('1.234,5', 'comma')).toBe(1234.5);
    expect(readNumber('1,234.5', 'point')).toBe(1234.5);
    expect(readNumber('12a', 'point')).toBeUndefined();
  });
  it('takes a comma before three digits for thousands, unless another cell says otherwise', () => {
    expect(numberStyle(['1,234', '5'])).toBe('point');
    expect(readNumber('1,234', 'point')).toBe(1234);
    expect(numberStyle(['1,234', '5,5'])).toBe('comma');
    expect(numberStyle(['1,5', '2.5'])).toBe('point');
  });
  it('leaves open what could be either day or month', () => {
    expect(dateOrders(['03/04/2026'])).toEqual(['dmy', 'mdy']);
    expect(dateOrders(['03/04/2026', '13/04/2026'])).toEqual(['dmy']);
    expect(dateOrders(['03.04.2026'])).toEqual(['dmy']);
    expect(dateOrders(['03/04/2026', '03.04.2026'])).toEqual(['dmy']);
    expect(readDate('2026-02-30', 'dmy')).toBeUndefined();
  });
});

describe('sets', () => {
  it('splits by known options that hold the separator', () => {
    expect(
      readSet('Soft skills: communication, ideation; Exams', ['Exams', 'Soft skills: communication, ideation'], ';')
        .unknown,
    ).toEqual([]);
    expect(readSet('Cloud, Data-center, Storage', ['Storage', 'Cloud, Data-center'], ',').options).toEqual([
      'Cloud, Data-center',
      'Storage',
    ]);
    expect(readSet("['a','b']", ['a', 'b'], ',').options).toEqual(['a', 'b']);
    expect(readSet('a, x', ['a'], ',').unknown).toEqual(['x']);
  });
  it('finds options that hold the separator from the answers alone', () => {
    const answers = new Map(['Cloud, Data-center', 'Storage, Cloud, Data-center', 'Storage'].map((cell) => [cell, 1]));
    expect(discoverOptions(answers, ', ', 60)).toEqual(['Cloud, Data-center', 'Storage']);
    expect(discoverOptions(answers, ', ', 1)).toBeUndefined();
  });
});

describe('people', () => {
  it('reads names, addresses and roles', () => {
    expect(readFullName('Osprey, Eren')).toBe('Eren Osprey');
    expect(readEmail(' A@B.EDU ')).toBe('a@b.edu');
    expect(readEmail('goran(at)example.edu')).toBeUndefined();
    expect(readRole('Mentor, Mentee', {})).toBe('both');
    expect(readRole('alumna', { alumna: 'mentor' })).toBe('mentor');
    expect(readRole('mentr', {})).toEqual({ nearest: 'mentor' });
  });
});
