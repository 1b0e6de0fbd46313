# A program is set up before anybody has signed up: a few flags (or questions on a terminal) write a file to read and change.
$ mentorctl init --name "First year" --setting university --cohort fall --starts 2026-09-01 --ends 2027-05-15 --capacity 2 --max-capacity 4 --checkpoint "fall 2027" --surveys belonging --dry-run
  Would write mentorctl.yaml for First year. Look it over and change what you like.

  Next: mentorctl import people.csv --cohort fall
$ ls
$ mentorctl init --name "First year" --setting university --cohort fall --starts 2026-09-01 --ends 2027-05-15 --capacity 2 --max-capacity 4 --checkpoint "fall 2027" --surveys belonging
  Wrote mentorctl.yaml for First year. Look it over and change what you like.

  Next: mentorctl import people.csv --cohort fall
$ cat mentorctl.yaml
  # The rules of your program. mentorctl wrote this for you; change anything, it will not write over your changes.
  program: First year

  # How many mentees a mentor takes who did not say, and the most anyone may have.
  capacity:
    standard: 2
    maximum: 4

  # Cohorts, and when each starts and ends (YYYY-MM-DD). A pair is expected to last to the end of its cohort.
  cohorts:
    fall: {starts: 2026-09-01, ends: 2027-05-15}

  # Headings of your exports, and what their columns are.
  columns: {}

  # Answers, by name: set (several options), category (one), ordinal (one, options low to high), number, yes-no, date, text.
  fields: {}

  # Hard rules bar a pair: same, differ, share, gap, distance, at-least, at-most, not-before, pin, block, apart, together, balance (mentorctl help rules).
  rules: []

  # Criteria score a pair: overlap, same, closeness, ahead, table, text, ranked, scores (mentorctl help criteria).
  # Importance: essential, high, medium, low, or a number.
  criteria: []

  # coverage places as many as possible, then fits best; quality leaves out fits below min-score (0 to 100).
  matching:
    objective: coverage
    spread: true
    seed: 1

  # Days after which mentorctl status says that something needs attention: no first meeting, silence, an open flag.
  # length-days: how long a pair lasts where its cohort has no end; here two semesters with the break between them.
  engagement:
    first-meeting-days: 14
    silent-days: 30
    close-days: 90
    flag-days: 14
    length-days: 270

  # Surveys, and how many days after a pair was made each falls due; who: mentee, mentor or both.
  surveys:
    - {instrument: belonging, wave: pre, day: 0, who: mentee}
    - {instrument: belonging, wave: post, day: 270, who: mentee}

  # Letters: whom people may write to, what stands under them, and words of your own (docs/letters.md has every place in braces).
  # office: { contact: Peer Office <peers@example.edu>, signature: Dana Levi }
  # messages: { waiting: { subject: "{program}: still looking", text: "Dear {to}, we are still looking: {why}." } }

  # What is recorded about people: retention, yes-no, number. The verb of every report follows from how people came into the
  # groups: lottery, wait-list, staff or self-chosen.
  measures:
    fall 2027 enrolled: {kind: retention, headings: [Fall 2027 Enrolled], when: fall 2027, primary: true}
  groups:
    came-by: self-chosen
# What is there is not written over unless that is asked for; then the old file is kept beside the new one.
$ mentorctl init --yes
! mentorctl: mentorctl.yaml: there is a program file here already; nothing was changed
! Change it in an editor, or replace it with --force: the old one is kept as mentorctl.yaml.old.
? 73
@ people.csv < test/errors/_program/people.csv
$ mentorctl init --force --from people.csv
  Wrote mentorctl.yaml for Peer mentoring: 1 field, 0 rules, 1 criterion proposed. The old one is kept
  as mentorctl.yaml.old. Look it over and change what you like.

  Proposed
    what       kind     of      importance  note
    criterion  overlap  topics  high

  Next: mentorctl import people.csv --cohort fall
! Reading people.csv: roster, UTF-8, commas, headings on line 1, 4 rows.
!   Student ID         -> id
!   E-mail             -> e-mail
!   Full name          -> name
!   Role               -> role
!   How many mentees?  -> capacity
!   Topics             -> topics, a set of 2
$ ls
  mentorctl.yaml
  mentorctl.yaml.old
  people.csv
