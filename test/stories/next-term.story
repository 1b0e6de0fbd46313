# Two terms, three files each: who signed up, who met, and how it went. In spring the form has changed a little, and some people are gone.
@ signups-fall.csv
  Timestamp,Email Address,Full name,I am here because,Topics,Campus
  9/1/2026 9:00:00,ana@mar.example,Ana Sol,I want a mentor,"Exams, Housing",North
  9/1/2026 9:05:00,ben@mar.example,Ben Oak,I would like to be a mentor,"Exams, Money",North
  9/1/2026 9:10:00,cleo@mar.example,Cleo Ash,I need a mentor,"Housing, Money",South
  9/1/2026 9:15:00,dora@mar.example,Dora Elm,I am happy to serve as a mentor,"Exams, Housing",South
  9/1/2026 9:20:00,emil@mar.example,Emil Fir,Looking for a mentor,"Exams, Money",North
  9/1/2026 9:25:00,fay@mar.example,Fay Yew,I can be a mentor,"Housing, Money",North

$ mentorctl import signups-fall.csv --cohort fall
  3 mentors with 3 places, 3 mentees in fall. 6 new, 0 changed, 0 as before.
  Read as roles: "I want a mentor" mentee, "I would like to be a mentor" mentor, "I need a mentor"
  mentee, "I am happy to serve as a mentor" mentor, "Looking for a mentor" mentee, "I can be a mentor"
  mentor.
  Wrote mentorctl.yaml: 2 fields, 2 criteria proposed. Look it over and change what you like.

  Next: mentorctl match --cohort fall
! Reading signups-fall.csv: Google Forms export, roster, UTF-8, commas, headings on line 1, 6 rows.
!   Timestamp          -> answer time
!   Email Address      -> e-mail
!   Full name          -> name
!   I am here because  -> role
!   Topics             -> topics, a set of 3
!   Campus             -> campus, one of 2

@ meetings-fall.csv
  Mentor Name,Mentee Name,Date of meeting,Minutes spent,What was it about?
  "Oak, Ben","Sol, Ana",2026-10-05,45,Exams
  "Elm, Dora","Ash, Cleo",2026-10-06,30,Housing
  "Oak, Ben","Sol, Ana",2026-10-19,60,Money
  Total: 3 meetings,,,135,

$ mentorctl import meetings-fall.csv --cohort fall
  3 meetings in fall. 3 new, 0 changed, 0 as before.
  Left out: a totals line: "Total: 3 meetings" (line 5).
  3 meetings are of people who are no pair in fall, and count for none: Ben Oak (ben@mar.example) and
  Ana Sol (ana@mar.example); Dora Elm (dora@mar.example) and Cleo Ash (cleo@mar.example). If they are:
  mentorctl import meetings-fall.csv --cohort fall --as pairs

  Next: mentorctl status --cohort fall
! Reading meetings-fall.csv: meetings, UTF-8, commas, headings on line 1, 3 rows.
!   Mentor Name         -> mentor
!   Mentee Name         -> mentee
!   Date of meeting     -> date
!   Minutes spent       -> minutes
!   What was it about?  -> topic

@ registrar-fall.csv
  Email,Enrolled Fall 2026,GPA Fall 2026
  ana@mar.example,Y,3.4
  cleo@mar.example,N,
  emil@mar.example,Y,2.9
  Report generated 2026-11-01,,

$ mentorctl import registrar-fall.csv --cohort fall
  5 observations of 3 people in fall. 0 new, 0 changed, 3 as before. Observations: 5 new, 0 changed.
  Left out: a closing line: "Report generated 2026-11-01" (line 5).
  Wrote to mentorctl.yaml what is new in this file.

  Next: mentorctl report retention --cohort fall
! Reading registrar-fall.csv: outcomes, UTF-8, commas, headings on line 1, 3 rows.
!   Email               -> e-mail
!   Enrolled Fall 2026  -> enrolled fall 2026, retention
!   GPA Fall 2026       -> gpa at fall 2026, number

# Spring: "Topics" has become "Topics you want", Sport is new, two columns have changed places, Cleo and Fay are gone, Gus is new.
@ signups-spring.csv
  Timestamp,Full name,Email Address,I am here because,Campus,Topics you want
  1/11/2027 9:00:00,Ana Sol,ana@mar.example,I would like to be a mentor,North,"Exams, Sport"
  1/11/2027 9:05:00,Ben Oak,ben@mar.example,I would like to be a mentor,North,"Exams, Money"
  1/11/2027 9:10:00,Dora Elm,dora@mar.example,I am happy to serve as a mentor,South,"Exams, Housing"
  1/11/2027 9:15:00,Emil Fir,emil@mar.example,Looking for a mentor,North,"Money, Sport"
  1/11/2027 9:20:00,Gus Rowan,gus@mar.example,I want a mentor,South,"Housing, Sport"

