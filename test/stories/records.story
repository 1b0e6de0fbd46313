# What happens after pairing is recorded one by one: meetings, goals, flags, outcomes, answers.
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Major
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends",Biology
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",History
  priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",History
@ outcomes.csv
  Student ID,GPA Fall
  S1107,3.1

$ mentorctl import people.csv --cohort fall -q
  ...

$ mentorctl match --cohort fall -q
  ...

$ MENTORCTL_TODAY=2026-09-14 mentorctl pair accept --all -q
  ...

# A meeting: by part of a name; twice does no harm.
$ mentorctl record meeting --mentee ana --date 2026-09-20 --minutes 45 --mode video --topic exams --reflection "I listened more"
  Recorded: Priya Nair met Ana Suarez on 20 Sep 2026, 45 minutes.

  Next: mentorctl status --cohort fall

$ mentorctl record meeting --mentee ana --date 2026-09-20 --minutes 45 --mode video --topic exams
  Already there: Priya Nair met Ana Suarez on 20 Sep 2026, 45 minutes.

  Next: mentorctl status --cohort fall

$ mentorctl record meeting --mentee lior --minutes 30 --dry-run
  Would record: Priya Nair met Lior Cohen on 2 Nov 2026, 30 minutes.

  Next: mentorctl status --cohort fall

$ mentorctl record meeting --mentee "anna suarez"
! mentorctl: nobody here is called "anna suarez"
! Did you mean Ana Suarez (S1107)?
? 66

$ mentorctl record meeting --minutes 30
! mentorctl: this needs an answer: Whose pair (the mentee)? Type part of a name
! Without a terminal, answer with --mentee.
? 2

$ mentorctl record meeting --mentee ana --minutes long
! mentorctl: --minutes is "long"
! Write minutes, 0 to 1440, or a time such as 1 h 30.
? 2

$ mentorctl record meeting --mentee ana --date 2026-12-01
! mentorctl: --date is 2026-12-01, which is still to come
! What happened is recorded on the day or later.
? 2

# A goal is set and reached.
$ mentorctl record goal set --person ana --goal "Pass statistics" --date 2026-09-21
  Set goal 1: Ana Suarez (S1107), Pass statistics, on 21 Sep 2026.

  Next: mentorctl record goal reached 1   when it is

$ mentorctl record goal reached 1 --date 2026-10-30
  Reached: goal 1 (Ana Suarez: Pass statistics), 39 days after it was set.

  Next: mentorctl record goal list

$ mentorctl record goal reached 1 --date 2026-09-01
! mentorctl: this goal was set on 21 Sep 2026; it cannot be reached before
! Check --date.
? 2

$ mentorctl record goal list
  Goals of fall: 1 of 1 reached
    goal  whose                                set          reached
       1  Ana Suarez (S1107)  Pass statistics  21 Sep 2026  30 Oct 2026

  Next: mentorctl status --cohort fall

# A flag is raised, stands open, and is resolved; the days are counted.
$ mentorctl record flag raise --person S1107 --about "exams, three at once" --by-whom M017 --date 2026-10-10
  Raised flag 1: Ana Suarez (S1107), exams, three at once, on 10 Oct 2026.

  Next: mentorctl record flag resolve 1   when it is settled

$ mentorctl record flag raise --person lior --about money --date 2026-10-30
  Raised flag 2: Lior Cohen (S1042), money, on 30 Oct 2026.

  Next: mentorctl record flag resolve 2   when it is settled

$ mentorctl record flag list
  Open flags of fall
    flag  about whom          about                 raised       by    days
       1  Ana Suarez (S1107)  exams, three at once  10 Oct 2026  M017    23
       2  Lior Cohen (S1042)  money                 30 Oct 2026           3

  Next: mentorctl record flag resolve 1

$ mentorctl record flag resolve 1 --resolution "extra tutoring" --date 2026-10-20 --dry-run
  Would resolve flag 1 (Ana Suarez: exams, three at once), 10 days after it was raised.

  Next: mentorctl record flag list

$ mentorctl record flag resolve 1 --resolution "extra tutoring" --date 2026-10-20
  Resolved flag 1 (Ana Suarez: exams, three at once), 10 days after it was raised.

  Next: mentorctl record flag list

$ mentorctl record flag list --all --format csv
  flag,person,person-name,about,raised,by,days,resolved,how
  1,S1107,Ana Suarez,"exams, three at once",2026-10-10,M017,10,2026-10-20,extra tutoring
  2,S1042,Lior Cohen,money,2026-10-30,,3,open,

$ mentorctl record flag resolve 9
! mentorctl: there is no flag 9
! See mentorctl record flag list --all.
? 66

# Outcomes are measures of the program file; the first file of them made one.
$ mentorctl import outcomes.csv --cohort fall --as outcomes -q
  ...

$ mentorctl record outcome --person lior --measure "gpa fall" --value good
! mentorctl: --value is "good", and gpa fall is a number
! Write a number, like 3.4.
? 2

$ mentorctl record outcome --person lior --measure gpa --value 3.4
! mentorctl: --measure does not know "gpa"
! Known: gpa fall.
? 2

$ mentorctl record outcome --person lior --measure "gpa fall" --value 3,4
  Recorded: gpa fall of Lior Cohen (S1042) is 3.4.

  Next: mentorctl status --cohort fall

