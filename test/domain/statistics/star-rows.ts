// The STAR experiment as published (fixtures/star), a record a person.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export function starRows(): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync('fixtures/star/star_public_use.csv'), { columns: true });
}
