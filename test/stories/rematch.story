# A mentor leaves in October and somebody comes late: one pair moves, everybody else stays where they are.
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all)
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends"
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams"
  mei.lin@example.edu,Mei Lin,S1001,Mentee,,Research
  priya.nair@example.edu,Priya Nair,M017,Mentor,1,"Exams, Research"
  tom.okafor@example.edu,Tom Okafor,M020,Mentor,2,"Making friends, Exams"
  rita.stone@example.edu,Rita Stone,M031,Mentor,1,Research
@ late.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all)
  ben.adu@example.edu,Ben Adu,S2001,Mentee,,Research
@ mentorctl.yaml
  program: Peer mentoring
  fields:
    topics:
      type: set
      options: [Exams, Making friends, Research]
      headings: [Topics (tick all)]
  rules:
    - kind: share
      field: topics
      least: 1
  criteria:
    - kind: overlap
      field: topics
      importance: high

$ mentorctl import people.csv --cohort fall -q
  3 mentors with 4 places, 3 mentees in fall. 6 new, 0 changed, 0 as before.
  Wrote to mentorctl.yaml what is new in this file.

  Next: mentorctl match --cohort fall
$ mentorctl match --cohort fall | head -n 1
  Run 1 for fall (draft): 3 of 3 mentees placed with 3 of 3 mentors. Average fit 100 of 100; lowest
$ mentorctl pair accept --all
  Accepted 3 pairs of run 1 for fall.

  Next: mentorctl status --cohort fall
$ mentorctl pair list --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met
  1,S1107,Ana Suarez,M020,Tom Okafor,100,2026-11-02,0,never
  2,S1042,Lior Cohen,M017,Priya Nair,100,2026-11-02,0,never
  3,S1001,Mei Lin,M031,Rita Stone,100,2026-11-02,0,never

# Nobody waits: nothing happens.
$ mentorctl rematch
  Nobody in fall is without a mentor; all 3 pairs stand.

  Next: mentorctl status --cohort fall

$ mentorctl rematch --format csv
  mentee,mentee-name,mentor,mentor-name,fit
$ mentorctl rematch --table moved --format csv
  mentee,mentee-name,from,from-name,fit,to,to-name,new-fit
$ mentorctl match --format csv
  mentee,mentee-name,mentor,mentor-name,fit,why

# Rita leaves. Only Priya could take Mei, who asks for research; Lior can go from Priya to Tom. Nothing changes unseen.
$ mentorctl rematch --leaving rita
! mentorctl: this needs an answer: Make these changes?
! Without a terminal, answer with --yes; look at them first with --dry-run.
? 2
$ mentorctl rematch --leaving rita --max-moves 0 --dry-run
  Would place 0 of 1 mentee without a mentor, moving none of 2 standing pairs. 1 pair would end.
  Checked: no other answer places more people with at most 0 moved, and none that moves no pair fits
  better (5 allowed pairs, counting up to 2 points more the fewer mentees a mentor has).

  Ended
    mentee           mentor             why
    Mei Lin (S1001)  Rita Stone (M031)  mentor left

  Not placed
    mentee           why
    Mei Lin (S1001)  a place could be made, but only by moving more than 0 standing pairs

  Next: mentorctl rematch --cohort fall --leaving rita --max-moves 0   to make the changes
$ mentorctl rematch --leaving rita --dry-run
  Would place 1 of 1 mentee without a mentor, moving 1 of 2 standing pairs. 1 pair would end.
  Checked: no other answer places more people, none that places as many moves fewer, and none that
  moves 1 fits better (5 allowed pairs, counting up to 2 points more the fewer mentees a mentor has).

  Ended
    mentee           mentor             why
    Mei Lin (S1001)  Rita Stone (M031)  mentor left

  Moved
    mentee              from               fit  to                 new fit
    Lior Cohen (S1042)  Priya Nair (M017)  100  Tom Okafor (M020)       50

  Placed
    mentee           mentor             fit
    Mei Lin (S1001)  Priya Nair (M017)  100

  Next: mentorctl rematch --cohort fall --leaving rita   to make the changes
$ mentorctl rematch --leaving rita --yes
  Run 2 for fall: placed 1 of 1 mentee without a mentor, moving 1 of 2 standing pairs. 1 pair ended.
  Checked: no other answer places more people, none that places as many moves fewer, and none that
  moves 1 fits better (5 allowed pairs, counting up to 2 points more the fewer mentees a mentor has).

  Ended
    mentee           mentor             why
    Mei Lin (S1001)  Rita Stone (M031)  mentor left

  Moved
    mentee              from               fit  to                 new fit
    Lior Cohen (S1042)  Priya Nair (M017)  100  Tom Okafor (M020)       50

  Placed
    mentee           mentor             fit
    Mei Lin (S1001)  Priya Nair (M017)  100

  Next: mentorctl pair list --cohort fall   shows the pairs as they are now
