// A heading as the words it is made of, the same however a system or a language writes them: `firstName`, `E-Mail`, `Prénom`, `№`.

const joined: readonly (readonly [RegExp, string])[] = [
  [/\be[\s_-]*mail/g, 'email'],
  [/\be[\s_-]*post\b/g, 'epost'],
  [/\b(vor|fore|first|given|last|sur|family|user|nach|zu)[\s_-]name\b/g, '$1name'],
  [/\bnet[\s_-]id\b/g, 'netid'],
  [/\bempl[\s_-]?id\b/g, 'emplid'],
];

/** Lower case, without accents of Latin letters; `#` and `№` are the word number. */
export function headingTokens(heading: string): readonly string[] {
  let text = /^[a-z\d\s,]*$/.test(heading) ? heading : unaccented(heading);
  if (/mail|post|name|net|empl/.test(text)) for (const [found, whole] of joined) text = text.replace(found, whole);
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

function unaccented(heading: string): string {
  return heading
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/\bI Ds?\b/g, 'ID')
    .replace(/№|\b[nN]\.?[°º]|#/gu, ' number ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('æ', 'ae')
    .replaceAll('ı', 'i')
    .replace(/['’`]/g, ' ');
}

/** Words that ask, and say nothing of what is asked. */
const asking = new Set(
  headingTokens(
    `what is are was whats your you yours my our me us we i a an the this of in on at to for from by with and or please enter
    provide give tell write type list fill insert add answer here would will can could do does it its as be have
    required optional mandatory question digit digits q if any applicable below
    que cual es su tu tus sus vuestro el la los las lo un una de del en y o e por favor escribe escriba indica indique introduce introduzca
    quel quelle est quels quelles votre vos ton ta tes le les des du d l et ou un une dans svp s il vous plait veuillez indiquer saisir entrer merci
    wie wer was ist sind ihr ihre ihren dein deine der die das den dem des ein eine einer und oder bitte angeben geben sie eintragen im in lautet heissen heisst
    qual quais seu sua seus suas o os as um uma do da dos das na em e ou por favor informe digite escreva
    quale qual il lo gli i tuo tua suo sua un uno una di del della dei delle e o per favore inserisci scrivi indica
    wat hoe jouw uw je mijn de het een van en of vul in alstublieft graag
    jaki jakie jakis twoje twoj twoja i oraz lub prosze podaj wpisz ar din ditt dina vad och eller i skriv ange hva hvad er ditt din og eller
    nedir ne sizin senin ve veya lutfen giriniz jake vase tvoje a nebo prosim apa anda kamu dan atau`,
  ),
);

/** True for a word, without accents, that stands in questions of any kind. */
export function isAsking(word: string): boolean {
  return asking.has(word);
}

/** The words that carry meaning; all of them where none does. `Type your name` asks, `Student type` is a type. */
export function telling(tokens: readonly string[]): readonly string[] {
  const kept = tokens.filter(
    (token, at) =>
      (!asking.has(token) && !/^\d+$/.test(token)) || (token === 'type' && at > 0 && at === tokens.length - 1),
  );
  return kept.length === 0 ? tokens : kept;
}
