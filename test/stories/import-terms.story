# Term after term: a form's export and a spreadsheet about the same people, a form that changes its wording, a full roster.
@ form.csv
  Timestamp,E-mail,Full name,Do you want to be a mentor or a mentee?,Which topics would you like help with or offer?,When did you start here?
  9/14/2026 9:00:00,ana@example.org,"Souza, Ana",Mentee,"Exams, Housing",1/9/2026
  9/14/2026 9:05:00,bo@example.org,Bo Chen,Mentor,"Exams, Money",13/9/2024
  9/15/2026 8:00:00,cy@example.org,Cy Diaz,"Mentor, Mentee","Housing, Money",2/9/2025
  9/16/2026 8:00:00,ana@example.org,"Souza, Ana",Mentee,"Exams, Money",1/9/2026

$ mentorctl import form.csv --cohort fall
  2 mentors with 2 places, 2 mentees, 1 in both roles in fall. 3 new, 0 changed, 0 as before.
  Left out: answered again later; the later answer counts (line 2).
  Wrote mentorctl.yaml: 2 fields, 1 criterion proposed. Look it over and change what you like.

  Next: mentorctl match --cohort fall
! Reading form.csv: Google Forms export, roster, UTF-8, commas, headings on line 1, 4 rows.
!   Timestamp                                     -> answer time
!   E-mail                                        -> e-mail
!   Full name                                     -> name
!   Do you want to be a mentor or a mentee?       -> role
!   Which topics would you like help with or ...  -> topics help offer, a set of 3
!   When did you start here?                      -> start, date

$ mentorctl import form.csv --cohort fall --quiet
  2 mentors, 2 mentees, 1 in both roles in fall. Nothing new.
  Left out: answered again later; the later answer counts (line 2).

  Next: mentorctl match --cohort fall

# The registrar's list knows the same people by their number. They are not doubled.
@ list.csv
  Student ID;E-mail;Role;Max mentees
  0012;ANA@example.org;mentee;
  0013;bo@example.org;mentor;2-3

$ mentorctl import list.csv --cohort fall --all
  1 mentor with 2 places, 1 mentee in fall. 0 new, 2 changed, 0 as before.
  Read as numbers: "2-3" 2.
  line 2  Ana Souza (0012): id "ana@example.org" -> "0012"
  line 3  Bo Chen (0013): id "bo@example.org" -> "0013", seats 1 -> 2
  Wrote to mentorctl.yaml what is new in this file.

  Next: mentorctl match --cohort fall
! Reading list.csv: roster, UTF-8, semicolons, headings on line 1, 2 rows.
!   Student ID   -> id
!   E-mail       -> e-mail
!   Role         -> role
!   Max mentees  -> capacity

$ mentorctl person list --json | grep "id"
        "id": "0012",
        "id": "0013",
        "id": "cy@example.org",

# One address that belongs to two numbers cannot be guessed at: both places are shown.
@ wrong.csv
  Student ID,E-mail,Role
  0099,bo@example.org,mentor
  0100,di@example.org,mentee
  0101,di@example.org,mentee

$ mentorctl import wrong.csv --cohort fall
! Reading wrong.csv: roster, UTF-8, commas, headings on line 1, 3 rows.
!   Student ID  -> id
!   E-mail      -> e-mail
!   Role        -> role
! Nobody has a name here: no column of the file holds names.
! mentorctl: wrong.csv: 2 problems in 3 rows; nothing was imported.
!   line 2  "bo@example.org"  this e-mail belongs to id 0013 in the database, and here to id 0099. Correct the id or the e-mail of one of the two; if they are one person, write the id 0013 here.
!   line 4  "di@example.org"  this e-mail belongs to id 0100 on line 3, and here to id 0101. Correct the id or the e-mail of one of the two; if they are one person, write the id 0100 here.
! Import the other 1 with --skip-bad-rows --rejects bad.csv, mend bad.csv, import it again.
? 65

# Next term the form words its questions a little differently, and somebody makes mistakes.
@ spring.csv
  Timestamp,E-mail,Full name,Do you want to be a mentor or a mentee this term?,Which topics would you like help with or offer now?
  2/14/2027 9:00:00,eli@example.org,Eli Fox,Mentee,"Exams, Hosing"
  2/14/2027 9:05:00,bo@example.org,Bo Chen,Alumni,"Exams, Money"
  2/14/2027 9:06:00,gus@example.org,Gus Hay

$ mentorctl import spring.csv --cohort spring
! Reading spring.csv: Google Forms export, roster, UTF-8, commas, headings on line 1, 3 rows.
!   Timestamp                                     -> answer time
!   E-mail                                        -> e-mail
!   Full name                                     -> name
!   Do you want to be a mentor or a mentee th...  -> role
!   Which topics would you like help with or ...  -> topics help offer, a set of 3
! mentorctl: spring.csv: 2 problems in 3 rows; nothing was imported.
!   line 3  Do you want to be a mentor or…  "Alumni"  not a role here. Known: mentor, mentee, both, none, and phrases such as "I want a mentor". To teach it, write "Alumni": mentee (or mentor, both, none) under roles: in mentorctl.yaml, which mentorctl init makes where there is none yet (mentorctl help words).
!   line 4                                            3 cells for 5 headings: anything up to "Full name" may have moved left. Add the missing commas, so that each cell stands under its heading.
! Import the other 1 with --skip-bad-rows --rejects bad.csv, mend bad.csv, import it again.
? 65

