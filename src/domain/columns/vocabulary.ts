// The words headings are made of, by what the column is. Headings are compared folded: lower case, letters and digits only.
import type { ColumnTarget } from '../program/program.ts';
import { foldHeading } from '../cells/fold-heading.ts';
import type { HeadingTest } from './heading-phrases.ts';
import { capacityWords, emailWords, idWords, nameWords } from './person-words.ts';

/** What a file can hold. */
export const kinds = [
  'roster',
  'outcomes',
  'meetings',
  'survey',
  'goals',
  'flags',
  'pairs',
  'preferences',
  'scores',
  'instrument',
] as const;
export type Kind = (typeof kinds)[number];

type Words = Readonly<Partial<Record<ColumnTarget, HeadingTest>>>;

const identity: Words = { email: emailWords, id: { test: (heading) => idWords.some((words) => words.test(heading)) } };
const names: Words = {
  'first-name': nameWords.first,
  'last-name': nameWords.last,
  'name-infix': nameWords.infix,
  name: { test: (heading) => nameWords.full.test(heading) || nameWords.bare.test(heading) },
};

/** A person's own clock. Many dates stand in files, so that few words say it by themselves; --map says it of any column. */
const ownClock: Words = {
  start: /^own start( (day|date))?$/,
  end: /^own end( (day|date))?$/,
  'known-to':
    /^(known (up )?to|followed (up )?to|censoring (day|date)|date of (the )?extract|extract (day|date)|as of( date)?)$/,
};

