# What mentors gave, and how they see their own leading: a survey of the program's own, asked at the start, at the end, and at the
# end how it was at the start. One mentor less and the answers would be too few to be shown.
@ leading.csv
  # id: leading
  # title: Leading here
  # audience: mentor
  # min: 1
  # max: 5
  item,text,subscale,reverse
  1,I can explain a difficult thing simply.,explaining,
  2,I give feedback that people can use.,explaining,
  3,I see when somebody struggles.,seeing,
  4,I find it hard to see a thing as others see it.,seeing,yes
@ people.csv
  Student ID,E-mail,Full name,Role,Training done,Topics
  M01,ana@example.org,Ana Obi,mentor,yes,exams
  M02,bo@example.org,Bo Obi,mentor,yes,exams
  M03,chi@example.org,Chi Obi,mentor,yes,exams
  M04,dana@example.org,Dana Obi,mentor,yes,exams
  M05,eli@example.org,Eli Obi,mentor,yes,exams
  M06,fay@example.org,Fay Obi,mentor,yes,exams
  M07,gus@example.org,Gus Obi,mentor,yes,exams
  M08,hana@example.org,Hana Obi,mentor,no,exams
  M09,ivo@example.org,Ivo Obi,mentor,no,exams
  M10,jun@example.org,Jun Obi,mentor,no,exams
  M11,kim@example.org,Kim Obi,mentor,no,exams
  M12,lea@example.org,Lea Obi,mentor,no,exams
  S01,s1@example.org,Ana Souza,mentee,,exams
  S02,s2@example.org,Bo Souza,mentee,,exams
  S03,s3@example.org,Chi Souza,mentee,,exams
  S04,s4@example.org,Dana Souza,mentee,,exams
  S05,s5@example.org,Eli Souza,mentee,,exams
  S06,s6@example.org,Fay Souza,mentee,,exams
  S07,s7@example.org,Gus Souza,mentee,,exams
  S08,s8@example.org,Hana Souza,mentee,,exams
  S09,s9@example.org,Ivo Souza,mentee,,exams
  S10,s10@example.org,Jun Souza,mentee,,exams
  S11,s11@example.org,Kim Souza,mentee,,exams
  S12,s12@example.org,Lea Souza,mentee,,exams
@ pairs.csv
  Mentor,Mentee
  M01,S01
  M02,S02
  M03,S03
  M04,S04
  M05,S05
  M06,S06
  M07,S07
  M08,S08
  M09,S09
  M10,S10
  M11,S11
  M12,S12
@ meetings.csv
  Date,Mentor,Mentee,Minutes,Topic,Reflection
  2026-09-10,M01,S01,45,exams,I spoke too much
  2026-10-10,M01,S01,,exams,She had her own plan
  2026-09-11,M02,S02,50,exams,
  2026-09-12,M03,S03,55,exams,
  2026-10-12,M03,S03,60,exams,
  2026-09-13,M04,S04,60,exams,I spoke too much
  2026-09-14,M05,S05,45,exams,
  2026-10-14,M05,S05,60,exams,She had her own plan
  2026-09-15,M06,S06,50,exams,
  2026-09-16,M07,S07,55,exams,I spoke too much
  2026-10-16,M07,S07,60,exams,
  2026-09-17,M08,S08,60,exams,
  2026-09-18,M09,S09,45,exams,
  2026-10-18,M09,S09,60,exams,She had her own plan
  2026-09-19,M10,S10,50,exams,I spoke too much
  2026-09-20,M11,S11,55,exams,
  2026-10-20,M11,S11,60,exams,
  2026-09-21,M12,S12,60,exams,
@ leading-pre.csv
  Student ID,Q1,Q2,Q3,Q4
  M01,3,3,3,2
  M02,4,3,4,3
  M03,3,4,3,4
  M04,4,3,3,3
  M05,3,4,4,2
  M06,4,3,3,3
  M07,5,4,5,3
  M08,2,3,2,4
  M09,3,4,3,3
  M10,3,3,3,3
  M11,2,3,3,3
  M12,3,3,3,3
@ leading-post.csv
  Student ID,Q1,Q2,Q3,Q4
  M01,3,4,4,2
  M02,4,4,4,2
  M03,4,3,4,2
  M05,5,5,5,1
  M06,5,3,4,3
  M07,5,5,5,1
  M08,2,4,3,3
  M10,3,4,3,3
  M11,2,4,3,3
  M12,4,4,4,3
