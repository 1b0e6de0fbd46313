// A field as it is named on a command line.
import { Failure } from '../failure.ts';
import { amongKnown } from '../suggest.ts';
import type { Program } from './program.ts';

/** Throws Failure where the program has no such field. */
export function mustBeField(name: string, { fields }: Pick<Program, 'fields'>): void {
  const known = fields.map((field) => field.name);
  if (known.includes(name)) return;
  throw new Failure('usage', {
    code: 'unknown-field',
    message: `there is no field "${name}"`,
    hint: amongKnown(name, known),
  });
}
