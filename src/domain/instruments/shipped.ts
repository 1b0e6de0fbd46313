// The surveys that come with the program: our own wording, for anybody to use (CC0), tried on nobody and said to be so.
import type { Instrument } from './instrument.ts';
import { itemFinder } from './survey-items.ts';

/** Wording, subscale, and whether it is worded the other way round. */
type Item = readonly [text: string, subscale: string | null, reverse?: 'reversed'];

const ours = 'written for mentorctl, not validated; CC0';

const shipped: readonly Instrument[] = [
  instrument('belonging', 'Belonging', 'mentee', `${ours}; item 6: NCES, BPS:12/14, public domain`, [
    ['There is a place for me in this community.', null],
    ['People here would notice if I stopped coming.', null],
    ['I can be myself around the people here.', null],
    ['I often feel like an outsider here.', null, 'reversed'],
    ['I know someone here I could ask for help today.', null],
    ['I feel that I am a part of this school.', null],
  ]),
  instrument('confidence', 'Confidence', 'mentee', `${ours}; items 1 to 4: IPIP, public domain`, [
    ['I complete tasks successfully.', 'self-efficacy'],
    ['I excel in what I do.', 'self-efficacy'],
    ['I handle tasks smoothly.', 'self-efficacy'],
    ['I know how to get things done.', 'self-efficacy'],
    ['I make decisions on my own when I need to.', 'independence'],
    ['I find out what I need without being told.', 'independence'],
    ['I set goals and reach most of them.', 'independence'],
    ['I give up quickly when something gets difficult.', 'independence', 'reversed'],
  ]),
  instrument('growth', 'Growth', 'mentee', ours, [
    ['I check that I have understood before I answer.', 'listening'],
    ['I plan my reply while the other person is still talking.', 'listening', 'reversed'],
    ['I work well with people whose background differs from mine.', 'cultural awareness'],
    ['I ask how others see a thing before I judge it.', 'cultural awareness'],
    ['When plans change I adjust without much trouble.', 'adaptability'],
    ['Unexpected changes throw me off for a long time.', 'adaptability', 'reversed'],
  ]),
  instrument('leadership', 'Leadership', 'mentor', ours, [
    ['I can explain a difficult thing simply.', 'communication'],
    ['I give feedback that the other person can use.', 'communication'],
    ['I keep track of what I promised and by when.', 'organization'],
    ['I come to meetings with a plan.', 'organization'],
    ['I notice when someone is struggling even if they do not say so.', 'empathy'],
    ['I find it hard to see a situation as someone else sees it.', 'empathy', 'reversed'],
    ['I would be comfortable leading a small team.', 'readiness'],
    ['I am ready for more responsibility than I have now.', 'readiness'],
  ]),
  instrument('relationship', 'Relationship', 'both', ours, [
    ['What I say in our meetings stays between us.', null],
    ['It is easy to begin a conversation with the other.', null],
    ['I feel heard when we talk.', null],
    ['What we talk about is of use to me.', null],
    ['Our meetings are often cancelled or forgotten.', null, 'reversed'],
    ['I would like us to go on meeting.', null],
  ]),
];

/** By its name, in any case of letters. */
export function shippedInstrument(name: string): Instrument | undefined {
  return shipped.find(({ id }) => id === name.toLowerCase());
}

/** Those whose questions come with the program. */
export const shippedNames: readonly string[] = shipped.map(({ id }) => id);

/** Names that surveys go by: the shipped ones, and two whose questions are the admin's. */
export const surveyNames: readonly string[] = [...shippedNames, 'climate', 'recommend'];

/**
 * The shipped survey of this name, if it is the one whose questions were asked: half of its items at least are among them.
 * `itemOf`: which item a question is.
 */
export function shippedAsAsked(
  name: string,
  questions: readonly string[],
): { readonly instrument: Instrument; readonly itemOf: (question: string) => string | undefined } | undefined {
  const instrument = shippedInstrument(name);
  if (instrument === undefined) return undefined;
  const itemOf = itemFinder(instrument);
  const asked = new Set(questions.map(itemOf).filter((item) => item !== undefined));
  return 2 * asked.size >= instrument.items.length ? { instrument, itemOf } : undefined;
}

function instrument(
  id: string,
  title: string,
  audience: Instrument['audience'],
  source: string,
  items: readonly Item[],
): Instrument {
  return {
    id,
    title,
    audience,
    min: 1,
    max: 5,
    score: 'mean',
    minAnswered: 0.75,
    higherIs: 'better',
    source,
    items: items.map(([text, subscale, reverse], index) => ({
      item: String(index + 1),
      text,
      subscale,
      reverse: reverse !== undefined,
    })),
  };
}
