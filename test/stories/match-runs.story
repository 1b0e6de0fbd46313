# Runs are kept: shown again, explained, compared with other rules, proved and solved again, put aside.
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Language
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends",Portuguese
  davi.rocha@example.edu,Davi Rocha,S1110,Mentee,,Exams,Portuguese
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",English
  mei.lin@example.edu,Mei Lin,S1001,Mentee,,Research,English
  priya.nair@example.edu,Priya Nair,M017,Mentor,1,"Exams, Research",English
  tom.okafor@example.edu,Tom Okafor,M020,Mentor,1,"Making friends, Exams",Portuguese
  rita.stone@example.edu,Rita Stone,M031,Mentor,2,Research,English
@ mentorctl.yaml
  program: Peer mentoring
  fields:
    topics: {type: set, options: [Exams, Making friends, Research], headings: [Topics (tick all)]}
    language: {type: category, options: [English, Portuguese], headings: [Language]}
  rules:
    - {kind: same, field: language}
  criteria:
    - {kind: overlap, field: topics, importance: high}
@ open.yaml
  program: Peer mentoring
  fields:
    topics: {type: set, options: [Exams, Making friends, Research], headings: [Topics (tick all)]}
    language: {type: category, options: [English, Portuguese], headings: [Language]}
  criteria:
    - {kind: overlap, field: topics, importance: high}
    - {kind: same, field: language, importance: low}

$ mentorctl import people.csv --cohort fall -q | head -n 1
  3 mentors with 4 places, 4 mentees in fall. 7 new, 0 changed, 0 as before.
$ mentorctl match
  Run 1 for fall (draft): 3 of 4 mentees placed with 3 of 3 mentors. Average fit 100 of 100; lowest
  100.
  Checked: no other assignment places more people, and none that places 3 fits better (6 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).

  Not placed
    mentee              why
    Davi Rocha (S1110)  too few places: 2 mentees share 1 mentor with 1 place, so 1 cannot be placed

  Without the rule "same language", for those not placed only, 1 more could be placed.
  1 more place with mentors whose language is Portuguese would place 1 more.
  Tom Okafor (M020) is a bottleneck: one more place there would place one more mentee.

  Look at first
    mentee              with mentor        fit  where it loses most
    Mei Lin (S1001)     Rita Stone (M031)  100  nothing
    Lior Cohen (S1042)  Priya Nair (M017)  100  nothing
    Ana Suarez (S1107)  Tom Okafor (M020)  100  nothing

  Next: mentorctl pair accept --run 1 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match show 1 | head -n 1
  Run 1 for fall (draft): 3 of 4 mentees placed with 3 of 3 mentors. Average fit 100 of 100; lowest
$ mentorctl match list
  Runs for fall
    run  day         status  aim       placed  average fit  lowest  seed  rules
      1  2 Nov 2026  draft   coverage       3          100     100     1  4615189d
    Runs with the same letters under "rules" were made by the same program file.

# Why, for two people, for a mentee who has nobody, and for a mentor.
$ mentorctl pair explain S1042 M017
  Lior Cohen and Priya Nair are paired in run 1. They fit 100 of 100: Priya Nair is the best of the 2
  mentors open to Lior Cohen.

  What the fit is made of (points of 1,000)
    criterion   points     of  why
    topics       1,000  1,000  2 of 2 topics: Research; Exams
    even loads      20         Priya Nair has nobody else
    The fit is 1,000; what was counted besides makes it 1,020 in the match.
$ mentorctl pair explain S1001 M017
  Mei Lin and Priya Nair are not paired in run 1. They fit 100 of 100: Priya Nair is the best of the 2
  mentors open to Mei Lin. Pairing them would cost the whole 50 points of fit.

  What the fit is made of (points of 1,000)
    criterion  points     of  why
    topics      1,000  1,000  1 of 1 topics: Research
