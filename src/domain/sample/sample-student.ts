// One invented student, drawn: a name of some culture, an address, a grade from before.
import { normal, type Chance } from '../chance.ts';
import { cultures } from './sample-names.ts';

export interface Student {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly gpa: number;
  readonly joined: boolean;
}

export function student(chance: Chance, number: number): Student {
  const culture = pick(chance, cultures);
  const name = `${pick(chance, culture.given)} ${pick(chance, culture.family)}`;
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .toLowerCase();
  const email = `${plain.replace(/[^a-z]+/g, '.')}.${number}@example.edu`;
  const gpa = Math.min(4, Math.max(1.5, 3 + 0.5 * normal(chance)));
  return { id: String(number).padStart(7, '0'), name, email, gpa, joined: chance() < 0.42 + 0.05 * (gpa - 3) };
}

export function pick<T>(chance: Chance, from: readonly T[]): T {
  const found = from[Math.floor(from.length * chance())];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}
