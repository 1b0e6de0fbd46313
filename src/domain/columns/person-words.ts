// The one table of words by meaning for who somebody is: e-mail, id, names, role, capacity. Headings in any of the languages, whole or in a question.
import { phrases, type HeadingTest } from './heading-phrases.ts';

/** Who a row is about, in front of or behind what it says of them. */
const owners = `student students participant employee worker associate staff member person people learner applicant user spriden spbpers
  respondent attendee registrant delegate candidate individual pupil undergraduate graduate trainee intern recipient contact resident volunteer
  alumno alumna alumnos estudiante estudiantes empleado participante usuario persona solicitante trabajador
  etudiant etudiante eleve employe employee salarie participante utilisateur personne collaborateur apprenant
  teilnehmer teilnehmerin teilnehmende studierende studierenden studentin mitarbeiter mitarbeiterin person benutzer schuler
  aluno aluna estudante funcionario colaborador pessoa studente dipendente partecipante persona utente collaboratore
  deelnemer medewerker werknemer leerling gebruiker uczestnik uczestnika pracownik pracownika studenta osoba
  deltagare anstalld elev medarbetare deltager medarbejder ansatt deltaker ogrenci calisan katilimci ucastnik zamestnanec mahasiswa siswa peserta karyawan`;

const officialness = `full legal complete preferred display official actual real current own chosen known correct formal business
  completo completa legal oficial preferido complet complete officiel usage vollstandiger vollstandige ganzer offizieller
  completo ufficiale volledige volledig officiele pelne pelny fullstandigt fulde tam lengkap cele`;

const email = phrases(
  `email, email address, email addresses, email id, emailadresse, emailadres, mail, mail address, mailadresse, emailadressen, eaddress,
  recipient email, upn, user principal name, correo, correo electronico, direccion correo, direccion correo electronico, direccion email,
  courriel, adresse email, adresse courriel, adresse mail, adresse electronique, adresse messagerie, mel,
  posta elettronica, indirizzo email, indirizzo posta elettronica, indirizzo mail, endereco email, correio eletronico, endereco correio eletronico,
  elektronische post, adres email, adres mailowy, adres poczty elektronicznej, epost, epostadress, epostadresse, eposta, eposta adresi,
  sahkoposti, sahkopostiosoite, emailova adresa, emailcim, email cim, alamat email, surel, pochta, почта, электронная почта, адрес электронной почты,
  эл почта, имейл, メールアドレス, メール, eメール, 邮箱, 电子邮件, 电子邮箱, 電子郵件, 이메일, 이메일 주소, البريد الالكتروني, البريد الإلكتروني, דוא ל, email ξ, διευθυνση email, ηλεκτρονικο ταχυδρομειο`,
  {
    besides: `${owners} work university school college campus institutional primary main preferred contact best corporate company business edu login account
      registered valid active personal home private google microsoft organizational
      institucional universitario personal trabajo principal universitaire professionnel professionnelle personnel personnelle
      dienstliche dienstlich geschaftliche universitats hochschul private institucional pessoal aziendale istituzionale personale zakelijk zakelijke priv sluzbowy`,
  },
);