$ mentorctl record outcome --person ana --measure "gpa fall" --value 3.2 --json
  {
    "schema": "mentorctl/record@1",
    "added": 0,
    "changed": 1,
    "same": 0,
    "person": {
      "id": "S1107",
      "name": "Ana Suarez"
    },
    "outcome": {
      "measure": "gpa fall",
      "observed": "",
      "number": 3.2,
      "status": null
    },
    "dryRun": false
  }

# Survey answers, by the wording of the item or its number.
$ mentorctl record survey --person ana --instrument belonging --wave pre --answer "I can be myself here=4" "I know whom to ask=2"
  Recorded 2 answers, 0 changed, 0 there already: Ana Suarez (S1107), belonging, pre.

  Next: mentorctl status --cohort fall

$ mentorctl record survey --person lior --instrument belonging --wave pre --answer 1=5 2=3
  Recorded 2 answers, 0 changed, 0 there already: Lior Cohen (S1042), belonging, pre.

  Next: mentorctl status --cohort fall

$ mentorctl record survey --person lior --instrument belonging --wave mid --answer "I can be my self here=5"
! mentorctl: --answer names "I can be my self here", which is no item yet
! Did you mean "I can be myself here"? Its number is 1.
? 2

# A slip in the name of a survey does not make a new one; the shipped ones know their questions and their scale.
$ mentorctl record survey --person lior --instrument belongin --wave mid --answer 1=5
! mentorctl: there is no survey "belongin" here
! Did you mean "belonging"? A survey of another name has to be described first (docs/instruments.md).
? 66

$ mentorctl record survey --person lior --instrument growth --wave pre --answer 2=9
! mentorctl: --answer is "2=9"
! growth is answered from 1 to 5.
? 2

$ mentorctl record survey --person lior --instrument growth --wave pre --answer 2=4 --json
  {
    "schema": "mentorctl/record@1",
    "added": 1,
    "changed": 0,
    "same": 0,
    "person": {
      "id": "S1042",
      "name": "Lior Cohen"
    },
    "survey": {
      "instrument": "growth",
      "wave": "pre",
      "answers": [
        {
          "item": "I plan my reply while the other person is still talking.",
          "answer": 4
        }
      ]
    },
    "dryRun": false
  }

$ mentorctl record survey --person lior --instrument pulse --wave mid --answer 1=5 --dry-run
  Would record 1 answer, 0 changed, 0 there already: Lior Cohen (S1042), pulse, mid.

  Next: mentorctl status --cohort fall
! Nobody has described a survey "pulse": answers are taken as they are.

# As people say it: who, when and how long; a mentor alone is enough where she has one mentee.
$ mentorctl record meeting --mentor priya
! mentorctl: "priya" could be Ana Suarez (S1107), Lior Cohen (S1042)
! Say which with --mentee, by id.
? 2
$ mentorctl record meeting --mentee lior --date "14 Oct" --minutes "an hour and a half" --dry-run
  Would record: Priya Nair met Lior Cohen on 14 Oct 2026, 90 minutes.

  Next: mentorctl status --cohort fall
$ mentorctl record meeting --mentee lior --date 03/04/2026
! mentorctl: --date is "03/04/2026"
! Write it as YYYY-MM-DD or 14 Oct 2026, or today, yesterday, 3 days ago, monday.
? 2
$ mentorctl pair end lior --reason mentee-no-time --date 2026-10-20 -q
  Ended pair 2: Lior Cohen (S1042) with Priya Nair (M017), after 36 days, on 20 Oct 2026.
  Reason: mentee has no time (mentee). That is before its time; they were expected to go on to 14 Sep
  2027.

  Next: mentorctl rematch --cohort fall   or take it back with mentorctl pair reopen --pair 2
$ mentorctl record meeting --mentor priya --date "a week ago" --minutes "half an hour"
  Recorded: Priya Nair met Ana Suarez on 26 Oct 2026, 30 minutes.

  Next: mentorctl status --cohort fall
# What came out late is recorded of a pair that has parted, too.
$ mentorctl record meeting --mentee lior --date 14.10.2026
  Recorded: Priya Nair met Lior Cohen on 14 Oct 2026.

  Next: mentorctl status --cohort fall
$ mentorctl record meeting --mentee lior --date 2026-10-25
  Recorded: Priya Nair met Lior Cohen on 25 Oct 2026.

  Next: mentorctl status --cohort fall
! They parted on 20 Oct 2026; recorded all the same.

# What is settled stays settled on its day; said again with another, it is corrected.
$ mentorctl record flag resolve 1
  Settled already on 20 Oct 2026: flag 1 (Ana Suarez: exams, three at once), 10 days after it was
  raised.

  Next: mentorctl record flag list
$ mentorctl record flag resolve 1 --resolution "a tutor"
  Changed how it was settled: flag 1 (Ana Suarez: exams, three at once), 10 days after it was raised.

  Next: mentorctl record flag list
$ mentorctl record flag list --all --format csv | grep exams
  1,S1107,Ana Suarez,"exams, three at once",2026-10-10,M017,10,2026-10-20,a tutor
$ mentorctl record goal reached 1
  Reached already: goal 1 (Ana Suarez: Pass statistics), 39 days after it was set.

  Next: mentorctl record goal list
$ mentorctl record goal set --person ana --goal "Speak up" --dry-run
  Would set goal 2: Ana Suarez (S1107), Speak up, on 2 Nov 2026.
$ mentorctl record flag raise --person ana --about travel --dry-run
  Would raise flag 3: Ana Suarez (S1107), travel, on 2 Nov 2026.
