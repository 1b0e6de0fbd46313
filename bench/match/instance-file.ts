// A table in a file, for solvers of every language: mentees, mentors, seats (32 bits each), then scores (16 bits, 65535 barred).
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { scoreRoom } from '../../src/domain/vectors/score-room.ts';
import type { ScoreTable } from '../../src/domain/matching/assignment-types.ts';

const most = 1 << 28; // bytes read or written at once

export function writeInstance(path: string, { mentees, mentors, seats, scores }: ScoreTable): void {
  const file = openSync(path, 'w');
  writeSync(file, new Uint8Array(Int32Array.of(mentees, mentors, ...seats).buffer));
  const bytes = new Uint8Array(scores.buffer, scores.byteOffset, scores.byteLength);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, Math.min(most, bytes.length - at));
  closeSync(file);
}

export function readInstance(path: string): ScoreTable {
  const file = openSync(path, 'r');
  const sizes = new Int32Array(2);
  readSync(file, sizes, 0, 8, 0);
  const [mentees = 0, mentors = 0] = sizes;
  const seats = new Int32Array(mentors);
  readSync(file, seats, 0, 4 * mentors, 8);
  const scores = scoreRoom(mentees, mentors);
  const bytes = new Uint8Array(scores.buffer, scores.byteOffset, scores.byteLength);
  for (let at = 0; at < bytes.length;)
    at += readSync(file, bytes, at, Math.min(most, bytes.length - at), 8 + 4 * mentors + at);
  closeSync(file);
  return { mentees, mentors, seats, scores };
}
