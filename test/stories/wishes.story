# Wishes of programs, each one line of the program file, and what match and pair explain say of them.
@ people.csv
  ID,Name,Role,Capacity,Topics,Mentor requested,Second choice mentor
  M1,Ana Silva,mentor,1,Law,,
  M2,Bo Chen,mentor,1,Maths,,
  M3,Rao Kim,mentor,1,Law,,
  M4,Kim Rao,mentor,1,Maths,,
  M5,Bo Chen,mentor,1,Law,,
  S1,Eve Adams,mentee,,Law,Kim Rao,Ana Silva
  S2,Ned Fox,mentee,,Maths,"Silva, Ana; M3",
  S3,Liv Oak,mentee,,Law,Bo Chen,

# A mentor asked for by name: names in either order, ids, several in a cell or in several columns, become ranked choices.
$ mentorctl import people.csv --cohort fall -q
  5 mentors with 5 places, 3 mentees in fall. 8 new, 0 changed, 0 as before.
  Wrote mentorctl.yaml: 3 fields, 2 criteria proposed. Look it over and change what you like.

  Next: mentorctl match --cohort fall
$ mentorctl match --all
  Run 1 for fall (draft): 3 of 3 mentees placed with 3 of 5 mentors. Average fit 78 of 100; lowest 67.
  Checked: no other assignment places more people, and none that places 3 fits better (15 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
  Of 3 mentees who stated choices 3 have their first choice.
    "mentor requested" names 5 people, all of them mentors here. "Bo Chen": several mentors have that
    name, and each counts; say which by id, as in mentorctl person change S3 --answer "mentor
    requested=M2" (M2 or M5).

  "second choice mentor" names 1 person, a mentor here.

  Pairs, weakest first
    mentee          with mentor     fit  where it loses most
    Eve Adams (S1)  Kim Rao (M4)     67  other topics
    Ned Fox (S2)    Ana Silva (M1)   67  other topics
    Liv Oak (S3)    Bo Chen (M5)    100  nothing

  Next: mentorctl pair accept --run 1 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl person change S3 --answer "mentor requested=M2"
  Changed Liv Oak (S3) in fall: mentor requested Bo Chen -> M2.

  Next: mentorctl person show S3   or take it back with mentorctl data undo
$ mentorctl match --method stable --all
  Run 2 for fall (draft): 3 of 3 mentees placed with 3 of 5 mentors. Average fit 67 of 100; lowest 67.
  Checked: stable by the choices of 3 of 3 mentees and 0 of 5 mentors; where none were stated, by fit:
  no two would both rather have each other (15 eligible pairs).
  Of 3 mentees who stated choices 3 have their first choice.
  "mentor requested" names 4 people, all of them mentors here.
  "second choice mentor" names 1 person, a mentor here.

  Pairs, weakest first
    mentee          with mentor     fit  where it loses most
    Eve Adams (S1)  Kim Rao (M4)     67  other topics
    Ned Fox (S2)    Ana Silva (M1)   67  other topics
    Liv Oak (S3)    Bo Chen (M2)     67  other topics

  Next: mentorctl pair accept --run 2 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl pair explain S2 M1 --run 2
  Ned Fox and Ana Silva are paired in run 2. They fit 67 of 100: Ana Silva is the best of the 5
  mentors open to Ned Fox.
  Ana Silva is choice 1 of Ned Fox; Ana Silva did not name Ned Fox.

  What the fit is made of (points of 1,000)
    criterion  points   of  why
    topics          0  333  other topics: Maths, Law
    choices       667  667  choice 1 of the mentee; the mentor gave no choices

# The same as a file of preferences, wide or long; an ambiguous name is asked for.
@ long.csv
  Mentee,Mentor,Rank
  S1,Rao Kim,1
  S1,Bo Chen,2
@ wide.csv
  ID,First choice,Second choice,Third choice
  S1,Rao Kim,"Silva, Ana",M2
  S2,No preference,,
$ mentorctl import long.csv --cohort fall
! Reading long.csv: preferences, UTF-8, commas, headings on line 1, 2 rows.
!   Mentee  -> person
!   Mentor  -> other
!   Rank    -> rank
! mentorctl: long.csv: 1 problem in 2 rows; nothing was imported.
!   line 3  Mentor  "Bo Chen"  2 people here have this name: M2; M5. Write the id in place of the name, or add a column with the id or the e-mail.
! Import the other 1 with --skip-bad-rows --rejects bad.csv, mend bad.csv, import it again.
? 65
$ mentorctl import wide.csv --cohort fall
  3 preferences in fall. 3 new, 0 changed, 0 as before.
  Wrote to mentorctl.yaml what is new in this file; it now proposes 2 criteria.

  Next: mentorctl match --cohort fall
! Reading wide.csv: preferences, UTF-8, commas, headings on line 1, 2 rows.
!   ID             -> person
!   First choice   -> choice 1
!   Second choice  -> choice 2
!   Third choice   -> choice 3

# A list given anew is the whole list: what it leaves out is no choice any more.
@ anew.csv
  ID,First choice,Second choice
  S1,Ana Silva,
$ mentorctl import anew.csv --cohort fall -q
  1 preference in fall. 0 new, 3 changed, 0 as before.

  Next: mentorctl match --cohort fall
$ mentorctl match --dry-run --all
  Would be a run for fall: 3 of 3 mentees placed with 3 of 5 mentors. Average fit 67 of 100; lowest
  33.
  Checked: no other assignment places more people, and none that places 3 fits better (15 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
  Of 3 mentees who stated choices 2 have their first choice, 1 another of theirs.
  "mentor requested" names 4 people, all of them mentors here.
  "second choice mentor" names 1 person, a mentor here.
  Most in demand, with the points of fit that one more place there would add: Ana Silva (M1) at least
  31.3.

  Pairs, weakest first
    mentee          with mentor     fit  where it loses most
    Ned Fox (S2)    Rao Kim (M3)     33  other topics; choice 2 of the mentee; the mentor gave no
                                         choices
    Liv Oak (S3)    Bo Chen (M2)     67  other topics
    Eve Adams (S1)  Ana Silva (M1)  100  nothing