/** Numbers that an institution gives a person; the other tables are weaker claims to the same place. */
const institutionId = phrases(
  `student id, student number, student no, student nr, student code, student key, student ref, student reference, student identifier, student id number, student identification number,
  employee id, employee number, employee no, employee code, employee identifier, staff id, staff number, staff no, staff code, worker id, worker number, associate id, associate number,
  person id, person number, person, people id, member id, member number, membership number, participant id, participant number, participant code, learner id, learner number,
  user number, personnel id, personnel number, personnel no, payroll id, payroll number, payroll no, pers no, pernr, staff ref, associate oid,
  emplid, empl number, emp id, emp number, emp no, empid, empno, stu id, stuid, stu number, sid, std id, std number, studid, studentid, employeeid,
  uin, spriden, spriden id, banner id, bannerid, banner number, banner pidm, peoplesoft id, peoplesoft number, workday id, workday number, sap id, sap number, colleague id, jenzabar id, powercampus id, powerschool id, infinite campus id, skyward id, ellucian id,
  sis user id, sis id, sis number, sis student id, integration id, badge, badge id, badge number, badge no, card number, campus card number, id card number, library number,
  university id, university id number, university number, college id, college number, campus id, campus number, school id number, uid, uid number, upi, ucid, puid, nuid, ccid, gtid, gtin id, peoplesoft emplid, eid, psid, rin, cwid, wid number, znumber, z number, wnumber, w number, anumber, gnumber, g number, tnumber, t number, jnumber, panther id, red id, redid, unity id, rcs id, case id number, onyen, pid, buid, bu id, lasid, sasid, ssid, state id, state student id, perm id, perm number, permanent id, local id, ldap id, nhs number, service number, regimental number,
  matriculation number, matriculation no, matric number, matric no, matric card number, enrolment number, enrollment number, enrolment no, enrollment no, registration number, registration no, reg number, reg no, roll, roll number, roll no, admission number, admission no, index number, hall ticket number, usn, prn, candidate number, hesa number, husid, ucas id, ucas number, ucas personal id,
  matrikelnummer, matrikel nummer, matrikelnr, matrikel nr, matr nr, mat nr, personalnummer, personal nr, personalnr, mitarbeiternummer, mitarbeiter nr, mitarbeiter id, teilnehmernummer, teilnehmer nr, kennnummer, kennung, mitgliedsnummer, schulernummer, id nummer,
  matricula, numero matricula, numero estudiante, numero alumno, codigo estudiante, codigo estudiantil, codigo alumno, codigo empleado, codigo universitario, numero empleado, numero control, numero cuenta, numero expediente, expediente, legajo, numero legajo, carnet, numero carnet, carne, cuenta unam, boleta, nia, nip, nomina, numero nomina, identificador, id estudiante, id alumno, id empleado, rut alumno, registro academico,
  numero etudiant, number etudiant, number matricule, no etudiant, n etudiant, code etudiant, identifiant etudiant, identifiant, matricule, numero matricule, numero dossier, code permanent, ine, numero ine, nni, numero employe, numero salarie, identifiant employe, id etudiant,
  numero mecanografico, numero aluno, registro academico, ra, ra aluno, nusp, numero usp, codigo aluno, codigo funcionario, numero funcionario, chapa, id aluno, id funcionario,
  matricola, numero matricola, matricola studente, codice studente, codice persona, codice dipendente, numero dipendente, id studente, id dipendente,
  studentnummer, studentennummer, student nr, leerlingnummer, personeelsnummer, personeelsnr, medewerkernummer, medewerkersnummer, stamnummer, rolnummer, registratienummer, deelnemernummer, snummer, unummer, rnummer,
  numer albumu, nr albumu, album number, numer indeksu, nr indeksu, numer pracownika, numer studenta, identyfikator, numer ewidencyjny, numer legitymacji,
  studentnr, studienummer, studienr, studie nr, anstallningsnummer, anstallnings nr, ansattnummer, ansatt nr, medarbejdernummer, medarbejder nr, kursistnummer, opiskelijanumero, henkilonumero, kennitala, medlemsnummer,
  ogrenci no, ogrenci numarasi, ogrenci nosu, sicil no, sicil numarasi, personel no, calisan no, osobni cislo, uco, cislo studenta, cislo zamestnance, id studenta, neptun kod, neptun, hallgatoi azonosito, torzsszam, numar matricol, nr matricol, αριθμος μητρωου, αμ, номер студента, студенческий билет, номер студенческого билета, табельный номер, номер зачетки, номер зачетной книжки,
  nim, npm, nis, nisn, nip, nik karyawan, nomor induk, nomor induk mahasiswa, nomor induk karyawan, nomor karyawan, ma sinh vien, mssv, ma so sinh vien, ma nhan vien,
  学籍番号, 学生番号, 社員番号, 職員番号, 学号, 學號, 工号, 員工編號, 员工编号, 编号, 학번, 사번, 직원 번호, رقم الطالب, الرقم الجامعي, رقم الموظف, الرقم الوظيفي, מספר סטודנט, מספר עובד`,
  {
    besides: `${owners} official university college school campus company organization unique internal global sis external hr`,
  },
);

