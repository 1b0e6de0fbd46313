// Answers that tell nothing of who gave them: withheld, not decided yet, none of what was offered. Two who gave one have nothing in common by it.
import { fold } from './answer-words.ts';

const patterns = [
  // English
  "(?:i )?(?:would |'?d )?(?:prefer|rather|choose|wish|want) not(?: to)?(?: (?:say|answer|disclose|share|specify|state|tell|respond))?|declined?(?: to (?:say|answer|state|respond|disclose))?|no (?:answer|response)|not (?:sure|specified|stated|given|applicable|listed|known|say|declared)(?: yet)?|not (?:yet )?decided(?: yet)?|unsure|unknown|undecided|undeclared|(?:i )?(?:don'?t|do not) know(?: yet)?|others?|something else|none(?: of (?:these|the above|them))?|nothing|tbd|n/?a",
  // German, Dutch, the Nordic languages
  'keine? (?:angaben?|antwort)|mochte (?:ich )?nicht sagen|sonstige[rs]?|(?:etwas )?ander(?:e[rs]?|s)|keine?s?|wei(?:ß|ss) (?:ich )?nicht|(?:noch )?(?:unentschieden|unbekannt)|overige?|geen|(?:zeg ik )?liever niet(?: zeggen)?|wil (?:ik )?niet zeggen|weet (?:ik )?niet|anna[nt]|ann(?:et|en)|ande[nt]|ingen|inget|vill inte (?:saga|uppge|svara)|vil ikke (?:oplyse|oppgi|svare|si)|vet (?:inte|ikke)|muu|en halua (?:kertoa|vastata)',
  // French, Spanish, Portuguese, Italian
  'autres?|aucune?|(?:je )?(?:prefere|ne souhaite) (?:ne )?pas (?:repondre|dire|preciser|le dire)|(?:je )?ne sais pas|non precise|indecise?|otr[oa]s?|ningun[oa]?|prefiero no (?:decir(?:lo)?|responder|contestar)|no (?:lo )?se|sin (?:especificar|respuesta)|indecis[oa]|outr[oa]s?|nenhum(?:a)?|prefiro nao (?:dizer|responder|informar)|nao sei|altr[oaie]|nessun[oa]?|preferisco non (?:dirlo|rispondere)|non (?:lo )?so',
  // Slavic, Turkish, Indonesian
  'inn[ey]|zadn[ey]|wole nie (?:odpowiadac|mowic|podawac)|nie wiem|jin[ey]|zadn[yae]|nechci (?:uvest|odpovedet)|друго[ей]|другая|предпочитаю не (?:отвечать|говорить|указывать)|не знаю|нет ответа|інше|diger|belirtmek istemiyorum|hicbiri|bilmiyorum|lainnya|tidak (?:tahu|ingin menjawab)',
  // Scripts of their own
  '其[他它]|不[愿願](?:意)?(?:透露|回答|说|說)|[无無沒没]有?|不知道|未定|その他|(?:回答|答え)(?:しない|たくない|ません)|なし|わからない|기타|(?:응답|대답|답변)하지 ?않음|없음|모름|[اأ]خرى|غير ذلك|[اأ]فضل عدم (?:الإجابة|الاجابة|القول)|לא (?:רוצה|מעוניין) לענות|מעדיפ?ה? לא לענות|אחר|अन्य|อื่น ?ๆ',
];
const withheld = new RegExp(`^(?:${patterns.join('|')})$`, 'u');

/** True for `Prefer not to say`, `Other (please specify)`, `Undeclared`, `Keine Angabe`. */
export function saysNothing(answer: string): boolean {
  if (answer.length > 60) return false;
  const plain = fold(answer)
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/\(.*?\)|（.*?）/g, ' ')
    .replace(/[\s.,:;!–-]+/g, ' ')
    .trim();
  return withheld.test(plain.replace(/ ?please (?:specify|state|say|describe)$/, ''));
}
