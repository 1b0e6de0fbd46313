# What was is heeded: pairs that parted badly are not made again, those that parted well only on request, and whoever was left over comes first.
@ spring.csv
  Email,Name,ID,Role,Capacity,Topics
  m1@example.edu,Priya Nair,M1,Mentor,1,"Exams, Research"
  m2@example.edu,Tom Okafor,M2,Mentor,1,Making friends
  m3@example.edu,Rita Stone,M3,Mentor,1,Research
  a@example.edu,Ana Suarez,S1,Mentee,,"Exams, Research"
  b@example.edu,Ben Adu,S2,Mentee,,Making friends
  c@example.edu,Cleo Marsh,S3,Mentee,,Research
  d@example.edu,Dan Roy,S4,Mentee,,"Making friends, Exams, Arts"
@ fall.csv
  Email,Name,ID,Role,Capacity,Topics
  m1@example.edu,Priya Nair,M1,Mentor,1,"Exams, Research"
  m2@example.edu,Tom Okafor,M2,Mentor,1,Making friends
  a@example.edu,Ana Suarez,S1,Mentee,,"Exams, Research"
  d@example.edu,Dan Roy,S4,Mentee,,"Making friends, Exams, Arts"
  e@example.edu,Eva Lind,S5,Mentee,,"Making friends, Exams, Arts"
  c@example.edu,Cleo Marsh,S3,Mentor,1,Research
  m3@example.edu,Rita Stone,M3,Mentee,,"Making friends, Research"
@ mentorctl.yaml
  program: Peer mentoring
  fields:
    topics:
      type: set
      options: [Arts, Exams, Making friends, Research]
      headings: [Topics]
  criteria:
    - kind: overlap
      field: topics
      importance: high
  cohorts:
    spring: { starts: 2026-02-01, ends: 2026-06-30 }
    fall: { starts: 2026-09-01 }

$ mentorctl import spring.csv --cohort spring -q | head -n 1
  3 mentors with 3 places, 4 mentees in spring. 7 new, 0 changed, 0 as before.
$ mentorctl match --cohort spring | grep "Dan Roy"
    Dan Roy (S4)  too few places: 4 mentees share 3 mentors with 3 places, so 1 cannot be placed
$ mentorctl pair accept --all --cohort spring
  Accepted 3 pairs of run 1 for spring.

  Next: mentorctl status --cohort spring
$ mentorctl pair end ana --cohort spring --reason planned-end | head -n 1
  Ended pair 1: Ana Suarez (S1) with Priya Nair (M1), after 0 days, on 2 Nov 2026.
$ mentorctl pair end ben --cohort spring --reason poor-fit | head -n 1
  Ended pair 2: Ben Adu (S2) with Tom Okafor (M2), after 0 days, on 2 Nov 2026.
$ mentorctl pair end cleo --cohort spring --reason conflict-or-safety --never-again | head -n 1
  Ended pair 3: Cleo Marsh (S3) with Rita Stone (M3), after 0 days, on 2 Nov 2026.

# A term later there are four mentees for three places. Dan, left over in spring, has one, though Eva asks for the same. Cleo and Rita, now with the
# roles the other way round, are kept apart for good; Ana and Priya had their time.
$ mentorctl import fall.csv --cohort fall -q | head -n 1
  3 mentors with 3 places, 4 mentees in fall. 1 new, 6 changed, 0 as before.
$ mentorctl match --cohort fall --all
  Run 2 for fall (draft): 3 of 4 mentees placed with 3 of 3 mentors. Average fit 44 of 100; lowest 33.
  Checked: no other assignment places more people, and none that places 3 fits better (10 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has, 10 points more for whoever was
  left over last time).
  1 mentee was left over last time, which counts for them; now placed: Dan Roy (S4).

  Not placed
    mentee         why
    Eva Lind (S5)  too few places: 4 mentees share 3 mentors with 3 places, so 1 cannot be placed

  1 more place with any mentor would place 1 more.

  Pairs, weakest first
    mentee           with mentor      fit  where it loses most
    Dan Roy (S4)     Tom Okafor (M2)   33  1 of 3 topics
    Rita Stone (M3)  Priya Nair (M1)   50  1 of 2 topics
    Ana Suarez (S1)  Cleo Marsh (S3)   50  1 of 2 topics

  Next: mentorctl pair accept --run 2 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match --cohort fall --dry-run --format csv
  mentee,mentee-name,mentor,mentor-name,fit,why
  S4,Dan Roy,M2,Tom Okafor,33,1 of 3 topics: Making friends
  M3,Rita Stone,M1,Priya Nair,50,1 of 2 topics: Research
  S1,Ana Suarez,S3,Cleo Marsh,50,1 of 2 topics: Research