$ mentorctl import spring.csv --cohort spring --skip-bad-rows --rejects bad.csv
  1 mentee in spring. 1 new, 0 changed, 0 as before.
  New answers in topics help offer: Hosing (is it Housing?).
  Wrote to mentorctl.yaml what is new in this file.

  Next: mentorctl match --cohort spring
! Reading spring.csv: Google Forms export, roster, UTF-8, commas, headings on line 1, 3 rows.
!   Timestamp                                     -> answer time
!   E-mail                                        -> e-mail
!   Full name                                     -> name
!   Do you want to be a mentor or a mentee th...  -> role
!   Which topics would you like help with or ...  -> topics help offer, a set of 3
! spring is a new cohort here; known before: fall.
! Left out for now: 2 rows with errors (lines 3, 4).
! They are in bad.csv: mend them there and import that file.

$ cat bad.csv
  Timestamp,E-mail,Full name,Do you want to be a mentor or a mentee this term?,Which topics would you like help with or offer now?,mentorctl_error
  2/14/2027 9:05:00,bo@example.org,Bo Chen,Alumni,"Exams, Money",Do you want to be a mentor or a mentee this term?: not a role here
  2/14/2027 9:06:00,gus@example.org,Gus Hay,"3 cells for 5 headings: anything up to ""Full name"" may have moved left"

# Mended, the rejects come in; as they were, they do not.
$ mentorctl import bad.csv --cohort spring --quiet
! mentorctl: bad.csv: 2 problems in 2 rows; nothing was imported.
!   line 2  Do you want to be a mentor or…  "Alumni"  not a role here. Known: mentor, mentee, both, none, and phrases such as "I want a mentor". To teach it, write "Alumni": mentee (or mentor, both, none) under roles: in mentorctl.yaml, which mentorctl init makes where there is none yet (mentorctl help words).
!   line 3                                            4 cells for 6 headings: anything up to "Do you want to be a mentor or a mentee this term?" may have moved left. Add the missing commas, so that each cell stands under its heading.
? 65

@ mended.csv
  Timestamp,E-mail,Full name,Do you want to be a mentor or a mentee this term?,Which topics would you like help with or offer now?,mentorctl_error
  2/14/2027 9:05:00,bo@example.org,Bo Chen,Mentor,"Exams, Money",Do you want to be a mentor or a mentee this term?: not a role here
  2/14/2027 9:06:00,gus@example.org,Gus Hay,Mentee,Exams,3 cells for 5 headings

$ mentorctl import mended.csv --cohort spring --quiet
  1 mentor with 1 place, 1 mentee in spring. 1 new, 1 changed, 0 as before.

  Next: mentorctl match --cohort spring

# A full roster says who is gone; a later one may bring them back.
@ full.csv
  E-mail,Full name,Role
  eli@example.org,Eli Fox,mentee
  bo@example.org,Bo Chen,mentor

$ mentorctl import full.csv --cohort spring --complete --dry-run --quiet
  Would import 1 mentor, 1 mentee in spring. Nobody new.
  Would withdraw 1, who is not in the file: Gus Hay (gus@example.org).

$ mentorctl import full.csv --cohort spring --complete --quiet
  1 mentor, 1 mentee in spring. Nobody new.
  Withdrew 1, who is not in the file: Gus Hay (gus@example.org).

  Next: mentorctl match --cohort spring

$ mentorctl import mended.csv --cohort spring --quiet
  1 mentor, 1 mentee in spring. Nothing new.
  Still withdrawn, though in the file: Gus Hay (gus@example.org). --complete takes back everybody who
  is in it, mentorctl person return one.

  Next: mentorctl match --cohort spring

$ mentorctl import mended.csv --cohort spring --complete --quiet
  1 mentor, 1 mentee in spring. Nobody new.
  Withdrew 1, who is not in the file: Eli Fox (eli@example.org).
  Took back 1, who had withdrawn: Gus Hay (gus@example.org).

  Next: mentorctl match --cohort spring

# What is corrected once is known the next time, and so is what shall be left out.
@ summer.csv
  E-mail,Full name,Role,How did you hear of us?,Favourite subject
  hal@example.org,Hal Ito,mentee,a friend,Law
  ida@example.org,Ida Jo,mentor,a poster,Physics

$ mentorctl import summer.csv --cohort summer --map "How did you hear of us?=-" --map "Favourite subject=major"
  1 mentor with 1 place, 1 mentee in summer. 2 new, 0 changed, 0 as before.
  Wrote to mentorctl.yaml what is new in this file.

  Next: mentorctl match --cohort summer
! Reading summer.csv: roster, UTF-8, commas, headings on line 1, 2 rows.
!   E-mail                   -> e-mail
!   Full name                -> name
!   Role                     -> role
!   How did you hear of us?  -> left out: as you said
!   Favourite subject        -> major, one of 2
! summer is a new cohort here; known before: fall, spring.

$ mentorctl import summer.csv --cohort summer
  1 mentor, 1 mentee in summer. Nothing new.

  Next: mentorctl match --cohort summer
! Reading summer.csv: roster, UTF-8, commas, headings on line 1, 2 rows.
!   E-mail                   -> e-mail
!   Full name                -> name
!   Role                     -> role
!   How did you hear of us?  -> left out: as you said
!   Favourite subject        -> major, one of 2
