// Answers to a survey's items as numbers: the number itself, a number with its words, or a point on the scale of agreement.
import { isGap } from './gaps.ts';
import { readNumber } from './numbers.ts';

/** Low to high from 1; the middle has several names. */
const agreement: Readonly<Record<string, number>> = {
  'strongly disagree': 1,
  'completely disagree': 1,
  disagree: 2,
  'somewhat disagree': 2,
  neutral: 3,
  neither: 3,
  'neither agree nor disagree': 3,
  undecided: 3,
  agree: 4,
  'somewhat agree': 4,
  'strongly agree': 5,
  'completely agree': 5,
};

/** `4`, `4 - Agree`, `Strongly agree` -> 5; undefined for a gap and for words of no known scale. */
export function readAnswer(cell: string): number | undefined {
  if (isGap(cell)) return undefined;
  const plain = readNumber(cell, 'point');
  if (plain !== undefined) return plain;
  const numbered = /^(\d{1,2})\s*(?:[-–=:.)]|\s)\s*\p{L}/u.exec(cell)?.[1];
  return numbered === undefined ? agreement[cell.trim().toLowerCase()] : Number(numbered);
}
