// What people say in confidence, and numbers that must not get about: kept, never proposed for matching, never told in a letter.
import { headingTokens } from './heading-tokens.ts';
import type { ColumnProfile } from './profile.ts';

/** Single words, without accents, of several languages: health, money, faith, orientation, politics, the law, origin. */
const privateWords = new Set(
  headingTokens(`health medical medication medications medicine disability disabilities disabled disabling impairment diagnosis diagnosed illness illnesses sickness
    allergy allergies dietary accommodations accessibility wheelchair pregnancy pregnant therapy therapist counseling psychological psychiatric trauma
    abuse addiction sobriety neurodivergent neurodiverse neurodiversity autism autistic adhd dyslexia depression anxiety
    income salary wage wages debt debts financial finances fafsa pell poverty hardship bankruptcy iban
    religion religious faith belief beliefs church worship denomination sect caste
    sexual sexuality lgbt lgbtq lgbtqia queer transgender political politics
    criminal conviction convictions arrest arrested offence offense felony immigration undocumented daca refugee asylum citizenship
    ssn passport confidential confidentially confide privately
    foster homeless homelessness incarcerated
    salud medica medico enfermedad enfermedades discapacidad alergia alergias medicacion ingresos sueldo dinero economica economicos religion religiosa confidencial
    sante maladie maladies handicap allergies traitement revenu revenus argent religieuse croyance confidentiel
    gesundheit gesundheitliche krankheit krankheiten behinderung beeintrachtigung allergien medikamente einkommen gehalt geld schulden glaube religionszugehorigkeit konfession vertraulich schwerbehinderung
    saude doenca doencas deficiencia salario dinheiro religiao crenca
    salute malattia malattie disabilita reddito stipendio denaro religione credenza
    gezondheid ziekte handicap beperking inkomen schulden geloof religie vertrouwelijk
    zdrowie choroba choroby niepelnosprawnosc dochod religia wyznanie halsa sjukdom funktionsnedsattning inkomst helse sykdom sundhed sygdom saglik engelli gelir din
    zdravi nemoc postizeni prijem kesehatan disabilitas penghasilan agama здоровье религия доход инвалидность`),
);

/** Free offers of an ear, and what is said of first generations: a phrase, not a word. */
const privatePhrase =
  /\b(anything|something|what else)\b.{0,60}\b(tell|share|know|add|mention|aware|inform|note)\b|\bfirst[ -]gen|\bfree (or reduced )?(school )?(lunch|meals?)\b|\bmental\b|\bspecial (educational )?needs\b|\bsupport needs\b|\bsocial (security|insurance)\b|\bnational (insurance|id)\b|\btax (id|number)\b|\b(struggl|worr(y|ies)|concerns? (you|about)|difficult(y|ies) you)\w*\b|\bmarital\b|\bdate of birth\b|\bbirth ?(day|date)\b|\bdob\b|\balgo (mas )?que (quieras|desees|quiera|te gustaria)\b|\bautre chose\b|\b(sonst )?noch etwas\b|\bmochten sie uns\b|\bqualcos.? (altro|che|di cui|da)\b|\bmais alguma coisa\b|\balgo mais que\b|\bverder nog iets\b|\bcos jeszcze\b|\b(bank|account) (account|number|details)\b|\bvisa (status|type)\b|\b(nino|sin number|dni|nie|cpf|curp|cedula|codice fiscale|bsn|pesel|personnummer|fodselsnummer|cpr nummer|aadhaar)\b/;

/** Somebody speaking of an illness of their own. */
const ofOneself =
  /\b(i|i['’]m|i['’]ve|my|me)\b.{0,60}\b(depress\w*|anxi\w*|epilep\w*|diabet\w*|adhd|autis\w*|bipolar|ptsd|cancer|pregnan\w*|dyslex\w*|disab\w*|wheelchair|medication|eating disorder|panic attacks?|chronic\w*|disorder|therap\w*|surgery|illness|ill|grie\w*|divorc\w*|homeless|debts?|sober|rehab)\b/i;

const numberShape =
  /^\s*(\d{3}-\d{2}-\d{4}|[a-z]{2}\d{2}( ?[a-z0-9]{4}){3,7}( ?[a-z0-9]{1,4})?|(\d{4}[ -]){3}\d{4})\s*$/i;

/** What people are, believe or carry, as an option of a list names it; a heading that asks for it is known by other words. */
const privateOptions = new Set(
  headingTokens(`money grief bereavement suicide alcohol drugs violence loneliness lonely
    muslim muslims islam islamic christian christians catholic protestant evangelical orthodox jewish judaism hindu sikh buddhist atheist agnostic quaker
    gay lesbian bisexual trans transsexual nonbinary pride lgbtqi heterosexual homosexual asexual
    musulman musulmana catolico catolica cristiano cristiana judio judia muslimisch katholisch evangelisch judisch musulmane catholique chretien juif schwul lesbisch`),
);
const privateOption = /\bcoming out\b|\bsingle (parent|mother|father)\b|\bnon binary\b/;

/** True where two people who tick the same would be told of one another what neither said for others: `Mental health`, `Coming out`. */
export function readsPrivate(option: string): boolean {
  const tokens = headingTokens(option);
  const text = tokens.join(' ');
  return (
    tokens.some((token) => privateWords.has(token) || privateOptions.has(token)) ||
    privatePhrase.test(text) ||
    privateOption.test(text)
  );
}

/** True where the heading asks for a confidence, or the cells hold one. */
export function isPrivate(
  heading: string,
  { distinct, averageLength }: Pick<ColumnProfile, 'distinct' | 'averageLength'>,
): boolean {
  const tokens = headingTokens(heading);
  if (tokens.some((token) => privateWords.has(token)) || privatePhrase.test(tokens.join(' '))) return true;
  const sample = distinct.slice(0, 200);
  if (sample.length > 0 && sample.filter((cell) => numberShape.test(cell)).length >= 0.5 * sample.length) return true;
  return averageLength > 8 && sample.some((cell) => ofOneself.test(cell));
}
