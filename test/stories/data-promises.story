# What a program promised of people's data: who may be counted or told, how long anybody is kept, and who looked.
@ mentorctl.yaml
  program: Peer advising
  fields:
    consent: { type: yes-no, headings: [May we count you?] }
    topics: { type: set, tell: yes, options: [Exams, Research], headings: [Topics] }
  rules: []
  criteria:
    - { kind: overlap, field: topics, importance: high }
  measures:
    registered: { kind: yes-no, headings: [Registered] }
  reports: { min-cell: 1 }
  consent: consent
  keep: 1 year
  log-reading: yes
@ people.csv
  Student ID,Full name,Email,Mentor or mentee?,How many mentees could you take?,Topics,May we count you?
  M1,Priya Nair,priya@example.edu,Mentor,3,Exams; Research,yes
  M2,Tom Berg,tom@example.edu,Mentor,3,Exams; Research,no
  S1,Ana Suarez,ana@example.edu,Mentee,,Exams,yes
  S2,Lior Cohen,lior@example.edu,Mentee,,Research,yes
  S3,Mia Wong,mia@example.edu,Mentee,,Exams,no
  S4,Noa Levi,noa@example.edu,Mentee,,Exams,
@ pairs.csv
  Mentee,Mentor,Decision
  S1,M1,accept
  S2,M2,accept
  S3,M1,accept
@ outcomes.csv
  Student ID,Registered
  S1,yes
  S2,yes
  S3,no
  S4,no

$ mentorctl cohort add fall --starts 2026-09-01 --ends 2026-12-18 -q
  ...

$ mentorctl import people.csv --cohort fall -q
  ...

$ mentorctl import pairs.csv --as pairs --cohort fall -q
  ...

$ mentorctl import outcomes.csv --cohort fall -q
  ...

# Who said no, or nothing, is in no figure; who had a mentor had one, even where the mentor is not counted.
$ mentorctl report program --cohort fall --table funnel
  Program in brief, fall
    For your own eyes: small groups and single people are shown here. This page is not to be passed
    on; without --for-own-eyes, and with min-cell above 1, they are hidden.

  2 did not consent and 1 did not say whether they consent; they are not counted.

  From signing up to the end
    step                     mentees  of all  95 % interval
    signed up                      2   100 %              -
    took part                      2   100 %     34 - 100 %
    had a mentor                   2   100 %     34 - 100 %
    met within 14 days             0     0 %       0 - 66 %
    met three times or more        0     0 %       0 - 66 %
    the first line is everybody

    For your own eyes: small groups and single people are shown here. This page is not to be passed
    on; without --for-own-eyes, and with min-cell above 1, they are hidden.

$ mentorctl report performance --cohort fall --table flow --format csv
  group,assigned,excluded,not-at-start,in-cohort,known,unknown,note
  mentored,2,0,0,2,2,0,For your own eyes: not to be passed on.
! For your own eyes: small groups and single people are shown here. This page is not to be passed on; without --for-own-eyes, and with min-cell above 1, they are hidden.
! 1 did not consent and 1 did not say whether they consent; they are not counted.

# Nor are they told to others: a letter names the two to each other, and nothing they answered.
$ mentorctl export introductions --preview --cohort fall
  To Priya Nair
  Subject: Peer advising: you are the mentor of Ana Suarez and Mia Wong

  Dear Priya,

  Thank you for being a mentor in Peer advising. You are paired with Ana Suarez and Mia Wong:

  - Ana Suarez. You both want to talk about Exams.
  - Mia Wong.

  They have your name, too. Please see that each of you has met by 16 Nov 2026.

  Peer advising

  To Tom Berg
  Subject: Peer advising: you are the mentor of Lior Cohen

  Dear Tom,

  Thank you for being a mentor in Peer advising. You are paired with Lior Cohen:

  - Lior Cohen.

  They have your name, too. Please see that each of you has met by 16 Nov 2026.

  Peer advising

  To Ana Suarez
  Subject: Peer advising: Priya Nair is your mentor

  Dear Ana,

  Priya Nair is your mentor in Peer advising.
  What you have in common: you both want to talk about Exams.

  Please write to Priya and meet for the first time by 16 Nov 2026.

  Peer advising
    2 more like these.
