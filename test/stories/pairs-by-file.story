# A list of proposals went round and comes back decided: what cannot be is refused by its line, and nothing is half done.
@ people.csv
  Email,Name,ID,Role,Capacity,Topics
  m1@example.edu,Priya Nair,M1,Mentor,1,Exams
  m2@example.edu,Tom Okafor,M2,Mentor,2,Research
  a@example.edu,Ana Suarez,S1,Mentee,,Exams
  b@example.edu,Ben Adu,S2,Mentee,,Research
  c@example.edu,Cleo Marsh,S3,Mentee,,Research
@ mentorctl.yaml
  program: Peer mentoring
  fields:
    topics:
      type: set
      options: [Exams, Research]
      headings: [Topics]
  criteria:
    - kind: overlap
      field: topics
      importance: high
@ decided.csv
  decision,reason,mentee,mentor
  accept,,S1,M1
  accept,,S2,M1
  accept,,S1,M2
  accept,,S3,M2
@ mended.csv
  decision,reason,mentee,mentor
  accept,,S1,M1
  accept,,S2,M2
  accept,,S3,M2
@ changed.csv
  decision,reason,mentee,mentor
  accept,,S2,M1
  decline,moved away,S1,M1
  decline,,S2,M2

$ mentorctl import people.csv --cohort fall -q | head -n 1
  2 mentors with 3 places, 3 mentees in fall. 5 new, 0 changed, 0 as before.
$ mentorctl match | head -n 1
  Run 1 for fall (draft): 3 of 3 mentees placed with 2 of 2 mentors. Average fit 100 of 100; lowest
$ mentorctl import decided.csv --as pairs -q
! mentorctl: decided.csv: 2 problems in 4 rows; nothing was imported.
!   line 3  mentor  Priya Nair (M1) has 1 place, which is taken. Choose another mentor, decline one of hers, or give her more places with a new roster.
!   line 4  mentee  already has a mentor: Priya Nair (M1). Another row of this file gives this mentee a mentor; accept one of them.
! Import the other 2 with --skip-bad-rows --rejects bad.csv, mend bad.csv, import it again.
? 65
$ mentorctl pair list --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met
$ mentorctl import mended.csv --as pairs -q | head -n 1
  3 decisions on pairs in fall. 3 new, 0 changed, 0 as before.

# The same file again changes nothing; a decline makes room in the file that declines.
$ mentorctl import mended.csv --as pairs -q | head -n 1
  3 decisions on pairs in fall. Nothing new.
$ mentorctl import changed.csv --as pairs -q | head -n 1
  3 decisions on pairs in fall. 1 new, 2 changed, 0 as before.
$ mentorctl pair list --status all --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met,status,until,why
  1,S1,Ana Suarez,M1,Priya Nair,100,2026-11-02,0,never,declined,2026-11-02,moved away
  2,S2,Ben Adu,M2,Tom Okafor,100,2026-11-02,0,never,declined,2026-11-02,
  3,S3,Cleo Marsh,M2,Tom Okafor,100,2026-11-02,0,never,active,,
  4,S2,Ben Adu,M1,Priya Nair,,2026-11-02,0,never,active,,

# Bad rows may be left out, the others count.
$ mentorctl import decided.csv --as pairs --skip-bad-rows
  4 decisions on pairs in fall. 1 new, 0 changed, 2 as before.

  Next: mentorctl pair list --cohort fall
! Reading decided.csv: pairs, UTF-8, commas, headings on line 1, 4 rows.
!   decision  -> decision
!   reason    -> reason
!   mentee    -> mentee
!   mentor    -> mentor
! Left out for now: 1 row with errors (line 2).