$ mentorctl pair explain S1110 M031
  Davi Rocha and Rita Stone cannot be paired. What bars them: same language. Apart from that they fit
  0 of 100: without that Rita Stone would be the second best of 2 for Davi Rocha. Pairing them all the
  same would let 1 person more have a mentor.

  What the fit is made of (points of 1,000)
    criterion  points     of  why
    topics          0  1,000  0 of 1 topics
$ mentorctl match explain S1110
  Davi Rocha has no mentor in run 1: too few places: 2 mentees share 1 mentor with 1 place, so 1
  cannot be placed.

  The best fits
    mentor             fit  has         this pair
    Tom Okafor (M020)  100  Ana Suarez  would cost the whole nothing: it is one of several equally
                                        good answers

  Who shares these places
    mentee              has
    Davi Rocha (S1110)  nobody
    Ana Suarez (S1107)  Tom Okafor (M020)
$ mentorctl match explain Tom
  Tom Okafor has 1 of 1 places taken in run 1, a bottleneck: one more place here would place one more
  mentee. 2 mentees could come.

  Mentees
    mentee              fit  her place for them
    Ana Suarez (S1107)  100              1 of 1

# Which rule costs how many a place, and which places are short, as a table of its own.
$ mentorctl match costs
  By the rules as they are, 3 of 4 mentees of fall can be placed, with an average fit of 100.0. The
  rule that costs most is "same language": without it 1 more has a mentor.

  If it were dropped
    rule           and  more placed  placed  average fit  change
    same language                 1       4         87.5   -12.5

  Next: mentorctl match --cohort fall --rules other.yaml
$ mentorctl match costs 1 --format csv
  rule,and,more,placed,mean-fit,change
  same language,,1,4,87.5,-12.5
$ mentorctl match show 1 --table shortage --format csv
  places,with,placed,alone
  1,mentors whose language is Portuguese,1,1
$ mentorctl match show 1 --table in-demand --format csv
  mentor,mentor-name,places,points

# What if the language did not have to be the same?
$ mentorctl match compare 1 open.yaml
  With open.yaml, 1 mentee gains a place (Davi Rocha, S1110) and 0 lose one. 1 gets another mentor: 0
  a better fit, 1 a worse one, 0 as good a one.

  Side by side
                              run 1  open.yaml
    mentees placed                3          4
    of all who wait            75 %      100 %
    average fit               100.0       87.5
    nine in ten fit at least  100.0       50.0
    lowest fit                100.0       50.0
    mentors with a mentee         3          3

  Who has another mentor, largest change first
    mentee              run 1              fit  open.yaml          fit
    Davi Rocha (S1110)  nobody                  Priya Nair (M017)  100  gains a place
    Lior Cohen (S1042)  Priya Nair (M017)  100  Rita Stone (M031)   50  fits worse
