// Answers that leave it open: no preference, any, either, it does not matter. They wish for nothing, and bar nobody.

const kind = '(?: (?:strong|particular|specific|real|special|set|clear|certain))*';
const of =
  '(?:gender|sex|campus|site|location|place|faith|religion|language|subject|mentor|mentee|person|people|age|option|way)s?';
const one = `(?: (?:one|${of}))?`;
const fine =
  '(?: (?:is|are|would be)? ?(?:fine|ok|okay|good|great|welcome|possible|suits me)| will do| works?)?(?: (?:with|for|by) me)?';
const whoever = '(?:any|all|both|either|anyone|anybody|anything|anywhere)';
const noChoice = '(?:preferences?|pref|preferances?|prefernces?|requirements?|wish(?:es)?|feelings?)';

/** Folded: lower case, without accents, brackets and marks. English first, then languages as forms have them. */
const patterns = [
  `(?:i (?:have |do not have |don't have ))?(?:no|not any|without(?: a| any)?)${kind}(?: ${of})? ${noChoice}(?: (?:at all|either way))?(?: (?:on|for|about|regarding|as to|in)(?: (?:the|a|my))? ${of})?(?: (?:happy|fine|ok|okay) with ${whoever}${one})?`,
  `i don'?t have${kind} preferences?`,
  `(?:prefer )?(?:any|either)${one}${fine}|both(?: ${of})?${fine}(?<!^both)|any(?:one|body|thing|where)${fine}|all(?: ${of})?${fine}|(?:either|any|all|both) of (?:them|these|the above)${fine}|either or`,
  `(?:nobody|no one|none) in particular|(?:not|un) ?important(?: to me)?(?: at all)?|not (?:relevant|fussed|bothered)|indifferent|all the same(?: to me)?`,
  "(?:it |this |that )?(?:does ?n'?t|does not) (?:really )?matter(?: to me| at all)*|no matter|irrelevant|(?:it )?makes no difference(?: to me)?|no difference",
  "(?:i )?(?:do ?n'?t|do not|would ?n'?t|would not) (?:really )?(?:mind|care)(?: (?:who|which|either way|at all))?",
  `(?:i(?: a|')m )?(?:(?:very |totally |completely )?(?:open|flexible|easy))(?<!^open)(?: (?:to|about|with|on) (?:${whoever}${one}|${of}))?|(?:i(?: a|')m )?(?:happy|fine|ok|okay) with ${whoever}${one}|(?:whoever|whatever|whichever)(?: (?:is|are) (?:free|available))?`,
  `(?:es )?(?:ist )?(?:mir )?(?:ist )?(?:vollig |ganz )?egal|(?:habe )?(?:keine|ohne|kein)(?: besonderen?| bestimmten?)? (?:pra?ae?ferenz(?:en)?|vorlieben?|wunsche?)|spielt (?:fur mich )?keine rolle|beliebig|unwichtig|(?:mir )?gleich`,
  "(?:aucune|sans|pas de|je n'ai pas de) preference(?: particuliere)?|peu importe|(?:ca m'est |cela m'est |c'est )?(?:egal|indifferent)|n'importe (?:qui|lequel|laquelle|quel)",
  '(?:no tengo |sin |ninguna )preferencias?|(?:me )?da (?:igual|lo mismo)|(?:me es )?indiferente|cualquiera|no (?:me )?importa|(?:sem|nenhuma|nao tenho) preferencia|tanto faz|nao (?:me )?importa|qualquer(?: um)?',
  '(?:nessuna|non ho) preferenz[ae]|indifferente|qualsiasi|non (?:mi )?importa|(?:mi )?e uguale|geen(?: specifieke)? voorkeur|(?:het )?maakt (?:me |mij )?niets? uit|ingen (?:preferens|preference|preferanse)|(?:det )?spi?e?ll?a?e?r (?:ingen|ikke noen) roll?e?|ingen rolle',
  'ei (?:ole )?valia|(?:brak|bez) preferencji|bez roznicy|oboj[eę]tn[ey]|dim (?:ots|gwahaniaeth|dewis)|fark ?etmez|mindegy|je to jedno|bez preference|nezalezi',
  'без разницы|не важно|неважно|все равно|нет предпочтении|不限|无所谓|都可以|どちらでも(?:よい|いい|良い)?|どちらでもかまいません|상관없음|무관|لا يهم',
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
    .replace(/\u0142/gi, 'l')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .split(/[/;,]/)
    .map((piece) => piece.replace(/[^\p{L}\p{N}']+/gu, ' ').trim())
    .filter((piece) => piece !== '');
  return pieces.length > 0 && pieces.every((piece) => open.test(piece));
}