@ leading-then.csv
  Student ID,Q1,Q2,Q3,Q4
  M01,2,3,3,4
  M02,3,3,3,3
  M03,2,2,3,4
  M05,3,5,3,3
  M06,3,2,3,3
  M07,3,4,4,2
  M08,2,3,2,5
  M10,2,2,2,4
  M11,2,3,2,4
  M12,3,2,3,4

$ mentorctl import people.csv --cohort fall -q
  ...

$ mentorctl import pairs.csv --as pairs --cohort fall -q
  ...

$ mentorctl import meetings.csv --cohort fall -q
  ...

# Nobody was asked yet: the rest is told calmly, with the questions that may be asked.
$ mentorctl report leadership
  Leadership, fall
  What this can and cannot show: what mentors gave and how they see their own leading. There is nobody
  here to compare with, so it cannot say what mentoring had to do with it.

    12 mentors gave 16 hours in 18 meetings. 6 of them wrote at least one reflection, 7 in all: after
    39 in 100 meetings.
    No answers to the leadership survey are on file for fall.

  What mentors gave
                         mentors  with any  in all  median mentor  middle half
    meetings held             12        12      18              2       1 to 2
    hours in meetings         12        12      16            1.0   0.8 to 1.8
    reflections written       12         6       7              1       0 to 1
    Hours are of the 17 of 18 meetings whose length is noted.

  Training, and roles taken
                   known of  mentors  share  95 % interval
    training done        12        7   58 %      32 - 81 %
    Not on file: roles taken. A column named "role taken" (yes or no) beside the id brings it in:
    mentorctl import training.csv --role mentor.

  To ask mentors, once at the start and once at the end
       statement                                                        part           reversed
    1  I can explain a difficult thing simply.                          communication
    2  I give feedback that the other person can use.                   communication
    3  I keep track of what I promised and by when.                     organization
    4  I come to meetings with a plan.                                  organization
    5  I notice when someone is struggling even if they do not say so.  empathy
    6  I find it hard to see a situation as someone else sees it.       empathy        yes
    7  I would be comfortable leading a small team.                     readiness
    8  I am ready for more responsibility than I have now.              readiness
    Answers 1 (strongly disagree) to 5 (strongly agree), in any form: a column an item, beside the id
    or e-mail. "then" is a wave, too: at the end, how it was at the start.

  Method
  Mentors: whoever has, or had, a mentee in the cohort. Meetings and hours as they were recorded;
  quartiles: type 7. Shares with Wilson (1927) intervals, 95 %.
  mentorctl 0.1.0, data 2c451f3f550e.

  Next: mentorctl import answers.csv --as survey --instrument leadership --cohort fall --wave pre

$ mentorctl import leading.csv -q
  ...

$ mentorctl import leading-pre.csv leading-post.csv leading-then.csv --as survey --cohort fall -q
  ...