/** The bare word, and what a login is called: an id where no better one is there. */
const plainId = phrases(
  `id, ids, id number, id no, id nr, identification number, identifier, identification, id code, unique id, unique identifier, unique number, key, person key, code, numero identificacion, identificacion, numero id, identification nummer, kenncode, id numero, nummer id, numer id, kimlik no, azonosito, идентификатор, 番号, id番号`,
  { besides: owners },
);
const loginId = phrases(
  `pidm, user id, userid, user, netid, net id, net, username, user name, login, login id, sis login id, login name, account, account id, account name, uniqname, onyen, cwl, sso id, network id number, kerberos, kerberos id, ad account, samaccountname, eduperson principal name, usuario, nombre usuario, identifiant connexion, benutzername, benutzerkennung, nome utente, gebruikersnaam, nazwa uzytkownika, anvandarnamn, brukernavn, brugernavn, kullanici adi, uzivatelske jmeno, moodle user id, canvas user id`,
  { besides: 'university campus college school student employee' },
);

/** Numbers of a record rather than of a person: an id only where nothing else tells people apart. */
const recordId = phrases(
  'record id, record number, record no, record, external id, external identifier, oid, row id, number, no, nr, lfd nr, numero, entry number, case number',
);

/** Ways to the place of the id, the strongest first. */
export const idWords: readonly HeadingTest[] = [institutionId, plainId, loginId, recordId];

const nameOwners = `${owners} ${officialness} preferably`;

