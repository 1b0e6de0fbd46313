# Group mentoring: a circle below its minimum is filled up or not opened, whichever is better for the whole; nobody sits alone in one.
@ people.csv
  Email,Name,ID,Role,Capacity,Circle,Leads with,Topics
  m1@example.edu,Priya Nair,M1,Mentor,6,Yes,,"Exams, Research"
  m2@example.edu,Tom Okafor,M2,Mentor,5,Yes,Rita Stone,"Making friends"
  m3@example.edu,Rita Stone,M3,Mentor,5,Yes,,"Making friends, Exams"
  m4@example.edu,Sam Hill,M4,Mentor,1,No,,Research
  a@example.edu,Ana Suarez,S1,Mentee,,,,Exams
  b@example.edu,Ben Adu,S2,Mentee,,,,Exams
  c@example.edu,Cleo Marsh,S3,Mentee,,,,Research
  d@example.edu,Dan Roy,S4,Mentee,,,,Research
  e@example.edu,Eva Lind,S5,Mentee,,,,Making friends
  f@example.edu,Finn Holm,S6,Mentee,,,,"Making friends, Exams"
@ late.csv
  Email,Name,ID,Role,Capacity,Circle,Leads with,Topics
  g@example.edu,Gil Paz,S7,Mentee,,,,"Making friends"
@ mentorctl.yaml
  program: Peer circles
  fields:
    circle:
      type: yes-no
      headings: [Circle]
    leads with:
      type: text
      headings: [Leads with]
    topics:
      type: set
      options: [Exams, Making friends, Research]
      headings: [Topics]
  criteria:
    - kind: overlap
      field: topics
      importance: high
  circles:
    least: 3
    most: 6
    who: circle
    co-mentor: leads with

$ mentorctl import people.csv --cohort fall -q
  4 mentors with 17 places, 6 mentees in fall. 10 new, 0 changed, 0 as before.
  Wrote to mentorctl.yaml what is new in this file.

  Next: mentorctl match --cohort fall

# Tom and Rita lead one together. Two people would fit it best; it is filled up to three, which costs less than closing it.
$ mentorctl match --all
  Run 1 for fall (draft): 6 of 6 mentees placed with 3 of 4 mentors. Average fit 88 of 100; lowest 0.
  Checked: no other choice of circles places more people, and none that places 6 fits better (24
  eligible pairs, counting up to 2 points more the fewer mentees a mentor has).
  Once a mentee and a mentor fit each other better than what both have: best for all is not always
  best for two.
  2 circles open: Priya Nair (M1) 3, Tom Okafor (M2) with Rita Stone (M3) 3.

  Pairs, weakest first
    mentee           with mentor      fit  where it loses most
    Ana Suarez (S1)  Tom Okafor (M2)    0  0 of 1 topics
    Finn Holm (S6)   Tom Okafor (M2)   50  1 of 2 topics
    Ana Suarez (S1)  Rita Stone (M3)  100  nothing
    Ben Adu (S2)     Priya Nair (M1)  100  nothing
    Cleo Marsh (S3)  Priya Nair (M1)  100  nothing
    Dan Roy (S4)     Priya Nair (M1)  100  nothing
    Eva Lind (S5)    Tom Okafor (M2)  100  nothing
    Eva Lind (S5)    Rita Stone (M3)  100  nothing
    Finn Holm (S6)   Rita Stone (M3)  100  nothing

  Next: mentorctl pair accept --run 1 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match --all --format csv
  mentee,mentee-name,mentor,mentor-name,fit,why
  S1,Ana Suarez,M2,Tom Okafor,0,0 of 1 topics
  S6,Finn Holm,M2,Tom Okafor,50,1 of 2 topics: Making friends
  S1,Ana Suarez,M3,Rita Stone,100,nothing
  S2,Ben Adu,M1,Priya Nair,100,nothing
  S3,Cleo Marsh,M1,Priya Nair,100,nothing
  S4,Dan Roy,M1,Priya Nair,100,nothing
  S5,Eva Lind,M2,Tom Okafor,100,nothing
  S5,Eva Lind,M3,Rita Stone,100,nothing
  S6,Finn Holm,M3,Rita Stone,100,nothing

# With a minimum of two, theirs opens, and everybody in it has both for a mentor.
@ mentorctl.yaml
  program: Peer circles
  fields:
    circle:
      type: yes-no
      headings: [Circle]
    leads with:
      type: text
      headings: [Leads with]
    topics:
      type: set
      options: [Exams, Making friends, Research]
      headings: [Topics]
  criteria:
    - kind: overlap
      field: topics
      importance: high
  circles:
    least: 2
    most: 6
    who: circle
    co-mentor: leads with
