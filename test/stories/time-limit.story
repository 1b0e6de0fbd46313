# A limit on the time a run may take: the best answer so far is taken and said to be unproved, with how much better any could
# be. It can be looked at and accepted like any other; verify solves it to the end.
@ people.csv < test/errors/_program/people.csv
@ more.csv < test/errors/not-best/more.csv
$ mentorctl import people.csv --cohort fall -q
  2 mentors with 2 places, 2 mentees in fall. 4 new, 0 changed, 0 as before.
  Wrote mentorctl.yaml: 1 field, 1 criterion proposed. Look it over and change what you like.

  Next: mentorctl match --cohort fall
$ mentorctl import more.csv --cohort fall -q
  4 mentors with 4 places, 4 mentees in fall. 8 new, 0 changed, 0 as before.

  Next: mentorctl match --cohort fall
$ mentorctl match --cohort fall --time-limit 0
  Run 1 for fall (draft): 6 of 6 mentees placed with 6 of 6 mentors. Average fit 92 of 100; lowest 50.
  Not proved best: the time was up first. No other assignment places more people, and none that places
  6 is better by more than 50 points of fit in all, 8.3 a pair (36 eligible pairs, counting up to 2
  points more the fewer mentees a mentor has).

  Look at first
    mentee            with mentor       fit  where it loses most
    Gus Lund (1005)   Ida Penn (2003)    50  1 of 2 topics
    Ana Souza (1001)  Jon Reis (2004)   100  nothing
    Bo Chen (1002)    Chi Obi (2001)    100  nothing
    Eli Roth (1003)   Dana Levi (2002)  100  nothing
    Fay Amin (1004)   Lou Tran (2006)   100  nothing
    Hal Mora (1006)   Kim Sand (2005)   100  nothing

  Next: mentorctl pair accept --run 1 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match verify 1
  Run 1 does not hold.
    its time was up before it was proved: this answer places 6 mentees with 550 points of fit in all,
    the best one 6 with 600
! mentorctl: run 1 is not the best there is
! Make a new one with mentorctl match, without --time-limit or with a longer one.
? 1
$ mentorctl match --cohort fall --time-limit 60 | head -n 3
  Run 2 for fall (draft): 6 of 6 mentees placed with 6 of 6 mentors. Average fit 100 of 100; lowest
  100.
  Checked: no other assignment places more people, and none that places 6 fits better (36 eligible
$ mentorctl match --cohort fall --time-limit 60 --method stable
! mentorctl: --time-limit does not go with --method stable
! Leave one of the two out; Ctrl-C stops a run at any time and changes nothing.
? 2
$ mentorctl pair accept --run 1 --all
  Accepted 6 pairs of run 1 for fall.

  Next: mentorctl status --cohort fall
