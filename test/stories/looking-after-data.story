# Looking after people and data: who is who, what was changed, taking it back, copies, and being forgotten.
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Major
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends",Biology
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",History
  priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",History
@ again.csv
  Email Address,Full name,Student ID,Mentor or mentee?,Major
  lior@example.org,Lior Cohen,X9,Mentee,Biology
@ meetings.csv
  Date,Mentor,Mentee,Minutes
  2026-10-20,M017,X9,30

$ mentorctl import people.csv --cohort fall -q
  ...

$ mentorctl match --cohort fall -q
  ...

$ MENTORCTL_TODAY=2026-09-14 mentorctl pair accept --all -q
  ...

$ mentorctl record meeting --mentee ana --minutes 40 --topic exams -q
  ...

$ mentorctl record flag raise --person ana --about "exams" --by-whom "Lior Cohen" -q
  ...

$ mentorctl person show ana
  Ana Suarez (S1107)

    fall  mentee  topics: Exams, Making friends; major: Biology
    fall  pair 1  mentee of Priya Nair (M017), active, since 14 Sep 2026, 1 meeting
    fall  flag    exams, raised 2 Nov 2026, open

$ mentorctl export meetings
  date,mentor,mentee,minutes,mode,topic,notes,reflection
  2026-11-02,M017,S1107,40,,exams,,

$ mentorctl export people --with-contacts
  id,name,email,role,capacity,status,group,major,topics
  M017,Priya Nair,priya.nair@example.edu,mentor,2,active,,History,Exams; Research
  S1042,Lior Cohen,lior.cohen@example.edu,mentee,,active,,History,Research; Exams
  S1107,Ana Suarez,ana.suarez@example.edu,mentee,,active,,Biology,Exams; Making friends

$ mentorctl export everything --into csv -o all
  Wrote 6 files to the folder all. They name people.

$ ls all
  cohort.csv
  enrolment.csv
  flag.csv
  meeting.csv
  pair.csv
  person.csv

$ cat all/person.csv
  ref,name
  S1107,Ana Suarez
  S1042,Lior Cohen
  M017,Priya Nair

# The same man twice: what contradicts is said with both places, and nothing is merged.
$ mentorctl import again.csv --cohort fall -q
  ...

$ mentorctl person merge S1042 X9
! mentorctl: the two records contradict each other in one place; nothing was merged
!   enrolment, fall: major is History for S1042, Biology for X9
! Say whose word counts: --prefer S1042 or --prefer X9. What stands between the two must be ended or taken out first.
? 65

$ mentorctl person merge S1042 X9 --prefer S1042
  Merged Lior Cohen (X9) into Lior Cohen (S1042). Moved: nothing; 1 that both had, kept once. X9 leads
  to S1042 from now on.

  Next: mentorctl person show S1042   or take it back with mentorctl data undo

$ mentorctl person show lior@example.org
  Lior Cohen (S1042); also known as X9, lior@example.org

    fall  mentee  topics: Research, Exams; major: History
    fall  pair 2  mentee of Priya Nair (M017), active, since 14 Sep 2026, 0 meetings

$ mentorctl import meetings.csv --cohort fall -q
  ...

$ mentorctl data log --limit 3 --format csv
  number,at,who,command,rows,state
  8,2026-11-02 09:00,tester,mentorctl import meetings.csv --cohort fall -q,2,
  7,2026-11-02 09:00,tester,mentorctl person merge S1042 X9 --prefer S1042,4,
  6,2026-11-02 09:00,tester,mentorctl import again.csv --cohort fall -q,3,

$ mentorctl data undo 7
  Took back change 7, mentorctl person merge S1042 X9 --prefer S1042 (tester, 2026-11-02): 4 rows are
  as before. Files, mentorctl.yaml too, stay as they are.

  Next: mentorctl data log

$ mentorctl data undo
  Took back change 8, mentorctl import meetings.csv --cohort fall -q (tester, 2026-11-02): 2 rows are
  as before. Files, mentorctl.yaml too, stay as they are.

  Next: mentorctl data log

$ mentorctl data undo --dry-run
  Would take back change 6, mentorctl import again.csv --cohort fall -q (tester, 2026-11-02): 3 rows
  are as before. Files, mentorctl.yaml too, stay as they are.

  Next: mentorctl data log

