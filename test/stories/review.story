# A draft is looked through and decided on: by flags, by a file that went round, or pair by pair; what it costs is said first.
@ people.csv
  Email,Name,ID,Role,Capacity,Topics,Campus
  m1@example.edu,Priya Nair,M1,Mentor,1,"Exams, Research",East
  m2@example.edu,Tom Okafor,M2,Mentor,2,"Making friends, Exams",West
  m3@example.edu,Rita Stone,M3,Mentor,1,Research,East
  a@example.edu,Ana Suarez,S1,Mentee,,"Exams, Research",East
  b@example.edu,Ben Adu,S2,Mentee,,Making friends,West
  c@example.edu,Cleo Marsh,S3,Mentee,,Research,East
  d@example.edu,Dan Roy,S4,Mentee,,"Making friends, Exams, Research",West
@ mentorctl.yaml
  program: Peer mentoring
  fields:
    topics:
      type: set
      options: [Exams, Making friends, Research]
      headings: [Topics]
    campus:
      type: category
      options: [East, West]
      headings: [Campus]
  criteria:
    - kind: overlap
      field: topics
      importance: high
    - kind: same
      field: campus
      importance: low

$ mentorctl import people.csv --cohort fall -q | head -n 1
  3 mentors with 4 places, 4 mentees in fall. 7 new, 0 changed, 0 as before.
$ mentorctl match | head -n 1
  Run 1 for fall (draft): 4 of 4 mentees placed with 3 of 3 mentors. Average fit 93 of 100; lowest 73.
$ mentorctl pair review --list
  Run 1 for fall: 4 pairs still to decide.

  Still to decide, least sure first
    mentee           mentor           fit  next best; the whole
    Dan Roy (S4)     Tom Okafor (M2)   73  Priya Nair 53, loses 80
    Ana Suarez (S1)  Priya Nair (M1)  100  Rita Stone 60, loses 40
    Ben Adu (S2)     Tom Okafor (M2)  100  Priya Nair 0, loses 160
    Cleo Marsh (S3)  Rita Stone (M3)  100  Priya Nair 100, loses 40

  Next: mentorctl pair review --run 1   to decide one by one, or mentorctl pair accept --min-fit 60
$ mentorctl pair review --list --below 90 --format csv
  mentee,mentee-name,mentor,mentor-name,fit,otherwise
  S4,Dan Roy,M2,Tom Okafor,73,"Priya Nair 53, loses 80"
$ mentorctl pair review
! mentorctl: a review asks about each pair
! Without a terminal: --list shows them; decide with pair accept, pair decline, pair pin or pair swap.
? 2

# Cleo asked for Priya. What that costs is said before anything is done; Ana would have to go to Rita.
$ mentorctl pair swap cleo priya --dry-run
  Would pair Cleo Marsh (S3) with Priya Nair (M1) instead of Rita Stone (M3). In points of fit the
  whole loses 40.
  Would move: Ana Suarez to Rita Stone (100 -> 60).
$ mentorctl pair swap cleo priya
  Paired Cleo Marsh (S3) with Priya Nair (M1) instead of Rita Stone (M3). In points of fit the whole
  loses 40.
  Moved: Ana Suarez to Rita Stone (100 -> 60).
  What is left to decide goes on as run 2.

  Next: mentorctl pair review --cohort fall   or take it back with mentorctl data undo
$ mentorctl pair swap cleo rita
! mentorctl: nobody here is called "cleo"
! See mentorctl person list.
? 66
$ mentorctl pair swap dan nobody
! mentorctl: nobody here is called "nobody"
! See mentorctl person list.
? 66
$ mentorctl pair review --list --format csv
  mentee,mentee-name,mentor,mentor-name,fit,otherwise
  S1,Ana Suarez,M3,Rita Stone,60,"Tom Okafor 40, loses 66.6"
  S4,Dan Roy,M2,Tom Okafor,73,"Rita Stone 27, loses 66.6"
  S2,Ben Adu,M2,Tom Okafor,100,"Rita Stone 0, loses 120"

# The better ones are taken as they are; the rest stays open.
$ mentorctl pair accept --min-fit 80
  Accepted 1 pair of run 2 for fall; 2 still to decide.

  Next: mentorctl pair review --run 2 --cohort fall
$ mentorctl pair accept dan --dry-run
  Would accept Dan Roy (S4) with Tom Okafor (M2), of run 2 for fall; 1 still to decide.

  Next: mentorctl pair review --run 2 --cohort fall

# The rest goes round as a file. Somebody writes a word into it and sends it back.
$ mentorctl export pairs --format csv
  names,fit,parts,instead,decision,reason,mentee,mentor
  Ana Suarez with Rita Stone,60,1 of 2 topics: Research; same campus: East,"Tom Okafor (M2), loses 66.6",,,S1,M3
  Dan Roy with Tom Okafor,73,2 of 3 topics: Making friends; Exams; same campus: West,"Rita Stone (M3), loses 66.6",,,S4,M2
  Ben Adu with Tom Okafor,100,1 of 1 topics: Making friends; same campus: West,,accept,,S2,M2
@ back.csv
  pair,fit,made of,instead,decision,reason,mentee,mentor
  Ana Suarez with Rita Stone,66,,,accept,her second choice,S1,M3
  Dan Roy with Tom Okafor,75,,,never again,they are brothers,S4,M2
  Ben Adu with Tom Okafor,100,,,accept,,S2,M2
$ mentorctl import back.csv --as pairs -q
  3 decisions on pairs in fall. 2 new, 0 changed, 1 as before.

  Next: mentorctl pair list --cohort fall
$ mentorctl import back.csv --as pairs -q | head -n 1
  3 decisions on pairs in fall. Nothing new.
$ mentorctl export pairs --run 2 --format csv
  names,fit,parts,instead,decision,reason,mentee,mentor
  Ana Suarez with Rita Stone,60,1 of 2 topics: Research; same campus: East,,accept,,S1,M3
  Dan Roy with Tom Okafor,73,2 of 3 topics: Making friends; Exams; same campus: West,,never again,they are brothers,S4,M2
  Ben Adu with Tom Okafor,100,1 of 1 topics: Making friends; same campus: West,,accept,,S2,M2
$ mentorctl pair list --status all --format csv
  pair,mentee,mentee-name,mentor,mentor-name,fit,since,meetings,last-met,status,until,why
  1,S3,Cleo Marsh,M1,Priya Nair,100,2026-11-02,0,never,active,,
  2,S2,Ben Adu,M2,Tom Okafor,100,2026-11-02,0,never,active,,
  3,S4,Dan Roy,M2,Tom Okafor,73,2026-11-02,0,never,declined,2026-11-02,they are brothers; never again
  4,S1,Ana Suarez,M3,Rita Stone,60,2026-11-02,0,never,active,,

# Dan has nobody now; the next run knows that it must not be Tom, who has room, and says so.
$ mentorctl match | grep Dan
    Dan Roy (S4)  no mentor is eligible: "never again" bars 1 of 1. Without the rule "never again": 1
$ mentorctl export pairs --standing --with-contacts --format csv
  names,fit,parts,instead,decision,reason,mentee,mentor,write to mentee,write to mentor
  Cleo Marsh with Priya Nair,100,,,accept,,S3,M1,c@example.edu,m1@example.edu
  Ben Adu with Tom Okafor,100,1 of 1 topics: Making friends; same campus: West,,accept,,S2,M2,b@example.edu,m2@example.edu
  Ana Suarez with Rita Stone,60,1 of 2 topics: Research; same campus: East,,accept,,S1,M3,a@example.edu,m3@example.edu
