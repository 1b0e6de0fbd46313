# A registrar's extract knows people by an id that was merged away, or by one that a spreadsheet took the zeros from: nobody is made anew.
@ people.csv
  ID,Name,Role,Email
  A1,Ana Souza,mentee,ana@example.edu
  A2,Ana Sousa,mentee,
  00412,Bo Chen,mentee,bo@example.edu
  M1,Mo Diaz,mentor,mo@example.edu
@ registrar.csv
  ID,GPA Fall
  A2,3.2
  412,3.9
@ other.csv
  ID,Name,Role
  412,Di Fay,mentee
@ meetings.csv
  Date,Mentee,Mentor,Minutes
  2026-10-05,412,M1,30

$ mentorctl import people.csv --cohort fall -q
  1 mentor with 1 place, 3 mentees in fall. 4 new, 0 changed, 0 as before.
  Wrote mentorctl.yaml. Look it over and change what you like.

  Next: mentorctl match --cohort fall
$ mentorctl person merge A1 A2
  Merged Ana Sousa (A2) into Ana Souza (A1). Moved: nothing; 1 that both had, kept once. A2 leads to
  A1 from now on.

  Next: mentorctl person show A1   or take it back with mentorctl data undo
$ mentorctl import registrar.csv --cohort fall --as outcomes -q
  2 observations of 2 people in fall. 0 new, 0 changed, 2 as before. Observations: 2 new, 0 changed.
  Read as ids that have lost the zeros in front, as in a spreadsheet: 412 is 00412.
  Wrote to mentorctl.yaml what is new in this file.

  Next: mentorctl report retention --cohort fall
$ mentorctl import registrar.csv --cohort fall --as outcomes -q
  2 observations of 2 people in fall. Nothing new.
  Read as ids that have lost the zeros in front, as in a spreadsheet: 412 is 00412.

  Next: mentorctl report retention --cohort fall
$ mentorctl import meetings.csv --cohort fall -q --json
  {
    "schema": "mentorctl/import@1",
    "kind": "meetings",
    "cohort": "fall",
    "file": "meetings.csv",
    "dryRun": false,
    "reading": {
      "origin": "plain",
      "encoding": "UTF-8",
      "guessed": false,
      "delimiter": "commas",
      "headingLine": 1,
      "mapping": [
        {
          "heading": "Date",
          "is": "date"
        },
        {
          "heading": "Mentee",
          "is": "mentee"
        },
        {
          "heading": "Mentor",
          "is": "mentor"
        },
        {
          "heading": "Minutes",
          "is": "minutes"
        }
      ],
      "leftOut": []
    },
    "counts": {
      "added": 1,
      "changed": 0,
      "same": 0,
      "bad": 0
    },
    "surveys": [],
    "changes": [],
    "readAsNumbers": {},
    "readAsIds": {
      "412": "00412"
    },
    "remarks": [
      "1 meeting is of two people who are no pair in fall, and counts for none: Mo Diaz (M1) and Bo Chen (00412). If they are: mentorctl import meetings.csv --cohort fall --as pairs"
    ],
    "newOptions": [],
    "withdrawn": [],
    "takenBack": [],
    "issues": []
  }
$ mentorctl person list --cohort fall
  People of fall
    id     name       role    capacity  pairs  status
    00412  Bo Chen    mentee                0  active
    A1     Ana Souza  mentee                0  active
    M1     Mo Diaz    mentor         1      0  active
$ mentorctl person show A1 --json
  {
    "schema": "mentorctl/person@1",
    "id": "A1",
    "name": "Ana Souza",
    "aliases": [
      "A2"
    ],
    "cohorts": [
      {
        "cohort": "fall",
        "roles": [
          {
            "role": "mentee",
            "capacity": 0,
            "status": "active",
            "fields": {}
          }
        ],
        "pairs": [],
        "goals": [],
        "flags": [],
        "outcomes": [
          {
            "measure": "gpa fall",
            "when": "",
            "value": 3.2
          }
        ]
      }
    ]
  }

# Another name is another person; from then on the short id is hers.
$ mentorctl import other.csv --cohort fall -q
  1 mentee in fall. 1 new, 0 changed, 0 as before.

  Next: mentorctl match --cohort fall
$ mentorctl import registrar.csv --cohort fall --as outcomes -q
  2 observations of 2 people in fall. 0 new, 0 changed, 2 as before. Observations: 1 new, 0 changed.

  Next: mentorctl report retention --cohort fall
