// Words and codes of registrars and employers for where somebody is, by what they mean, in several languages.
import type { StatusMeaning } from '../program/program.ts';

type Words = readonly (readonly [RegExp, StatusMeaning])[];

/** At an end each: letters with marks end no word for `\b`. */
const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu');

const here =
  'enrolled|registered|active|attending|returned|returning|retained|persist(?:ed|ing)|current|here|employed|back|in attendance|matriculated';

/** Said to be somewhere no more. */
export const noLonger = new RegExp(
  `^(?:no longer|not|never|un|non)[- ]?(?:currently |yet )?(?:${here}|returner|returnee|retention|attended|showed up)\\b|^did(?:n['’]?t| not) (?:return|re-?enrol?l?|complete|persist|stay|attend|continue|register|show)|^(?:no[- ]?show|stopped attending|nicht mehr|ne plus|ya no|não mais)`,
  'i',
);
/** Any other word that turns what follows: nothing is read from it. */
export const negated = /^(?:not|never|no longer|non|did(?:n['’]?t| not)|has(?:n['’]?t| not)|kein\w*|nicht|pas|no)\b/i;

/** Before the others: words that hold one of theirs and mean something else. */
export const falseFriends: Words = [
  // Somebody else's: a reason to leave, and none to be left out of a rate.
  [
    word(
      "(?:death|illness|sickness|disability) (?:in|of) .*|family (?:death|emergency|illness|reasons?)|(?:parent|mother|father|child|spouse|partner|sibling|grandm\\w+|grandf\\w+)['’]?s? (?:death|died)|bereave\\w*|(?:muerte|fallecimiento) de|deuil|décès d['’u]|todesfall in",
    ),
    'none',
  ],
  [
    word(
      '(?:internal|intra\\w*|lateral|interdepartment\\w*|inter-?campus) ?-? ?transfer|transfer(?:red|s)? (?:internally|within|to another (?:program|major|department|team)|between (?:departments?|programs?|majors?|teams?))|changed? (?:of )?(?:program(?:me)?|major|department|team)|studiengangwechsel|cambio de carrera',
    ),
    'stayed',
  ],
  [
    word(
      'active duty|armed forces|(?:called to |on )?military(?: (?:service|leave|duty))?|national guard|deployed|deployment|wehrdienst|servicio militar|service militaire',
    ),
    'armed forces',
  ],
  [word('peace corps|foreign aid(?: service)?'), 'foreign aid service'],
  [word('(?:church|lds|religious|official) mission(?:ary)?|missionary(?: service)?|on mission'), 'church mission'],
  [word('(?:totally |permanently )?disabled|(?:total|permanent) disability|long[- ]term disability'), 'disabled'],
  [
    word(
      'deceased|died|death|dead|passed away|fallecid[oa]|difunt[oa]|d[eé]c[eé]d[eé]+e?|d[eé]c[eè]s|verstorben|gestorben|falecid[oa]|[oó]bito|decedut[oa]|overleden',
    ),
    'deceased',
  ],
  // An end of something within: who completed probation or a course has no degree.
  [
    /^(?:completed|passed|finished) (?:probation|orientation|onboarding|training|(?:the |a |one )?(?:course|semester|term|year)|withdrawal|exit)\b/i,
    'none',
  ],
  [/^(?:transfer[- ]in|(?:new |incoming )?transfer student|undergraduate|graduate (?:student|school|level))$/i, 'none'],
];

export const words: Words = [
  [
    word(
      'transfer(?:red|s|ring)?(?: out)?|trns|trnf|xfer|tro|transferid[oa]|traslad(?:o|ad[oa])|transf[eé]r[eé]e?|hochschulwechsel|gewechselt|trasferit[oa]|overgestapt',
    ),
    'transferred',
  ],
  [
    word(
      'graduat(?:ed?|ion|es)|grad|degree (?:awarded|conferred|earned|granted)|(?:program(?:me)?|degree|studies|requirements?) complet(?:ed|e|ion)|complet(?:ed|er|ers|ion)(?: (?:the )?(?:program(?:me)?|degree|studies|requirements?))?|conferred|graduad[oa]|egresad[oa]|titulad[oa]|dipl[oô]m[eé]+e?|absolvent(?:in)?|abgeschlossen|abschluss (?:erworben|erreicht|erhalten)|studium (?:erfolgreich )?beendet|mezun|exmatrikuliert mit abschluss|formad[oa]|conclu[ií]d[oa]|concluinte|laureat[oa]|diplomat[oa]|afgestudeerd',
    ),
    'graduated',
  ],
  [word('stop(?:ped)?[- ]?outs?|trancad[oa]|trancamento'), 'stopped out'],
  // "Involuntary" and "not voluntary" before "voluntary"; "terminated" alone says neither.
  [
    word(
      'involuntar\\w*(?: (?:termination|separation|withdrawal))?|not voluntar\\w*|dismiss(?:ed|al)?|(?:academic(?:ally)? )?dismiss(?:ed|al)|academic(?:ally)? suspend(?:ed)?|expelled|laid[- ]?off|lay-?off|let go|redundan\\w*|fired|rif|reduction in force|for cause|betriebsbedingt gekündigt|despedid[oa]|desligad[oa]|jubilad[oa]o?|expulsad[oa]|licenzi?at[oa]|renvoy[eé]e?|ontslagen',
    ),
    'let go',
  ],
  [
    word(
      'voluntar\\w*(?: (?:termination|separation|withdrawal|exit|leave))?|resign(?:ed|ation|s)?|quit|own accord|by choice|d[eé]mission(?:n[eé]e?|naire)?|renunci[oóa]|rinuncia(?:tario)?|dimess[oa]|kündigung durch (?:den )?arbeitnehmer',
    ),
    'left by choice',
  ],
  [
    word(
      "withdr(?:ew|awn?|awal|awals|a)?|drop(?:ped)?[- ]?outs?|dropped|drop|left|gone|inactive|terminat(?:ed|ion)|term'd|separat(?:ed|ion)|exit(?:ed)?|discontinued|attrit(?:ed|ion)|retired|retirement|departed|lost|cancell?ed|unenrolled|disenrolled|end of contract|contract ended|non[- ]?renew(?:al|ed)|abandon(?:ed|o|ó|ado|n[eé]+e?)?|desert(?:ó|or|ora|ado)|baja|retirad[oa]|desistente|evadid[oa]|evas[aã]o|d[eé]sinscrite?|exmatrikuliert|abgebrochen|abbruch|abbrecher(?:in)?|ausgeschieden|gekündigt|ritirat[oa]|uitgeschreven|gestopt|incomplete",
    ),
    'left',
  ],
  [
    word(
      `${here}|enroll?|re-?enrolled|re-?admitted|re-?hired|continuing|continue[sd]?|stayed|staying|still (?:here|enrolled|employed)|full[- ]?time|part[- ]?time|half[- ]?time|three[- ]?quarter[- ]?time|less than half[- ]?time|(?:on |academic )?probation continued|matriculad[oa]|inscrit[oa]?e?|reinscrit[oa]|r[eé]inscrite?|activ[oa]|actif|active|vigente|cursando|eingeschrieben|immatrikuliert|rückgemeldet|aktiv|ativ[oa]|iscritt[oa]|attiv[oa]|ingeschreven|actief|angestellt|beschäftigt`,
    ),
    'stayed',
  ],
];

