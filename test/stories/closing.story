# A cohort from its first day to its last: added, run, closed; what ended by plan, early with success, or too early.
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Major
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends",Biology
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",History
  mei.lin@example.edu,Mei Lin,S1001,Mentee,,Making friends,Biology
  dana.levi@example.edu,Dana Levi,S1300,Mentee,,Making friends,Biology
  priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",History
  tom.okafor@example.edu,Tom Okafor,M020,Mentor,2,"Making friends, Exams",Biology

$ mentorctl cohort add fall --starts 2026-09-07 --ends 2026-12-18
  Added cohort fall, from 7 Sep 2026, to 18 Dec 2026.

  Next: mentorctl import people.csv --cohort fall

$ mentorctl cohort add spring --starts 2027-06-01 --ends 2027-01-10
! mentorctl: the cohort would end on 2027-01-10, before it starts on 2027-06-01
! Check --starts and --ends.
? 2

$ mentorctl import people.csv --cohort fall -q
  ...

$ mentorctl match --cohort fall -q
  ...

$ MENTORCTL_TODAY=2026-09-14 mentorctl pair accept --all -q
  ...

$ MENTORCTL_TODAY=2026-09-28 mentorctl status | head -n 1
  fall, week 4 of 15: 2 mentors, 4 mentees, 4 pairs, 0 have met, 0.0 meetings a pair. As of 28 Sep

$ mentorctl pair end ana --reason goals-met -q
  ...

$ mentorctl pair end lior --reason mentor-no-time -q
  ...

$ MENTORCTL_TODAY=2026-12-20 mentorctl status --cohort fall
  fall: 2 mentors, 4 mentees, 2 pairs, 0 have met, 0.0 meetings a pair. As of 20 Dec 2026.
  Ended: 0 as planned, 1 with their goals met early, 1 before their time.

    Now   1 mentee lost a mentor and waits for another: Lior Cohen  mentorctl rematch --cohort fall
    Soon  2 pairs stand past the planned end, 18 Dec 2026           mentorctl cohort close fall

$ MENTORCTL_TODAY=2026-12-20 mentorctl cohort close fall --dry-run
  Would close fall on 18 Dec 2026: 2 pairs ended, as planned.

  Next: mentorctl report retention --cohort fall

$ MENTORCTL_TODAY=2026-12-20 mentorctl cohort close fall
  Closed fall on 18 Dec 2026: 2 pairs ended, as planned.

  Next: mentorctl report retention --cohort fall   or take it back with mentorctl data undo

$ MENTORCTL_TODAY=2026-12-20 mentorctl cohort close fall
  fall was closed already.

  Next: mentorctl report retention --cohort fall

$ MENTORCTL_TODAY=2026-12-20 mentorctl status --cohort fall
  fall: 2 mentors, 4 mentees, 0 pairs. As of 20 Dec 2026.
  Ended: 2 as planned, 1 with their goals met early, 1 before their time.

    Now  1 mentee lost a mentor and waits for another: Lior Cohen  mentorctl rematch --cohort fall

$ mentorctl pair list --status ended --cohort fall --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met,status,until,why
  1,S1107,Ana Suarez,M017,Priya Nair,33,2026-09-14,0,never,ended,2026-11-02,goals met early
  2,S1042,Lior Cohen,M017,Priya Nair,100,2026-09-14,0,never,ended,2026-11-02,mentor has no time; before its time
  3,S1001,Mei Lin,M020,Tom Okafor,100,2026-09-14,0,never,ended,2026-12-18,planned end
  4,S1300,Dana Levi,M020,Tom Okafor,100,2026-09-14,0,never,ended,2026-12-18,planned end

$ mentorctl cohort list --json | grep closed
        "closed": "2026-12-18",

# Closing was too early after all: the whole of it is taken back.
$ mentorctl data undo
  Took back change 7, mentorctl cohort close fall (tester, 2026-11-02): 3 rows are as before. Files,
  mentorctl.yaml too, stay as they are.

  Next: mentorctl data log

$ mentorctl pair list --cohort fall --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met
  3,S1001,Mei Lin,M020,Tom Okafor,100,2026-09-14,0,never
  4,S1300,Dana Levi,M020,Tom Okafor,100,2026-09-14,0,never