$ MENTORCTL_TODAY=2027-01-15 mentorctl import signups-spring.csv --cohort spring --dry-run
  Would import 3 mentors with 3 places, 2 mentees in spring. 1 new, 4 changed, 0 as before.
  Read as roles: "I would like to be a mentor" mentor, "I am happy to serve as a mentor" mentor,
  "Looking for a mentor" mentee, "I want a mentor" mentee.
  Would write to mentorctl.yaml what is new in this file; it now proposes 2 criteria.
! Reading signups-spring.csv: Google Forms export, roster, UTF-8, commas, headings on line 1, 5 rows.
!   Timestamp          -> answer time
!   Full name          -> name
!   Email Address      -> e-mail
!   I am here because  -> role
!   Campus             -> campus, one of 2
!   Topics you want    -> topics you want, a set of 4
! No column answers "topics", which a rule or a criterion reads: who answered before keeps that answer, the others have none. If "Topics you want" does: --map "Topics you want=topics".
! spring is a new cohort here; known before: fall.

$ MENTORCTL_TODAY=2027-01-15 mentorctl import signups-spring.csv --cohort spring --map "Topics you want=topics"
  3 mentors with 3 places, 2 mentees in spring. 1 new, 4 changed, 0 as before.
  Read as roles: "I would like to be a mentor" mentor, "I am happy to serve as a mentor" mentor,
  "Looking for a mentor" mentee, "I want a mentor" mentee.
  New answers in topics: Sport (3 times).
  Wrote to mentorctl.yaml what is new in this file; it now proposes 2 criteria.

  Next: mentorctl match --cohort spring
! Reading signups-spring.csv: Google Forms export, roster, UTF-8, commas, headings on line 1, 5 rows.
!   Timestamp          -> answer time
!   Full name          -> name
!   Email Address      -> e-mail
!   I am here because  -> role
!   Campus             -> campus, one of 2
!   Topics you want    -> topics, a set of 3
! spring is a new cohort here; known before: fall.

$ MENTORCTL_TODAY=2027-02-15 mentorctl person list --cohort spring
  People of spring
    id                name       role    capacity  pairs  status
    ana@mar.example   Ana Sol    mentor         1      0  active
    ben@mar.example   Ben Oak    mentor         1      0  active
    dora@mar.example  Dora Elm   mentor         1      0  active
    emil@mar.example  Emil Fir   mentee                0  active
    gus@mar.example   Gus Rowan  mentee                0  active

@ meetings-spring.csv
  Mentor Name,Mentee Name,Date of meeting,Minutes spent,What was it about?
  "Oak, Ben","Fir, Emil",2027-02-01,45,Sport

$ MENTORCTL_TODAY=2027-02-15 mentorctl import meetings-spring.csv --cohort spring
  1 meeting in spring. 1 new, 0 changed, 0 as before.
  1 meeting is of two people who are no pair in spring, and counts for none: Ben Oak (ben@mar.example)
  and Emil Fir (emil@mar.example). If they are: mentorctl import meetings-spring.csv --cohort spring
  --as pairs

  Next: mentorctl status --cohort spring
! Reading meetings-spring.csv: meetings, UTF-8, commas, headings on line 1, 1 row.
!   Mentor Name         -> mentor
!   Mentee Name         -> mentee
!   Date of meeting     -> date
!   Minutes spent       -> minutes
!   What was it about?  -> topic

@ registrar-spring.csv
  Email,Enrolled Spring 2027,GPA Spring 2027
  ana@mar.example,Y,3.6
  emil@mar.example,Y,3.0
  gus@mar.example,Y,2.7

$ MENTORCTL_TODAY=2027-05-30 mentorctl import registrar-spring.csv --cohort spring
  6 observations of 3 people in spring. 0 new, 0 changed, 3 as before. Observations: 6 new, 0 changed.
  Wrote to mentorctl.yaml what is new in this file; it now proposes 2 criteria.

  Next: mentorctl report retention --cohort spring
! Reading registrar-spring.csv: outcomes, UTF-8, commas, headings on line 1, 3 rows.
!   Email                 -> e-mail
!   Enrolled Spring 2027  -> enrolled spring 2027, retention
!   GPA Spring 2027       -> gpa at spring 2027, number

# Fall's numbers are still there beside spring's.
$ mentorctl export everything --format json --quiet | grep observed
        "observed": "fall 2026",
        "observed": "fall 2026",
        "observed": "fall 2026",
        "observed": "fall 2026",
        "observed": "fall 2026",
        "observed": "spring 2027",
        "observed": "spring 2027",
        "observed": "spring 2027",
        "observed": "spring 2027",
        "observed": "spring 2027",
        "observed": "spring 2027",
