// Whether a heading says one of some phrases and nothing else: in any order of words, in the middle of a question, with a remark behind.
import { headingTokens, telling } from './heading-tokens.ts';

/** What tells a kind of column by its heading. `test` takes it as it is written. */
export interface HeadingTest {
  test(heading: string): boolean;
}

/** Words that stand for somebody or something else than the person of the row. */
const others = new Set(
  headingTokens(`manager managers supervisor supervisors boss lead leader director parent parents guardian mother father
    spouse partner emergency referee reference references advisor adviser advisors counselor counsellor teacher coach
    company employer organization organisation department team project pet city street bank file event
    ticket product friend colleague buddy reporting reports approver recruiter sponsor roommate
    jefe gerente supervisora padre madre empresa responsable chef parent entreprise directeur superieur vorgesetzte vorgesetzter
    fuhrungskraft eltern vater mutter firma abteilung gestor chefe pai mae azienda capo responsabile padre leidinggevende bedrijf ouder
    przelozony kierownik firma chef foretag leder virksomhed yonetici sirket nadrizeny`),
);

/** True where the heading names somebody or something else: a manager, a parent, a company. */
export function namesOthers(heading: string): boolean {
  return headingTokens(heading).some((token) => others.has(token));
}

/**
 * `phrases`: one a line or comma, words in any order. `besides`: words that may stand with them and change nothing.
 * `also`: whole questions that no list of words can say.
 */
export function phrases(text: string, { besides = '', also }: { besides?: string; also?: RegExp } = {}): HeadingTest {
  const free = new Set(headingTokens(besides));
  const keyOf = (tokens: readonly string[]): string => [...new Set(tokens)].sort().join(' ');
  const known = new Set<string>();
  for (const phrase of text.split(/[,\n]/)) {
    const tokens = telling(headingTokens(phrase));
    if (tokens.length > 0) known.add(keyOf(tokens));
  }
  const says = (tokens: readonly string[]): boolean => {
    if (tokens.length === 0) return false;
    const all = telling(tokens);
    if (known.has(keyOf(all))) return true;
    const core = all.filter((token) => !free.has(token));
    return core.length > 0 && core.length < all.length && known.has(keyOf(core));
  };
  return {
    test: (heading) => wordings(heading).some(says) || also?.test(heading.toLowerCase()) === true,
  };
}

/** The heading, without its number and code, without its remarks in brackets, and its first sentence alone. */
function wordings(heading: string): (readonly string[])[] {
  const plain = heading
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?!(?:no|nr|num|max)\.)[\w[\]]{1,20}\. (?=\S)/i, '')
    .replace(/^\s*(?:q|question|frage|pregunta)?\s*\d{1,3}\s*[.):_-]\s*/i, '')
    .trim();
  const open = plain.replace(/[([{][^)\]}]*[)\]}]?/g, ' ');
  const hidden = plain.length > open.length && namesOthers(plain) && !namesOthers(open);
  const bare = hidden ? plain : open;
  const [sentence = ''] = bare.split(/[?.!]|,? as (?:it |shown|on )/);
  const [clause = ''] = sentence.split(/[:;]|\s[-–—]\s/);
  return [...new Set([plain, bare, sentence, namesOthers(sentence) ? sentence : clause])].map(headingTokens);
}
