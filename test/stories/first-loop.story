# Two commands give pairs: a form export in, a run out. Then it is accepted, a meeting recorded, and the day's worries asked for.
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Major
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends",Biology
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",History
  mei.lin@example.edu,Mei Lin,S1001,Mentee,,Making friends,Biology
  priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",History
  tom.okafor@example.edu,Tom Okafor,M020,Mentor,1,"Making friends, Exams",Biology

$ mentorctl import people.csv --cohort fall
  2 mentors with 3 places, 3 mentees in fall. 5 new, 0 changed, 0 as before.
  Wrote mentorctl.yaml: 2 fields, 2 criteria proposed. Look it over and change what you like.

  Next: mentorctl match --cohort fall
! Reading people.csv: roster, UTF-8, commas, headings on line 1, 5 rows.
!   Email Address                     -> e-mail
!   Full name                         -> name
!   Student ID                        -> id
!   Mentor or mentee?                 -> role
!   How many mentees could you take?  -> capacity
!   Topics (tick all)                 -> topics, a set of 3
!   Major                             -> major, one of 2

$ mentorctl match --cohort fall
  Run 1 for fall (draft): 3 of 3 mentees placed with 2 of 2 mentors. Average fit 78 of 100; lowest 33.
  Checked: no other assignment places more people, and none that places 3 fits better (6 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
  Most in demand, with the points of fit that one more place there would add: Tom Okafor (M020) at
  least 65.4.

  Look at first
    mentee              with mentor        fit  where it loses most
    Ana Suarez (S1107)  Priya Nair (M017)   33  1 of 2 topics; other major
    Mei Lin (S1001)     Tom Okafor (M020)  100  nothing
    Lior Cohen (S1042)  Priya Nair (M017)  100  nothing

  Next: mentorctl pair accept --run 1 --all   or look closer with mentorctl pair explain MENTEE MENTOR

$ mentorctl pair accept --cohort fall --all
  Accepted 3 pairs of run 1 for fall.

  Next: mentorctl status --cohort fall

$ mentorctl record meeting --mentee S1107 --minutes 45 --topic exams
  Recorded: Priya Nair met Ana Suarez on 2 Nov 2026, 45 minutes.

  Next: mentorctl status --cohort fall

$ mentorctl status
  fall: 2 mentors, 3 mentees, 3 pairs, 1 has met, 0.3 meetings a pair. As of 2 Nov 2026.
  Nothing needs attention.
