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
export const negated =
  /^(?:not|never|no longer|non|did(?:n['’]?t| not)|has(?:n['’]?t| not)|kein\w*|nicht|pas|no|nie|ne|nem|inte|ikke|ei|не|לא|غير|ليس|tidak|bukan|không|δεν|niet|geen)(?![\p{L}])|(?<![\p{L}])değil$/iu;

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
  [
    word(
      'urlop (?:dziekański|naukowy)|studieuppehåll|poissa(?:oleva|olevaksi ilmoittautunut)?|přeruš(?:eno|il[ao]?|ené)(?: studium)?|passzív|академ(?:ический|ічна)? ?(?:отпуск|відпустка)|休学中?|休學中?|휴학(?:생|중)?|مؤجلة?|kayit dondur\\p{L}*|kaydi(?:ni)? dondur\\p{L}*|cuti akademik|bảo lưu(?: kết quả)?|αναστολή(?: φοίτησης)?',
    ),
    'stopped out',
  ],
  // An end of something within: who completed probation or a course has no degree.
  [
    /^(?:completed|passed|finished) (?:probation|orientation|onboarding|training|(?:the |a |one )?(?:course|semester|term|year)|withdrawal|exit)\b/i,
    'none',
  ],
  [/^(?:transfer[- ]in|(?:new |incoming )?transfer student|undergraduate|graduate (?:student|school|level))$/i, 'none'],
];

const words: Words = [
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

/** The same in more languages, in this order; what several mean or an end of any kind ("ukončeno", "avslutat") is asked. Of i and ı one. */
const further: Words = [
  [
    word(
      'zmarł[ya]?|zgon|avliden|død|kuollut|zemřel[ao]?|elhunyt|умер(?:ла)?|死亡|死去|逝去|사망|متوفى|متوفاة|נפטרה?|vefat(?: etti)?|öldü|meninggal(?: dunia)?|qua đời|decedat[ăa]?|απεβίωσε',
    ),
    'deceased',
  ],
  [
    word(
      'przeniesion[yaeo]|överflytt\\p{L}*|bytt (?:lärosäte|skola)|overført|overflyttet|siirtynyt|přestoupil[ao]?|přestup|átiratkozott|перевед[её]н[аыо]?|переведений|转学|轉學|転学|転校|전학|محولة?|منقول|yatay geçiş(?: yapti)?|nakil|mutasi|pindah(?: kampus| sekolah)?|chuyển trường|transferat[ăa]?',
    ),
    'transferred',
  ],
  [
    word(
      'absolwent(?:ka)?|ukończył[ao]?(?: studia)?|examinerad|utexaminerad|uteksaminert|færdiguddannet|dimitteret|valmistunut|absolvoval[ao]?|absolvent(?:ka)?|végzett|diplomázott|выпускни[кц]\\p{L}*|окончил[аи]?|випускни[кц]\\p{L}*|закінчи(?:в|ла)|卒業(?:生|済み?)?|修了|毕业生?|畢業生?|졸업(?:생|자)?|متخرجة?|خريجة?|בוגרת?|סיי?מה? תואר|mezun(?: oldu)?|lulus(?:an)?|wisuda|(?:đã )?tốt nghiệp|absolvit|απόφοιτ\\p{L}*|diplomira(?:o|la)',
    ),
    'graduated',
  ],
  [
    word(
      'zwolnion[yae]|wydalon[yae]|avskedad|oppsagt|afskediget|irtisanottu|erotettu|vyloučen[aoý]?|kizárt|уволен[аы]?|исключ[её]н[аы]?|开除|開除|解雇|해고|مفصولة?|פוטרה?|işten çikaril\\p{L}*|ihraç|dikeluarkan|buộc thôi học',
    ),
    'let go',
  ],
  [
    word(
      'rezygnacja|zrezygnował[ao]?|sagt upp sig|istifa(?: etti)?|уволил(?:ся|ась)|자퇴|의원면직|辞职|依願退職|自主退学|mengundurkan diri|استقالت?|התפטרה?|felmondott|demisionat[ăa]?',
    ),
    'left by choice',
  ],
  [
    word(
      'skreślon[yae]|skreślenie|nieaktywn[yae]|odsz(?:edł|ła)|avregistrerad|avbrott|avbrut(?:it|en)|avhopp\\p{L}*|hoppat av|slutat|inaktiv|sluttet|utmeldt|udmeldt|frafal(?:t|det)|eronnut|keskeyttänyt|zanechal[ao]?(?: studia)?|neaktivní|elbocsát\\p{L}*|inaktív|kilépett|отчисл[её]н[аы]?|выбыл[аи]?|неактив\\p{L}*|відрахован\\p{L}*|退学者?|退學|中退|除籍|退職者?|離職|离职|肄业|退社|제적|퇴학|퇴직|퇴사|중퇴|منسحبة?|منقطعة?|פרשה?|הפסיקה?(?: לימודים)?|עזבה?|ayrildi|ayrilmiş|kaydi silin\\p{L}*|ilişiği kesil\\p{L}*|pasif|birakti|terk(?: etti)?|emekli|keluar|nonaktif|berhenti|thôi học|bỏ học|nghỉ việc|exmatriculat[ăa]?|διαγραφή|διεγράφη|διαγραμμέν\\p{L}*|ανενεργ\\p{L}*',
    ),
    'left',
  ],
  [
    word(
      'aktywn[yae]|studiuje|zatrudnion[yae]|registrerad|registrert|registreret|studerar|studerer|inskriven|indskrevet|anställd|ansatt?|läsnä(?:oleva|olevaksi ilmoittautunut)?|opiskelee|aktivní|studuje|aktív|обучается|учится|актив(?:ен|на|ный|ная)|работает|навчається|在籍中?|在学中?|在學中?|在读|在讀|在校|在职|在職中?|재학(?:생|중)?|재직중?|مستمرة?|منتظمة?|مقيدة?|مسجلة?|نشطة?|פעילה?|לומדת?|רשומה?|aktif|kayitli|devam ediyor|okuyor|çalişiyor|đang học|đang làm việc|înmatriculat[ăa]?|ενεργ(?:ός|ή|ό)|εγγεγραμμέν\\p{L}*|upisan[ao]?|aktiv(?:an|na)',
    ),
    'stayed',
  ],
];

/** First what is said of an end, and of staying last. */
export const allWords: Words = [...words, ...further];

/** On leave: still employed, and for a registrar away for a while. */
export const onLeave = word(
  '(?:(?:paid|unpaid|family|medical|parental|maternity|paternity|sick|approved|personal) )?leave(?: of absence)?|on leave|loa|fmla|beurlaubt|permiso|licencia|en cong[eé]|cong[eé]|licen[cç]a|in aspettativa|met verlof|urlop(?: \\p{L}+)?|tjänstledig|uppehåll|permisjon|orlov|cuti|izinli|休職中?|휴직중?|отпуск|חופשה',
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
    sure: ['f', 'q', 'h', 'g', 'x'],
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
  'enroll?(?:ed|ment)?|enrl|registered|withdr(?:ew|awn?)|wd|grad(?:uated)?|student|academic|registration|matriculad[oa]|eingeschrieben|inscrit[oa]?|stopped out|drop(?:ped)?[- ]?outs?|transfer(?:red)?|stud\\p{L}+|uczelni\\p{L}*|öğrenci\\p{L}*|hallgató\\p{L}*|opiskel\\p{L}*|mahasiswa|exam[ei]n\\p{L}*',
);