const fullName = phrases(
  `full name, fullname, complete name, first last name, first and last name, first last, last first, last name first name, name first last, firstname lastname, lastname firstname, firstname surname, first name surname, forename surname, forename lastname, given family name, given name family name, name surname, names, full names, person name, student name, learner name, employee name, worker name, participant name, applicant name, member name, staff name, user full name, legal name, legal full name, preferred name, display name, displayname, formatted name, common name, cn, name of student, student, worker, employee, participant, learner, name as shown, known as,
  nombre completo, nombre apellido, nombre apellidos, nombres apellidos, apellidos nombre, apellidos nombres, apellido nombre, nombre alumno, nombre estudiante,
  nom complet, nom prenom, prenom nom, noms prenoms, nom famille prenom, nom etudiant, nom etudiante, nom participant,
  vornachname, vorname nachname, nachname vorname, vorname name, name vorname, vorname zuname, vorname familienname, voller name, vollstandiger name, vor nachname, vor zuname, vor nachnamen, vor familienname, ganzer name,
  nome completo, nome sobrenome, nome apelido, nome cognome, cognome nome, nominativo, nome studente, nome aluno,
  voor achternaam, voornaam achternaam, achternaam voornaam, volledige naam, naam student, naam medewerker, voornaam naam, naam voornaam,
  imie nazwisko, nazwisko imie, imie i nazwisko, pelne imie nazwisko, fornamn efternamn, fornavn efternavn, fornavn etternavn, fullstandigt namn, fullt navn, fulde navn, hele navn, koko nimi, etunimi sukunimi, nimi,
  ad soyad, adi soyadi, isim soyisim, isim soyad, ad ve soyad, adiniz soyadiniz, jmeno prijmeni, prijmeni jmeno, cele jmeno, meno priezvisko, teljes nev, nev, nume prenume, nume complet, ime prezime, ime i prezime, ονοματεπωνυμο, фио, ф и о, имя фамилия, имя и фамилия, фамилия имя, фамилия имя отчество, полное имя, пiб, ad familiya,
  nama lengkap, nama mahasiswa, nama siswa, nama peserta, nama karyawan, ho ten, ho va ten, pangalan, jina kamili, jina,
  氏名, お名前, 名前, フルネーム, 姓名, 学生姓名, 员工姓名, 성명, 성함, الاسم, الاسم الكامل, الاسم الرباعي, שם מלא, ชื่อ นามสกุล, ชื่อ สกุล, नाम, पूरा नाम`,
  {
    besides: nameOwners,
    also: /wie (hei(ß|ss)en sie|hei(ß|ss)t du|lautet ihr name|ist ihr name)|comment (vous appelez|t['’]appelles|tu t['’]appelles)|c[oó]mo (te llamas|se llama)|come (ti chiami|si chiama)|como (voc[eê] )?se chama|hoe heet (je|u|jij)|jak si[eę] nazywasz|vad heter du|hvad hedder du|hva heter du|adınız ne|\bfor\S* (og|och) (efter|etter)na|\bför\S* och efterna/,
  },
);
/** Alone a whole name; beside the one for the other half, a half. */
const bareName = phrases(
  'name, nombre, nombres, nom, nome, naam, namn, navn, nama, jmeno, meno, nume, ime, isim, имя, имена, 이름',
  {
    besides: nameOwners,
  },
);
const firstName = phrases(
  `first name, firstname, first, given name, givenname, given names, given, forename, forenames, fname, first names, christian name, preferred first name, legal first name, nickname first name, recipient first name, first name preferred, name first, goes by,
  nombre pila, primer nombre, primer nombres, prenom, prenoms, prenom usuel, vorname, vornamen, rufname, primeiro nome, nome proprio, nome battesimo, nome di battesimo, voornaam, voornamen, roepnaam, imie, imiona, fornamn, tilltalsnamn, fornavn, etunimi, krestni jmeno, krstne meno, keresztnev, utonev, prenume, prenumele, ilk ad, adiniz, ad, adi, nama depan, ten, όνομα, ονομα, имя собственное, 名, 名字, ファーストネーム, الاسم الاول, الاسم الأول, שם פרטי, ism, ismi, имя студента`,
  { besides: nameOwners },
);
const lastName = phrases(
  `last name, lastname, last, family name, familyname, family, surname, surnames, second name, lname, last names, recipient last name, legal last name, name last, paternal surname, primary last name,
  apellido, apellidos, primer apellido, apellido paterno, nom famille, nom naissance, nom usage, nachname, familienname, zuname, sobrenome, apelido, ultimo nome, cognome, cognomi, achternaam, familienaam, nazwisko, efternamn, efternavn, etternavn, sukunimi, prijmeni, priezvisko, vezeteknev, csaladnev, nume familie, prezime, soyad, soyadi, soyisim, soyadiniz, nama belakang, nama keluarga, ho, επωνυμο, επίθετο, фамилия, familiya, familiyasi, 姓, 苗字, 성, 성씨, اسم العائلة, الكنية, שם משפחה`,
  { besides: nameOwners },
);

/** `van der`, in a column of its own: it stands between the two. */
const infix = phrases(
  `tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels, tussenvoegsel achternaam, voorvoegsel achternaam, infix, name infix, surname prefix, last name prefix, family name prefix,
  name particle, nobiliary particle, namenszusatz, namensvorsatz, vorsatzwort, particule, particule nom`,
  { besides: owners },
);

export const nameWords = { full: fullName, bare: bareName, first: firstName, last: lastName, infix } as const;
export const emailWords = email;

/** A part of a name that neither is the first nor the last. */
export const middleName = phrases(
  'middle name, middle, middle initial, mi, suffix, prefix, salutation, title, honorific, segundo nombre, segundo apellido, apellido materno, anrede, отчество',
  {
    besides: nameOwners,
  },
);

const mentees = `mentees, mentee, proteges, protege, students, student, people, youth, participants, learners, mentoring pairs, matches, match, peers, juniors, buddies, newcomers, freshers`;
const takes = `number, max, maximum, max number, maximum number, limit, cap, capacity, slots, slot, seats, places, spots, openings, load, quota, many, up many, available number, ideal number, preferred number, total number, count, desired number, how many, max no, no`;
const products = takes
  .split(', ')
  .flatMap((take) => mentees.split(', ').map((mentee) => `${take} ${mentee}`))
  .join(', ');

