// The surveys that come with the program: our own wording, for anybody to use (CC0), tried on nobody and said to be so.
import type { Instrument } from './instrument.ts';

/** Wording, subscale, and whether it is worded the other way round. */
type Item = readonly [text: string, subscale: string | null, reverse?: 'reversed'];

const leadership: readonly Item[] = [
  ['I can explain a difficult thing simply.', 'communication'],
  ['I give feedback that the other person can use.', 'communication'],
  ['I keep track of what I promised and by when.', 'organization'],
  ['I come to meetings with a plan.', 'organization'],
  ['I notice when someone is struggling even if they do not say so.', 'empathy'],
  ['I find it hard to see a situation as someone else sees it.', 'empathy', 'reversed'],
  ['I would be comfortable leading a small team.', 'readiness'],
  ['I am ready for more responsibility than I have now.', 'readiness'],
];

const shipped: readonly Instrument[] = [instrument('leadership', 'Leadership', 'mentor', leadership)];

/** By its name, in any case of letters. */
export function shippedInstrument(name: string): Instrument | undefined {
  return shipped.find(({ id }) => id === name.toLowerCase());
}

function instrument(id: string, title: string, audience: Instrument['audience'], items: readonly Item[]): Instrument {
  return {
    id,
    title,
    audience,
    min: 1,
    max: 5,
    score: 'mean',
    minAnswered: 0.75,
    higherIs: 'better',
    source: 'written for mentorctl, not validated; CC0',
    items: items.map(([text, subscale, reverse], index) => ({
      item: String(index + 1),
      text,
      subscale,
      reverse: reverse !== undefined,
    })),
  };
}
