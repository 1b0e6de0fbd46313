// Names for fields: short words a person would use for what a column asks.
import { headingTokens, isAsking } from './heading-tokens.ts';
import { words } from '../program/answer-words.ts';
import { foldHeading } from '../cells/fold-heading.ts';

const longest = 32;
const mostWords = 4;

/** `Question - Option`, as survey systems write the columns of one question. */
const ofQuestion = /^(.+\S)\s+[-–]\s+(\S.*)$/s;

/** Words that stand in every question and tell nothing of what is asked. */
const askingWords =
  /^(which|how|when|where|who|why|select|choose|tick|check|that|apply|would|will|can|could|do|does|did|have|has|been|many|much|matching|match|all|most|like|want|tell|describe|there|any)$/;

/** What begins or ends as a question is one, however short. */
const isQuestion =
  /\?\s*$|^\s*¿|^\s*(what|which|how|when|where|who|why|please|select|choose|do|does|did|are|is|would|will|can|could|have|has|tell|describe)\b/i;

/**
 * Short lower-case words: brackets dropped, a long question cut to its first words that carry meaning. A rank is named for
 * what is ranked (`Rank these goals - Career advice` -> `career advice rank`), a write-in for its question (`... other`).
 */
export function shortName(heading: string): string {
  const [, question, option] = ofQuestion.exec(heading) ?? [];
  if (question !== undefined && option !== undefined) {
    if (isWriteIn(heading)) return `${shortName(question.replace(/\s+[-–]\s+other\b.*$/is, ''))} other`;
    if (/^(please )?(rank|order|put\b.*\bin order)\b/i.test(question)) return `${shortName(option)} rank`;
  }
  const plain = oneForm(heading)
    .replace(/['’]s\b/g, 's')
    .replace(/\(.*?\)/g, ' ')
    .replace(/_/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ');
  const folded = foldHeading(plain);
  if (folded === '') return 'column';
  if (folded.length <= longest && !isQuestion.test(heading)) return folded;
  const kept = [...new Set(folded.split(' '))].filter((word) => {
    const [plainWord = ''] = headingTokens(word);
    return !askingWords.test(plainWord) && !isAsking(plainWord) && words(word).length > 0;
  });
  let name = '';
  for (const word of kept.slice(0, mostWords))
    if (`${name} ${word}`.trim().length <= longest) name = `${name} ${word}`.trim();
  return name || folded.slice(0, longest).trim();
}

/** `Vorgesetzte/r`, `Betreuer:in`, `Student*innen`, `alumno/a`, `étudiant·e`: the first form, without the ending for the other. */
function oneForm(heading: string): string {
  return heading
    .replace(/(?<=\p{Ll}{3})\(-?(?:\p{Ll}{1,4})\)(?!\p{L})/gu, '')
    .replace(
      /(?<=\p{Ll}{3})(?:[*:·•]|\/-?|(?<=\p{Lu}\p{Ll}{5,})_(?=in(?:nen)?\b))-?(?:in|innen|r|n|e|es|a|as|o|os|ne|nes|trice|se|ée|ka)(?:[·.]s)?(?![\p{L}\p{N}])/gu,
      '',
    );
}

/** With what stands in brackets, where that alone tells two columns of a file apart; a long question stays short. */
export function wholeName(heading: string): string {
  const whole = foldHeading(
    oneForm(heading)
      .replace(/['’]s\b/g, 's')
      .replace(/_/g, ' '),
  );
  return whole === '' || whole.length > 2 * longest ? shortName(heading) : whole;
}

/** Where people write what the options do not hold: `... - Other (please specify) - Text`. */
export function isWriteIn(heading: string): boolean {
  return /\s[-–]\s+(other\b.*|.*\btext)$/i.test(heading);
}

/** The name, or the name with the first number from 2 on that is not taken. */
export function uniqueName(name: string, names: ReadonlySet<string>): string {
  let unique = name;
  for (let n = 2; names.has(unique); n++) unique = `${name} ${n}`;
  return unique;
}