/** On leave: still employed, and for a registrar away for a while. */
export const onLeave = word(
  '(?:(?:paid|unpaid|family|medical|parental|maternity|paternity|sick|approved|personal) )?leave(?: of absence)?|on leave|loa|fmla|beurlaubt|permiso|licencia|en cong[eé]|cong[eé]|licen[cç]a|in aspettativa|met verlof',
);

/** What is said by letters alone, everywhere. */
export const codes: Readonly<Record<string, StatusMeaning>> = {
  enrl: 'stayed',
  enr: 'stayed',
  enrld: 'stayed',
  reg: 'stayed',
  regd: 'stayed',
  re: 'stayed',
  rw: 'stayed',
  act: 'stayed',
  actv: 'stayed',
  cont: 'stayed',
  ret: 'stayed',
  ft: 'stayed',
  pt: 'stayed',
  w: 'left',
  wd: 'left',
  wdr: 'left',
  wdrw: 'left',
  wdn: 'left',
  wth: 'left',
  wtd: 'left',
  ww: 'left',
  dw: 'left',
  dc: 'left',
  drop: 'left',
  drp: 'left',
  term: 'left',
  inac: 'left',
  inact: 'left',
  grad: 'graduated',
  grd: 'graduated',
  gr: 'graduated',
  trns: 'transferred',
  trf: 'transferred',
  tran: 'transferred',
  xfr: 'transferred',
  dism: 'let go',
  decd: 'deceased',
  dece: 'deceased',
};

/** Letters that mean one thing to the clearing house of enrolment, another in a payroll and a third in a student system. */
export const systems: readonly {
  readonly sure: readonly string[];
  readonly codes: Readonly<Record<string, StatusMeaning>>;
}[] = [
  // National Student Clearinghouse: full time, three quarters, half, less than half, leave, withdrawn, graduated, never, deceased.
  {
    sure: ['q', 'h', 'g', 'x'],
    codes: {
      f: 'stayed',
      q: 'stayed',
      h: 'stayed',
      l: 'stayed',
      a: 'stopped out',
      w: 'left',
      g: 'graduated',
      x: 'left',
      d: 'deceased',
    },
  },
  // Payrolls: active, leave, paid leave, suspended, terminated, retired, deceased.
  {
    sure: ['t', 'r'],
    codes: {
      a: 'stayed',
      l: 'stayed',
      p: 'stayed',
      s: 'stayed',
      t: 'left',
      u: 'left',
      r: 'left',
      q: 'left',
      d: 'deceased',
    },
  },
  // PeopleSoft: active, completed, cancelled, discontinued, deceased, dismissed, leave.
  {
    sure: ['ac', 'cm', 'cn', 'dm'],
    codes: { ac: 'stayed', cm: 'graduated', cn: 'left', dc: 'left', de: 'deceased', dm: 'let go', la: 'stopped out' },
  },
  // Banner: active, inactive, inactive by graduation; of a term: eligible to enrol.
  { sure: ['as', 'is', 'ig', 'el'], codes: { as: 'stayed', is: 'left', ig: 'graduated', el: 'stayed' } },
];

export const atWork = word(
  'terminat(?:ed|ion)|retired|resign(?:ed|ation)|hired|re-?hired|employed|laid[- ]?off|worker|employee|employment|payroll|gekündigt|angestellt',
);
export const atSchool = word(
  'enroll?(?:ed|ment)?|enrl|registered|withdr(?:ew|awn?)|wd|grad(?:uated)?|student|academic|registration|matriculad[oa]|eingeschrieben|inscrit[oa]?|stopped out|drop(?:ped)?[- ]?outs?|transfer(?:red)?',
);
