// If these fail, somebody who finished with her mentor is told that none was found for her, or somebody who lost his is forgotten.
import { expect, it } from 'vitest';
import { whoWaits } from '../../../src/domain/engagement/who-waits.ts';

const people = ['never', 'standing', 'lost', 'finished', 'left', 'again'].map((id, key) => ({ key, id, name: id }));
const of = (id: string) => ({ mentee: people.find((one) => one.id === id)! });

it('waits who never had a mentor or lost one, not who has one or was done', () => {
  const ended = [
    { ...of('lost'), reason: 'mentor-left', closing: 'premature' as const },
    { ...of('finished'), reason: 'goals-met', closing: 'goals-met' as const },
    { ...of('left'), reason: 'mentee-left', closing: 'premature' as const },
    { ...of('again'), reason: 'mentor-left', closing: 'premature' as const },
    { ...of('again'), reason: 'planned-end', closing: 'planned' as const },
  ];
  const { never, lost } = whoWaits(people, [of('standing')], ended);
  expect(never.map(({ id }) => id)).toEqual(['never']);
  expect(lost.map(({ id }) => id)).toEqual(['lost']);
});
