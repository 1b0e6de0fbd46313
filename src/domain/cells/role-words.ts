// The words that phrases about roles are made of, by what they do in them; languages side by side.

export type RoleWord = 'mentor' | 'mentee' | 'both' | 'none';

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Who somebody is. Accents count: an Italian `mentore` mentors, a French `mentoré` is mentored. */
export const mentorNouns =
  list(`mentor mentors mentorin mentorinnen mentoren mentora mentoras mentores mentore mentori mentrice
  mentoressa mentorka mentorzy mentorem mentorką mentorky mentorem mentorė mentorinnen mentorn mentorit mentörü mentör parrain parrains marraine marraines pate paten patin patinnen padrino padrinos madrina madrinas
  padrinho padrinhos madrinha madrinhas tuteur tuteurs tutrice tutrices tutor tutors tutora tutores tutorin tutorinnen
  наставник наставница ментор mentoři メンター 导师 導師 멘토 مرشد`);
export const menteeNouns =
  list(`mentee mentees menti mentiler mentörlük adept adepter adepten adepta adepti adeptka mentorovaný mentorovaná patenkind patenkinder menteé mentoree mentorees mentoré mentorée mentorés mentorées mentorado mentorada
  mentorados mentoradas mentorizado mentorizada mentorizados mentorizadas mentoreado mentoreada mentorand mentorandin mentoranden
  mentorandinnen mentorando mentoranda mentorato mentorata protégé protégée protégés protégées protege protegee proteges protegé
  protegido protegida protegidos protegidas aprendiz aprendices aprendizes pupilo pupila pupilos tutorado tutorada tutorados
  tutoradas tutoré tutorée tutorés tutorand tutorandin tutee tutees filleul filleule filleuls filleules ahijado ahijada ahijados
  afilhado afilhada afilhados podopieczny podopieczna подопечный подопечная менти メンティー メンティ 学员 學員 멘티`);

/** Who somebody is where nothing else in the phrase says it. */
export const weakMentors = list(
  'volunteer volunteers coach coaches bénévole bénévoles voluntario voluntaria voluntário big bigs',
);
export const weakMentees =
  list(`student students learner learners pupil pupils youth child teen mentored little littles étudiant
  étudiante estudiante estudante alumno alumna aluno aluna schüler schülerin studentin studente studentessa leerling`);

/** A mentor's doing: given it makes a mentor, received a mentee. */
export const doings = list('mentoring mentorship mentorat mentoría mentoria mentorías mentorias tutoring');

/** Before a noun: this is what somebody is or would be. */
export const beWords = list(`be being been become becoming am m are is as serve serving act acting fare faccio
  ser soy sea somos como convertirme convertirse sou tornar être etre suis devenir comme tant sein werden bin als
  essere sono diventare come zijn worden ben być zostać jako byť být vara bli som være blive`);
/** After a noun, as German and Dutch put it. */
export const beAfter = list('werden sein worden zijn wordt olmak olayım olabilirim');

/** Before a noun: this is what somebody wants, has or is together with, and so is not. */
export const haveWords =
  list(`want wants wanting wanted need needs needing seek seeks seeking look looks looking find finds finding get
  gets getting have has having receive receives receiving request requests requesting require requires search searching wish wishes
  wishing like prefer interested matched paired assigned with by from help helps helping support supporting guide guiding guided
  advise teach
  quiero quisiera busco buscando buscar necesito necesita tener tengo encontrar recibir deseo gustaría gustaria con
  quero procuro procurando preciso ter tenho receber gostaria com
  veux voudrais cherche recherche besoin souhaite avoir ai trouver recevoir aimerais avec
  suche suchen sucht brauche brauchen benötige wünsche wünscht hätte habe haben finde finden bekommen möchte einen mit von durch
  cerco cerca voglio vorrei bisogno avere ho trovare desidero
  zoek zoeken wil heb hebben nodig vinden krijgen met
  accompagné accompagnée suivi suivie guidé guidée encadré encadrée parrainé parrainée acompañado acompañada guiado guiada
  acompanhado acompanhada orientado orientada begleitet betreut begeleid seguito seguita affiancato affiancata
  szukam szuka chcę potrzebuję mieć hledám chci potřebuji söker vill behöver søger ønsker søker`);
/** After a noun. */
export const haveAfter = list(
  'wanted needed required requested sought haben finden suchen bekommen gesucht gewünscht benötigt nodig gezocht arıyorum arıyor aranıyor istiyorum istiyor lazım',
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
