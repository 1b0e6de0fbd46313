# What needs attention today, and the letters that act on it.
$ mentorctl status
  There is no program here yet. A program is a folder with mentorctl.yaml (the rules) and mentorctl.db
  (the people and what happened). Both are made by the first import.

  Next: mentorctl import people.csv --cohort fall   or, to look around first, mentorctl demo

@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Major
  ana.suarez@example.edu,Ana Suárez,S1107,Mentee,,"Exams, Making friends",Biology
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",History
  mei.lin@example.edu,"Lin, Mei",S1001,Mentee,,"Making friends, Sports",Biology
  ,=Eva,S1200,Mentee,,Exams,History
  priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",History
  tom.okafor@example.edu,Tom Okafor,M020,Mentor,2,"Making friends, Exams, Sports",Biology

$ mentorctl import people.csv --cohort fall -q
  ...

$ mentorctl match --cohort fall -q
  ...

$ MENTORCTL_TODAY=2026-10-20 mentorctl status
  fall: 2 mentors, 4 mentees, 0 pairs. As of 20 Oct 2026.

    Soon  run 1 waits to be accepted  mentorctl pair accept --run 1 --all --cohort fall

$ MENTORCTL_TODAY=2026-07-20 mentorctl pair accept --all -q
  ...

$ mentorctl record meeting --mentee S1107 --date 2026-07-28 -q
  ...

$ mentorctl record meeting --mentee S1042 --date 2026-07-29 -q
  ...

$ mentorctl record meeting --mentee S1042 --date 2026-09-20 -q
  ...

$ mentorctl record flag raise --person mei --about homesick --date 2026-10-02 -q
  ...

$ mentorctl record flag raise --person lior --about exams --date 2026-10-28 -q
  ...

$ mentorctl status --cohort fall
  fall: 2 mentors, 4 mentees, 4 pairs, 2 have met, 0.8 meetings a pair. As of 2 Nov 2026.

    Now   1 flag open for 31 days (Mei Lin:       mentorctl record flag resolve 1
          homesick)
    Now   2 pairs never met, up to 105 days       mentorctl export reminders --never-met --cohort fall
          after pairing
    Now   1 pair silent for 90 days or more:      mentorctl pair list --silent 90 --cohort fall
          ask, and close in 7 days
    Soon  1 flag open for 5 days (Lior Cohen:     mentorctl record flag resolve 2
          exams)
    Soon  1 pair silent for 30 days or more       mentorctl pair list --silent --cohort fall

  Meetings a week  0 0 0 0 0 1 0 0 0 0 0 0        █

$ mentorctl status --fail-on silent -q
  fall: 2 mentors, 4 mentees, 4 pairs, 2 have met, 0.8 meetings a pair. As of 2 Nov 2026.

    Now   1 flag open for 31 days (Mei Lin:       mentorctl record flag resolve 1
          homesick)
    Now   2 pairs never met, up to 105 days       mentorctl export reminders --never-met --cohort fall
          after pairing
    Now   1 pair silent for 90 days or more:      mentorctl pair list --silent 90 --cohort fall
          ask, and close in 7 days
    Soon  1 flag open for 5 days (Lior Cohen:     mentorctl record flag resolve 2
          exams)
    Soon  1 pair silent for 30 days or more       mentorctl pair list --silent --cohort fall

  Meetings a week  0 0 0 0 0 1 0 0 0 0 0 0        █
! mentorctl: one thing needs attention in fall
! 1 pair silent for 30 days or more
? 1

$ mentorctl status --fail-on over-load -q
  fall: 2 mentors, 4 mentees, 4 pairs, 2 have met, 0.8 meetings a pair. As of 2 Nov 2026.

    Now   1 flag open for 31 days (Mei Lin:       mentorctl record flag resolve 1
          homesick)
    Now   2 pairs never met, up to 105 days       mentorctl export reminders --never-met --cohort fall
          after pairing
    Now   1 pair silent for 90 days or more:      mentorctl pair list --silent 90 --cohort fall
          ask, and close in 7 days
    Soon  1 flag open for 5 days (Lior Cohen:     mentorctl record flag resolve 2
          exams)
    Soon  1 pair silent for 30 days or more       mentorctl pair list --silent --cohort fall

  Meetings a week  0 0 0 0 0 1 0 0 0 0 0 0        █

$ mentorctl status --fail-on neverr
! mentorctl: --fail-on does not know "neverr"
! Known: now, soon, any, flags-overdue, re-place, never-met, silent-close, flags-open, silent, surveys-due, over-load, draft-run, unpaired, past-end, missing-data.
? 2

$ LC_ALL=C mentorctl status | tail -n 1
  Meetings a week  0 0 0 0 0 1 0 0 0 0 0 0