$ mentorctl match --all
  Run 3 for fall (draft): 6 of 6 mentees placed with 4 of 4 mentors. Average fit 96 of 100; lowest 50.
  Checked: no other choice of circles places more people, and none that places 6 fits better (24
  eligible pairs, counting up to 2 points more the fewer mentees a mentor has).
  2 circles open: Priya Nair (M1) 3, Tom Okafor (M2) with Rita Stone (M3) 2.

  Pairs, weakest first
    mentee           with mentor      fit  where it loses most
    Finn Holm (S6)   Tom Okafor (M2)   50  1 of 2 topics
    Ana Suarez (S1)  Priya Nair (M1)  100  nothing
    Ben Adu (S2)     Priya Nair (M1)  100  nothing
    Cleo Marsh (S3)  Sam Hill (M4)    100  nothing
    Dan Roy (S4)     Priya Nair (M1)  100  nothing
    Eva Lind (S5)    Tom Okafor (M2)  100  nothing
    Eva Lind (S5)    Rita Stone (M3)  100  nothing
    Finn Holm (S6)   Rita Stone (M3)  100  nothing

  Next: mentorctl pair accept --run 3 --all   or look closer with mentorctl pair explain MENTEE MENTOR

# More people than a circle may have, and one that can never be large enough.
@ mentorctl.yaml
  program: Peer circles
  fields:
    circle:
      type: yes-no
      headings: [Circle]
    leads with:
      type: text
      headings: [Leads with]
    topics:
      type: set
      options: [Exams, Making friends, Research]
      headings: [Topics]
  criteria:
    - kind: overlap
      field: topics
      importance: high
  circles:
    least: 6
    most: 5
    who: circel
$ mentorctl match
! mentorctl: mentorctl.yaml: the program file has 2 errors; nothing was changed
!   line 20  circles.who    "circel"  there is no field "circel". Did you mean "circle"?
!   line 18  circles.least            a circle cannot have at least 6 and at most 5 people. Make "most" the larger.
? 78
@ mentorctl.yaml
  program: Peer circles
  fields:
    circle:
      type: yes-no
      headings: [Circle]
    leads with:
      type: text
      headings: [Leads with]
    topics:
      type: set
      options: [Exams, Making friends, Research]
      headings: [Topics]
  rules:
    - kind: share
      field: topics
      least: 1
  criteria:
    - kind: overlap
      field: topics
      importance: high
  circles:
    least: 4
    most: 5
    who: circle
$ mentorctl match --all
  Run 4 for fall (draft): 5 of 6 mentees placed with 2 of 4 mentors. Average fit 100 of 100; lowest
  100.
  Checked: no other choice of circles places more people, and none that places 5 fits better (13
  eligible pairs, counting up to 2 points more the fewer mentees a mentor has).
  Once a mentee and a mentor fit each other better than what both have: best for all is not always
  best for two.
  1 circle opens: Rita Stone (M3) 4.
  2 circles do not open: Priya Nair (M1) would have had 3 of the 4 people it needs, Tom Okafor (M2)
  would have had 1 of the 4 people it needs. Whoever would have come is placed elsewhere where anybody
  has room.

  Not placed
    mentee        why
    Dan Roy (S4)  too few places: 2 mentees share 1 mentor with 1 place, so 1 cannot be placed; a
                  circle open to them did not open: Priya Nair's would have had 3 of the 4 people it
                  needs

  Without the rule "1 shared topics", for those not placed only, 1 more could be placed.
  1 more place with mentors whose topics include Research would place 1 more.
  Sam Hill (M4) is a bottleneck: one more place there would place one more mentee.

  Pairs, weakest first
    mentee           with mentor      fit  where it loses most
    Ana Suarez (S1)  Rita Stone (M3)  100  nothing
    Ben Adu (S2)     Rita Stone (M3)  100  nothing
    Cleo Marsh (S3)  Sam Hill (M4)    100  nothing
    Eva Lind (S5)    Rita Stone (M3)  100  nothing
    Finn Holm (S6)   Rita Stone (M3)  100  nothing

  Next: mentorctl pair accept --run 4 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl pair accept --all
  Accepted 5 pairs of run 4 for fall.

  Next: mentorctl status --cohort fall

# Somebody late joins a circle that is open; a rematch never opens one for a single person.
$ mentorctl import late.csv --cohort fall -q | head -n 1
  1 mentee in fall. 1 new, 0 changed, 0 as before.
$ mentorctl rematch --yes
  Run 5 for fall: placed 1 of 2 mentees without a mentor, moving none of 5 standing pairs.
  Checked: no other answer places more people, and none that moves no pair fits better (15 allowed
  pairs, counting up to 2 points more the fewer mentees a mentor has).

  Placed
    mentee        mentor           fit
    Gil Paz (S7)  Rita Stone (M3)  100

  Not placed
    mentee        why
    Dan Roy (S4)  too few places: 2 mentees share 1 mentor with 1 place, so 1 cannot be placed

  Next: mentorctl pair list --cohort fall   shows the pairs as they are now
