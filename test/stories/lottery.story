# Nine mentees and places for four: a lottery decides, is kept, and can be drawn again by anybody who doubts it.
@ people.csv
  Email,Name,ID,Role,Capacity,Program,Year of study
  m1@example.edu,Priya Nair,M1,Mentor,2,Arts,Third year
  m2@example.edu,Tom Okafor,M2,Mentor,2,Law,Third year
  a@example.edu,Ana Suarez,S1,Mentee,,Arts,First year
  b@example.edu,Ben Adu,S2,Mentee,,Arts,First year
  c@example.edu,Cleo Marsh,S3,Mentee,,Arts,First year
  d@example.edu,Dan Roy,S4,Mentee,,Arts,Second year
  e@example.edu,Eva Lind,S5,Mentee,,Arts,Second year
  f@example.edu,Finn Holm,S6,Mentee,,Law,First year
  g@example.edu,Gil Paz,S7,Mentee,,Law,First year
  h@example.edu,Hana Sato,S8,Mentee,,Law,First year
  i@example.edu,Ivo Kral,S9,Mentee,,Law,First year
@ late.csv
  Email,Name,ID,Role,Capacity,Program,Year of study
  j@example.edu,Jo Reed,S10,Mentee,,Law,First year

$ mentorctl import people.csv --cohort fall -q | head -n 1
  2 mentors with 4 places, 9 mentees in fall. 11 new, 0 changed, 0 as before.
$ mentorctl lottery --places 4 --strata programme
! mentorctl: --strata: there is no field "programme"
! Did you mean "program"? Known: program, year of study.
? 2
$ mentorctl lottery --places 4 --strata program --dry-run
  Would draw 4 of 9 mentees of fall; 5 would wait. No lot has been drawn yet.

  Places by program
    program  in the draw  drawn  waiting
    Arts               5      2        3
    Law                4      2        2

  Next: mentorctl lottery --cohort fall --places 4 --strata program   to draw
$ mentorctl lottery --places 4 --strata program --seed 7
  Lottery 1 for fall: 4 of 9 mentees drawn with seed 7. The 5 not drawn are the wait list, and the
  comparison a report may later draw a causal sentence from.

  Places by program
    program  in the draw  drawn  waiting
    Arts               5      2        3
    Law                4      2        2

  Next: mentorctl match --cohort fall   takes only those drawn; mentorctl lottery replay lists them
$ mentorctl lottery verify
  Lottery 1 holds: drawn again with seed 7, the same 4 of 9 mentees come out.
$ mentorctl lottery replay --format csv
  mentee,mentee-name,stratum,result,place-in-line
  S2,Ben Adu,Arts,drawn,
  S3,Cleo Marsh,Arts,drawn,
  S6,Finn Holm,Law,drawn,
  S7,Gil Paz,Law,drawn,
  S5,Eva Lind,Arts,not drawn,1
  S1,Ana Suarez,Arts,not drawn,2
  S9,Ivo Kral,Law,not drawn,3
  S4,Dan Roy,Arts,not drawn,4
  S8,Hana Sato,Law,not drawn,5
! csv holds the table draw alone; --format json or xlsx has them all: strata.
$ mentorctl lottery --places 4
! mentorctl: nobody in fall is waiting for a draw
! Everybody has a mentor or a lot already: mentorctl lottery replay shows the draw that stands.
? 1

# Only those drawn are matched. Jo comes after the draw and has no lot, so she waits for one.
$ mentorctl import late.csv --cohort fall -q | head -n 1
  1 mentee in fall. 1 new, 0 changed, 0 as before.
$ mentorctl match --all --format csv
  mentee,mentee-name,mentor,mentor-name,fit,why
  S2,Ben Adu,M1,Priya Nair,100,nothing
  S3,Cleo Marsh,M1,Priya Nair,100,nothing
  S6,Finn Holm,M2,Tom Okafor,100,nothing
  S7,Gil Paz,M2,Tom Okafor,100,nothing
$ mentorctl lottery --places 1 --seed 3
  Lottery 2 for fall: a place for everybody who came after the first draw (1); they are no part of the
  comparison.

    entered    in the draw  drawn  waiting
    everybody            1      1        0

  Next: mentorctl match --cohort fall   takes only those drawn; mentorctl lottery replay lists them
$ mentorctl lottery replay --lottery 2
  Lottery 2 for fall, drawn again from its seed 3: 1 of 1 mentees drawn.

    entered    in the draw  drawn  waiting
    everybody            1      1        0

  The draw
    mentee         stratum    result  in line
    Jo Reed (S10)  everybody  drawn

  Next: mentorctl lottery verify --cohort fall   compares it with the record
$ mentorctl lottery verify --cohort fal
! mentorctl: there is no cohort "fal"
! Did you mean "fall"? Known: fall.
? 66