# Each command that status names.
$ mentorctl export reminders --never-met --cohort fall
  to-id,to,first-name,mentor-name,mentee-name,days,last-met-in-words,common,hours,subject,text
  S1001; M020,Mei Lin; Tom Okafor,,Tom Okafor,Mei Lin,105,never,you both want to talk about Making friends and Sports; you both study Biology,,Peer mentoring: Tom Okafor and Mei Lin,"Dear Tom, dear Mei,

  you were paired on 20 Jul 2026, and no meeting is on record yet. It happens; a short message is enough to begin again.

  Please agree on a first meeting, or tell us what stands in the way.

  Peer mentoring
  "
  S1200; M017,'=Eva; Priya Nair,,Priya Nair,'=Eva,105,never,you both want to talk about Exams; you both study History,,Peer mentoring: Priya Nair and =Eva,"Dear Priya, dear =Eva,

  you were paired on 20 Jul 2026, and no meeting is on record yet. It happens; a short message is enough to begin again.

  Please agree on a first meeting, or tell us what stands in the way.

  Peer mentoring
  "

$ mentorctl pair list --silent 90 --cohort fall
  Pairs of fall
    pair  mentee              mentor             fit  since        meetings  last met
       1  Ana Suárez (S1107)  Tom Okafor (M020)  100  20 Jul 2026         1  28 Jul 2026

$ mentorctl pair list --silent --cohort fall
  Pairs of fall
    pair  mentee              mentor             fit  since        meetings  last met
       1  Ana Suárez (S1107)  Tom Okafor (M020)  100  20 Jul 2026         1  28 Jul 2026
       2  Lior Cohen (S1042)  Priya Nair (M017)  100  20 Jul 2026         2  20 Sep 2026

$ mentorctl record flag resolve 1
  Resolved flag 1 (Mei Lin: homesick), 31 days after it was raised.

  Next: mentorctl record flag list

# Pairs that end: as planned, with the goals met early, or before their time; who lost a mentor waits for another.
$ mentorctl pair end ana --reason mentor-moved -q
  ...

$ mentorctl pair end lior --reason goals-met -q
  ...

$ mentorctl status
  fall: 2 mentors, 4 mentees, 2 pairs, 0 have met, 0.0 meetings a pair. As of 2 Nov 2026.
  Ended: 0 as planned, 1 with their goals met early, 1 before their time.

    Now   1 mentee lost a mentor and waits for    mentorctl rematch --cohort fall
          another: Ana Suárez
    Now   2 pairs never met, up to 105 days       mentorctl export reminders --never-met --cohort fall
          after pairing
    Soon  1 flag open for 5 days (Lior Cohen:     mentorctl record flag resolve 2
          exams)

$ mentorctl status --json | grep goalsMet
      "goalsMet": 1,

# Introductions, with the program's own words, addresses only on request.
$ mentorctl export introductions --json
  {
    "schema": "mentorctl/introductions@1",
    "cohort": "fall",
    "items": [
      {
        "to": [
          {
            "id": "M020",
            "name": "Tom Okafor"
          }
        ],
        "values": {
          "program": "Peer mentoring",
          "cohort": "fall",
          "contact": "",
          "signature": "Peer mentoring",
          "to": "Tom",
          "mentor": "Tom Okafor",
          "mentees": "Mei Lin",
          "each": "- Mei Lin. You both want to talk about Making friends and Sports; you both study Biology.",
          "meet-by": "9 Nov 2026",
          "next": "meet by 9 Nov 2026"
        },
        "subject": "Peer mentoring: you are the mentor of Mei Lin",
        "text": "Dear Tom,\n\nThank you for being a mentor in Peer mentoring. You are paired with Mei Lin:\n\n- Mei Lin. You both want to talk about Making friends and Sports; you both study Biology.\n\nThey have your name, too. Please see that each of you has met by 9 Nov 2026.\n\nPeer mentoring\n"
      },
      {
        "to": [
          {
            "id": "M017",
            "name": "Priya Nair"
          }
        ],
        "values": {
          "program": "Peer mentoring",
          "cohort": "fall",
          "contact": "",
          "signature": "Peer mentoring",
          "to": "Priya",
          "mentor": "Priya Nair",
          "mentees": "=Eva",
          "each": "- =Eva. You both want to talk about Exams; you both study History.",
          "meet-by": "9 Nov 2026",
          "next": "meet by 9 Nov 2026"
        },
        "subject": "Peer mentoring: you are the mentor of =Eva",
        "text": "Dear Priya,\n\nThank you for being a mentor in Peer mentoring. You are paired with =Eva:\n\n- =Eva. You both want to talk about Exams; you both study History.\n\nThey have your name, too. Please see that each of you has met by 9 Nov 2026.\n\nPeer mentoring\n"
      },
      {
        "to": [
          {
            "id": "S1001",
            "name": "Mei Lin"
          }
        ],
        "values": {
          "program": "Peer mentoring",
          "cohort": "fall",
          "contact": "",
          "signature": "Peer mentoring",
          "to": "Mei",
          "mentor": "Tom Okafor",
          "mentor-first": "Tom",
          "mentee": "Mei Lin",
          "mentee-first": "Mei",
          "common": "you both want to talk about Making friends and Sports; you both study Biology",
          "hours": "",
          "meet-by": "9 Nov 2026",
          "next": "write to each other and meet by 9 Nov 2026"
        },
        "subject": "Peer mentoring: Tom Okafor is your mentor",
        "text": "Dear Mei,\n\nTom Okafor is your mentor in Peer mentoring.\nWhat you have in common: you both want to talk about Making friends and Sports; you both study Biology.\n\nPlease write to Tom and meet for the first time by 9 Nov 2026.\n\nPeer mentoring\n"
      },
      {
        "to": [
          {
            "id": "S1200",
            "name": "=Eva"
          }
        ],
        "values": {
          "program": "Peer mentoring",
          "cohort": "fall",
          "contact": "",
          "signature": "Peer mentoring",
          "to": "=Eva",
          "mentor": "Priya Nair",
          "mentor-first": "Priya",
          "mentee": "=Eva",
          "mentee-first": "=Eva",
          "common": "you both want to talk about Exams; you both study History",
          "hours": "",
          "meet-by": "9 Nov 2026",
          "next": "write to each other and meet by 9 Nov 2026"
        },
        "subject": "Peer mentoring: Priya Nair is your mentor",
        "text": "Dear =Eva,\n\nPriya Nair is your mentor in Peer mentoring.\nWhat you have in common: you both want to talk about Exams; you both study History.\n\nPlease write to Priya and meet for the first time by 9 Nov 2026.\n\nPeer mentoring\n"
      }
    ]
  }

