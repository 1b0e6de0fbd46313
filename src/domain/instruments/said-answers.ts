// Answers to a survey as they are said one by one: what is asked, which item is meant, whether the answer is on its scale.
import { Failure } from '../failure.ts';
import { nearest } from '../suggest.ts';
import type { Instrument } from './instrument.ts';
import { shippedAsAsked, shippedInstrument } from './shipped.ts';
import { itemFinder } from './survey-items.ts';

/** What is asked: items as they are recorded, and the instrument they belong to where it is known. */
export interface Asked {
  readonly items: readonly string[];
  readonly instrument: Instrument | undefined;
  readonly wordingOf: (item: string) => string;
}

export function asDescribed(instrument: Instrument): Asked {
  const wordingOf = (item: string): string => instrument.items.find((one) => one.item === item)?.text ?? '';
  return { items: instrument.items.map(({ item }) => item), instrument, wordingOf };
}

/** Of a survey nobody described: the shipped one of that name, or the questions that were asked so far. */
export function asAsked(name: string, questions: readonly string[]): Asked {
  const wordingOf = (): string => '';
  const shipped = questions.length === 0 ? { instrument: shippedInstrument(name) } : shippedAsAsked(name, questions);
  if (shipped?.instrument === undefined) return { items: questions, instrument: undefined, wordingOf };
  const { instrument } = shipped;
  const itemOf = itemFinder(instrument);
  // As it is recorded already, so that a second answer takes the place of the first.
  const items = instrument.items.map(
    ({ item, text }) => questions.find((question) => itemOf(question) === item) ?? text,
  );
  return { items, instrument, wordingOf };
}

export interface ItemAnswer {
  /** Its wording, or its number. */
  readonly item: string;
  readonly answer: number;
}

/** Items as they are recorded, each with its answer. Throws Failure for what is off the scale, or no item. */
export function saidAnswers(
  given: readonly ItemAnswer[],
  { items, instrument }: Pick<Asked, 'items' | 'instrument'>,
): [string, number][] {
  return given.map(({ item, answer }) => {
    const wrong = offScale(answer, instrument);
    if (wrong !== undefined) throw badAnswer(`--answer is "${item}=${answer}"`, wrong);
    return [itemMeant(item, items), answer];
  });
}

/** What is wrong with an answer to an instrument whose scale is known. */
export function offScale(answer: number, instrument: Instrument | undefined): string | undefined {
  if (instrument === undefined || (answer >= instrument.min && answer <= instrument.max)) return undefined;
  return `${instrument.id} is answered from ${instrument.min} to ${instrument.max}.`;
}

/** An item that is nearly a known one is taken to be a slip. */
export function itemMeant(item: string, items: readonly string[]): string {
  const known = items.find((one) => one.toLowerCase() === item.toLowerCase());
  if (known !== undefined) return known;
  if (/^\d+$/.test(item) && items.length > 0) {
    const numbered = items[Number(item) - 1];
    if (numbered !== undefined) return numbered;
    const all = items.map((one, n) => `${n + 1} ${one}`).join(' ');
    throw badAnswer(`--answer names item ${item} of ${items.length}`, `Items: ${all}`);
  }
  const near = nearest(item, items);
  if (near === undefined) return item;
  const hint = `Did you mean "${near}"? Its number is ${items.indexOf(near) + 1}.`;
  throw badAnswer(`--answer names "${item}", which is no item yet`, hint);
}

export function badAnswer(message: string, hint: string): Failure {
  return new Failure('usage', { code: 'bad-answer', message, hint });
}