! csv holds the table pairs alone; --table takes another: unmatched, relaxed, shortage, in-demand.
$ mentorctl pair explain M3 S3 --cohort fall | grep paired
  Rita Stone and Cleo Marsh cannot be paired. What bars them: never again. Apart from that they fit 50


$ mentorctl pair explain S1 M1 --cohort fall | grep paired
  Ana Suarez and Priya Nair cannot be paired. What bars them: an earlier pair that was ended. Apart

# On request, two who parted well come together again; never two who did not.
$ mentorctl match --cohort fall --all --prefer-previous
  Run 3 for fall (draft): 3 of 4 mentees placed with 3 of 3 mentors. Average fit 50 of 100; lowest 0.
  Checked: no other assignment places more people, and none that places 3 fits better (11 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has, 10 points more for whoever was
  left over last time, 10 points more for two who were a pair before).
  1 mentee was left over last time, which counts for them; now placed: Dan Roy (S4).

  Not placed
    mentee         why
    Eva Lind (S5)  too few places: 4 mentees share 3 mentors with 3 places, so 1 cannot be placed

  1 more place with any mentor would place 1 more.

  Pairs, weakest first
    mentee           with mentor      fit  where it loses most
    Dan Roy (S4)     Cleo Marsh (S3)    0  0 of 3 topics
    Rita Stone (M3)  Tom Okafor (M2)   50  1 of 2 topics
    Ana Suarez (S1)  Priya Nair (M1)  100  nothing

  Next: mentorctl pair accept --run 3 --all   or look closer with mentorctl pair explain MENTEE MENTOR

# So does a rematch, which may bring back two whom an earlier cohort parted well.
$ mentorctl rematch --cohort fall --dry-run --format csv
  mentee,mentee-name,mentor,mentor-name,fit
  M3,Rita Stone,M1,Priya Nair,50
  S1,Ana Suarez,S3,Cleo Marsh,50
  S4,Dan Roy,M2,Tom Okafor,33
! csv holds the table placed alone; --table takes another: ended, moved, unmatched, against.
$ mentorctl rematch --cohort fall --prefer-previous --dry-run
  Would place 3 of 4 mentees without a mentor, moving none of 0 standing pairs.
  Checked: no other answer places more people, and none that moves no pair fits better (11 allowed
  pairs, counting up to 2 points more the fewer mentees a mentor has, 10 points more for whoever was
  left over last time, 10 points more for two who were a pair before).
  For those who wait: counting 10 points more for whoever was left over last time, 10 points more for
  two who were a pair before.

  Placed
    mentee           mentor           fit
    Rita Stone (M3)  Tom Okafor (M2)   50
    Ana Suarez (S1)  Priya Nair (M1)  100
    Dan Roy (S4)     Cleo Marsh (S3)    0

  Not placed
    mentee         why
    Eva Lind (S5)  too few places: 4 mentees share 3 mentors with 3 places, so 1 cannot be placed

  Next: mentorctl rematch --cohort fall --prefer-previous   to make the changes
$ mentorctl rematch --cohort fall --prefer-previous --yes -q | head -n 1
  Run 4 for fall: placed 3 of 4 mentees without a mentor, moving none of 0 standing pairs.
$ mentorctl pair list --cohort fall --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met
  4,M3,Rita Stone,M2,Tom Okafor,50,2026-11-02,0,never
  5,S1,Ana Suarez,M1,Priya Nair,100,2026-11-02,0,never
  6,S4,Dan Roy,S3,Cleo Marsh,0,2026-11-02,0,never
