# Circles that lose people: filled up by whoever waits, closed where everybody finds a place elsewhere, or going on where nobody does.
@ people.csv
  Email,Name,ID,Role,Capacity,Topics
  m1@example.edu,Priya Nair,M1,Mentor,5,Exams
  m2@example.edu,Tom Okafor,M2,Mentor,4,Research
  a@example.edu,Ana Suarez,S1,Mentee,,Exams
  b@example.edu,Ben Adu,S2,Mentee,,Exams
  c@example.edu,Cleo Marsh,S3,Mentee,,Exams
  d@example.edu,Dan Roy,S4,Mentee,,Research
  e@example.edu,Eva Lind,S5,Mentee,,Research
  f@example.edu,Finn Holm,S6,Mentee,,Research
@ late.csv
  Email,Name,ID,Role,Capacity,Topics
  g@example.edu,Gil Paz,S7,Mentee,,Exams
@ mentorctl.yaml
  program: Peer circles
  fields:
    topics:
      type: set
      options: [Exams, Research]
      headings: [Topics]
  criteria:
    - kind: overlap
      field: topics
      importance: high
  circles:
    least: 3
    most: 5

$ mentorctl import people.csv --cohort fall -q | head -n 1
  2 mentors with 9 places, 6 mentees in fall. 8 new, 0 changed, 0 as before.
$ mentorctl match | head -n 1
  Run 1 for fall (draft): 6 of 6 mentees placed with 2 of 2 mentors. Average fit 100 of 100; lowest
$ mentorctl pair accept --all | head -n 1
  Accepted 6 pairs of run 1 for fall.

# Dan leaves Tom's circle, and Gil comes, who would fit Priya's better: he makes Tom's whole again.
$ mentorctl import late.csv --cohort fall -q | head -n 1
  1 mentee in fall. 1 new, 0 changed, 0 as before.
$ mentorctl rematch --leaving dan --dry-run
  Would place 1 of 1 mentee without a mentor, moving none of 5 standing pairs. 1 pair would end.
  Checked: no other answer places more people, and none that moves no pair fits better (11 allowed
  pairs, counting up to 2 points more the fewer mentees a mentor has).

  Ended
    mentee        mentor           why
    Dan Roy (S4)  Tom Okafor (M2)  mentee left

  Placed
    mentee        mentor           fit
    Gil Paz (S7)  Tom Okafor (M2)    0

  Next: mentorctl rematch --cohort fall --leaving dan   to make the changes
$ mentorctl rematch --leaving dan --yes -q | head -n 1
  Run 2 for fall: placed 1 of 1 mentee without a mentor, moving none of 5 standing pairs. 1 pair

# Gil and Eva leave. Finn cannot be a circle alone; Priya has room for him.
$ mentorctl rematch --leaving gil eva --dry-run
  Nobody in fall is without a mentor; 1 of 4 standing pairs would move. 2 pairs would end.
  Checked: with these circles no other answer places more people, none that places as many moves
  fewer, and none that moves 1 fits better (8 allowed pairs, counting up to 2 points more the fewer
  mentees a mentor has).
  The circle of Tom Okafor (M2) has 1 of the 3 people it needs: it would close, and they go elsewhere.

  Ended
    mentee         mentor           why
    Eva Lind (S5)  Tom Okafor (M2)  mentee left
    Gil Paz (S7)   Tom Okafor (M2)  mentee left

  Moved
    mentee          from             fit  to               new fit
    Finn Holm (S6)  Tom Okafor (M2)  100  Priya Nair (M1)        0

  Next: mentorctl rematch --cohort fall --leaving gil eva   to make the changes
$ mentorctl rematch --leaving gil eva --max-moves 0 --dry-run
  Nobody in fall is without a mentor; all 4 pairs stand. 2 pairs would end.
  The circle of Tom Okafor (M2) goes on with 1 of the 3 people it needs: closing it would move too
  many.

  Ended
    mentee         mentor           why
    Eva Lind (S5)  Tom Okafor (M2)  mentee left
    Gil Paz (S7)   Tom Okafor (M2)  mentee left

  Next: mentorctl rematch --cohort fall --leaving gil eva --max-moves 0   to make the changes
