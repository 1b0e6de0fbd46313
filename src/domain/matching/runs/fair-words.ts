// What a run that looks at single people before the sum says of itself: what was checked, what is better, and its price.
import type { Run } from '../run.ts';

type Fair = NonNullable<Run['fair']>;

export function fairProof({ objective: { placed }, eligiblePairs }: Run, { by, exact }: Fair): string {
  const order =
    by === 'choices'
      ? 'has more first choices, or as many and more second ones, and so on'
      : exact
        ? 'has a higher lowest fit, or as high a one and a higher next lowest, and so on'
        : 'has fewer fits in the lowest tenth of the scale, or as few and fewer in the next, and so on';
  return `Checked: no other assignment places more people, and none that places ${placed} ${order} (${eligiblePairs.toLocaleString('en-US')} eligible pairs).`;
}

/** What is better for single people, and its price beside the best total. */
export function fairWords({ objective: { placed } }: Run, { by, cost, lowest, differs, choices }: Fair): string {
  const price =
    cost === 0
      ? 'It costs nothing against the best total.'
      : `It costs ${(cost / 10).toLocaleString('en-US')} points of fit in all against the best total, ${(cost / Math.max(1, placed) / 10).toFixed(1)} a pair.`;
  const next =
    differs === undefined || differs.nth === 1
      ? ''
      : ` In rising order the ${nth(differs.nth)} is the first that differs: ${differs.now / 10}, not ${differs.best / 10}.`;
  if (by === 'fits')
    return `The lowest fit is ${(lowest?.now ?? 0) / 10}; with the best total it would be ${(lowest?.best ?? 0) / 10}.${next} ${price}`;
  if ((choices?.now.length ?? 0) === 0) return 'Nobody stated choices, so this is the answer with the best total.';
  const counts = (list: readonly number[]): string => list.map((count, at) => `${count} ${nth(at + 1)}`).join(', ');
  return `Choices met: ${counts(choices?.now ?? [])}; with the best total they would be ${counts(choices?.best ?? [])}. ${price}`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];
function nth(place: number): string {
  const last = place % 100 > 10 && place % 100 < 14 ? 0 : place % 10;
  return ordinals[place - 1] ?? `${place}${{ 1: 'st', 2: 'nd', 3: 'rd' }[last] ?? 'th'}`;
}
