# Before people are matched: does the file do to them what was meant? Each finding says where it stands and how to mend it.
$ mentorctl program check
  There is no mentorctl.yaml yet; the standards hold. There is no cohort yet to check it against.

  Next: mentorctl import people.csv --cohort fall
@ people.csv < test/errors/_program/people.csv
$ mentorctl import people.csv --cohort fall -q | head -n 1
  2 mentors with 2 places, 2 mentees in fall. 4 new, 0 changed, 0 as before.
$ mentorctl program check --cohort fall
  mentorctl.yaml reads well: 0 rules, 1 criterion. Against the 2 mentees and 2 mentors of fall:
  nothing to remark.

  Next: mentorctl match --cohort fall --dry-run   shows what pairs would come of it
@ other.yaml
  fields:
    topics: {type: set, headings: [Topics]}
    campus: {type: category, headings: [Campus]}
  rules:
    - {kind: differ, field: campus}
    - {kind: block, mentee: "1001", mentor: "9999"}
  criteria:
    - {kind: overlap, field: topics, importance: high}
    - {kind: same, field: campus}
$ mentorctl program check --rules other.yaml
  mentorctl.yaml reads well: 2 rules, 2 criteria. Against the 2 mentees and 2 mentors of fall: 4
  warnings, 1 note.

    what     where       finding                                remedy
    warning  rules 1     nobody here has answered "campus"      Map the column that holds it with
                                                                --map "Heading=campus" and import
                                                                again, or take the rule away.
    warning  rules 2     no mentor here has the id or e-mail    Mend it, or leave it where it is meant
                         address "9999"                         for another cohort.
    warning  criteria 2  nobody here has answered "campus"      Map the column that holds it with
                                                                --map "Heading=campus" and import
                                                                again, or take the criterion away.
    warning  criteria 2  "campus" gives every pair the same,    Take it away, or compare another
                         50 of 100, and so decides nothing      field: its weight is taken from the
                                                                others.
    note     rules 1     "different campus" bars nobody here    It may stay for another cohort; if it
                                                                was meant to bar somebody, look at how
                                                                the answers are written.

  Next: mentorctl match --cohort fall --rules other.yaml --dry-run   shows what pairs would come of it
$ mentorctl program check --rules other.yaml --format csv
  severity,where,message,remedy
  warning,rules 1,"nobody here has answered ""campus""","Map the column that holds it with --map ""Heading=campus"" and import again, or take the rule away."
  warning,rules 2,"no mentor here has the id or e-mail address ""9999""","Mend it, or leave it where it is meant for another cohort."
  warning,criteria 2,"nobody here has answered ""campus""","Map the column that holds it with --map ""Heading=campus"" and import again, or take the criterion away."
  warning,criteria 2,"""campus"" gives every pair the same, 50 of 100, and so decides nothing","Take it away, or compare another field: its weight is taken from the others."
  note,rules 1,"""different campus"" bars nobody here","It may stay for another cohort; if it was meant to bar somebody, look at how the answers are written."
$ mentorctl program check --json
  {
    "schema": "mentorctl/program-check@1",
    "program": "Peer mentoring",
    "cohort": "fall",
    "mentees": 2,
    "mentors": 2,
    "compared": 0,
    "items": []
  }
@ strict.yaml
  fields:
    topics: {type: set, headings: [Topics]}
  rules:
    - {kind: share, field: topics, least: 5}
$ mentorctl program check --rules strict.yaml
  mentorctl.yaml reads well: 1 rule, 0 criteria. Against the 2 mentees and 2 mentors of fall: 1
  problem, 3 warnings.

    what     where     finding                                 remedy
    problem  rules 1   "5 shared topics" bars every one of     Loosen it or take it away; see the
                       the 4 pairs                             answers with mentorctl export people.
    warning  criteria  there are no criteria, so every         Add one, e.g. {kind: overlap, field:
                       allowed pair counts as a full fit       topics}; see mentorctl help criteria.
    warning  rules 1   2 of 2 mentees named fewer than 5 of    Ask for fewer in common, or make a
                       "topics", so "5 shared topics" bars     criterion of it: {kind: overlap, field:
                       them from everybody                     topics}.
    warning  rules 1   2 of 2 mentors named fewer than 5 of    Ask for fewer in common, or make a
                       "topics", so "5 shared topics" bars     criterion of it: {kind: overlap, field:
                       them from everybody                     topics}.

  Next: mentorctl match --cohort fall --rules strict.yaml --dry-run   shows what pairs would come of it
! mentorctl: under these rules nobody in fall can be paired
! Loosen it or take it away; see the answers with mentorctl export people.
? 1
# For an editor: completion and checks without a network.
$ mentorctl program schema -o mentorctl.schema.json
$ mentorctl program schema | head -n 4
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "mentorctl.yaml",
    "description": "The rules of a peer-mentoring program, as mentorctl reads them.",
