// Answers with a known order, so that "mentor ahead of mentee" can be read from words: scales of words, and steps that count.
import { fold } from '../program/answer-words.ts';

/** How far somebody is. Low to high; of words for one step each may stand alone. */
const progress: readonly (readonly string[])[] = [
  ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'],
  ['Freshman', 'Sophomore', 'Junior', 'Senior', 'Graduate', 'Alumni'],
  ['Undergraduate', 'Bachelor', 'Postgraduate', 'Master', 'PhD', 'Postdoc', 'Faculty'],
  ['High school', 'Associate', 'Bachelor’s', 'Master’s', 'Doctorate'],
  [
    'Intern',
    'Trainee',
    'Graduate',
    'Junior',
    'Mid',
    'Mid-level',
    'Senior',
    'Lead',
    'Staff',
    'Principal',
    'Distinguished',
    'Director',
    'Vice President',
    'Executive',
  ],
  ['Entry', 'Entry level', 'Intermediate', 'Mid level', 'Senior', 'Senior level', 'Executive', 'Executive level'],
  ['Analyst', 'Associate', 'Manager', 'Senior Manager', 'Director', 'Partner'],
  ['Assistant Professor', 'Associate Professor', 'Professor', 'Full Professor'],
  ['Novice', 'Beginner', 'Elementary', 'Intermediate', 'Advanced', 'Proficient', 'Expert'],
  ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'],
  ['Anfänger', 'Fortgeschritten', 'Experte'],
  ['Principiante', 'Intermedio', 'Avanzado', 'Experto'],
  ['Débutant', 'Intermédiaire', 'Avancé', 'Expert'],
];

/** What somebody thinks, wants or does so often: an order, but nobody is ahead in it. */
const opinion: readonly (readonly string[])[] = [
  ['None', 'Low', 'Medium', 'High', 'Very high'],
  ['Never', 'Rarely', 'Sometimes', 'Often', 'Usually', 'Always'],
  [
    'Strongly disagree',
    'Disagree',
    'Somewhat disagree',
    'Neither',
    'Neither agree nor disagree',
    'Neutral',
    'Somewhat agree',
    'Agree',
    'Strongly agree',
  ],
  [
    'Not at all',
    'Not important',
    'Not at all important',
    'A little',
    'Slightly important',
    'Somewhat',
    'Somewhat important',
    'Moderately important',
    'Important',
    'Very',
    'Very important',
    'Extremely',
    'Extremely important',
    'Essential',
  ],
  ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'],
  ['Nie', 'Selten', 'Manchmal', 'Oft', 'Immer'],
  ['Nunca', 'Rara vez', 'A veces', 'A menudo', 'Siempre'],
  ['Jamais', 'Rarement', 'Parfois', 'Souvent', 'Toujours'],
];

const ordinals: readonly (readonly string[])[] = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' '),
  'erstes zweites drittes viertes fünftes sechstes siebtes achtes neuntes zehntes'.split(' '),
  'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo'.split(' '),
  'primer segundo tercer cuarto quinto sexto'.split(' '),
  'première deuxième troisième quatrième cinquième sixième'.split(' '),
  'primo secondo terzo quarto quinto sesto'.split(' '),
  'primeiro segundo terceiro quarto quinto sexto'.split(' '),
  'one two three four five six seven eight nine ten'.split(' '),
];

/** What a number may stand beside to be a step of the way, not the name of a group, a room or a team. */
const step =
  /^((level|lvl|l|lv|grade|g|gr|year|yr|y|form|band|tier|stage|step|rank|class|semester|sem|p|ic|m|e|t|job|pay|career|school|college|university|undergraduate|undergrad|grad|graduate|medical|med|law|of study|st|nd|rd|th|jahr|semester|fachsemester|jahrgang|jahrgangsstufe|klasse|stufe|lehrjahr|ausbildungsjahr|année|an|niveau|semestre|año|curso|nivel|ano|série|período|anno|livello|classe|jaar|leerjaar|klas|rok|semestr|år|årskurs|termin|trin|klassetrin|sınıf|dönem|ročník|tahun|angkatan|курс|класс|年生|年级|年|학년|e|er|ère|ème|nd|º|ª|°|\.|-|\/|\+|student|students)\s*)*$/u;

