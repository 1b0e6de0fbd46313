// Answers to a survey's items as numbers: the number itself, a number with its words, or a point on the scale of agreement.
import { isGap } from './gaps.ts';
import { readNumber } from './numbers.ts';

/** Low to high from 1; each point has several names, in the languages of the forms. */
const agreement: readonly string[] = [
  `strongly disagree|completely disagree|totally disagree|stimme (?:überhaupt|gar) nicht zu|stimme nicht zu|trifft (?:überhaupt|gar) nicht zu|trifft nicht zu
  |(?:totalmente|muy|completamente) en desacuerdo|pas du tout d['’]accord|tout à fait en désaccord|discordo (?:totalmente|completamente)
  |(?:totalmente|completamente|fortemente) in disaccordo|(?:helemaal|volledig|zeer) (?:mee )?oneens|zdecydowanie (?:się )?nie zgadzam(?: się)?|instämmer inte alls|helt uenig|kesinlikle katılmıyorum`,
  `disagree|somewhat disagree|slightly disagree|stimme eher nicht zu|trifft eher nicht zu|(?:algo )?en desacuerdo|plutôt pas d['’]accord|pas d['’]accord
  |plutôt en désaccord|en désaccord|discordo(?: parcialmente)?|(?:parzialmente )?in disaccordo|(?:mee )?oneens|(?:raczej )?(?:się )?nie zgadzam(?: się)?
  |instämmer inte|instämmer delvis inte|(?:delvis )?uenig|katılmıyorum`,
  `neutral|neither|neither agree nor disagree|undecided|teils[ /-]+teils|weder noch|unentschieden|ni de acuerdo ni en desacuerdo|neutro|neutre
  |ni d['’]accord(?:,)? ni (?:en désaccord|pas d['’]accord)|nem concordo nem discordo|indiferente|né d['’]accordo né in disaccordo|neutrale
  |neutraal|niet eens(?:,)? niet oneens|ani tak(?:,)? ani nie|nie mam zdania|varken eller|hverken enig eller uenig|nøytral|kararsızım`,
  `agree|somewhat agree|slightly agree|stimme eher zu|trifft eher zu|(?:algo )?de acuerdo|plutôt d['’]accord|d['’]accord|concordo(?: parcialmente)?
  |(?:abbastanza )?d['’]accordo|mee eens|eens|(?:raczej )?(?:się )?zgadzam(?: się)?|instämmer(?: delvis)?|(?:delvis )?enig|katılıyorum`,
  `strongly agree|completely agree|totally agree|stimme (?:voll(?: und ganz)?|völlig) zu|stimme zu|trifft (?:voll(?: und ganz)?|völlig) zu|trifft zu
  |(?:totalmente|muy|completamente) de acuerdo|tout à fait d['’]accord|concordo (?:totalmente|completamente)
  |(?:totalmente|completamente|pienamente) d['’]accordo|(?:helemaal|volledig|zeer) (?:mee )?eens|zdecydowanie (?:się )?zgadzam(?: się)?|instämmer helt|helt enig|kesinlikle katılıyorum`,
];
const points = agreement.map((words) => new RegExp(`^(?:${words.replace(/\s*\n\s*/g, '')})$`, 'iu'));

function agreed(cell: string): number | undefined {
  const at = points.findIndex((words) => words.test(cell.trim().replace(/\s+/g, ' ')));
  return at < 0 ? undefined : at + 1;
}

/** `4`, `4 - Agree`, `4 (agree)`, `(4) Agree`, `Strongly agree` -> 5; undefined for a gap and for words of no known scale. */
export function readAnswer(cell: string): number | undefined {
  if (isGap(cell)) return undefined;
  const plain = readNumber(cell, 'point');
  if (plain !== undefined) return plain;
  const numbered = /^\(?(\d{1,2})\s*(?:[-–=:.)(]|\s)\s*\(?\p{L}/u.exec(cell)?.[1];
  return numbered === undefined ? agreed(cell) : Number(numbered);
}
