// What a run saw, as text: people, seats, answers, pins, blocks, choices, history; enough to solve again anywhere.
import { defined } from '../../defined.ts';
import type { Program } from '../../program/program.ts';
import { noFavours, type RunInput } from '../run.ts';
import type { Candidate } from '../candidate.ts';
import { nothingStated } from '../stated.ts';

type Lists<T> = readonly (readonly [string, readonly T[]])[];

interface Kept {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  readonly pins: RunInput['pins'];
  readonly blocks: Lists<readonly [string, string]>;
  readonly leftOver: readonly string[];
  readonly previous: Lists<string>;
  readonly near?: Lists<string>;
  readonly away?: { readonly points: number; readonly pairs: Lists<string> };
  readonly stated: {
    readonly choices: Lists<readonly [string, number]>;
    readonly scores: Lists<readonly [string, number]>;
    readonly highest: number;
  };
  readonly matching: Program['matching'];
  readonly already?: RunInput['already'];
  readonly standing?: RunInput['standing'];
}

/** The same text for the same input, whatever the order of maps. */
export function toSnapshot(input: Omit<RunInput, 'seed'>, matching: Program['matching']): string {
  const { favours = noFavours, stated = nothingStated } = input;
  const nested = <T>(map: ReadonlyMap<string, ReadonlyMap<string, T>>): [string, [string, T][]][] =>
    [...map].map(([id, others]) => [id, [...others]]);
  const kept: Kept = {
    mentees: input.mentees,
    mentors: input.mentors,
    pins: input.pins,
    blocks: nested(input.blocks),
    leftOver: [...favours.leftOver].sort(),
    previous: [...favours.previous].map(([id, others]) => [id, [...others]]),
    ...(favours.near === undefined ? {} : { near: [...favours.near].map(([id, others]) => [id, [...others]]) }),
    ...(favours.away === undefined
      ? {}
      : {
          away: {
            points: favours.away.points,
            pairs: [...favours.away.pairs].map(([id, others]) => [id, [...others]]),
          },
        }),
    stated: { choices: nested(stated.choices), scores: nested(stated.scores), highest: stated.highest },
    matching,
    ...(input.already === undefined ? {} : { already: input.already }),
    ...(input.standing === undefined ? {} : { standing: input.standing }),
  };
  return JSON.stringify(kept);
}

/** The input, and the settings that flags may have changed from the program file's. */
export function fromSnapshot(text: string): { readonly input: RunInput; readonly matching: Program['matching'] } {
  const kept = JSON.parse(text) as Kept;
  const { mentees, mentors, pins, blocks, leftOver, previous, near, away, stated, matching, already, standing } = kept;
  const sets = (lists: Lists<string>): Map<string, Set<string>> =>
    new Map(lists.map(([id, others]) => [id, new Set(others)]));
  const nested = <T>(lists: Lists<readonly [string, T]>): Map<string, Map<string, T>> =>
    new Map(lists.map(([id, others]) => [id, new Map(others)]));
  return {
    input: {
      mentees,
      mentors,
      pins,
      blocks: nested(blocks),
      stated: { choices: nested(stated.choices), scores: nested(stated.scores), highest: stated.highest },
      seed: matching.seed,
      favours: {
        leftOver: new Set(leftOver),
        previous: sets(previous),
        ...(near === undefined ? {} : { near: sets(near) }),
        ...(away === undefined ? {} : { away: { points: away.points, pairs: sets(away.pairs) } }),
      },
      ...defined({ already, standing }),
    },
    matching,
  };
}