/** Before the first step and after the last. */
const before = /^(foundation|pre-?sessional|preparatory|reception|kindergarten|pre-?k)( year)?$/;
const after =
  /^(graduate|postgraduate|grad|masters?('s)?|phd|doctora(l|te)|alum(ni|nus|na)|graduated)( students?| year)?$/;

/** The order when all the answers stand on one scale, spelled as they were answered; low to high. */
export function orderOf(answers: readonly string[]): readonly string[] | undefined {
  if (new Set(answers.map(fold)).size < 2) return undefined;
  for (const scale of [...progress, ...opinion]) {
    const found = onScale(answers, scale);
    if (found !== undefined) return found;
  }
  return counted(answers);
}

/** True where nobody can be ahead: how much people agree, want or do. */
export function isOpinion(options: readonly string[]): boolean {
  return opinion.some((scale) => onScale(options, scale) !== undefined);
}

function onScale(answers: readonly string[], scale: readonly string[]): readonly string[] | undefined {
  const known = new Map(scale.map((word, index) => [plain(word), index]));
  const spelled = new Map<number, string>();
  for (const answer of answers) {
    const place = known.get(plain(answer));
    if (place === undefined) return undefined;
    if (!spelled.has(place)) spelled.set(place, answer);
  }
  if (spelled.size < 2) return undefined;
  // A step nobody answered yet stands where it belongs, unless another word for the step was used.
  return scale.flatMap((word, place) => spelled.get(place) ?? (answers.some((one) => near(one, word)) ? [] : [word]));
}

/** `Mid` and `Mid-level` are one step: the word that was answered stands for it. */
function near(answer: string, word: string): boolean {
  const [one, two] = [plain(answer), plain(word)];
  return one.startsWith(two) || two.startsWith(one);
}

const plain = (text: string): string =>
  fold(text)
    .replace(/['’]/g, '’')
    .replace(/[\s-]+/g, ' ')
    .trim();

/** `1st`-`4th`, `L1`-`L7`, `Third year`, `3-5 years`, `10+`: one number a step, the same words around it. */
function counted(answers: readonly string[]): readonly string[] | undefined {
  const steps = answers.map((answer) => ({ answer, rank: rankOf(fold(answer)) }));
  if (steps.some(({ rank }) => rank === undefined)) return undefined;
  const numbers = steps.filter(({ rank }) => rank !== undefined && rank >= 0 && rank < last);
  if (new Set(numbers.map(({ rank }) => rank)).size < 2) return undefined;
  const ordered = steps.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ answer }) => answer);
  return ordered.filter((answer, at) => ordered.findIndex((other) => fold(other) === fold(answer)) === at);
}

const last = 1000;

function rankOf(answer: string): number | undefined {
  const text = answer
    .replace(/\(.*?\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (before.test(text)) return -1;
  if (after.test(text)) return last;
  const span =
    /^(?:(less than|under|up to|below|<)\s*|(more than|over|at least|>)\s*)?(\d{1,3})\s*(\+|or more|and more|and above)?(?:\s*(?:-|–|to)\s*(\d{1,3}))?\s*(years?|yrs?|months?|jahre?|ans|años|anos|anni|jaar)?(?: of experience)?(\+)?$/.exec(
      text,
    );
  if (span !== null && (span[1] ?? span[2] ?? span[4] ?? span[5] ?? span[7]) !== undefined)
    return (
      Number(span[3]) + (span[1] === undefined ? (span[2] === undefined && span[4] === undefined ? 0 : 0.5) : -0.5)
    );
  const digits = /\d+/.exec(text)?.[0];
  const rank = digits === undefined ? wordRank(text) : { value: Number(digits), word: digits };
  if (rank === undefined || rank.value > 20) return undefined;
  const around = text.replace(rank.word, ' ').replace(/\s+/g, ' ').trim();
  return around !== '' && step.test(around) ? rank.value : undefined;
}

function wordRank(text: string): { readonly value: number; readonly word: string } | undefined {
  const words = text.split(' ');
  for (const list of ordinals)
    for (const word of words) if (list.includes(word)) return { value: list.indexOf(word) + 1, word };
  return undefined;
}
