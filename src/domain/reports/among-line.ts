// What is said where outcomes count only of people of whom something else is known.
import type { Dataset } from '../outcomes/dataset.ts';
import { spoken } from './sentences.ts';

export function amongLine({ among = [] }: Dataset): string[] {
  if (among.length === 0) return [];
  const all = among.map(spoken).join(' and ');
  return [`Only people of whom ${all} ${among.length === 1 ? 'is' : 'are'} known count; all others are unknown here.`];
}