$ mentorctl pair list --status all --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met,status,until,why
  1,S1107,Ana Suarez,M020,Tom Okafor,100,2026-11-02,0,never,active,,
  2,S1042,Lior Cohen,M017,Priya Nair,100,2026-11-02,0,never,ended,2026-11-02,moved by rematch; before its time
  3,S1001,Mei Lin,M031,Rita Stone,100,2026-11-02,0,never,ended,2026-11-02,mentor left; before its time
  4,S1001,Mei Lin,M017,Priya Nair,100,2026-11-02,0,never,active,,
  5,S1042,Lior Cohen,M020,Tom Okafor,50,2026-11-02,0,never,active,,

# Ben comes late. Only Priya could take him, and to give him her place would only put Mei out.
$ mentorctl import late.csv --cohort fall -q
  1 mentee in fall. 1 new, 0 changed, 0 as before.

  Next: mentorctl match --cohort fall
$ mentorctl rematch --yes --json
  {
    "schema": "mentorctl/rematch@1",
    "run": null,
    "cohort": "fall",
    "dryRun": false,
    "standing": 3,
    "ended": [],
    "placed": [],
    "moved": [],
    "lost": [],
    "unmatched": [
      {
        "id": "S2001",
        "name": "Ben Adu",
        "reason": {
          "kind": "too-few-seats",
          "text": "too few places: 2 mentees share 1 mentor with 1 place, so 1 cannot be placed",
          "rules": [],
          "group": 0
        }
      }
    ],
    "closedCircles": [],
    "shortCircles": [],
    "against": [],
    "notHeeded": [],
    "within": null,
    "certificate": {
      "proved": true,
      "checkedPairs": 6,
      "faults": []
    }
  }

# A pair that was moved did not fail, so it may be made again: Priya and Lior come together when Mei, Ben and Tom have gone.
$ mentorctl rematch --leaving mei ben tom --yes
  Run 3 for fall: placed 1 of 2 mentees without a mentor, moving none of 0 standing pairs. 3 pairs
  ended.
  Checked: no other answer places more people, and none that moves no pair fits better (2 allowed
  pairs, counting up to 2 points more the fewer mentees a mentor has).

  Ended
    mentee              mentor             why
    Ana Suarez (S1107)  Tom Okafor (M020)  mentor left
    Mei Lin (S1001)     Priya Nair (M017)  mentee left
    Lior Cohen (S1042)  Tom Okafor (M020)  mentor left

  Placed
    mentee              mentor             fit
    Lior Cohen (S1042)  Priya Nair (M017)  100

  Not placed
    mentee              why
    Ana Suarez (S1107)  too few places: 2 mentees share 1 mentor with 1 place, so 1 cannot be placed

  Next: mentorctl pair list --cohort fall   shows the pairs as they are now
$ mentorctl rematch --leaving nobody
! mentorctl: nobody here is called "nobody"
! See mentorctl person list.
? 66
$ mentorctl rematch --max-moves few
! mentorctl: --max-moves is "few"
! Write a whole number, 0 to move nobody.
? 2

# Zoe joins, and Lior would rather not have Priya: a pair that never met is declined, and the rematch finds another.
@ back.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all)
  zoe.ray@example.edu,Zoe Ray,M040,Mentor,1,"Exams, Research"
$ mentorctl import back.csv --cohort fall -q | head -n 1
  1 mentor with 1 place in fall. 1 new, 0 changed, 0 as before.
$ mentorctl pair decline lior --by-whom mentee --note "same dormitory" | head -n 1
  Declined: Lior Cohen (S1042) with Priya Nair (M017). They will not be proposed again.
$ mentorctl rematch --yes
  Run 4 for fall: placed 2 of 2 mentees without a mentor, moving none of 0 standing pairs.
  Checked: no other answer places more people, and none that moves no pair fits better (3 allowed
  pairs, counting up to 2 points more the fewer mentees a mentor has).

  Placed
    mentee              mentor             fit
    Lior Cohen (S1042)  Zoe Ray (M040)     100
    Ana Suarez (S1107)  Priya Nair (M017)   50

  Next: mentorctl pair list --cohort fall   shows the pairs as they are now
$ mentorctl pair list --person lior --status all --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met,status,until,why
  2,S1042,Lior Cohen,M017,Priya Nair,100,2026-11-02,0,never,ended,2026-11-02,moved by rematch; before its time
  5,S1042,Lior Cohen,M020,Tom Okafor,50,2026-11-02,0,never,ended,2026-11-02,mentor left; before its time
  6,S1042,Lior Cohen,M017,Priya Nair,100,2026-11-02,0,never,declined,2026-11-02,same dormitory
  7,S1042,Lior Cohen,M040,Zoe Ray,100,2026-11-02,0,never,active,,

# A rematch was carried out when it was made: there is nothing to review in it.
$ mentorctl pair review --run 2 --list
! mentorctl: run 2 is a rematch, which was carried out when it was made
! See mentorctl pair list for the pairs it made.
? 2
