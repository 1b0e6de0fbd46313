// Which headings speak of who is still here: of staying and leaving, or of a status that may be one of them.

/** Words over a column that says who was there, or who was gone. */
const staying =
  /enrol+ed|enrol+ment|retained|retention|persist|still here|registered|re-?enrol|returned|returning|attrition|turnover|withdr[ae]w|no longer|dropped out|still (employed|active|working|with us)|employed at|matriculad|inscrit|inscript|reinscrip|permanencia|eingeschrieben|immatrikuliert|rückgemeldet|ingeschreven|iscritt|ativo em|exmatrikul|abgebrochen|abandon|d[eé]sinscri|desisti|evadid|uitgeschreven|studiestaker|rinuncia|avhopp|avbrut|frafal(d|l)|skreślen|отчисл|退学|退職|離職|자퇴|퇴직/;
/** And of what is about it, without saying so: ages, loads, kinds. */
const about =
  /\b(age|alter|edad|âge|date|day|datum|fecha|hours?|credits?|units?|gpa|grade|fee|type|typ|load|intensity|level|major|program|plan|reason|count|number|how many|since|years?|months?|terms? of|mode|method|site|location)\b|(日|日付|年度|理由|事由|날짜|일자|사유|日期|原因)$/;
/** Columns of statuses, also as the end of a longer word: `Studiestatus`. */
const standing =
  /statu[st]\p{L}{0,2}(?![\p{L}])|(?<![\p{L}])(state|estado|estatus|statut|situa[cç][aã]o|situaci[oó]n|stato|disposition|outcome|exit|enrol+ment code|inscripci[oó]n|matr[ií]cula|matr[ií]cula[cç][aã]o|inscription|scolarit[eé]|einschreibung|immatrikulation|inschrijving|iscrizione|statusu?|stan|stav|stanje|stare|állapot|jogviszony|státusz|tila|tilanne|tilstand|durum|durumu|ests|trạng thái|tình trạng|keadaan|статус|стан|состояние|положение|κατάσταση|حالة|الحالة|وضعیت|סטטוס|מצב|स्थिति)(?![\p{L}])|在籍|学籍|學籍|在学|在學|状況|状态|狀態|状態|학적|상태|재학|재직|สถานะ/u;
/** A status of something else than being here. */
const otherStatus =
  /\b(academic standing|marital|marriage|relationship|civil|family|visa|immigration|residen\w*|citizenship|veteran|military|disability|health|vaccin\w*|covid|housing|parking|payment|fee|aid|financial|billing|tuition|account|applica\w*|admission|form|survey|response|consent|training|onboarding|background|check|document|transcript|program|match\w*|mentor\w*|invitation|email|phone|access|device|badge|income|pell|insurance|exempt|flsa|authori[sz]ation|legal|task|case|alert|flag|request|ticket|familien\w*|estado civil|état civil|stan cywilny)\b|配偶|婚姻|혼인|결혼/;

/** `Enrolled Fall 2026`, `Still here`, `Withdrew`: the heading, folded, asks who stayed or who left. */
export function saysWhoStayed(key: string): boolean {
  return staying.test(key) && (!about.test(key) || /\bno longer\b/.test(key));
}

/** `Status`, `Durum`, `在籍状況`, folded: where its words say so, where somebody is. */
export function saysStanding(key: string): boolean {
  return standing.test(key) && !otherStatus.test(key) && !/\b(date|day|reason|datum|tarihi?|data)\b|[日]$/.test(key);
}