$ mentorctl export introductions --with-contacts | head -n 2
  to-id,to,first-name,mentor-name,mentee-name,mentee-names,common,hours,meet-by,email,subject,text
  M020,Tom Okafor,Tom,Tom Okafor,,Mei Lin,,,9 Nov 2026,tom.okafor@example.edu,Peer mentoring: you are the mentor of Mei Lin,"Dear Tom,



$ mentorctl export introductions --with-contacts --into eml
! 1 not written: no usable address for somebody they go to. See --into rows.
! mentorctl: this needs an answer: Who sends them (an address)?
! Without a terminal, answer with --sender.
? 2

$ mentorctl export introductions --with-contacts --into eml --sender "Tutoring <office@example.edu>" -o letters
  Wrote 3 letters to the folder letters, with addresses.

  Next: open them in your mail program, or mentorctl status --cohort fall
! 1 not written: no usable address for somebody they go to. See --into rows.

$ ls letters
  mentee-3.eml
  mentor-5.eml
  mentor-6.eml

$ cat letters/mentee-3.eml
  X-Unsent: 1
  Date: Mon, 02 Nov 2026 12:00:00 +0000
  From: Tutoring <office@example.edu>
  To: Mei Lin <mei.lin@example.edu>
  Subject: Peer mentoring: Tom Okafor is your mentor
  MIME-Version: 1.0
  Content-Type: text/plain; charset=utf-8
  Content-Transfer-Encoding: quoted-printable

  Dear Mei,

  Tom Okafor is your mentor in Peer mentoring.
  What you have in common: you both want to talk about Making friends and Spo=
  rts; you both study Biology.

  Please write to Tom (tom.okafor@example.edu) and meet for the first time by=
   9 Nov 2026.

  Peer mentoring

$ mentorctl export introductions --with-contacts --into eml --sender office@example.edu -o letters
! 1 not written: no usable address for somebody they go to. See --into rows.
! mentorctl: letters: this is there already and not an empty folder; nothing was written
! Name another with -o, or empty it.
? 73

$ mentorctl export introductions --with-contacts --into ics --sender office@example.edu --date 2026-11-09 --time 16:30 -o dates
  Wrote 1 invitation to the folder dates, with addresses.

  Next: open them in your mail program, or mentorctl status --cohort fall
! 1 not written: no usable address for somebody they go to. See --into rows.

$ cat dates/pair-3.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//mentorctl//first meeting//EN
  METHOD:REQUEST
  BEGIN:VEVENT
  UID:first-meeting-pair-3-fall@[identity].mentorctl
  SEQUENCE:0
  DTSTAMP:20261102T120000Z
  DTSTART:20261109T163000
  DURATION:PT60M
  SUMMARY:Peer mentoring: Tom Okafor and Mei Lin\, first meeting
  DESCRIPTION:Tom Okafor is mentor and Mei Lin mentee in Peer mentoring.\nWha
   t you have in common: you both want to talk about Making friends and Sport
   s\; you both study Biology.
  ORGANIZER:mailto:office@example.edu
  ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Mei Lin":
   mailto:mei.lin@example.edu
  ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Tom Okafo
   r":mailto:tom.okafor@example.edu
  STATUS:CONFIRMED
  END:VEVENT
  END:VCALENDAR