$ mentorctl match --rules open.yaml --floor best
  Run 2 for fall (draft): 4 of 4 mentees placed with 3 of 3 mentors. Average fit 85 of 100; lowest 60.
  Checked: no other assignment places more people, and none that places 4 fits better (12 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
  Once a mentee and a mentor fit each other better than what both have: best for all is not always
  best for two.
  No fit is below 60, and no answer that places as many has a higher lowest fit. It costs 0 points of
  fit in all.
  Most in demand, with the points of fit that one more place there would add: Tom Okafor (M020) at
  least 58.8, Priya Nair (M017) at least 38.8.

  Look at first
    mentee              with mentor        fit  where it loses most
    Lior Cohen (S1042)  Rita Stone (M031)   60  1 of 2 topics
    Davi Rocha (S1110)  Priya Nair (M017)   80  other language
    Mei Lin (S1001)     Rita Stone (M031)  100  nothing
    Ana Suarez (S1107)  Tom Okafor (M020)  100  nothing

  Next: mentorctl pair accept --run 2 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match show 1 --json -o before.json
! Wrote before.json.
$ mentorctl match compare 2 before.json
  With before.json, 0 mentees gain a place and 1 loses one (Davi Rocha, S1110). 1 gets another mentor:
  1 a better fit, 0 a worse one, 0 as good a one.

  Side by side
                              run 2  before.json
    mentees placed                4            3
    of all who wait           100 %         75 %
    average fit                85.0        100.0
    nine in ten fit at least   60.0        100.0
    lowest fit                 60.0        100.0
    mentors with a mentee         3            3

  Who has another mentor, largest change first
    mentee              run 2              fit  before.json        fit
    Davi Rocha (S1110)  Priya Nair (M017)   80  nobody                  loses the place
    Lior Cohen (S1042)  Rita Stone (M031)   60  Priya Nair (M017)  100  fits better
$ mentorctl match compare 1 2 --format csv
  mentee,mentee-name,before,before-name,before-fit,after,after-name,after-fit,what
  S1110,Davi Rocha,nobody,,,M017,Priya Nair,100,gains a place
  S1042,Lior Cohen,M017,Priya Nair,100,M031,Rita Stone,50,fits worse
! csv holds the table changes alone; --format json or xlsx has them all: measures.

# The proof again, and the same bytes again.
$ mentorctl match verify 1
  Run 1 holds: its 3 pairs and the prices it kept prove that no other assignment places more people,
  and none that places as many fits better (6 eligible pairs looked at, nothing solved again).
$ mentorctl match verify 2
  Run 2 holds: its 4 pairs and the prices it kept prove that no other assignment places more people,
  and none that places as many fits better (12 eligible pairs looked at, nothing solved again).
$ mentorctl match replay 2
  Run 2 for fall (draft): 4 of 4 mentees placed with 3 of 3 mentors. Average fit 85 of 100; lowest 60.
  Checked: no other assignment places more people, and none that places 4 fits better (12 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
  Once a mentee and a mentor fit each other better than what both have: best for all is not always
  best for two.
  No fit is below 60, and no answer that places as many has a higher lowest fit. It costs 0 points of
  fit in all.
  Most in demand, with the points of fit that one more place there would add: Tom Okafor (M020) at
  least 58.8, Priya Nair (M017) at least 38.8.

  Look at first
    mentee              with mentor        fit  where it loses most
    Lior Cohen (S1042)  Rita Stone (M031)   60  1 of 2 topics
    Davi Rocha (S1110)  Priya Nair (M017)   80  other language
    Mei Lin (S1001)     Rita Stone (M031)  100  nothing
    Ana Suarez (S1107)  Tom Okafor (M020)  100  nothing

  Next: mentorctl pair accept --run 2 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match show 2
  Run 2 for fall (draft): 4 of 4 mentees placed with 3 of 3 mentors. Average fit 85 of 100; lowest 60.
  Checked: no other assignment places more people, and none that places 4 fits better (12 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
  Once a mentee and a mentor fit each other better than what both have: best for all is not always
  best for two.
  No fit is below 60, and no answer that places as many has a higher lowest fit. It costs 0 points of
  fit in all.
  Most in demand, with the points of fit that one more place there would add: Tom Okafor (M020) at
  least 58.8, Priya Nair (M017) at least 38.8.

  Look at first
    mentee              with mentor        fit  where it loses most
    Lior Cohen (S1042)  Rita Stone (M031)   60  1 of 2 topics
    Davi Rocha (S1110)  Priya Nair (M017)   80  other language
    Mei Lin (S1001)     Rita Stone (M031)  100  nothing
    Ana Suarez (S1107)  Tom Okafor (M020)  100  nothing

  Next: mentorctl pair accept --run 2 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match discard 2
  Discarded run 2 for fall.

  Next: mentorctl match list --cohort fall
$ mentorctl match list --format csv
  run,date,status,objective,placed,mean-fit,lowest-fit,seed,rules
  1,2026-11-02,draft,coverage,3,100,100,1,4615189d
  2,2026-11-02,discarded,coverage,4,85,60,1,2d947e27

# Whom does it favour? Groups of fewer than ten are held back.
$ mentorctl match audit 1 --by language
  Run 1 cannot be compared by language: too few groups are large enough.
  The same people matched without language: 4 of 4 have a mentor instead of 3; the average fit,
  counted without language, is 87.5 instead of 100.0.
