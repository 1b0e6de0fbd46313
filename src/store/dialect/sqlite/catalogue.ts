// What there is in the database, as SQLite lists it.
import { sql } from 'kysely';
import type { Catalogue, ColumnName } from '../dialect.ts';

export const catalogue: Catalogue = {
  tables: async (db) => {
    const found = await sql<{ name: string }>`
      select name from main.sqlite_master where type = 'table' and name not like 'sqlite%' order by name`.execute(db);
    return found.rows.map(({ name }) => name);
  },
  columnsOf: async (db, table) => {
    const found = await sql<{ name: string }>`select name from pragma_table_info(${table}, 'main')`.execute(db);
    return found.rows.map(({ name }) => name);
  },
  personColumns: async (db) =>
    (
      await sql<ColumnName>`
        select m.name as "table", f."from" as "column" from sqlite_master m, pragma_foreign_key_list(m.name) f
        where m.type = 'table' and f."table" = 'person' order by m.name, f."from"`.execute(db)
    ).rows,
  textColumns: async (db) =>
    (
      await sql<ColumnName>`
        select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like 'sqlite%' and c.type = 'TEXT' order by m.name, c.name`.execute(db)
    ).rows,
  lastChangeGiven: async (db) => {
    const found = await sql<{ seq: number }>`select seq from sqlite_sequence where name = 'change'`.execute(db);
    return found.rows[0]?.seq ?? 0;
  },
};
