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
  `(?:i(?: a|')m )?(?:(?:very|totally|completely) )?(?:flexible|easy)(?: (?:to|about|with|on) (?:${whoever}${one}|${of}))?|(?:i(?: a|')m )?(?:(?:very|totally|completely) )?open(?: (?:to|about|with|on) (?:${whoever}${one}|${of}))|i(?: a|')m open|(?:i(?: a|')m )?(?:happy|fine|ok|okay) with ${whoever}${one}|(?:whoever|whatever|whichever)(?: (?:is|are) (?:free|available))?`,
  `(?:es )?(?:ist )?(?:mir )?(?:ist )?(?:vollig |ganz )?egal|(?:habe )?(?:keine|ohne|kein)(?: besonderen?| bestimmten?)? (?:pra?ae?ferenz(?:en)?|vorlieben?|wunsche?)|spielt (?:fur mich )?keine rolle|beliebig|unwichtig|(?:mir )?gleich`,
  "(?:aucune|sans|pas de|je n'ai pas de) preference(?: particuliere)?|peu importe|(?:ca m'est |cela m'est |c'est )?(?:egal|indifferent)|n'importe (?:qui|lequel|laquelle|quel)",
  '(?:no tengo |sin |ninguna )preferencias?|(?:me )?da (?:igual|lo mismo)|(?:me es )?indiferente|cualquiera|no (?:me )?importa|(?:sem|nenhuma|nao tenho) preferencia|tanto faz|nao (?:me )?importa|qualquer(?: um)?',
  '(?:nessuna|non ho) preferenz[ae]|indifferente|qualsiasi|non (?:mi )?importa|(?:mi )?e uguale|geen(?: specifieke)? voorkeur|(?:het )?maakt (?:me |mij )?niets? uit|ingen (?:preferens|preference|preferanse)|(?:det )?spi?e?ll?a?e?r (?:ingen|ikke noen) roll?e?|ingen rolle',
  "indistint[oa]|n'importe|(?:det er )?lige meget|ei (?:ole )?(?:valia|merkitysta)|(?:brak|bez) preferencji|bez (?:roznicy|znaczenia)|obojetn[ey]|dim (?:ots|gwahaniaeth|dewis)|fark ?etmez|mindegy|(?:je )?to (?:je )?jedno|bez preference|nezalezi(?: (?:na tom|mi))?|svejedno|nije bitno|vseeno(?: mi je)?|nesvarbu|bet k(?:as|uris)|orice|oricine|apa saja|nav svari?gi|pole (?:vahet|tahtis)|(?:fara|nicio) preferint[ae]|nu conteaza|skiptir (?:mig )?(?:engu|ekki) mali",
  'khong quan trong|sao cung duoc|tidak masalah|tidak ada preferensi|kahit (?:ano|sino)|koi bhi|αδιαφορο|δεν (?:με πειραζει|εχει σημασια)|без разницы|не ?важно|неважливо|все равно|(?:нет|без) предпочтени[ий]|без значення|байдуже|لا (?:يهم|فرق|يوجد تفضيل)|غير مهم|(?:ללא|אין) העדפה|לא משנה|कोई (?:भी|फर्क नहीं|प्राथमिकता नहीं)|ไม่สำคัญ|ได้หมด|ไม่มีความชอบเป็นพิเศษ',
  // Written without spaces between words: what spaces there are is left out.
  '(?:不限|无所谓|無所謂|随便|隨便|(?:都|均|皆)(?:可以?|行)|[没沒]有?(?:偏好|要求)|[无無](?:偏好|要求)|不介意|不在乎)|どちらでも(?:よい|いい|良い|可|大丈夫|構わない|かまわない|構いません|かまいません|問題ない|問題ありません)?(?:です)?|(?:だれ|誰|どなた|何|なん)でも(?:よい|いい|良い|可|構いません|かまいません)?(?:です)?|(?:特に)?(?:希望|こだわり|指定)?(?:なし|ありません|はありません|がありません)(?<!^なし|^ありません)|こだわらない|こだわりません|気にしない|気にしません|상관(?:이)?없(?:음|어요|습니다|다)|무관(?:함|합니다)?|아무나(?:괜찮(?:음|아요|습니다))?|선호(?:사항|도)?없음|(?:다|둘다|모두)(?:좋아요|좋습니다|괜찮음|괜찮아요|괜찮습니다)',
];
/** Brought to one form: composed letters, no accents where Latin and Greek letters have them as ornament alone, one apostrophe, lower case. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .replace(/\u0142/gi, 'l')
    .replace(/\u0111/gi, 'd')
    .replace(/\u0131/g, 'i')
    .replace(/\u0451/gi, '\u0435')
    .replace(/[\u2018\u2019\u02bc\u2032`\u00b4]/g, "'")
    .toLowerCase();
}

const open = new RegExp(`^(?:${patterns.map(folded).join('|')})$`, 'u');
/** Scripts in which a space says nothing. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function isOpen(piece: string): boolean {
  return open.test(piece) || (unspaced.test(piece) && open.test(piece.replaceAll(' ', '')));
}

/** The longest that such an answer is: what is longer says more. */
const longest = 60;

/** True for an answer that says it is all the same. */
export function leavesOpen(answer: string): boolean {
  if (answer.length > longest) return false;
  const words = folded(answer).replace(/\(.*?\)|（.*?）/g, ' ');
  const plain = (piece: string): string => piece.replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ').trim();
  if (isOpen(plain(words).replace(/^n a /, ''))) return true;
  const pieces = words
    .split(/[/;,、]/)
    .map(plain)
    .filter((piece) => piece !== '');
  return pieces.length > 0 && pieces.every(isOpen);
}
