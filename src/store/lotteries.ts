// Lotteries and their draws.
//
// What stands where, for whoever analyses as drawn: `lottery` holds one row a draw (places, seed, names of the strata's
// fields); `lottery_draw` one row a person who entered it, with the stratum's label and drawn 1 or 0. People come into
// a later lottery of the same cohort only if no earlier one had them, so a person has at most one lot a cohort, and
// (lottery_id, stratum) is the block within which chance decided. `enrolment.study_group` is filled with the words
// below where the roster gave no group; `lottery_draw` is what counts.
import type { Kysely } from 'kysely';
import type { RecordedDraw } from '../domain/lottery/check-draw.ts';
import type { Draw } from '../domain/lottery/draw-places.ts';
import type { Lottery } from '../domain/records.ts';
import { lotteryOf } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

const groupWords = { drawn: 'drawn', waiting: 'not drawn' } as const;

export interface LotteryRecord {
  readonly cohortId: number;
  readonly at: string;
  readonly places: number;
  readonly seed: number;
  readonly version: string;
  readonly strata: readonly string[];
}

/** Keeps a draw; gives its number. `keys`: people's numbers by id. */
export async function saveLottery(
  writer: Writer,
  record: LotteryRecord,
  draw: Draw,
  keys: ReadonlyMap<string, number>,
): Promise<number> {
  const { cohortId, strata, ...rest } = record;
  const [lotteryId = 0] = await writer.insert('lottery', [
    { cohort_id: cohortId, ...rest, strata: JSON.stringify(strata) },
  ]);
  const lots = [
    ...draw.drawn.map((entrant) => ({ ...entrant, drawn: 1 })),
    ...draw.waiting.map((entrant) => ({ ...entrant, drawn: 0 })),
  ].map(({ id, stratum, drawn }) => ({ lottery_id: lotteryId, person_id: keys.get(id) ?? 0, ref: id, stratum, drawn }));
  await writer.insert('lottery_draw', lots);
  const ungrouped = await writer.db
    .selectFrom('enrolment')
    .select(['id', 'person_id'])
    .where('cohort_id', '=', cohortId)
    .where('role', '=', 'mentee')
    .where('study_group', 'is', null)
    .execute();
  const lotOf = new Map(lots.map((lot) => [lot.person_id, lot.drawn]));
  for (const { id, person_id } of ungrouped) {
    const drawn = lotOf.get(person_id);
    if (drawn !== undefined)
      await writer.update('enrolment', id, { study_group: drawn === 1 ? groupWords.drawn : groupWords.waiting });
  }
  return lotteryId;
}

/** In the order they were drawn. */
export async function lotteriesOf(db: Kysely<Tables>, cohortId: number): Promise<Lottery[]> {
  const rows = await db.selectFrom('lottery').selectAll().where('cohort_id', '=', cohortId).orderBy('id').execute();
  return rows.map(lotteryOf);
}

/** The draw as it was kept, by people's ids, with their names. */
export async function recordedDraw(
  db: Kysely<Tables>,
  lottery: Lottery,
): Promise<RecordedDraw & { readonly names: ReadonlyMap<string, string> }> {
  const rows = await db
    .selectFrom('lottery_draw')
    .innerJoin('person', 'person.id', 'lottery_draw.person_id')
    .select(['lottery_draw.ref', 'person.name', 'lottery_draw.stratum', 'lottery_draw.drawn'])
    .where('lottery_id', '=', lottery.id)
    .orderBy('lottery_draw.id')
    .execute();
  return {
    places: lottery.places,
    seed: lottery.seed,
    entrants: rows.map(({ ref, stratum, drawn }) => ({ id: ref, stratum, drawn: drawn === 1 })),
    names: new Map(rows.map(({ ref, name }) => [ref, name])),
  };
}

/** Everybody's lot in a cohort, person's number -> drawn; undefined where there was no lottery. */
export async function lotsOf(db: Kysely<Tables>, cohortId: number): Promise<ReadonlyMap<number, boolean> | undefined> {
  const rows = await db
    .selectFrom('lottery_draw')
    .innerJoin('lottery', 'lottery.id', 'lottery_draw.lottery_id')
    .select(['person_id', 'drawn'])
    .where('lottery.cohort_id', '=', cohortId)
    .execute();
  return rows.length === 0 ? undefined : new Map(rows.map(({ person_id, drawn }) => [person_id, drawn === 1]));
}
