# Siblings apart, friends together, houses mixed, and who comes first: also where some have their mentor already.
@ people.csv
  ID,Name,Role,Capacity,Family,Friends,House,First in family,Topics
  M1,Ana Silva,mentor,3,,,,,Law
  M2,Bo Chen,mentor,2,,,,,Maths
  S1,Eve Adams,mentee,,Adams,,red,no,Law
  S2,Ned Fox,mentee,,,Liv Oak,red,no,Maths
@ late.csv
  ID,Name,Role,Capacity,Family,Friends,House,First in family,Topics
  S3,Tim Adams,mentee,,Adams,,red,no,Law
  S4,Liv Oak,mentee,,,,blue,yes,Law
@ mentorctl.yaml
  program: Peer mentoring
  fields:
    family: {type: text, headings: [Family]}
    friends: {type: text, headings: [Friends]}
    house: {type: category, headings: [House]}
    first in family: {type: yes-no, headings: [First in family]}
    topics: {type: set, headings: [Topics]}
  rules:
    - {kind: apart, field: family}
    - {kind: together, field: friends}
  criteria:
    - {kind: overlap, field: topics}
  matching:
    priority:
      - {field: first in family, is: yes}
$ mentorctl import people.csv --cohort fall -q | head -n 1
  2 mentors with 5 places, 2 mentees in fall. 4 new, 0 changed, 0 as before.
$ mentorctl match --cohort fall | head -n 1
  Run 1 for fall (draft): 2 of 2 mentees placed with 2 of 2 mentors. Average fit 100 of 100; lowest
$ mentorctl pair accept --all | head -n 1
  Accepted 2 pairs of run 1 for fall.
$ mentorctl import late.csv --cohort fall -q | head -n 1
  2 mentees in fall. 2 new, 0 changed, 0 as before.
# Tim's sister has Ana, and Liv's friend has Bo: each keeps to that, and is told why.
$ mentorctl match --all
  Run 2 for fall (draft): 1 of 2 mentees placed with 1 of 2 mentors. Average fit 0 of 100; lowest 0.
  Checked: no other assignment places more people, or more of those who go first, and none that places
  1 fits better (2 eligible pairs, counting up to 2 points more the fewer mentees a mentor has).
  Placed first: 1 of 1 (first in family: yes); of the others 0 of 1.

  Not placed
    mentee          why
    Tim Adams (S3)  too few places: 2 mentees share 1 mentor with 1 place, so 1 cannot be placed

  Without the rule "apart: family", for those not placed only, 1 more could be placed.
  1 more place with any mentor would place 1 more.

  Pairs, weakest first
    mentee        with mentor   fit  where it loses most
    Liv Oak (S4)  Bo Chen (M2)    0  0 of 1 topics

  Next: mentorctl pair accept --run 2 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl pair explain S3 M1
  Tim Adams and Ana Silva cannot be paired. What bars them: apart: family (Eve Adams (S1) has her).
  Apart from that they fit 100 of 100: without that Ana Silva would be the best of 2 for Tim Adams.
  Pairing them all the same would let 1 person more have a mentor.

  What the fit is made of (points of 1,000)
    criterion  points     of  why
    topics      1,000  1,000  1 of 1 topics: Law
$ mentorctl pair explain S4 M1
  Liv Oak and Ana Silva cannot be paired. What bars them: together: friends (Ned Fox (S2) has Bo Chen
  (M2)). Apart from that they fit 100 of 100: without that Ana Silva would be the best of 2 for Liv
  Oak. Pairing them all the same would let 1 person more have a mentor.

  What the fit is made of (points of 1,000)
    criterion  points     of  why
    topics      1,000  1,000  1 of 1 topics: Law
$ mentorctl match verify 2
  Run 2 holds: its 1 pairs and the prices it kept prove that no other assignment places more people,
  and none that places as many fits better (2 eligible pairs looked at, nothing solved again).
# A rematch heeds the same.
$ mentorctl rematch --dry-run
  Would place 1 of 2 mentees without a mentor, moving none of 2 standing pairs.
  Checked: no other answer places more people or more of those who go first, and none that moves no
  pair fits better (4 allowed pairs, counting up to 2 points more the fewer mentees a mentor has).

  Placed
    mentee        mentor        fit
    Liv Oak (S4)  Bo Chen (M2)    0

  Not placed
    mentee          why
    Tim Adams (S3)  a place is there only against "apart: family", or by leaving out others

  Next: mentorctl rematch --cohort fall   to make the changes
# A rule that pairs which stand break already is said; they stay.
@ tighter.yaml
  program: Peer mentoring
  fields:
    house: {type: category, headings: [House]}
    topics: {type: set, headings: [Topics]}
  rules:
    - {kind: together, field: house}
  criteria:
    - {kind: overlap, field: topics}
$ mentorctl match --rules tighter.yaml --all
  Run 3 for fall (draft): 2 of 2 mentees placed with 1 of 2 mentors. Average fit 100 of 100; lowest
  100.
  Checked: no other assignment places more people, and none that places 2 fits better (4 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).
    Not heeded by pairs that stand or are pinned: together: house: Eve Adams (S1) has Ana Silva (M1);
    Ned Fox (S2) has Bo Chen (M2).

  Pairs, weakest first
    mentee          with mentor     fit  where it loses most
    Tim Adams (S3)  Ana Silva (M1)  100  nothing
    Liv Oak (S4)    Ana Silva (M1)  100  nothing

  Next: mentorctl pair accept --run 3 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl match verify 3
  Run 3 holds: its 2 pairs and the prices it kept prove that no other assignment places more people,
  and none that places as many fits better (4 eligible pairs looked at, nothing solved again).
    Not heeded by pairs that stand or are pinned: together: house: Eve Adams (S1) has Ana Silva (M1);
    Ned Fox (S2) has Bo Chen (M2).
