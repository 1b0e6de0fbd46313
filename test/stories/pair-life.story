# The life of a pair after it was accepted: kept apart, put together, ended, taken out, reopened.
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Major
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends",Biology
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",History
  mei.lin@example.edu,Mei Lin,S1001,Mentee,,Making friends,Biology
  ana.lima@example.edu,Ana Lima,S1200,Mentee,,"Exams",History
  priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",History
  tom.okafor@example.edu,Tom Okafor,M020,Mentor,1,"Making friends, Exams",Biology
  anita.roy@example.edu,Anita Roy,M031,Mentor,2,"Making friends",Biology

$ mentorctl import people.csv --cohort fall -q
  3 mentors with 5 places, 4 mentees in fall. 7 new, 0 changed, 0 as before.
  Wrote mentorctl.yaml: 2 fields, 2 criteria proposed. Look it over and change what you like.

  Next: mentorctl match --cohort fall

$ mentorctl match --cohort fall | head -n 1
  Run 1 for fall (draft): 4 of 4 mentees placed with 3 of 3 mentors. Average fit 100 of 100; lowest

# Two people know each other too well already, and two should be tried together.
$ mentorctl pair block mei okafor --note "same flat"
  Blocked: no run pairs Mei Lin (S1001) and Tom Okafor (M020).

  Next: mentorctl match --cohort fall

$ mentorctl pair block mei okafor
  Mei Lin (S1001) and Tom Okafor (M020) were blocked already.

  Next: mentorctl match --cohort fall

$ mentorctl pair pin lior priya
  Pinned: every run puts Lior Cohen (S1042) and Priya Nair (M017) together.

  Next: mentorctl match --cohort fall

$ mentorctl pair list --rulings
  Pins and blocks in fall
    ruling  mentee              mentor             cohort  note
    block   Mei Lin (S1001)     Tom Okafor (M020)  fall    same flat
    pin     Lior Cohen (S1042)  Priya Nair (M017)  fall

$ mentorctl match --cohort fall | grep Mei
    Mei Lin (S1001)     Anita Roy (M031)   100  nothing

# What the rest of the run proposed can be turned down one by one.
$ mentorctl pair decline mei --by-whom mentee --note "would rather have a historian"
  Declined: Mei Lin (S1001) with Anita Roy (M031). They will not be proposed again.

  Next: mentorctl match --cohort fall   for another mentor for Mei Lin

$ mentorctl match --cohort fall | head -n 1
  Run 3 for fall (draft): 4 of 4 mentees placed with 3 of 3 mentors. Average fit 58 of 100; lowest 0.

$ mentorctl pair accept --all
  Accepted 4 pairs of run 3 for fall.

  Next: mentorctl status --cohort fall

$ mentorctl pair list
  Pairs of fall
    pair  mentee              mentor             fit  since       meetings  last met
       2  Ana Suarez (S1107)  Anita Roy (M031)    67  2 Nov 2026         0  never
       3  Lior Cohen (S1042)  Priya Nair (M017)  100  2 Nov 2026         0  never
       4  Mei Lin (S1001)     Priya Nair (M017)    0  2 Nov 2026         0  never
       5  Ana Lima (S1200)    Tom Okafor (M020)   67  2 Nov 2026         0  never

# Names may be typed in part. Where several are meant, a script is told which.
$ mentorctl pair end ana --reason poor-fit
! mentorctl: "ana" could be Ana Suarez (S1107), Ana Lima (S1200)
! Say which with MENTEE, by id.
? 2

$ mentorctl pair end "anna suarez"
! mentorctl: nobody here is called "anna suarez"
! Did you mean Ana Suarez (S1107)?
? 66

$ mentorctl pair end suarez
! mentorctl: this needs an answer: Why does it end?
! Without a terminal, answer with --reason.
? 2

$ mentorctl pair end suarez --reason gols-met
! mentorctl: --reason does not know "gols-met"
! Did you mean "goals-met"? Known: planned-end, goals-met, mentor-moved, mentor-no-time, mentor-not-responding, mentor-left, mentee-left, mentee-graduated, mentee-no-time, mentee-not-responding, mentee-opted-out, poor-fit, conflict-or-safety, program-ended.
? 2

$ mentorctl pair end suarez --reason poor-fit --by-whom mentee --never-again --dry-run
  Would end pair 2: Ana Suarez (S1107) with Anita Roy (M031), after 0 days, on 2 Nov 2026.
  Reason: poor fit (mentee). That is before its time; they were expected to go on to 2 Nov 2027. They
  will not be paired again.

$ mentorctl pair end suarez --reason poor-fit --by-whom mentee --never-again
  Ended pair 2: Ana Suarez (S1107) with Anita Roy (M031), after 0 days, on 2 Nov 2026.
  Reason: poor fit (mentee). That is before its time; they were expected to go on to 2 Nov 2027. They
  will not be paired again.

  Next: mentorctl rematch --cohort fall   or take it back with mentorctl pair reopen --pair 2

$ mentorctl pair list --status ended
  Pairs of fall
    pair  mentee       mentor       fit  since       meetings  last   status  until       why
                                                               met
       2  Ana Suarez   Anita Roy     67  2 Nov 2026         0  never  ended   2 Nov 2026  poor fit;
          (S1107)      (M031)                                                             before its
                                                                                          time; never
                                                                                          again

$ mentorctl pair reopen suarez
  Reopened pair 2: Ana Suarez (S1107) with Anita Roy (M031); it was ended.

  Next: mentorctl status --cohort fall

# A pair that met has been; one that was a slip of the hand has not.
$ mentorctl record meeting --mentee S1042 --minutes 30
  Recorded: Priya Nair met Lior Cohen on 2 Nov 2026, 30 minutes.

  Next: mentorctl status --cohort fall

$ mentorctl pair void lior
! mentorctl: Lior Cohen and Priya Nair met once, so this pair has been
! End it: mentorctl pair end --pair 3. If the meetings are a mistake as well: --with-meetings.
? 2

$ mentorctl pair void mei --note "wrong Mei"
  Took out pair 4 as if it had not been: Mei Lin (S1001) with Priya Nair (M017). The audit trail keeps
  it.

  Next: mentorctl match --cohort fall   or take it back with mentorctl data undo

$ mentorctl pair list --status all --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met,status,until,why
  1,S1001,Mei Lin,M031,Anita Roy,100,2026-11-02,0,never,declined,2026-11-02,would rather have a historian
  2,S1107,Ana Suarez,M031,Anita Roy,67,2026-11-02,0,never,active,,
  3,S1042,Lior Cohen,M017,Priya Nair,100,2026-11-02,1,2026-11-02,active,,
  4,S1001,Mei Lin,M017,Priya Nair,0,2026-11-02,0,never,void,,wrong Mei
  5,S1200,Ana Lima,M020,Tom Okafor,67,2026-11-02,0,never,active,,

$ mentorctl pair unblock mei tom
  Unblocked: runs may pair Mei Lin (S1001) and Tom Okafor (M020) again.

  Next: mentorctl match --cohort fall

$ mentorctl pair unblock mei tom
! mentorctl: there is no block on Mei Lin and Tom Okafor
! See mentorctl pair list --rulings.
? 66