$ mentorctl report leadership --instrument leading
  Leadership, fall
  What this can and cannot show: what mentors gave and how they see their own leading, and what
  changed over time. There is nobody here to compare with; people change anyway, so this alone cannot
  say why.

    12 mentors gave 16 hours in 18 meetings. 6 of them wrote at least one reflection, 7 in all: after
    39 in 100 meetings.
    Leadership (1 to 5) rose from 3.20 to 3.83 on average among 10 people, by 0.41 to 0.84. This alone
    cannot say why. Its parts: explaining and seeing rose.
    Looking back from the end, 10 mentors put their start at 2.65 and themselves now at 3.83. Memory
    flatters a path: read this beside what was answered at the start, not instead of it.
    2 of 12 who answered before did not answer again and are not in the change.
    Leadership, before (pre): alpha is 0.69, so the items do not go together well enough for one
    score. Read it item by item.

  What mentors gave
                         mentors  with any  in all  median mentor  middle half
    meetings held             12        12      18              2       1 to 2
    hours in meetings         12        12      16            1.0   0.8 to 1.8
    reflections written       12         6       7              1       0 to 1
    Hours are of the 17 of 18 meetings whose length is noted.

  Training, and roles taken
                   known of  mentors  share  95 % interval
    training done        12        7   58 %      32 - 81 %
    Not on file: roles taken. A column named "role taken" (yes or no) beside the id brings it in:
    mentorctl import training.csv --role mentor.

  Who answered
    wave                 mentors asked  answered  share  with a score
    before (pre)                    12        12  100 %            12
    afterwards (post)               12        10   83 %            10
    looking back (then)             12        10   83 %            10
    both                            12        10   83 %            10

  Change of the same mentors: no comparison group
    scale       people  before  after  change (95 % interval)  in SD of change  reading
    Leadership      10    3.20   3.83     0.63 (0.41 to 0.84)             1.94  rose
    explaining      10    3.25   3.85     0.60 (0.32 to 0.88)             1.39  rose
    seeing          10    3.15   3.80     0.65 (0.31 to 0.99)             1.25  rose
    People change anyway; this alone cannot say why.

  Before and after: averages of the same people, with their ranges
                before               after
    Leadership  3.20 (2.81 to 3.59)  3.83 (3.32 to 4.33)
    explaining  3.25 (2.83 to 3.67)  3.85 (3.34 to 4.36)
    seeing      3.15 (2.70 to 3.60)  3.80 (3.26 to 4.34)

  Change, with its range
    Leadership     │                     ────────────●───────────               0.63
    explaining     │                ───────────────●────────────────            0.60
    seeing         │                ──────────────────●──────────────────       0.65
                 0.00                                                   1.04

  Who changed by more than chance in answering explains
    people   better  no telling    worse  a change counts from
        10  under 3      over 7  under 3                  0.77
    The answers of one person waver by themselves; only a change of this size or more is told from
    that (Jacobson and Truax 1991).

  Item by item, as answered
    item                                                 people  before  after  change (95 % interval)
    I can explain a difficult thing simply.                  10    3.20   3.70    0.50 (-0.01 to 1.01)
    I give feedback that people can use.                     10    3.30   4.00     0.70 (0.22 to 1.18)
    I see when somebody struggles.                           10    3.30   3.90     0.60 (0.23 to 0.97)
    I find it hard to see a thing as others see it. (R)      10    3.00   2.30  -0.70 (-1.29 to -0.11)
    (R): worded the other way round, so that a lower answer is the better one. Among many items one
    moves now and then by chance alone.

  Leadership, looking back
    answers compared                    people  before  after  change (95 % interval)  in SD of change
    looking back, and now                   10    2.65   3.83     1.18 (1.01 to 1.34)             4.53
    said at the start, and looking          10    3.20   2.65  -0.55 (-0.71 to -0.39)            -2.19
    back
    Where the start looks lower from the end than it did at the start, people may have come to ask
    more of themselves.

  Do the items go together?
    scale       wave                 items  people  alpha  95 % interval  lowest item r
    Leadership  before (pre)             4      12   0.69   0.25 to 0.90           0.26
                afterwards (post)        4      10   0.83   0.56 to 0.95           0.40
                looking back (then)      4      10   0.79   0.44 to 0.94           0.41
    Alpha: from 0.70 on the items may be read as one score. Lowest item r: how the item that fits
    least goes with all the others.

  Method
  Answers of mentors: "Leading here", 4 items on 1 to 5, 1 reversed; a score is the mean of the
  answers of whoever gave enough of them. Mentors: whoever has, or had, a mentee in the cohort.
  Meetings and hours as they were recorded; quartiles: type 7. Shares with Wilson (1927) intervals, 95
  %. Before and after: the same mentors, t interval (95 %) of the mean change; in SD of change: g_z
  with the small-sample factor. The whole is one test, its parts a family by Holm (1979), called clear
  only where the whole is. Reliable change: 1.96 SEM sqrt(2), SEM from the spread and alpha before.
  Alpha: Cronbach (1951) with the interval of Feldt (1965), of those who answered every item.
  mentorctl 0.1.0, data c59da2a21b74.

$ mentorctl report leadership --instrument leading --table change --format csv
  scale,people,before,after,change,change-low,change-high,gz,reading
  Leadership,10,3.2,3.825,0.625,0.41423595034146443,0.8357640496585356,1.9394928855402445,rose
  explaining,10,3.25,3.85,0.6,0.3178594313924166,0.8821405686075834,1.39088243063893,rose
  seeing,10,3.15,3.8,0.65,0.3106764255802687,0.9893235744197313,1.252864292028615,rose

# By an answer of the sign-up: with so few mentors every part is too small to be shown.
$ mentorctl report leadership --instrument leading --by "training done" --table by
  Leadership, fall

  Change by training done
    training done  people  before   after  change (95 % interval)  in SD of change  reading
    no             hidden  hidden  hidden                  hidden           hidden  hidden
    yes            hidden  hidden  hidden                  hidden           hidden  hidden
    hidden to protect small groups (under 10, or worked out from the rest)
    Looked at without having been planned, corrected by Benjamini and Hochberg (1995); no ranking of
    groups.

$ mentorctl report leadership --instrument leading --by trainign
! mentorctl: there is no field "trainign"
! Known: training done, topics.
? 2

$ mentorctl report leadership --instrument leading --wave week6
! mentorctl: nobody answered leading in a wave called "week6"
! Known: pre, post, then.
? 2
