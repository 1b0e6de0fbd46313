// If these fail, a meeting or an answer is filed under somebody else.
import { expect, it } from 'vitest';
import { personFinder, sharedName } from '../../../src/domain/rows/record-person.ts';

const people = [
  { key: 1, id: 'S1', name: 'Ana Souza', email: 'ana@example.org' },
  { key: 2, id: 's1', name: 'Bo Chen' },
  { key: 3, id: 'M7', name: 'Cy Ode', aliases: ['0007', 'cy@example.org'] },
  { key: 4, id: 'M8', name: 'Bo Chen' },
];
const { find, near } = personFinder(people);

it('finds by id, by an id that was merged, by address and by a name that only one has', () => {
  for (const [text, key] of [
    ['M7', 3],
    ['m7 ', 3],
    ['0007', 3],
    ['CY@example.org', 3],
    ['ana@example.org', 1],
    ['ana souza', 1],
  ] as const)
    expect(find(text), text).toBe(key);
});

it('does not choose between two people', () => {
  expect(find('Bo Chen')).toBeUndefined();
  expect(near('Bo Chem')).toBe('Did you mean "Bo Chen"?');
});

it('tells ids apart that differ in case alone', () => {
  expect([find('S1'), find('s1')]).toEqual([1, 2]);
});

it('finds an id that a spreadsheet took the zeros from, where it can only be one, and tells of it', () => {
  const { find: findIn, withoutZeros } = personFinder([
    { key: 1, id: '0006158', name: 'Ana Souza' },
    { key: 2, id: '00412', name: 'Bo Chen' },
    { key: 3, id: '0412', name: 'Cy Ode' },
    { key: 4, id: '0000077', name: 'Di Fay' },
    { key: 5, id: '77', name: 'Ed Gum' },
  ]);
  expect([findIn('6158'), findIn('412'), findIn('77'), findIn('06158')]).toEqual([1, undefined, 5, undefined]);
  expect([...withoutZeros]).toEqual([['6158', '0006158']]);
});

it('finds a name that is turned round or lacks its accents, and a name as written before one turned round', () => {
  const turned = personFinder([
    { key: 1, id: 'a', name: 'Zoë Núñez' },
    { key: 2, id: 'b', name: 'Lee, Ann' },
    { key: 3, id: 'c', name: 'Ann Lee' },
    { key: 4, id: 'd', name: 'Chen Bo' },
    { key: 5, id: 'e', name: 'Chen Bo' },
  ]);
  expect(turned.find('Núñez, Zoë')).toBe(1);
  expect(turned.find('nunez,  zoe')).toBe(1);
  expect(turned.find('Lee, Ann')).toBe(2);
  expect(turned.find('Ann Lee')).toBe(3);
  expect(turned.find('Bo, Chen')).toBeUndefined();
});

it('finds no one person by an id that two have in another case, and one who has it twice', () => {
  const { find: findIn } = personFinder([
    { key: 1, id: 'Ab', name: 'A' },
    { key: 2, id: 'aB', name: 'B' },
    { key: 3, id: 'Cd', name: 'C', aliases: ['cD'] },
  ]);
  expect([findIn('ab'), findIn('Ab'), findIn('cd')]).toEqual([undefined, 1, 3]);
});

it('tells names apart that differ in an accent alone', () => {
  const { find: findIn } = personFinder([
    { key: 1, id: 'a', name: 'Zoë Lee' },
    { key: 2, id: 'b', name: 'Zoe Lee' },
  ]);
  expect([findIn('zoë lee'), findIn('ZOE LEE')]).toEqual([1, 2]);
});

it('names five of those who share a name, with the address where it says more than the id', () => {
  const of = (count: number) =>
    sharedName(
      Array.from({ length: count }, (_, at) => ({
        key: at,
        id: `s${at}`,
        name: 'Bo Chen',
        ...(at === 0 ? { email: 'bo@example.org' } : at === 1 ? { email: 's1' } : {}),
      })),
    ).message;
  expect(of(5)).toBe('5 people here have this name: s0, bo@example.org; s1; s2; s3; s4');
  expect(of(7)).toBe('7 people here have this name: s0, bo@example.org; s1; s2; s3; s4 and 2 more');
});