/** How many a mentor takes: never how many somebody had, manages or teaches. */
export const capacityWords = phrases(
  `capacity, mentor capacity, mentoring capacity, capacity mentees, seats, places, slots, spots, openings, mentor slots, mentee slots, mentoring slots, mentoring places, available slots, available spots, available places, free places, free slots, open slots, max capacity, maximum capacity, availability slots, max load, caseload, mentor limit, mentee limit, mentee cap, mentee quota, mentees, mentees per mentor, mentee capacity, max mentees, mentees max, total capacity, pair limit, max pairs, maximum pairs, max matches,
  ${products},
  capacidad, cupo, cupos, cupo maximo, plazas, plazas disponibles, numero mentees, numero mentorizados, numero maximo mentees, numero maximo mentorizados, cuantos mentees, cuantos mentorizados, cuantos estudiantes, cuantas personas, numero aprendices, numero tutorandos, numero telemacos, capacidad maxima, numero alumnos,
  capacite, nombre places, places disponibles, nombre mentores, nombre maximum mentores, combien mentores, combien etudiants, combien personnes, nombre mentorees, nombre max mentores, nombre filleuls, combien filleuls, nombre etudiants,
  kapazitat, anzahl mentees, maximale anzahl mentees, max anzahl mentees, viele mentees, wieviele mentees, platze, freie platze, anzahl platze, max mentees, hochstzahl mentees, anzahl studierende,
  capacidade, vagas, numero vagas, numero mentorados, quantos mentorados, quantos mentees, numero maximo mentorados, quantas pessoas, vagas disponiveis, capienza, capacita, posti, posti disponibili, numero mentee, quanti mentee, numero massimo mentee, quanti studenti, numero posti,
  capaciteit, aantal mentees, maximum aantal mentees, hoeveel mentees, plaatsen, aantal plaatsen, beschikbare plaatsen, pojemnosc, liczba mentees, liczba podopiecznych, liczba miejsc, ile osob, ilu podopiecznych, maksymalna liczba mentees, maksymalna liczba podopiecznych, antal adepter, antal mentees, antal platser, kapacitet, antal pladser, antal plasser, kapasitet, kapasite, kontenjan, mentee sayisi, pocet mentees, pocet mist, kapacita, kapasitas, jumlah mentee, kuota, вместимость, количество подопечных, 定員, 受け入れ可能人数, 受け入れ人数, 受入人数, 受入可能人数, 担当人数, 担当可能人数, 募集人数, 容量, 名额, 人数上限, 可带人数, 指导人数, 정원, 인원, 수용 인원, 담당 인원, 최대 인원, 멘티 수, السعة, عدد المتدربين, מספר חניכים`,
  {
    besides: `take able commit willing accept mentor mentors mentored mentoring support supporting want like could can happy prefer work guide want matched assigned each per you term semester year time once
      max maximum maximal maximo maxima maximale new tomar aceptar atender apoyar acompagner accompagner prendre accepter betreuen nehmen ubernehmen atender aceitar seguire begeleiden`,
    also: /\bhow many (mentees|prot[eé]g[eé]s)\b(?!.*\b(had|have you|previous|past|before|so far|ever|already|current|currently|now)\b)|\b(availability|capacity|places|slots|seats)\b.{0,3}\b(number|no|count) of (students|people|youth|learners|mentees)\b|\b(how many|max(imum)?( number of)?|number of) (students|people|youth|learners)\b.*\b(mentor|take on|support|be paired|be matched)\b(?!.*\b(had|have you|previous|past|before|so far|ever|already|current|currently|now)\b)|(wie ?viele|cu[aá]nt[oa]s|combien d|quant[oaie]s?|hoeveel|ilu|ile|liczba|n[uú]mero( m[aá]ximo)? d[eo]|nombre( max\w*)? de|anzahl|aantal|antal|hur många|hvor mange|kaç|kolik|berapa).{0,40}(mentee|mentor[eéai]|mentoriz|aprendi[zc]|tutorad|ahijad|afilhad|pupil|menti|prot[eé]g|telémac|filleul|tutorand|podopieczn|adept|schützling)(?!.*(actual|derzeit|bisher|gehabt|hatten|tenido|actuellement|déjà|atualmente|attualmente|momenteel))/,
  },
);
