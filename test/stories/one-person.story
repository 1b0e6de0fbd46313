# One person at a time, without a file: somebody comes late, takes one mentee more, answers differently, leaves, returns.
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Major
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends",Biology
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",History
  priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",History
  tom.okafor@example.edu,Tom Okafor,M020,Mentor,1,"Making friends, Exams",Biology

$ mentorctl import people.csv --cohort fall -q
  ...

$ mentorctl person add "Mei Lin" --role mentee --email Mei.Lin@example.edu --answer "major=biology" "topics=Exams; Research" --dry-run
  Would add Mei Lin (mei.lin@example.edu) to fall as mentee.

  Next: mentorctl match --cohort fall

$ mentorctl person add "Mei Lin" --role mentee --email mei.lin@example.edu --answer "major=biology" "topics=Exams; Research"
  Added Mei Lin (mei.lin@example.edu) to fall as mentee.

  Next: mentorctl match --cohort fall

$ mentorctl person add "Mei Lin" --role mentee --email mei.lin@example.edu
  Mei Lin (mei.lin@example.edu) is mentee in fall already; nothing was changed.

  Next: mentorctl person show mei.lin@example.edu   or mentorctl person change

$ mentorctl person add "Mei Linn" --role mentee --id X1 --email mei.lin@example.edu
  Mei Lin (mei.lin@example.edu) is mentee in fall already; nothing was changed.

  Next: mentorctl person show mei.lin@example.edu   or mentorctl person change

$ mentorctl person add "Sam Roe" --role mentee --no-input
! mentorctl: this needs an answer: Id?
! Without a terminal, answer with --id or --email.
? 2

$ mentorctl person add "Sam Roe" --role mentee --id S1 --answer "major=Biologie"
! mentorctl: major: "Biologie" is not among its options
! Did you mean "Biology"? Known: Biology; History. A new one is first added under "major" in mentorctl.yaml.
? 2

$ mentorctl person change tom --capacity 2 --answer "major=History" --dry-run
  Would change Tom Okafor (M020) in fall: capacity 1 -> 2; major Biology -> History.

  Next: mentorctl person show M020

$ mentorctl person change tom --capacity 2 --answer "major=History"
  Changed Tom Okafor (M020) in fall: capacity 1 -> 2; major Biology -> History.

  Next: mentorctl person show M020   or take it back with mentorctl data undo

$ mentorctl person change tom --capacity two
  Tom Okafor (M020) is so already; nothing was changed.

  Next: mentorctl person show M020

$ mentorctl person change tom --email ana.suarez@example.edu
! mentorctl: ana.suarez@example.edu belongs to Ana Suarez (S1107)
! If they are one person: mentorctl person merge M020 S1107
? 65

$ mentorctl person list --unpaired --role mentees
  People of fall
    id                   name        role    capacity  pairs  status
    S1042                Lior Cohen  mentee                0  active
    S1107                Ana Suarez  mentee                0  active
    mei.lin@example.edu  Mei Lin     mentee                0  active

$ mentorctl match -q
  ...

$ MENTORCTL_TODAY=2026-09-14 mentorctl pair accept --all -q
  ...

$ mentorctl pair list --sort mentor --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met
  2,S1042,Lior Cohen,M017,Priya Nair,100,2026-09-14,0,never
  3,mei.lin@example.edu,Mei Lin,M017,Priya Nair,67,2026-09-14,0,never
  1,S1107,Ana Suarez,M020,Tom Okafor,67,2026-09-14,0,never

$ mentorctl person list --free
  People of fall
    id    name        role    capacity  pairs  status
    M020  Tom Okafor  mentor         2      1  active

$ mentorctl person change priya --capacity 0
  Changed Priya Nair (M017) in fall: capacity 2 -> 0.
  They have 2 mentees now, 2 more than that; nobody was moved. Pairs end with mentorctl pair end.

  Next: mentorctl person show M017   or take it back with mentorctl data undo

$ mentorctl person withdraw priya --date 2026-10-12
  Withdrew Priya Nair (M017), mentor, from fall, and ended 2 pairs on 12 Oct 2026.

  Next: mentorctl rematch --cohort fall   finds another mentor for the 2 mentees left behind

$ mentorctl person withdraw priya
  Priya Nair (M017) has withdrawn already; nothing was changed.

  Next: mentorctl status --cohort fall

$ mentorctl person list --unpaired
  People of fall
    id                   name        role    capacity  pairs  status
    S1042                Lior Cohen  mentee                0  active
    mei.lin@example.edu  Mei Lin     mentee                0  active

$ mentorctl person return priya
  Priya Nair (M017) takes part in fall again, as mentor. Ended pairs stay ended: mentorctl pair reopen
  brings one back.

  Next: mentorctl rematch --cohort fall   or take it back with mentorctl data undo

$ mentorctl person show priya
  Priya Nair (M017)

    fall  mentor  0 places; topics: Exams, Research; major: History
    fall  pair 2  mentor of Lior Cohen (S1042), ended, since 14 Sep 2026 until 12 Oct 2026 (mentor
                  left), 0 meetings
    fall  pair 3  mentor of Mei Lin (mei.lin@example.edu), ended, since 14 Sep 2026 until 12 Oct 2026
                  (mentor left), 0 meetings

$ mentorctl person add "Lior Cohen" --id S1042 --role mentor --capacity 1
  Added Lior Cohen (S1042) to fall as mentor with 1 place; known from before.

  Next: mentorctl rematch --cohort fall   places whoever waits, moving as few pairs as possible

# A cohort is not made anew by another way to write its name; a new one is said to be new.
$ mentorctl import people.csv --cohort FALL -q
  2 mentors with 3 places, 2 mentees in fall. 0 new, 2 changed, 2 as before.

  Next: mentorctl match --cohort fall

$ mentorctl import people.csv --cohort fal --dry-run
  Would import 2 mentors with 3 places, 2 mentees in fal. 0 new, 4 changed, 0 as before.
! Reading people.csv: roster, UTF-8, commas, headings on line 1, 4 rows.
!   Email Address                     -> e-mail
!   Full name                         -> name
!   Student ID                        -> id
!   Mentor or mentee?                 -> role
!   How many mentees could you take?  -> capacity
!   Topics (tick all)                 -> topics, a set of 3
!   Major                             -> major, one of 2
! fal is a new cohort here; known before: fall.
