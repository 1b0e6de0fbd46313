// Draws places among more people than there are places for: proportional to strata, by a seeded hash, so that anybody can draw again.
import { hashText } from '../chance.ts';

/** Somebody in the draw. `stratum`: the label of the group within which places are drawn; one label for all without strata. */
export interface Entrant {
  readonly id: string;
  readonly stratum: string;
}

export interface StratumShare {
  readonly stratum: string;
  readonly entrants: number;
  readonly places: number;
}

/** `drawn` by id; `waiting` in the order of the draw, the next in line first. */
export interface Draw {
  readonly strata: readonly StratumShare[];
  readonly drawn: readonly Entrant[];
  readonly waiting: readonly Entrant[];
}

/**
 * Every entrant gets a number from the seed and the id alone, so that neither the order of a file nor who else entered
 * changes it; in each stratum the lowest numbers win. `places` above the number of entrants places everybody.
 */
export function drawPlaces(entrants: readonly Entrant[], places: number, seed: number): Draw {
  const ticket = new Map(entrants.map(({ id }) => [id, hashText(`person ${id}`, seed)]));
  const byTicket = [...entrants].sort((a, b) => (ticket.get(a.id) ?? 0) - (ticket.get(b.id) ?? 0) || order(a.id, b.id));
  const strata = sharePlaces(entrants, places, seed);
  const left = new Map(strata.map((share) => [share.stratum, share.places]));
  const drawn: Entrant[] = [];
  const waiting: Entrant[] = [];
  for (const entrant of byTicket) {
    const open = left.get(entrant.stratum) ?? 0;
    left.set(entrant.stratum, open - 1);
    (open > 0 ? drawn : waiting).push(entrant);
  }
  return { strata, drawn: drawn.sort((a, b) => order(a.id, b.id)), waiting };
}

/** Largest remainders (Hamilton 1792) in whole numbers; equal remainders are told apart by a seeded hash of the label. */
function sharePlaces(entrants: readonly Entrant[], places: number, seed: number): StratumShare[] {
  const sizes = new Map<string, number>();
  for (const { stratum } of entrants) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  const all = entrants.length;
  const given = Math.min(places, all);
  const shares = [...sizes].map(([stratum, size]) => ({
    stratum,
    entrants: size,
    places: Math.floor((given * size) / all),
    remainder: (given * size) % all,
    ticket: hashText(`stratum ${stratum}`, seed),
  }));
  const open = given - shares.reduce((sum, share) => sum + share.places, 0);
  const more = new Set(
    [...shares]
      .sort((a, b) => b.remainder - a.remainder || a.ticket - b.ticket || order(a.stratum, b.stratum))
      .slice(0, open)
      .map(({ stratum }) => stratum),
  );
  return shares
    .map((share) => ({
      stratum: share.stratum,
      entrants: share.entrants,
      places: share.places + (more.has(share.stratum) ? 1 : 0),
    }))
    .sort((a, b) => order(a.stratum, b.stratum));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
