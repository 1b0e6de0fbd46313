// What can be written under `rules:` and `criteria:`, told from the kinds' own records.
import { criterionKinds, type CriterionKind } from './criterion-kinds.ts';
import { ruleKinds, type RuleKind } from './rule-kinds.ts';

export function ruleHelp(): string {
  return page(
    ['Rules bar a pair. One a line under "rules:", for example:', '  - {kind: share, field: hours, least: 2}'],
    Object.entries<RuleKind>(ruleKinds),
    [
      'field: both answered the same question; mentee: and mentor: compare two questions, or id, email, name.',
      'mentee: manager with mentor: name (id, email): the answer names people, by any of the three, in either order; match says how many are here.',
      'An answer that leaves it open (no preference, any, either, doesn\'t matter, in many languages; "any: [words]" in the field says more',
      'of them, "any: []" that none does) bars nobody.',
      'apart, together and balance count pairs that stand and pins, in match and rematch: whom a sibling has bars, whom a friend has draws;',
      'those who are together are not moved. What standing pairs break already stays, and is said.',
      'Where an answer is missing, same, share, at-least and at-most bar the pair; the others let it pass. A wish left blank',
      '(mentee: gender wanted, mentor: gender) bars nobody; "any: [blank]" in a field says so of a question both answered.',
      'Under "matching:": priority: [{field: first generation, is: yes}] places these first; spread: off goes without even loads;',
      'soft-cap: 3 (or a field) makes mentees beyond it count less; unlisted: acceptable is for method: stable; fair: on',
      'raises the lowest fit, then the next lowest, and so on; first-choices: on meets as many first choices as can be, then second ones.',
      'Under "capacity:": per: cohort counts a mentor\'s places in each cohort by itself; else they are hers over all open ones.',
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
      'A mentor asked for by name: {kind: ranked, mentee: mentor wanted, then: [second choice]}; answers name people by id, address or name,',
      'in either order, several with ; > or numbers; who gave an imported list (import --as preferences) keeps that.',
      'importance: essential (8), high (4), medium (2), low (1), or a number; shares of the 100 follow from them.',
      'scaled-by: a question in which mentees say how much this matters to them: its lowest answer none, the middle once, the highest',
      'twice; a number by "scale: [1, 10]" in its field, else from the lowest answer given to the highest.',
      'An answer that leaves it open earns full marks. Where one is missing a criterion counts half, and the explanation says so.',
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
