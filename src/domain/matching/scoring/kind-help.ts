// What can be written under `rules:` and `criteria:`, told from the kinds' own records.
import { criterionKinds, type CriterionKind } from './criterion-kinds.ts';
import { ruleKinds, type RuleKind } from './rule-kinds.ts';

export function ruleHelp(): string {
  return page(
    ['Rules bar a pair. One a line under "rules:", for example:', '  - {kind: share, field: hours, least: 2}'],
    Object.entries<RuleKind>(ruleKinds),
    [
      'field: both answered the same question; mentee: and mentor: compare two questions, or id, email, name.',
      'Where an answer is missing, same, share, at-least and at-most bar the pair; the others let it pass.',
    ],
  );
}

export function criterionHelp(): string {
  return page(
    [
      'Criteria score a pair, 0 to 100 in all. One a line under "criteria:", for example:',
      '  - {kind: overlap, mentee: wants, mentor: offers, importance: high}',
    ],
    Object.entries<CriterionKind>(criterionKinds),
    [
      'importance: essential (8), high (4), medium (2), low (1), or a number; shares of the 100 follow from them.',
      'scaled-by: a question in which mentees say how much this matters to them: from none to twice the importance.',
      'Where an answer is missing a criterion counts half, and the explanation says so.',
    ],
  );
}

function page(
  head: readonly string[],
  kinds: readonly (readonly [string, RuleKind | CriterionKind])[],
  foot: readonly string[],
): string {
  const lines = kinds.flatMap(([name, { summary, takes, parameters }]) => {
    const facts = [
      ...(takes.length === 0 ? [] : [`reads ${takes.join(', ')}`]),
      ...(parameters.length === 0 ? [] : [`takes ${parameters.join(', ')}`]),
    ];
    return [`${name.padEnd(11)} ${summary}`, ...(facts.length === 0 ? [] : [`${' '.repeat(12)}${facts.join('; ')}`])];
  });
  return [...head, '', ...lines, '', ...foot].join('\n');
}
