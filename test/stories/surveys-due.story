# A program with its own limits, surveys and letters: they fall due, are counted, and are sent in its own words.
@ mentorctl.yaml
  program: Tutoring at North
  engagement:
    first-meeting-days: 7
    silent-days: 10
  surveys:
    - instrument: belonging
      wave: mid
      day: 30
      who: both
    - instrument: confidence
      wave: post
      day: 90
  messages:
    surveys-due:
      subject: "{survey}, please"
      text: |
        Hello {person}: {survey} ({wave}) was due on {due}, {days} days ago. {next}.
    introductions:
      subject: "{mentee} meets {mentor}"
      text: "{common}. Write to {mentee-email} by {meet-by}."
@ people.csv
  Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Major
  ana.suarez@example.edu,Ana Suarez,S1107,Mentee,,"Exams, Making friends",Biology
  lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",History
  priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",History

$ mentorctl import people.csv --cohort fall -q
  ...

$ mentorctl match --cohort fall -q | head -n 1
  Run 1 for fall (draft): 2 of 2 mentees placed with 1 of 1 mentors. Average fit 67 of 100; lowest 33.

$ MENTORCTL_TODAY=2026-09-14 mentorctl pair accept --all -q
  ...

$ MENTORCTL_TODAY=2026-09-15 mentorctl export introductions --format json | grep text
        "text": "you both want to talk about Exams. Write to {mentee-email} by 22 Sep 2026."
        "text": "you both want to talk about Research and Exams; you both study History. Write to {mentee-email} by 22 Sep 2026."

$ MENTORCTL_TODAY=2026-09-15 mentorctl export introductions --with-contacts --format json | grep text
        "text": "you both want to talk about Exams. Write to ana.suarez@example.edu by 22 Sep 2026."
        "text": "you both want to talk about Research and Exams; you both study History. Write to lior.cohen@example.edu by 22 Sep 2026."

$ MENTORCTL_TODAY=2026-09-15 mentorctl export surveys-due
  to-id,to,first-name,survey,wave,due,days,subject,text

$ MENTORCTL_TODAY=2026-09-22 mentorctl status
  fall: 1 mentors, 2 mentees, 2 pairs, 0 have met, 0.0 meetings a pair. As of 22 Sep 2026.

    Now  2 pairs never met, up to 8 days after    mentorctl export reminders --never-met --cohort fall
         pairing

$ MENTORCTL_TODAY=2026-10-20 mentorctl record survey --person lior --instrument belonging --wave mid --answer "I belong=4" -q
  Recorded 1 answer, 0 changed, 0 there already: Lior Cohen (S1042), belonging, mid.

  Next: mentorctl status --cohort fall

$ MENTORCTL_TODAY=2026-10-20 mentorctl status --fail-on surveys-due
  fall: 1 mentors, 2 mentees, 2 pairs, 0 have met, 0.0 meetings a pair. As of 20 Oct 2026.

    Now   2 pairs never met, up to 36 days after  mentorctl export reminders --never-met --cohort fall
          pairing
    Soon  belonging survey (mid): 1 of 3          mentorctl export surveys-due --cohort fall
          answered, due since 14 Oct 2026
! mentorctl: one thing needs attention in fall
! belonging survey (mid): 1 of 3 answered, due since 14 Oct 2026
? 1

$ MENTORCTL_TODAY=2026-10-20 mentorctl export surveys-due
  to-id,to,first-name,survey,wave,due,days,subject,text
  S1107,Ana Suarez,Ana,belonging,mid,14 Oct 2026,6,"belonging, please","Hello Ana Suarez: belonging (mid) was due on 14 Oct 2026, 6 days ago. answer the questions.
  "
  M017,Priya Nair,Priya,belonging,mid,14 Oct 2026,6,"belonging, please","Hello Priya Nair: belonging (mid) was due on 14 Oct 2026, 6 days ago. answer the questions.
  "
