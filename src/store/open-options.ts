// How a database is to be opened.
import type { KeySource } from './key.ts';

/** A database nobody keeps: what a dry run writes to where there is no program yet. */
export const inMemory = ':memory:';

export interface OpenOptions {
  /** Make a new one where there is none. */
  readonly create: boolean;
  /** Where the key is had from, if the file is encrypted; one that is made is encrypted where a key was given. */
  readonly key?: KeySource;
  /** False: of a copy that is checked, no copy is made before it is brought to the tables of today. */
  readonly copies?: boolean;
  /** False: what was written may be lost when the power fails, which nobody minds of a test's folder. */
  readonly waitsForDisk?: boolean;
}
