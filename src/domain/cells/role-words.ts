// The words that phrases about roles are made of, by what they do in them; languages side by side.

export type RoleWord = 'mentor' | 'mentee' | 'both' | 'none';

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Who somebody is. Accents count: an Italian `mentore` mentors, a French `mentoré` is mentored. */
export const mentorNouns =
  list(`mentor mentors mentorin mentorinnen mentoren mentora mentoras mentores mentore mentori mentrice
  mentoressa mentorka mentorzy mentorem mentorką mentorky mentorem mentorė mentorinnen mentorn mentorit mentörü mentör parrain parrains marraine marraines pate paten patin patinnen padrino padrinos madrina madrinas
  padrinho padrinhos madrinha madrinhas tuteur tuteurs tutrice tutrices tutor tutors tutora tutores tutorin tutorinnen
  наставник наставница наставника наставником ментор ментора ментором mentort mentorul mentoricu mentorom mentoriaus mentori μέντορα μέντορας mentoři メンター 导师 導師 멘토 مرشد مرشدة موجه موجهة מנטור מנטורית חונך חונכת`);
export const menteeNouns =
  list(`mentee mentees menti mentiler danışan danışanlar mentörlük adept adepter adepten adepta adepti adeptka mentorovaný mentorovaná patenkind patenkinder menteé mentoree mentorees mentoré mentorée mentorés mentorées mentorado mentorada
  mentorados mentoradas mentorizado mentorizada mentorizados mentorizadas mentoreado mentoreada mentorand mentorandin mentoranden
  mentorandinnen mentorando mentoranda mentorato mentorata protégé protégée protégés protégées protege protegee proteges protegé
  protegido protegida protegidos protegidas aprendiz aprendices aprendizes pupilo pupila pupilos tutorado tutorada tutorados
  tutoradas tutoré tutorée tutorés tutorand tutorandin tutee tutees filleul filleule filleuls filleules ahijado ahijada ahijados
  afilhado afilhada afilhados podopieczny podopieczna подопечный подопечная менти メンティー メンティ 学员 學員 멘티 متدرب متدربة مسترشد مسترشدة חניך חניכה aktori aktorit`);

/** Who somebody is where nothing else in the phrase says it. */
export const weakMentors = list(
  'volunteer volunteers coach coaches bénévole bénévoles voluntario voluntaria voluntário big bigs',
);
export const weakMentees =
  list(`student students learner learners pupil pupils youth child teen mentored little littles étudiant
  tutored guided begleitet betreut begeleid accompagné accompagnée acompañado acompañada acompanhado acompanhada seguito seguita affiancato affiancata parrainé parrainée encadré encadrée guidé guidée suivi suivie
  étudiante estudiante estudante alumno alumna aluno aluna schüler schülerin studentin studierende studierenden studierender studentinnen studenten étudiants estudiantes alunos studenti studente studentessa leerling`);

/** A mentor's doing: given it makes a mentor, received a mentee. */
export const doings = list('mentoring mentorship mentorat mentoría mentoria mentorías mentorias tutoring');

/** Before a noun: this is what somebody is or would be. */
export const beWords = list(`be being been become becoming am m are is as serve serving act acting fare faccio
  ser soy sea somos como convertirme convertirse sou tornar être etre suis devenir comme tant sein werden bin als
  essere sono diventare come zijn worden ben być zostać jako byť být vara bli som være blive
  lenni olla deveni fi biti postati būti stať stát menjadi jadi sebagai maging thành làm kuwa быть стать бути стати бъда стана γίνω είμαι`);
/** After a noun, as German and Dutch put it. */
export const beAfter = list('werden sein worden zijn wordt olmak olayım olabilirim');

