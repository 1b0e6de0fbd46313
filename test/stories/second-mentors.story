# A mentee may have two mentors, a peer and somebody from outside. Everybody is placed once first; then a second run finds a second
# mentor of the other kind for those who have one and want another. Each run is proved for itself.
@ mentorctl.yaml
  fields:
    kind: {type: category, options: [peer, alumni], headings: [Kind]}
    topics: {type: set, options: [exams, housing, money], headings: [Topics]}
    second wanted: {type: yes-no, headings: [A second mentor?]}
  second-mentor: {differ: kind, who: second wanted}
  criteria:
    - {kind: overlap, field: topics, importance: high}
@ people.csv
  Student ID,Full name,Role,How many mentees?,Kind,Topics,A second mentor?
  S1,Ana Souza,mentee,,,"exams, housing",yes
  S2,Bo Chen,mentee,,,exams,yes
  S3,Eli Roth,mentee,,,money,no
  M1,Chi Obi,mentor,2,peer,"exams, housing",
  M2,Dana Levi,mentor,1,peer,money,
  M3,Fay Amin,mentor,1,alumni,"exams, money",
  M4,Gus Lund,mentor,1,alumni,housing,
  M5,Ida Penn,mentor,1,alumni,money,
$ mentorctl import people.csv --cohort fall -q | head -n 1
  5 mentors with 6 places, 3 mentees in fall. 8 new, 0 changed, 0 as before.
$ mentorctl match --second
  Nobody in fall who has one mentor is waiting for a second.
$ mentorctl match | head -n 2
  Run 1 for fall (draft): 3 of 3 mentees placed with 3 of 5 mentors. Average fit 100 of 100; lowest
  100.
$ mentorctl pair accept --all -q | head -n 1
  Accepted 3 pairs of run 1 for fall.
$ mentorctl match --second
  Run 2 for fall (draft): a second mentor for 2 of the 2 mentees who have one and may have another,
  with 2 of 3 mentors. Average fit 75 of 100; lowest 50.
  Checked: no other assignment places more people, and none that places 2 fits better (5 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).

  Look at first
    mentee          with mentor    fit  where it loses most
    Ana Souza (S1)  Gus Lund (M4)   50  1 of 2 topics
    Bo Chen (S2)    Chi Obi (M1)   100  nothing

  Next: mentorctl pair accept --run 2 --all   or look closer with mentorctl pair explain MENTEE MENTOR
$ mentorctl pair explain S1 M2 | head -n 3
  Ana Souza and Dana Levi cannot be paired. What bars them: another kind than the first mentor's; Dana
  Levi has no place left, 1 taken. Apart from that they fit 0 of 100: without that Dana Levi would be
  the second best of 3 for Ana Souza.
$ mentorctl match verify 2
  Run 2 holds: its 2 pairs and the prices it kept prove that no other assignment places more people,
  and none that places as many fits better (5 eligible pairs looked at, nothing solved again).
$ mentorctl export pairs
  Run 2 for fall: 2 pairs, 2 still to decide.

    names                    fit  parts             instead           decision  reason  mentee  mentor
    Ana Souza with Gus Lund   50  1 of 2 topics:    Ida Penn (M5),                      S1      M4
                                  housing           loses 50
    Bo Chen with Chi Obi     100  1 of 1 topics:                                        S2      M1
                                  exams

  Next: mentorctl export pairs --cohort fall --format csv -o pairs.csv   then decide in the file, and mentorctl import pairs.csv --as pairs
$ mentorctl pair swap S1 M5
  Paired Ana Souza (S1) with Ida Penn (M5) instead of Gus Lund (M4). In points of fit the whole loses
  50.

  Next: mentorctl pair review --cohort fall   or take it back with mentorctl data undo
$ mentorctl pair list --person S1
  Pairs of fall
    pair  mentee          mentor         fit  since       meetings  last met
       1  Ana Souza (S1)  Chi Obi (M1)   100  2 Nov 2026         0  never
       4  Ana Souza (S1)  Ida Penn (M5)    0  2 Nov 2026         0  never
$ mentorctl pair decline S2 M1 --note "no time"
  Declined: Bo Chen (S2) with Chi Obi (M1). They will not be proposed again.

  Next: mentorctl match --second --cohort fall   for another mentor for Bo Chen
$ mentorctl match list
  Runs for fall
    run  day         status    aim             placed  average fit  lowest  seed  rules
      1  2 Nov 2026  accepted  coverage             3          100     100     1  a5c80ec9
      2  2 Nov 2026  draft     second mentors       2           75      50     1  a5c80ec9
    Runs with the same letters under "rules" were made by the same program file.
$ mentorctl pair list
  Pairs of fall
    pair  mentee          mentor          fit  since       meetings  last met
       1  Ana Souza (S1)  Chi Obi (M1)    100  2 Nov 2026         0  never
       2  Bo Chen (S2)    Fay Amin (M3)   100  2 Nov 2026         0  never
       3  Eli Roth (S3)   Dana Levi (M2)  100  2 Nov 2026         0  never
       4  Ana Souza (S1)  Ida Penn (M5)     0  2 Nov 2026         0  never
$ mentorctl match
  Nobody in fall is waiting for a mentor.
$ mentorctl match --second
  Run 3 for fall (draft): a second mentor for 0 of the 1 mentee who has one and may have another, with
  0 of 2 mentors.
  Checked: no other assignment places more people, and none that places 0 fits better (1 eligible
  pairs, counting up to 2 points more the fewer mentees a mentor has).

  Not placed
    mentee        why
    Bo Chen (S2)  no mentor is eligible: "an earlier pair that was declined" bars 1 of 2, "another
                  kind than the first mentor's" bars 1 of 2. Without the rule "an earlier pair that
                  was declined": 1 mentor.

  Without the rule "another kind than the first mentor's", for those not placed only, 1 more could be
  placed.
  1 more place with mentors whose kind is peer would place 1 more.

  Next: mentorctl program check --cohort fall   which says what the rules do to people
# A second pair ends: the first stands, and another second mentor is looked for.
$ mentorctl pair end --pair 4 --reason poor-fit --by-whom mentee
  Ended pair 4: Ana Souza (S1) with Ida Penn (M5), after 0 days, on 2 Nov 2026.
  Reason: poor fit (mentee). That is before its time; they were expected to go on to 2 Nov 2027.

  Next: mentorctl match --second --cohort fall   or take it back with mentorctl pair reopen --pair 4
$ mentorctl pair reopen --pair 4 -q | head -n 1
  Reopened pair 4: Ana Souza (S1) with Ida Penn (M5); it was ended.
# A mentor leaves: whoever has another one keeps that one and is not moved.
$ mentorctl rematch --leaving M1 --yes
  Nobody in fall is without a mentor; all 3 pairs stand. 1 pair ended.

  Ended
    mentee          mentor        why
    Ana Souza (S1)  Chi Obi (M1)  mentor left

  Next: mentorctl pair list --cohort fall   shows the pairs as they are now
