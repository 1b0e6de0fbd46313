// Answers that leave it open: no preference, any, either, it does not matter. They wish for nothing, and bar nobody.

const kind = '(?: (?:strong|particular|specific|real|special|set|clear|certain))*';
const one =
  '(?: (?:one|gender|sex|campus|site|location|faith|religion|language|subject|mentor|person|age|option|way))?s?';
const fine = '(?: (?:is|are|would be)? ?(?:fine|ok|okay|good|welcome)| will do| works)?';

/** Folded: lower case, without accents, brackets and marks. English first, then languages as forms have them. */
const patterns = [
  `(?:i (?:have |do not have |don't have ))?(?:no|not any|without(?: a| any)?)${kind} (?:preferences?|pref|requirements?|wish(?:es)?)`,
  `i don'?t have${kind} preferences?`,
  `(?:any|either)${one}${fine}|any(?:one|body|thing|where)${fine}|all${fine}|either of (?:them|these|the above)`,
  '(?:nobody|no one|none) in particular|(?:not|un) ?important|not (?:relevant|fussed|bothered)|indifferent|all the same(?: to me)?',
  "(?:it |this |that )?(?:does ?n'?t|does not) (?:really )?matter(?: to me| at all)?|no matter|irrelevant",
  "(?:i )?(?:do ?n'?t|do not|would ?n'?t|would not) (?:really )?(?:mind|care)(?: (?:who|which|either way|at all))?",
  "i(?: a|')m (?:open|flexible|easy)(?: to (?:any|all|anyone|anybody|anything|either))?|open to (?:any|all|anyone|anybody|either)|whoever|whatever|whichever",
  `(?:ist )?(?:mir )?(?:ist )?egal|(?:keine|ohne)(?: besondere| bestimmte)? (?:pra?ae?ferenz(?:en)?|vorlieben?|wunsche?)|spielt keine rolle|beliebig|unwichtig`,
  "(?:aucune|sans|pas de) preference(?: particuliere)?|peu importe|(?:ca m'est )?(?:egal|indifferent)|n'importe (?:qui|lequel|laquelle|quel)",
  '(?:sin|ninguna) preferencias?|(?:me )?da (?:igual|lo mismo)|(?:me es )?indiferente|cualquiera|no importa|sem preferencia|tanto faz|qualquer(?: um)?',
  'nessuna preferenza|indifferente|qualsiasi|geen(?: specifieke)? voorkeur|maakt (?:me )?niets? uit|ingen (?:preferens|preference)|spi?e?ll?a?e?r ingen roll?e?',
];
const open = new RegExp(`^(?:${patterns.join('|')})$`, 'u');

/** The longest that such an answer is: what is longer says more. */
const longest = 60;

/** True for an answer that says it is all the same. */
export function leavesOpen(answer: string): boolean {
  if (answer.length > longest) return false;
  const pieces = answer
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .split(/[/;,]/)
    .map((piece) => piece.replace(/[^\p{L}\p{N}']+/gu, ' ').trim())
    .filter((piece) => piece !== '');
  return pieces.length > 0 && pieces.every((piece) => open.test(piece));
}
