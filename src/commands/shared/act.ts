// How the two halves of a command meet: its definition makes options of the command line, and hands them to what it runs.
import type { Command } from '@commander-js/extra-typings';
import type { CivilDate } from '../../domain/civil-date.ts';
import type { Context } from './context.ts';

/** The half that works: it never sees the command line. */
export type Run<T> = (options: T, context: Context) => Promise<void>;

/** Called by a definition once the command line is understood. */
export type Act = <T>(run: Run<T>, options: T) => Promise<void>;

/** What a command line is read by, beside its words. */
export interface Given {
  readonly today: () => CivilDate;
}

/** The half that reads: adds arguments and options to `command`, and calls `act` with what they say. */
export interface Defined {
  define(command: Command, act: Act, given: Given): void;
}
