// Who came in with a file so far, and whether an id or an address may have come before: both in little memory, however long
// the file is.

import type { Role } from '../domain/program/program.ts';

/** By the number of a person: the line they came in on last, and when they answered. */
export interface Arrivals {
  /** `answered`: `YYYY-MM-DD HH:MM:SS`, where the file says it. */
  note(person: number, line: number, answered: string | undefined, role: Role): void;
  /** 0 for somebody who has not come in. */
  lineOf(person: number): number;
  /** True when the person has come in with this role. */
  cameAs(person: number, role: Role): boolean;
  /** True when the person has come in with an answer later than this one. */
  answeredAfter(person: number, answered: string | undefined): boolean;
}

const bits: Readonly<Record<Role, number>> = { mentor: 1, mentee: 2, none: 4 };

/** Thirteen bytes a person. */
export function arrivals(): Arrivals {
  let lines = new Uint32Array(1 << 12);
  let times = new Float64Array(0);
  let roles = new Uint8Array(1 << 12);
  return {
    note: (person, line, answered, role) => {
      while (person >= lines.length) lines = grown(lines, new Uint32Array(2 * lines.length));
      if (roles.length < lines.length) roles = grown(roles, new Uint8Array(lines.length));
      roles[person] = (roles[person] ?? 0) | bits[role];
      lines[person] = line;
      if (answered === undefined && times.length === 0) return;
      if (times.length < lines.length) times = grown(times, new Float64Array(lines.length));
      times[person] = digits(answered);
    },
    lineOf: (person) => lines[person] ?? 0,
    cameAs: (person, role) => ((roles[person] ?? 0) & bits[role]) > 0,
    answeredAfter: (person, answered) => (times[person] ?? 0) > digits(answered),
  };
}

/** A time as a number that orders as it does; 0 for none. */
function digits(answered: string | undefined): number {
  return answered === undefined ? 0 : Number(answered.replace(/\D/g, ''));
}

function grown<A extends Uint32Array | Float64Array | Uint8Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}

/** Remembers words without keeping them: it may take a new word for an old one, never an old one for a new one. */
export interface Mentioned {
  /** Remembers the word; true when it was certainly never mentioned before. */
  isNew(word: string): boolean;
}

/** A Bloom filter: of a million words it takes some 2 in 100 new ones for old, at 4 MB. */
export function mentioned(): Mentioned {
  const bits = 1 << 25;
  const seen = new Uint32Array(bits / 32);
  const places = 3;
  return {
    isNew: (word) => {
      let one = 0x811c9dc5;
      for (let index = 0; index < word.length; index++) one = Math.imul(one ^ word.charCodeAt(index), 0x01000193);
      one = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d);
      const two = Math.imul(one ^ (one >>> 12), 0x297a2d39) | 1;
      let isNew = false;
      for (let place = 0; place < places; place++) {
        const bit = (one + Math.imul(place, two)) & (bits - 1);
        const mask = 1 << (bit & 31);
        const slot = seen[bit >>> 5] ?? 0;
        if ((slot & mask) === 0) isNew = true;
        seen[bit >>> 5] = slot | mask;
      }
      return isNew;
    },
  };
}