$ mentorctl rematch --leaving gil eva --yes
  Nobody in fall is without a mentor; 1 of 4 standing pairs moved. 2 pairs ended.
  Checked: with these circles no other answer places more people, none that places as many moves
  fewer, and none that moves 1 fits better (8 allowed pairs, counting up to 2 points more the fewer
  mentees a mentor has).
  The circle of Tom Okafor (M2) has 1 of the 3 people it needs: it closed, and they go elsewhere.

  Ended
    mentee         mentor           why
    Eva Lind (S5)  Tom Okafor (M2)  mentee left
    Gil Paz (S7)   Tom Okafor (M2)  mentee left

  Moved
    mentee          from             fit  to               new fit
    Finn Holm (S6)  Tom Okafor (M2)  100  Priya Nair (M1)        0

  Next: mentorctl pair list --cohort fall   shows the pairs as they are now
$ mentorctl pair list --status all --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met,status,until,why
  1,S1,Ana Suarez,M1,Priya Nair,100,2026-11-02,0,never,active,,
  2,S2,Ben Adu,M1,Priya Nair,100,2026-11-02,0,never,active,,
  3,S3,Cleo Marsh,M1,Priya Nair,100,2026-11-02,0,never,active,,
  4,S4,Dan Roy,M2,Tom Okafor,100,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  5,S5,Eva Lind,M2,Tom Okafor,100,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  6,S6,Finn Holm,M2,Tom Okafor,100,2026-11-02,0,never,ended,2026-11-02,moved by rematch; before its time
  7,S7,Gil Paz,M2,Tom Okafor,0,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  8,S6,Finn Holm,M1,Priya Nair,0,2026-11-02,0,never,active,,

# Two leave Priya's, where nobody else could take the others: the circle goes on, and it is said.
$ mentorctl rematch --leaving ana ben --yes
  Nobody in fall is without a mentor; all 2 pairs stand. 2 pairs ended.
  The circle of Priya Nair (M1) goes on with 2 of the 3 people it needs: closing it would leave
  somebody without a mentor.

  Ended
    mentee           mentor           why
    Ana Suarez (S1)  Priya Nair (M1)  mentee left
    Ben Adu (S2)     Priya Nair (M1)  mentee left

  Next: mentorctl pair list --cohort fall   shows the pairs as they are now

# Two lead one circle. Whoever comes has both for a mentor, whoever leaves it leaves both, and it is closed for both.
@ led.csv
  Email,Name,ID,Role,Capacity,Topics,With
  p@example.edu,Pat Lund,M11,Mentor,5,Exams,Quinn
  q@example.edu,Quinn Adams,M12,Mentor,2,Research,
  r@example.edu,Rita Stone,M13,Mentor,5,Research,
  h@example.edu,Hal Berg,S11,Mentee,,"Exams, Research",
  i@example.edu,Ida Penn,S12,Mentee,,"Exams, Research",
  j@example.edu,Jon Bell,S13,Mentee,,"Exams, Research",
  k@example.edu,Kai Moe,S14,Mentee,,Research,
  l@example.edu,Lea Vos,S15,Mentee,,Research,
  n@example.edu,Nia Katz,S16,Mentee,,Research,
@ more.csv
  Email,Name,ID,Role,Capacity,Topics,With
  o@example.edu,Ola Ruiz,S17,Mentee,,Research,
@ mentorctl.yaml
  program: Peer circles
  fields:
    topics:
      type: set
      options: [Exams, Research]
      headings: [Topics]
    with:
      type: text
      headings: [With]
  criteria:
    - kind: overlap
      field: topics
      importance: high
  circles:
    least: 3
    most: 5
    co-mentor: with
$ mentorctl import led.csv --cohort spring -q | head -n 1
  3 mentors with 12 places, 6 mentees in spring. 9 new, 0 changed, 0 as before.