/** Before a noun: this is what somebody wants, has or is together with, and so is not. */
export const haveWords =
  list(`want wants wanting wanted need needs needing seek seeks seeking look looks looking find finds finding get
  gets getting have has having receive receives receiving request requests requesting require requires search searching wish wishes
  wishing like prefer interested matched paired assigned with by from help helps helping support supporting guide guiding guided
  advise teach use accompany assist orient
  quiero quisiera busco buscando buscar necesito necesita tener tengo encontrar recibir deseo gustaría gustaria con
  quero procuro procurando preciso ter tenho receber gostaria com
  veux voudrais cherche recherche besoin souhaite avoir ai trouver recevoir aimerais avec
  suche suchen sucht brauche brauchen benötige wünsche wünscht hätte habe haben finde finden bekommen möchte einen mit von durch
  cerco cerca voglio vorrei bisogno avere ho trovare desidero
  zoek zoeken wil heb hebben nodig vinden krijgen met
  accompagné accompagnée suivi suivie guidé guidée encadré encadrée parrainé parrainée acompañado acompañada guiado guiada
  acompanhado acompanhada orientado orientada begleitet betreut begeleid seguito seguita affiancato affiancata
  accompagner guider encadrer suivre parrainer épauler acompañar guiar orientar apoyar acompanhar apoiar accompagnare guidare affiancare seguire begeleiden
  szeretnék keresek kérek haluan etsin tarvitsen vreau caut doresc tražim želim trebam ieškau noriu otsin soovin vull chcem hľadám potrebujem
  ingin butuh mencari cari perlu mahu gusto kailangan naghahanap cần tìm muốn nahitaji nataka natafuta хочу ищу нужен нужна шукаю потребую искам търся θέλω ψάχνω χρειάζομαι
  szukam szuka chcę potrzebuję mieć hledám chci potřebuji söker vill behöver søger ønsker søker`);
/** After a noun. */
export const haveAfter = list(
  'wanted needed required requested sought haben finden suchen bekommen gesucht gewünscht benötigt nodig gezocht begleiten betreuen unterstützen begeleiden ondersteunen arıyorum arıyor aranıyor istiyorum istiyor lazım',
);

/** Before a doing: given. */
export const giveWords =
  list(`offer offers offering provide provides providing give gives giving do doing deliver ofrecer ofrezco dar doy
  oferecer ofereço dar offrir offre donner anbieten biete geben offrire offro bieden geef`);
/** After a doing or the verb: to whom. */
export const objects =
  list(`others other someone somebody people students peers mentees a an one younger new newer juniors junior freshmen
  colleagues`);

export const negators =
  list(`not no non former formerly ex ehemaliger ehemalige ancien ancienne never neither nor without dont kein keine keinen keiner nicht nie ohne pas aucun aucune jamais sans ni
  ningún ningun ninguno ninguna sin nunca tampoco não nao nem sem nenhum senza nessun nessuno geen niet nooit nie inte ikke`);
/** What came before them does not reach behind them. */
export const butWords = list('but rather instead aber sondern mais pero sino mas ma maar ale men');

export const bothWords = list(
  `both either beide beides ambos ambas deux entrambi entrambe allebei oba obie båda begge любая оба 両方 둘다`,
);
export const neitherWords = list(
  'neither none ninguno ninguna nenhum nenhuma aucun aucune keine keins nessuno geen weder observer',
);

/** `Mentor coordinator` mentors nobody. */
export const compounds =
  list(`coordinator coordinators program programme programs lead leader leads trainer training committee assistant
  supervisor manager team staff alumni alum admin administrator meeting name id email gender match status`);
export const roleNouns = list('role position spot opportunity rolle rol papel rôle ruolo');
export const auxiliaries = list('to can will could would also wanna may might');
export const meWords = list('me us');

/** Beside the noun they change nothing: which mentor somebody is, little words, and what is done with a form. */
const plainWords =
  list(`peer peers alumni alumnus alumna alum alums industry faculty staff graduate undergraduate senior junior lead head chief career academic
  professional community new newer returning experienced potential prospective approved pending interested active current registered
  confirmed certified trained primary secondary backup co cultural wellness stem science math tech technical business research
  executive corporate teacher employee adult group online virtual remote campus college school university high first second third
  year years only also again my our i we you the this that any all of in for since at on and or to too as yes y please ok
  apply applying application register registering registration sign signing signed up join joining enrol enroll chose choose prefer
  option choice type participant interest interests category
  der die das ein eine einer im in für und oder nur auch neue neuer fachliche studentische el la los las un una de del en para y o sólo solo
  también nuevo nueva le les une des du pour et ou seulement aussi nouveau nouvelle étudiant o os as um uma do da em e ou só também novo nova
  il lo i gli uno di del della per anche nuovo nuova het een van voor en of alleen ook nieuwe nieuw student och eller ny i w oraz lub nowy nowa`);
const families = [
  mentorNouns,
  menteeNouns,
  weakMentors,
  weakMentees,
  doings,
  beWords,
  beAfter,
  haveWords,
  haveAfter,
  giveWords,
  objects,
  negators,
  butWords,
  bothWords,
  neitherWords,
  compounds,
  roleNouns,
  auxiliaries,
  meWords,
  plainWords,
];

export function isKnown(word: string): boolean {
  return families.some((family) => family.has(word));
}