$ mentorctl init --dry-run --force --from people.csv --json
  {
    "schema": "mentorctl/init@1",
    "file": "mentorctl.yaml",
    "program": "Peer mentoring",
    "fields": [
      {
        "name": "topics",
        "type": "set",
        "options": [
          "exams",
          "housing"
        ]
      }
    ],
    "rules": [],
    "criteria": [
      {
        "kind": "overlap",
        "mentee": "topics",
        "mentor": "topics",
        "importance": "high"
      }
    ],
    "possible": [],
    "measures": [],
    "rowsWithErrors": 0,
    "replaced": true,
    "dryRun": true,
    "text": "# The rules of your program. mentorctl wrote this from your files; change anything, it will not write over your changes.\nprogram: Peer mentoring\n\n# How many mentees a mentor takes who did not say, and the most anyone may have.\ncapacity:\n  standard: 1\n  maximum: 8\n\n# Headings of your exports, and what their columns are.\ncolumns:\n  id:\n    - Student ID\n  email:\n    - E-mail\n  name:\n    - Full name\n  role:\n    - Role\n  capacity:\n    - How many mentees?\n\n# Answers, by name: set (several options), category (one), ordinal (one, options low to high), number, yes-no, date, text.\nfields:\n  topics:\n    type: set\n    options:\n      - exams\n      - housing\n    headings:\n      - Topics\n    tell: yes\n\n# Hard rules bar a pair: same, differ, share, gap, distance, at-least, at-most, not-before, pin, block, apart, together, balance (mentorctl help rules).\nrules: []\n\n# Criteria score a pair: overlap, same, closeness, ahead, table, text, ranked, scores (mentorctl help criteria).\n# Importance: essential, high, medium, low, or a number.\ncriteria:\n  - kind: overlap\n    field: topics\n    importance: high\n\n# coverage places as many as possible, then fits best; quality leaves out fits below min-score (0 to 100).\nmatching:\n  objective: coverage\n  spread: true\n  seed: 1\n\n# Letters: whom people may write to, what stands under them, and words of your own (docs/letters.md has every place in braces).\n# office: { contact: Peer Office <peers@example.edu>, signature: Dana Levi }\n# messages: { waiting: { subject: \"{program}: still looking\", text: \"Dear {to}, we are still looking: {why}.\" } }\n\n# What is recorded about people: retention, yes-no, number. The verb of every report follows from how people came into the\n# groups: lottery, wait-list, staff or self-chosen.\nmeasures: {}\ngroups:\n  came-by: self-chosen\n"
  }
! Reading people.csv: roster, UTF-8, commas, headings on line 1, 4 rows.
!   Student ID         -> id
!   E-mail             -> e-mail
!   Full name          -> name
!   Role               -> role
!   How many mentees?  -> capacity
!   Topics             -> topics, a set of 2
# With mentors and mentees in two files, neither of which says who is in it.
@ mentors.csv
  Student ID,Full name,Areas,Grade,Team
  M1,Chi Obi,"exams, housing",7,Red
  M2,Dana Levi,"housing, money",6,Blue
  M3,Eva Ito,"exams, money",7,Red
@ mentees.csv
  Student ID,Full name,Looking for,Manager e-mail,Team
  S1,Ana Souza,"exams, housing",m1@example.org,Red
  S2,Bo Chen,"housing, money",m2@example.org,Red
  S3,Fay Amin,"exams, money",m1@example.org,Blue
$ mentorctl init --force --from-mentors mentors.csv --from-mentees mentees.csv -q
  Wrote mentorctl.yaml for Peer mentoring: 5 fields, 1 rule, 1 criterion proposed. The old one is kept
  as mentorctl.yaml.old. Look it over and change what you like.

  Proposed
    what       kind     of                      importance  note
    rule       differ   different team
    criterion  overlap  looking for with areas  high

  Next: mentorctl import mentors.csv --role mentor --cohort fall   and then the other files