! 2 did not consent and 1 did not say whether they consent; they are not told of: nothing they answered stands here.

$ mentorctl export people --cohort fall
  id,name,role,capacity,status,group,consent,topics
  M1,Priya Nair,mentor,3,active,,yes,Exams; Research
  S1,Ana Suarez,mentee,,active,,yes,Exams
  S2,Lior Cohen,mentee,,active,,yes,Research
! 2 did not consent and 1 did not say whether they consent; they are not told of: nothing they answered stands here.

$ mentorctl export everything --pseudonymous --into csv -o research
  Wrote 6 files to the folder research. They name nobody; the key stays in mentorctl.key, here.
! 2 did not consent and 1 did not say whether they consent; they are not told of: nothing they answered stands here.
! 1 of 3 people are alone with what they answered: give the data to nobody who could look for them.

# The list that the office decides on has everybody in it, and says so.
$ mentorctl export pairs --standing --cohort fall
  3 pairs of fall that stand.

    names                       fit  parts  instead  decision  reason  mentee  mentor
    Ana Suarez with Priya Nair    -                  accept            S1      M1
    Lior Cohen with Tom Berg      -                  accept            S2      M2
    Mia Wong with Priya Nair      -                  accept            S3      M1
    made by hand

  Next: mentorctl export pairs --cohort fall --format csv -o pairs.csv   then decide in the file, and mentorctl import pairs.csv --as pairs
! 2 did not consent and 1 did not say whether they consent; they are in this list all the same: keep it in the office.

# Who looked at one person's record is on the trail, sealed like any change.
$ mentorctl person show "Mia Wong"
  Mia Wong (S3)

    fall  mentee   topics: Exams; consent: no
    fall  pair 3   mentee of Priya Nair (M1), active, since 2 Nov 2026, 0 meetings
    fall  outcome  registered: 0

$ mentorctl data log --limit 2 --format csv
  number,at,who,command,rows,state
  5,2026-11-02 09:00,tester,mentorctl person show S3,0,looked at
  4,2026-11-02 09:00,tester,mentorctl import outcomes.csv --cohort fall -q,6,

$ mentorctl data check | grep audit
    audit trail   whole, 5 changes, the last sealed 6372c0…

$ mentorctl data undo 5
! mentorctl: change 5 changed nothing: somebody looked at a record
! See mentorctl data log.
? 66

# A year after the last day somebody is proposed for forgetting, with the command; nobody is erased by itself.
$ mentorctl person forget --overdue
  Nobody is kept longer than 1 year after their last day, which mentorctl.yaml promises.

    none

$ MENTORCTL_TODAY=2028-01-10 mentorctl person forget --overdue
  6 are kept longer than 1 year after their last day, which mentorctl.yaml promises (before 10 Jan
  2027). Nobody was erased.

    id  name        last day on record  command
    M1  Priya Nair  2026-12-18          mentorctl person forget M1 --confirm M1
    M2  Tom Berg    2026-12-18          mentorctl person forget M2 --confirm M2
    S1  Ana Suarez  2026-12-18          mentorctl person forget S1 --confirm S1
    S2  Lior Cohen  2026-12-18          mentorctl person forget S2 --confirm S2
    S3  Mia Wong    2026-12-18          mentorctl person forget S3 --confirm S3
    S4  Noa Levi    2026-12-18          mentorctl person forget S4 --confirm S4

$ MENTORCTL_TODAY=2028-01-10 mentorctl data check | grep overdue
    people: 6 are kept longer than 1 year: mentorctl person forget --overdue

$ mentorctl person forget S3 --confirm S3 -q
  ...

$ mentorctl data log --limit 2 --format csv
  number,at,who,command,rows,state
  6,2026-11-02 09:00,tester,mentorctl person forget,0,
  5,2026-11-02 09:00,tester,mentorctl person show (erased),0,looked at
