// Pieces of queries, in SQLite's words.
import { sql, type SqlBool } from 'kysely';
import type { QueryWords } from '../dialect.ts';

export const queryWords: QueryWords = {
  within: (column, values) =>
    sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
  jsonValue: (column, key) => sql`${sql.ref(column)} ->> ${`$.${JSON.stringify(key)}`}`,
  // Case is folded in ASCII alone.
  holds: (column, letters) => sql<SqlBool>`instr(lower(${sql.ref(column)}), ${letters}) > 0`,
  tables: 'main',
};
