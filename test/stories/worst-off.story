# What the best answer looks like from the side of the worst off: the lowest fits first, or first choices first, each with its price.
@ people.csv
  ID,Name,Role,Capacity,Topics
  M1,Ana Silva,mentor,1,"A; B; C; D"
  M2,Bo Chen,mentor,1,"A; B; F"
  M3,Rao Kim,mentor,1,"E; F"
  S1,Eve Adams,mentee,,"A; B"
  S2,Ned Fox,mentee,,"A; F"
  S3,Liv Oak,mentee,,"C; D; F"
@ mentorctl.yaml
  fields:
    topics: {type: set, options: [A, B, C, D, E, F], headings: [Topics]}
  criteria:
    - {kind: overlap, field: topics, importance: high}
$ mentorctl import people.csv --cohort fall -q | head -n 1
  3 mentors with 3 places, 3 mentees in fall. 6 new, 0 changed, 0 as before.
$ mentorctl match --all --dry-run
  Would be a run for fall: 3 of 3 mentees placed with 3 of 3 mentors. Average fit 78 of 100; lowest
  33.
  Checked: no other assignment places more people, and none that places 3 fits better (9 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
  Most in demand, with the points of fit that one more place there would add: Ana Silva (M1) at least
  31.4, Bo Chen (M2) at least 31.4.

  Pairs, weakest first
    mentee          with mentor     fit  where it loses most
    Liv Oak (S3)    Rao Kim (M3)     33  1 of 3 topics
    Eve Adams (S1)  Ana Silva (M1)  100  nothing
    Ned Fox (S2)    Bo Chen (M2)    100  nothing
$ mentorctl match --all --fair
  Run 1 for fall (draft): 3 of 3 mentees placed with 3 of 3 mentors. Average fit 72 of 100; lowest 50.
  Checked: no other assignment places more people, and none that places 3 has a higher lowest fit, or
  as high a one and a higher next lowest, and so on (9 eligible pairs).
  The lowest fit is 50; with the best total it would be 33.3. It costs 16.6 points of fit in all
  against the best total, 5.5 a pair.

  Pairs, weakest first
    mentee          with mentor     fit  where it loses most
    Ned Fox (S2)    Rao Kim (M3)     50  1 of 2 topics
    Liv Oak (S3)    Ana Silva (M1)   67  2 of 3 topics
    Eve Adams (S1)  Bo Chen (M2)    100  nothing

  Next: mentorctl pair accept --run 1 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match verify 1
  Run 1 holds: solved again from what it saw, the same 3 mentees are placed with the same mentors.

@ choices.csv
  Mentee,Mentor,Rank
  S1,M1,1
  S1,M2,2
  S2,M1,1
  S2,M3,2
  S3,M2,1
$ mentorctl import choices.csv --cohort fall -q
  5 preferences in fall. 5 new, 0 changed, 0 as before.

  Next: mentorctl match --cohort fall
$ mentorctl match --first-choices --dry-run
  Would be a run for fall: 3 of 3 mentees placed with 3 of 3 mentors. Average fit 61 of 100; lowest
  33.
  Checked: no other assignment places more people, and none that places 3 has more first choices, or
  as many and more second ones, and so on (9 eligible pairs).
  Of 3 mentees who stated choices 2 have their first choice, 1 another of theirs.
  Once a mentee and a mentor fit each other better than what both have: best for all is not always
  best for two.
  Choices met: 2 first, 1 second; with the best total they would be 1 first, 0 second. It costs 50
  points of fit in all against the best total, 16.7 a pair.

  Look at first
    mentee          with mentor     fit  where it loses most
    Liv Oak (S3)    Bo Chen (M2)     33  1 of 3 topics
    Ned Fox (S2)    Rao Kim (M3)     50  1 of 2 topics
    Eve Adams (S1)  Ana Silva (M1)  100  nothing

# Answers nearly as good that differ most, kept as drafts that can be compared, verified and accepted like any other.
$ mentorctl match
  Run 2 for fall (draft): 3 of 3 mentees placed with 3 of 3 mentors. Average fit 78 of 100; lowest 33.
  Checked: no other assignment places more people, and none that places 3 fits better (9 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
  Of 3 mentees who stated choices 1 has their first choice, 2 somebody they did not name.
    The choices of 3 people are on file and count for nothing. Add {kind: ranked} to criteria in
    mentorctl.yaml, or match with --first-choices or --method stable.

  Most in demand, with the points of fit that one more place there would add: Ana Silva (M1) at least
  31.4, Bo Chen (M2) at least 31.4.

  Look at first
    mentee          with mentor     fit  where it loses most
    Liv Oak (S3)    Rao Kim (M3)     33  1 of 3 topics
    Eve Adams (S1)  Ana Silva (M1)  100  nothing
    Ned Fox (S2)    Bo Chen (M2)    100  nothing

  Next: mentorctl pair accept --run 2 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match alternatives 2 --price 1
  Every other answer that places as many as run 2 costs more than 1 of 100 points of fit for each
  mentee who would have another mentor.
$ mentorctl match alternatives 2 --price 20
  1 answer places as many as run 2 and differs most where a mentee’s other mentor may cost 20 of 100
  points of fit. Checked: no answer that differs in as many costs less.

  Nearly as good
    run  placed  differ  total fit  price  lowest fit
    2         3       0      233.3    0.0        33.3
    3         3       3      216.7   16.6        50.0

  Next: mentorctl match compare 2 3   or mentorctl pair accept --run 3 --all
$ mentorctl match compare 2 3
  With run 3, 0 mentees gain a place and 0 lose one. 3 get another mentor: 1 a better fit, 1 a worse
  one, 1 as good a one.

  Side by side
                              run 2  run 3
    mentees placed                3      3
    of all who wait           100 %  100 %
    average fit                77.8   72.2
    nine in ten fit at least   33.3   50.0
    lowest fit                 33.3   50.0
    mentors with a mentee         3      3

  Who has another mentor, largest change first
    mentee          run 2           fit  run 3           fit
    Ned Fox (S2)    Bo Chen (M2)    100  Rao Kim (M3)     50  fits worse
    Liv Oak (S3)    Rao Kim (M3)     33  Ana Silva (M1)   67  fits better
    Eve Adams (S1)  Ana Silva (M1)  100  Bo Chen (M2)    100  fits as well
$ mentorctl match verify 3
  Run 3 holds: its 3 pairs and the prices it kept prove that no other assignment places more people,
  and none that places as many fits better, counting what differs from another answer more (9 eligible
  pairs looked at, nothing solved again).
$ mentorctl pair explain S1 M2 --run 3
  Eve Adams and Bo Chen are paired in run 3. They fit 100 of 100: Bo Chen is the best of the 3 mentors
  open to Eve Adams.

  What the fit is made of (points of 1,000)
    criterion       points     of  why
    topics           1,000  1,000  2 of 2 topics: A; B
    another answer     200         they are no pair in the answer that this one was to differ from
    even loads          20         Bo Chen has nobody else
    The fit is 1,000; what was counted besides makes it 1,220 in the match.
$ mentorctl pair accept --run 3 --all
  Accepted 3 pairs of run 3 for fall.

  Next: mentorctl status --cohort fall