$ mentorctl match --cohort spring -q --all
  Run 5 for spring (draft): 6 of 6 mentees placed with 3 of 3 mentors. Average fit 75 of 100; lowest
  50.
  Checked: no other choice of circles places more people, and none that places 6 fits better (18
  eligible pairs, counting up to 2 points more the fewer mentees a mentor has).
  2 circles open: Pat Lund (M11) with Quinn Adams (M12) 3, Rita Stone (M13) 3.

  Pairs, weakest first
    mentee          with mentor        fit  where it loses most
    Hal Berg (S11)  Pat Lund (M11)      50  1 of 2 topics
    Hal Berg (S11)  Quinn Adams (M12)   50  1 of 2 topics
    Ida Penn (S12)  Pat Lund (M11)      50  1 of 2 topics
    Ida Penn (S12)  Quinn Adams (M12)   50  1 of 2 topics
    Jon Bell (S13)  Pat Lund (M11)      50  1 of 2 topics
    Jon Bell (S13)  Quinn Adams (M12)   50  1 of 2 topics
    Kai Moe (S14)   Rita Stone (M13)   100  nothing
    Lea Vos (S15)   Rita Stone (M13)   100  nothing
    Nia Katz (S16)  Rita Stone (M13)   100  nothing

  Next: mentorctl pair accept --run 5 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl pair accept --all --cohort spring -q | head -n 1
  Accepted 9 pairs of run 5 for spring.
$ mentorctl import more.csv --cohort spring -q | head -n 1
  1 mentee in spring. 1 new, 0 changed, 0 as before.
$ mentorctl rematch --cohort spring --leaving jon --yes
  Run 6 for spring: placed 1 of 1 mentee without a mentor, moving none of 5 standing pairs. 2 pairs
  ended.
  Checked: no other answer places more people, and none that moves no pair fits better (16 allowed
  pairs, counting up to 2 points more the fewer mentees a mentor has).

  Ended
    mentee          mentor             why
    Jon Bell (S13)  Pat Lund (M11)     mentee left
    Jon Bell (S13)  Quinn Adams (M12)  mentee left

  Placed
    mentee          mentor             fit
    Ola Ruiz (S17)  Pat Lund (M11)       0
    Ola Ruiz (S17)  Quinn Adams (M12)  100

  Next: mentorctl pair list --cohort spring   shows the pairs as they are now
$ mentorctl rematch --cohort spring --leaving hal ola --dry-run --format csv --table moved
  mentee,mentee-name,from,from-name,fit,to,to-name,new-fit
  S12,Ida Penn,M11,Pat Lund,50,M13,Rita Stone,50
  S12,Ida Penn,M12,Quinn Adams,,,,
$ mentorctl rematch --cohort spring --leaving hal ola --yes
  Nobody in spring is without a mentor; 1 of 4 standing pairs moved. 4 pairs ended.
  Checked: with these circles no other answer places more people, none that places as many moves
  fewer, and none that moves 1 fits better (12 allowed pairs, counting up to 2 points more the fewer
  mentees a mentor has).
  The circle of Pat Lund (M11) with Quinn Adams (M12) has 1 of the 3 people it needs: it closed, and
  they go elsewhere.

  Ended
    mentee          mentor             why
    Hal Berg (S11)  Pat Lund (M11)     mentee left
    Hal Berg (S11)  Quinn Adams (M12)  mentee left
    Ola Ruiz (S17)  Pat Lund (M11)     mentee left
    Ola Ruiz (S17)  Quinn Adams (M12)  mentee left

  Moved
    mentee          from               fit  to                new fit
    Ida Penn (S12)  Pat Lund (M11)      50  Rita Stone (M13)       50
                    Quinn Adams (M12)

  Next: mentorctl pair list --cohort spring   shows the pairs as they are now
$ mentorctl pair list --cohort spring --status all --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met,status,until,why
  9,S11,Hal Berg,M11,Pat Lund,50,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  10,S11,Hal Berg,M12,Quinn Adams,50,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  11,S12,Ida Penn,M11,Pat Lund,50,2026-11-02,0,never,ended,2026-11-02,moved by rematch; before its time
  12,S12,Ida Penn,M12,Quinn Adams,50,2026-11-02,0,never,ended,2026-11-02,moved by rematch; before its time
  13,S13,Jon Bell,M11,Pat Lund,50,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  14,S13,Jon Bell,M12,Quinn Adams,50,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  15,S14,Kai Moe,M13,Rita Stone,100,2026-11-02,0,never,active,,
  16,S15,Lea Vos,M13,Rita Stone,100,2026-11-02,0,never,active,,
  17,S16,Nia Katz,M13,Rita Stone,100,2026-11-02,0,never,active,,
  18,S17,Ola Ruiz,M11,Pat Lund,0,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  19,S17,Ola Ruiz,M12,Quinn Adams,100,2026-11-02,0,never,ended,2026-11-02,mentee left or transferred; before its time
  20,S12,Ida Penn,M13,Rita Stone,50,2026-11-02,0,never,active,,
