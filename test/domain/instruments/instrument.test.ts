// If these fail, a survey's score is wrong, or answers to different wordings are taken for answers to one.
import { describe, expect, it } from 'vitest';
import { leastAnswers, scoreOf, versionText, type Instrument } from '../../../src/domain/instruments/instrument.ts';
import { itemFinder, scoreWords, surveyScores } from '../../../src/domain/instruments/survey-items.ts';

const item = (name: string, reverse = false, subscale: string | null = null): Instrument['items'][number] => ({
  item: name,
  text: `Wording of ${name}.`,
  subscale,
  reverse,
});
const base: Instrument = {
  id: 'here',
  title: 'Here',
  audience: 'mentee',
  min: 1,
  max: 5,
  score: 'mean',
  minAnswered: 0.75,
  higherIs: 'better',
  source: '',
  items: [item('1', false, 'a'), item('2', true, 'a'), item('3', false, 'b'), item('4', false, 'b')],
};
const given = (...answers: readonly (number | undefined)[]): ReadonlyMap<string, number> =>
  new Map(answers.flatMap((answer, index) => (answer === undefined ? [] : [[String(index + 1), answer]])));

describe('scores', () => {
  it.each([
    ['turns reversed items', base, given(5, 1, 5, 5), 5],
    ['turns them about the middle of another scale', { ...base, min: 0, max: 10 }, given(10, 3, 10, 10), (30 + 7) / 4],
    ['takes the mean of those answered', base, given(4, 2, 3, undefined), (4 + 4 + 3) / 3],
    ['gives none for too few', base, given(4, 2, undefined, undefined), undefined],
    ['counts a gap in a sum as the own mean', { ...base, score: 'sum' }, given(4, 2, 3, undefined), (11 / 3) * 4],
    ['gives none for no answers', { ...base, minAnswered: 0.1 }, given(), undefined],
  ] as const)('%s', (_, instrument, answers, score) => {
    const found = scoreOf(instrument, answers);
    if (score === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(score, 12);
  });

  it('asks for the share of the items rounded up, and not for one more where the share is exact', () => {
    expect([4, 5, 8, 25].map((items) => leastAnswers({ minAnswered: 0.75 }, items))).toEqual([3, 4, 6, 19]);
    expect(leastAnswers({ minAnswered: 0.28 }, 25)).toBe(7);
  });

  it('are told of all and of each subscale, each by its own least number of answers', () => {
    const answers = new Map([
      [1, given(5, 1, 3, 3)],
      [2, given(4, 2, undefined, undefined)],
    ]);
    const known = { instrument: base, version: 'v' };
    const scores = surveyScores(known, 'pre', answers);
    expect(scores).toMatchObject({ people: 2, scored: 1, mean: 4 });
    expect(scores.subscales).toEqual([
      { subscale: 'a', scored: 2, mean: 4.5 },
      { subscale: 'b', scored: 1, mean: 3 },
    ]);
    expect(scoreWords(known, scores)).toBe(
      'here, pre: 1 of 2 people scored, mean 4.00 on 1 to 5. 1 answered fewer than 3 of the 4 items.',
    );
  });
});

describe('versions', () => {
  it('differ by wording, order, scale and key, and not by title, source or audience', () => {
    const same: Instrument = { ...base, title: 'Else', source: 'Else', audience: 'both' };
    expect(versionText(same)).toBe(versionText(base));
    const [first = item('1'), ...rest] = base.items;
    const others: readonly Instrument[] = [
      { ...base, max: 6 },
      { ...base, score: 'sum' },
      { ...base, minAnswered: 1 },
      { ...base, items: [...rest, first] },
      { ...base, items: [{ ...first, text: 'Other wording' }, ...rest] },
      { ...base, items: [{ ...first, reverse: true }, ...rest] },
    ];
    for (const other of others) expect(versionText(other)).not.toBe(versionText(base));
  });
});

it('finds items by wording, whatever the dots and the case, by name and by Q', () => {
  const find = itemFinder(base);
  expect(['wording of 2', '3', 'Q4', 'question 1', 'Q5', 'Anything else?'].map(find)).toEqual([
    '2',
    '3',
    '4',
    '1',
    undefined,
    undefined,
  ]);
});