/** By kind of file; order matters: the first target whose words fit has the column. */
export const vocabulary: Readonly<Record<Kind, Words>> = {
  roster: {
    ...identity,
    ...ownClock,
    ...names,
    'mentor-yes-no':
      /^(i (want|would like|am willing|can) to (be|become) an? (peer )?mentor|(are you )?(willing|interested|able) (to (be|become|serve as)|in (being|becoming)) an? (peer )?mentor|be a mentor|mentor|as an? (senior|experienced|older) .* are you willing to (mentor|meet|share|give|help|support).*)$/,
    'mentee-yes-no':
      /^(i (want|would like) to (be|become|have) an? (mentee|mentor)( of my own)?|(are you )?(willing|interested|looking) (to (be|become)|in (being|becoming|having|getting)|for) an? (mentee|mentor)|be a mentee|mentee|i would like a mentor|as an? (student|junior|newer) .*(are you interested in|would you like|do you want) .*)$/,
    role: /^((your )?role|役割|役職区分|角色|역할|الدور|תפקיד|rolle|rol|r[oô]le|ruolo|papel|fun[cç][aã]o|rola|roll|rooli|type|participant type|mentor or mentee|mentee or mentor|(do|would) you (want|like) to be a mentor or (a )?mentee|i (want|would like) to be an?.*|registration type)$/,
    capacity: capacityWords,
    'answer-time':
      /^(timestamp|zeitstempel|marca temporal|horodateur|carimbo de data hora|informazioni cronologiche|tijdstempel|sygnatura czasowa|tidsst[aä]mpel|tidsstempel|zaman damgası|časové razítko|отметка времени|タイムスタンプ|时间戳记|타임스탬프|stempel waktu|startzeit|fertigstellungszeit|hora de inicio|hora de finalización|heure de (début|fin)|hora de (início|conclusão)|ora di (inizio|completamento)|begintijd|tijd van voltooien|date submitted|submitted( at| on)?|submission (date|time)|start ?time|completion ?time|recorded ?date|start ?date|end ?date|last modified time)$/,
    cohort: /^(cohort|entry cohort|entering class|intake)$/,
  },
  outcomes: {
    ...identity,
    ...ownClock,
    cohort: /^(cohort|entry cohort|entering class|entry term|intake)$/,
    group:
      /^(arm|group|participated|participant|mentored|treatment|treated|condition|in program|peer mentoring|program participant)$/,
    exclusion: /^(exclusion( (reason|code))?|excluded|reason (excluded|for exclusion)|ausschlussgrund)$/,
    measure: /^(measure|outcome|metric|variable)$/,
    // How and why somebody left; the column of who left is a measure.
    reason:
      /^((reason|cause|grund|motivo|motif|reden)( (for|of|de|der|des|für|voor))?( (the )?(leaving|withdrawal|withdrawing|exit|separation|termination|drop ?(out)?|departure|attrition|abandono|baja|salida|abandon|depart|départ|sortie|abgangs|abbruchs?|exmatrikulation|uitval))?|(leave|leaving|withdraw|withdrawal|withdrawn|exit|separation|termination|drop ?out|departure|attrition|abgangs?|abbruch|exmatrikulations?)[ -]?(reason|cause|code|grund|type|category)|(reason|why) (they |student |employee )?(left|withdrew|dropped( out)?|exited)|abbruchgrund|abgangsgrund|austrittsgrund|kündigungsgrund|exmatrikulationsgrund)$/,
    when: /^(when|time|(academic |census |enrol?lment |registration |reporting |school |study )?(term|semester|quarter|trimester|period|checkpoint|session)( (code|id|name|label|desc(r(iption)?)?|taken|of (study|record|enrol?lment)))?|strm|year ?term|term ?year|acad(emic)? (term|period)|(reporting |calendar )?month|wave|semestre|trimestre|per[ií]odo( acad[eé]mico| letivo)?|période|semesterbezeichnung|quartal|monat|mes|mois|halbjahr|periodo|blok)$/,
    year: /^((academic|school|calendar|fiscal|reporting|study|term|aid) ?year|year|yr|jahr|schuljahr|studienjahr|año( (acad[eé]mico|escolar))?|année( (scolaire|universitaire))?|ano( letivo)?|anno( accademico)?|jaar|schooljaar|curso)$/,
    value: /^(value|result|score)$/,
    ...names,
  },
  meetings: {
    mentor: /^mentor( (id|e ?mail))?$/,
    mentee: /^mentee( (id|e ?mail))?$/,
    date: /^(date|day|meeting date|met on)$/,
    minutes:
      /^((total |session |meeting |contact )?(minutes|mins?|duration|length|time|hours?|hrs?)( (met|spent|logged|worked|of (meeting|session|contact)))?|how long( did you (meet|talk))?|time spent|(duration|length|time)( of (the )?(meeting|session))?( in (?=\w)| )?((minutes|mins?|hours?|hrs?|h|m))?|dauer( (in )?(minuten|stunden|std|min))?|minuten|stunden|dur[eé]e( (en )?(minutes|heures))?|heures|duraci[oó]n( (en )?(minutos|horas))?|minutos|horas|dura[cç][aã]o( (em )?(minutos|horas))?|durata( (in )?(minuti|ore))?|minuti|ore|duur( (in )?(minuten|uren))?|uren)$/,
    // Said by --map alone: else the heading and the numbers tell the unit.
    hours: { test: () => false },
    from: /^(start|starts?|from|begin|begins|start ?time|time ?(in|started)|began|check[ -]?in( time)?|clock ?in|beginn|von|startzeit|inicio|hora (de )?inicio|début|heure de début|início|inizio|begintijd|başlangıç( saati)?|początek|rozpoczęcie|start(tid|time)|začátek|aloitus|alkaa|начало|початок|έναρξη|kezdés|mulai|bắt đầu|البداية|התחלה|開始(時間|時刻)?|开始(时间)?|開始時間|시작( ?시간)?)$/,
    until:
      /^(end|ends|to|until|end ?time|time ?(out|ended)|ended|finish(ed)?|check[ -]?out( time)?|clock ?out|ende|bis|endzeit|fin|hora (de )?fin|heure de fin|fim|fine|eindtijd|bitiş( saati)?|koniec|zakończenie|slut(tid)?|konec|lopetus|päättyy|конец|окончание|кінець|λήξη|vége|selesai|kết thúc|النهاية|סיום|終了(時間|時刻)?|结束(时间)?|結束(時間)?|종료( ?시간)?)$/,
    mode: /^(mode|how|format|channel)$/,
    topic: /^(topic|topics|about|subject)$/,
    notes: /^(notes?|comments?)$/,
    text: /reflection/,
  },
  survey: {
    ...identity,
    wave: /^(wave|round|time ?point)$/,
    instrument: /^(instrument|survey|questionnaire|scale)$/,
    item: /^(item|question|statement|prompt|survey question|frage|pregunta|domanda|vraag|pergunta)( text| wording)?$/,
    value: /^(answer|response|value|rating|antwort|respuesta|r[eé]ponse|risposta|antwoord|resposta)( value)?$/,
    'answer-time': /^(timestamp|submitted( at)?)$/,
  },
  goals: {
    ...identity,
    person: /^(person|mentee)( id)?$/,
    text: /^goal$/,
    date: /^(set on|date set|date|set)$/,
    reached: /^(reached( on)?|date reached|achieved( on)?)$/,
  },
  pairs: {
    mentor: /^mentors?( (id|e ?mail|e ?mail address|name))?$/,
    mentee: /^mentees?( (id|e ?mail|e ?mail address|name))?$/,
    decision: /^(decision|verdict|status)$/,
    reason: /^(reason|why|notes?|comments?)$/,
    date: /^(start|started|starts|start date|since|from|date)$/,
  },
  preferences: {
    person: /^(person|who|chooser|ranked by|mentee|mentor|student|id|(mentee|mentor|person|student) (id|e ?mail))$/,
    other: /^(other|choice|chosen|ranks|wants|named|prefers|preference|other (id|e ?mail))$/,
    rank: /^(rank|ranking|choice (no|nr|number)|order|priority|preference rank)$/,
  },
  scores: {
    mentor: /^mentor( (id|e ?mail))?$/,
    mentee: /^mentee( (id|e ?mail))?$/,
    score: /^(score|fit|compatibility|points|similarity)$/,
  },
  instrument: {
    item: /^(item|item (id|no|nr|number|name|code))$/,
    text: /^(text|wording|question|statement)$/,
    subscale: /^(subscale|scale|factor|dimension)$/,
    reverse: /^(reverse|reversed|reverse (scored|coded|keyed))$/,
  },
  flags: {
    ...identity,
    person: /^(person|mentee)( id)?$/,
    text: /^(about|flag|concern|issue)$/,
    date: /^(raised( on)?|date raised|date)$/,
    'raised-by': /^(raised by|by)$/,
    resolved: /^(resolved( on)?|date resolved)$/,
  },
};