$ mentorctl data undo
  Took back change 6, mentorctl import again.csv --cohort fall -q (tester, 2026-11-02): 3 rows are as
  before. Files, mentorctl.yaml too, stay as they are.

  Next: mentorctl data log

$ mentorctl person list --format csv
  id,name,role,capacity,pairs,status
  M017,Priya Nair,mentor,2,2,active
  S1042,Lior Cohen,mentee,,1,active
  S1107,Ana Suarez,mentee,,1,active

# A copy, an accident, and the copy put back.
$ mentorctl data backup safe.backup
  Copied the database to safe.backup (224 KB), opened and checked. It holds everybody's data: keep it
  where the program is kept.

  Next: mentorctl data restore safe.backup --yes   brings it back

$ mentorctl data backup safe.backup
! mentorctl: safe.backup: this file is already there
! Name another, or say --yes to write over it.
? 73

$ mentorctl pair end ana --reason poor-fit -q
  ...

$ mentorctl data restore safe.backup
! mentorctl: this needs an answer: Put safe.backup in the place of [folder]/mentorctl.db?
! Without a terminal, answer with --yes.
? 2

$ mentorctl data restore safe.backup --yes
  Restored safe.backup, checked before. What stood there is kept as
  mentorctl.db.before-restore-20261102T090000Z.

  Next: mentorctl data check

$ mentorctl pair list --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met
  1,S1107,Ana Suarez,M017,Priya Nair,33,2026-09-14,1,2026-11-02
  2,S1042,Lior Cohen,M017,Priya Nair,100,2026-09-14,0,never

$ ls . | grep before-restore
  mentorctl.db.before-restore-20261102T090000Z

# Somebody asks to be forgotten.
$ mentorctl person forget ana
! mentorctl: this needs an answer: This erases Ana Suarez (S1107) for good. Type the id to go on:
! Without a terminal, answer with --confirm.
? 2

$ mentorctl person forget ana --dry-run
  Would erase Ana Suarez (S1107): enrolment 1, flag 1, meeting 1, pair 1, run pair 1, person 1 rows,
  and what the audit trail kept of them; 3 other texts lost the name or id.
  Copies beside the database may still hold them: mentorctl.db.before-restore-20261102T090000Z,
  safe.backup. Delete what is not needed. Other files are not reached: backups, files imported or
  exported, letters, answers kept as options in mentorctl.yaml. Runs and lotteries they were part of
  can no longer be replayed.

  Next: mentorctl status   pairs that lost somebody show there

$ mentorctl person forget ana --confirm S1107
  Erased the person: enrolment 1, flag 1, meeting 1, pair 1, run pair 1, person 1 rows, and what the
  audit trail kept of them; 3 other texts lost the name or id.
  Copies beside the database may still hold them: mentorctl.db.before-restore-20261102T090000Z,
  safe.backup. Delete what is not needed. Other files are not reached: backups, files imported or
  exported, letters, answers kept as options in mentorctl.yaml. Runs and lotteries they were part of
  can no longer be replayed.

  Next: mentorctl status   pairs that lost somebody show there

$ mentorctl person show ana
! mentorctl: nobody here is called "ana"
! See mentorctl person list.
? 66

$ mentorctl data log --format csv
  number,at,who,command,rows,state
  12,2026-11-02 09:00,tester,mentorctl person forget,0,
  11,2026-11-02 09:00,tester,mentorctl data undo,3,takes back 6
  10,2026-11-02 09:00,tester,mentorctl data undo,2,takes back 8
  9,2026-11-02 09:00,tester,mentorctl data undo 7,4,takes back 7
  8,2026-11-02 09:00,tester,mentorctl import meetings.csv --cohort fall -q,2,taken back
  7,2026-11-02 09:00,tester,mentorctl person merge S1042 X9 --prefer S1042,4,taken back
  6,2026-11-02 09:00,tester,mentorctl import again.csv --cohort fall -q,3,taken back
  5,2026-11-02 09:00,tester,mentorctl record flag (erased),1,
  4,2026-11-02 09:00,tester,mentorctl record meeting (erased),1,
  3,2026-11-02 09:00,tester,mentorctl pair accept (erased),3,
  2,2026-11-02 09:00,tester,mentorctl match (erased),3,
  1,2026-11-02 09:00,tester,mentorctl import (erased),9,

$ mentorctl data check | head -n 3
    what          value                                      from
    program file  sound                                      [folder]/mentorctl.yaml
    database      sound                                      [folder]/mentorctl.db
