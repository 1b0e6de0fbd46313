// Whether a recorded draw is the one its seed gives: drawn again from the record alone, person by person.
import { drawPlaces, type Draw, type Entrant } from './draw-places.ts';

/** A draw as it was kept. */
export interface RecordedDraw {
  readonly places: number;
  readonly seed: number;
  readonly entrants: readonly (Entrant & { readonly drawn: boolean })[];
}

/** `differences`: one sentence a person whose lot is not the one the seed gives; empty when the record holds. */
export function checkDraw(record: RecordedDraw): { readonly again: Draw; readonly differences: readonly string[] } {
  const again = drawPlaces(record.entrants, record.places, record.seed);
  const drawn = new Set(again.drawn.map(({ id }) => id));
  const differences = record.entrants
    .filter((entrant) => entrant.drawn !== drawn.has(entrant.id))
    .map(({ id, drawn: was }) => `${id} is recorded as ${was ? 'drawn' : 'not drawn'}; the seed gives the opposite`);
  return { again, differences };
}