/** What a file of the kind cannot do without; also what tells the kinds apart. */
export const needed: Readonly<Record<Exclude<Kind, 'roster' | 'outcomes'>, readonly ColumnTarget[]>> = {
  pairs: ['mentor', 'mentee'],
  preferences: ['person', 'other', 'rank'],
  scores: ['mentor', 'mentee', 'score'],
  meetings: ['mentor', 'mentee', 'date'],
  survey: ['wave'],
  goals: ['text', 'date', 'reached'],
  flags: ['text', 'date', 'resolved'],
  instrument: ['item', 'reverse'],
};

/** `First choice`, `2nd choice`, `Choice 3`, `Preference 1`: the rank, or undefined. */
export function choiceRank(heading: string): number | undefined {
  const key = foldHeading(heading);
  const found =
    /^(?:my |mentor )?(\w+) (?:choice|preference)(?: (?:of |for )?(?:a )?(?:mentor|mentee))?$/.exec(key)?.[1] ??
    /^(?:mentor |mentee )?(?:choice|preference|rank) (\d+)(?: (?:mentor|mentee))?$/.exec(key)?.[1];
  if (found === undefined) return undefined;
  const word = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].indexOf(
    found,
  );
  const rank = word >= 0 ? word + 1 : Number(/^(\d{1,2})(st|nd|rd|th)?$/.exec(found)?.[1]);
  return Number.isInteger(rank) && rank >= 1 ? rank : undefined;
}

/** `Not with`, `Avoid`, `Conflicts`: people who must not be paired with this one. */
export const avoidWords =
  /^(not with|avoid|do not (pair|match)( me)?( with)?|blocks?|conflicts?( of interest)?|never with)$/;

/** Columns survey systems add, which say nothing about a person. */
const surelySystem =
  /^(ip ?address|response ?id|respondent id|submission id|collector id|recorded ?date|external ?(data ?)?reference|location ?(latitude|longitude)|distribution ?channel|user ?language|network id|submit date utc|start date utc|duration in seconds|last ?page|start ?language|seed|date ?stamp|referrer ?url|sm ?channel|total time|quiz score|points .*|last downloaded from this course|redcap (survey identifier|event name|repeat instrument|repeat instance|data access group)|.* survey timestamp)$/;
/** The same words stand over columns of an ordinary list: they are a system's only in a file of one. */
const maybeSystem = /^(start ?date|end ?date|status|progress|duration|finished|score|tags|response type|stage|ending)$/;

/** REDCap says of each form whether it is complete and when it was sent: `intake_complete`, `intake_timestamp`. */
export function redcapForms(headings: readonly string[]): { test(heading: string): boolean } {
  const names = headings.flatMap((heading) => /^([a-z]\w*)_complete$/.exec(heading)?.[1] ?? []);
  const made = headings.some((heading) => /^redcap_|^record_id$|^[a-z]\w*___\d+$/.test(heading));
  const own = names.filter((name) => made || headings.includes(`${name}_timestamp`));
  return { test: (heading) => own.some((name) => heading === `${name}_complete` || heading === `${name}_timestamp`) };
}

/** Whether a heading is one of the survey system's own. `origin`: the system that made the file, or `plain`. */
export function systemTest(headings: readonly string[], origin = 'plain'): (heading: string) => boolean {
  const keyOf = (heading: string): string => foldHeading(heading.replace(/^\s*\w+(\[\w+\])?\. /, ''));
  const made =
    origin === 'qualtrics' || origin === 'typeform' || headings.some((heading) => surelySystem.test(keyOf(heading)));
  const forms = redcapForms(headings);
  // KoBoToolbox and ODK mark their own columns by a line in front.
  const kobo = ['_uuid', '_submission_time'].every((own) => headings.includes(own));
  return (heading) => {
    if (kobo && /^(_.*|start|end|today|deviceid|username)$/.test(heading)) return true;
    const key = keyOf(heading);
    return surelySystem.test(key) || (made && maybeSystem.test(key)) || forms.test(heading);
  };
}

/** Answers about who people are: possible in matching, never switched on by a proposal. */
export const demographic =
  /gender|\bsex\b|sexual|ethnic|race|religio|disab|identity|characteristic|first gen|pell|age\b|nationality|mother tongue|pronoun/;

/** Answers about the program's own doings: worth counting, no reason to bring two people together. */
export const aboutTheForm = /hear about|heard about|learn(ed)? about us|found us|find us|referred|referral/;

/** How people are registered, which says nothing of them to one another. */
export const administrative = /registration|membership|\bstatus\b/;

/** What people study, and where they belong: `Religion` and `Health Sciences` are subjects and faculties there, and no confidence. */
export const subjects = /\b(majors?|minors?|stud(y|ies|ying)|subjects?|courses?|degrees?|discipline|program(me)?)\b/i;
export const units = /\b(department|team|faculty|college|school|division|unit)\b/i;
