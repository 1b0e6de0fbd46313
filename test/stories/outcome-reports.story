# A registrar's extract in, and what may be said of who stayed and how people did: numbers that cannot tell are said to be such.
@ registrar.csv < fixtures/outcomes-registrar-retention.csv
$ mentorctl import registrar.csv --cohort fall -q | head -n 1
  476 observations of 120 people in fall. 120 new, 0 changed, 0 as before. Observations: 476 new, 0
$ mentorctl report retention
  Retention, fall, to fall 2026
  What this can and cannot show: a comparison of people who chose to join with people who did not, who
  may have differed from the start: the groups were too far apart at the start in first gen (more than
  0.25 SD) to be made alike. It is not proof that mentoring made the difference.

    Still here at fall 2026: mentored 37 of 45 (82 %), not mentored 60 of 73 (82 %). The difference
    may be anywhere from 15 points lower to 13 points higher for "mentored": these numbers cannot
    tell.
    With groups of this size only a difference of 16 points or more would have shown.
    Far apart at the start in first gen. No allowance makes up for that.
    Not allowed for, though the groups differed in it at the start: pell. "adjust-for" under
    "reports:" in mentorctl.yaml adds to what is allowed for.

  Who is counted (flow)
    group         on file  left out  not there at the start  in cohort  known  unknown
    mentored           45         0                       0         45     45      0 %
    not mentored       75         2                       0         73     73      0 %
    Known: of whom being still here at fall 2026 is known. Who is on file and in no extract is
    unknown, not gone.

  Who is counted
    on file: 45 mentored, 75 not mentored
        left out not mentored: 2 by the usual rules
    in cohort: 45 mentored, 73 not mentored
    known: 45 mentored, 73 not mentored

  Left out by the usual rules (IPEDS): death, total and permanent disability, armed forces, foreign
  aid service or church mission. How many for which reason would point at people, so it is not shown.

  Rates
    outcome                  group         unknown  known  yes  rate  95 % interval
    still here at fall 2026  mentored          0 %     45   37  82 %      69 - 91 %
                             not mentored      0 %     73   60  82 %      72 - 89 %

  Still here at fall 2026: rates and their ranges
    mentored         ─────────────────────────────────●────────────────────       82 %
    not mentored            ──────────────────────────●─────────────────          82 %
                  68 %                                                    92 %

  Differences from the comparison group
    outcome                  group     difference (95 % interval)  extra in 100
    still here at fall 2026  mentored        0 (-15 to 13) points             0

  How the groups compared at the start (Table 1)
    measure    answer  group         known  missing  mean or share  SD  difference  reading
    first gen  yes     mentored         45        0           27 %           -0.29  too far apart to
                                                                                    compare
               yes     not mentored     73        0           37 %
    pell       yes     mentored         34       11           29 %           -0.13  apart, to be
                                                                                    allowed for
               yes     not mentored     56       17           34 %
    Of the people of whom being still here at fall 2026 is known. Differences in standard deviations,
    the usual spread between people (answers: Cox index): up to 0.05 is as good as alike, beyond that
    apart, beyond 0.25 too far apart to make up for.

  Differences at the start, in standard deviations
    first gen, mentored     ●  │                   │         │                   │      -0.29
    pell, mentored             │            ●      │         │                   │      -0.13
                             -0.25               -0.05     +0.05               +0.25

  Method
  Groups as assigned. Transfer to another institution counts as having left; --persistence counts it
  as having stayed. Rates with Wilson (1927) intervals, differences with Newcombe (1998) intervals,
  both 95 %, or CR2 errors by mentor (Satterthwaite) where mentees share one; retention counts among
  those known. Several comparisons: Holm (1979); breakdowns: Benjamini and Hochberg (1995). Power:
  from the error that is printed, 80 %, two-sided 5 %. Zeros: nothing is added to an empty cell, and a
  ratio with one has no range.
  mentorctl 0.1.0, data 6f916a4fa327.
$ mentorctl report retention --table differences --format csv
  outcome,group,difference,difference-low,difference-high,per-100
  still here at fall 2026,mentored,0.0003044140030441511,-0.15266447687147014,0.13384705077992556,0.03044140030441511
$ mentorctl report retention --by "frist gen"
! mentorctl: there is no field "frist gen"
! Did you mean "first gen"? Known: first gen, pell, fall 2025 enrolled, fall 2026 enrolled, gpa fall, gpa spring.
? 2
$ mentorctl report retention --table rate
! mentorctl: this report has no table "rate"
! Did you mean "rates"? Known: flow, rates, differences, start. Some need --technical or --by.
? 2
$ mentorctl report retention --compare cohort spring
! mentorctl: there is no cohort "spring"
! Known: fall.
? 66
$ mentorctl report retention --adjust weights
! mentorctl: --adjust does not know "weights"
! Known: overlap.
? 2
$ mentorctl report performance
  Performance, fall
  What this can and cannot show: a comparison of people who chose to join with people who did not, who
  may have differed from the start: the groups were too far apart at the start in first gen (more than
  0.25 SD) to be made alike. It is not proof that mentoring made the difference.

    GPA fall: mentored 3.09 on average, not mentored 2.77. It was clearly higher for "mentored": by
    0.13 to 0.51. The groups differed from the start.
    GPA spring: mentored 2.96 on average, not mentored 3.03. The difference may be anywhere from 0.29
    lower to 0.16 higher for "mentored": these numbers cannot tell.
    With groups of this size only a difference of 0.32 or more in GPA spring would have shown.

  To explain the difference in GPA fall away, something unmeasured would have to explain 25.5 % of
  what is left of who is in "mentored" and of the outcome (10.5 % to make the range hold 0). The
  strongest thing measured, first gen: yes, has 1.1 % of the one and 1.2 % of the other.

  What it would take to explain a difference away
    outcome   group     told as                     to nothing  to hold 0  strongest thing measured
    GPA fall  mentored  share explained                   26 %       10 %  first gen: yes: 1.1 % of
                        (robustness value)                                 the one and 1.2 % of the
                                                                           other
    E-value: VanderWeele and Ding (2017). Robustness value: Cinelli and Hazlett (2020). What is
    already allowed for comes on top.

    Far apart at the start in first gen. No allowance makes up for that.
    Not allowed for, though the groups differed in it at the start: pell. "adjust-for" under
    "reports:" in mentorctl.yaml adds to what is allowed for.

  Who is counted (flow)
    group         on file  left out  not there at the start  in cohort  known  unknown
    mentored           45         0                       0         45     45      0 %
    not mentored       75         2                       0         73     73      0 %
    Known: of whom GPA fall is known. Who is on file and in no extract is unknown, not gone.

  Who is counted
    on file: 45 mentored, 75 not mentored
        left out not mentored: 2 by the usual rules
    in cohort: 45 mentored, 73 not mentored
    known: 45 mentored, 73 not mentored

  What was measured
    outcome     group         known  unknown  mean    SD  median   middle half
    GPA fall    mentored         45      0 %  3.09  0.46    3.14  2.83 to 3.39
                not mentored     73      0 %  2.77  0.56    2.86  2.39 to 3.11
    GPA spring  mentored         42      7 %  2.96  0.60    3.02  2.53 to 3.35
                not mentored     70      4 %  3.03  0.55    3.00  2.58 to 3.42

  Differences from the comparison group
    outcome     group     as measured (95 % interval)  with allowance  in SD  reading
    GPA fall    mentored          0.32 (0.13 to 0.51)               -   0.60  clearly higher
    GPA spring  mentored        -0.07 (-0.29 to 0.16)               -  -0.12  cannot tell
    nothing to allow for
    In SD: as a share of the usual spread between people.

  Differences in standard deviations of each outcome
    GPA fall, mentored                         │        ─────────────●─────────────      +0.60
    GPA spring, mentored     ──────────────●───────────────                              -0.12
                          -0.59                0                                 +1.04

  How the groups compared at the start (Table 1)
    measure    answer  group         known  missing  mean or share  SD  difference  reading
    first gen  yes     mentored         45        0           27 %           -0.29  too far apart to
                                                                                    compare
               yes     not mentored     73        0           37 %
    pell       yes     mentored         34       11           29 %           -0.13  apart, to be
                                                                                    allowed for
               yes     not mentored     56       17           34 %
    Of the people of whom GPA fall is known. Differences in standard deviations, the usual spread
    between people (answers: Cox index): up to 0.05 is as good as alike, beyond that apart, beyond
    0.25 too far apart to make up for.

  Differences at the start, in standard deviations
    first gen, mentored     ●  │                   │         │                   │      -0.29
    pell, mentored             │            ●      │         │                   │      -0.13
                             -0.25               -0.05     +0.05               +0.25

  Term by term
    measure     when       group     known  mentored  others  difference (95 % interval)
    still here  fall 2025  mentored    118    hidden  hidden                      hidden
                fall 2026  mentored    118      82 %    82 %        0 (-15 to 13) points
    a bound instead of a count, where fewer than 3 are on one side
    Each term has the people who are known in it: who left early is not in the later ones.

  Term by term: differences in standard deviations
    still here, fall 2026, mentored    ──────────────────────────●──────────────────────     +0.00
                                     -0.44                       0                   +0.39

  Method
  Groups as assigned. Means differ by Welch (1947); with allowance by one linear model with all groups
  and one slope for all, HC2 errors, by mentor (CR2, Satterthwaite) where mentees share one. In SD:
  the estimate over the pooled SD (Hedges g without allowance). Quartiles: type 7. Rates: Wilson
  (1927), Newcombe (1998). Outcomes named beforehand are one family by Holm (1979); the others are
  another, called clear only where a named one is; breakdowns by Benjamini and Hochberg (1995).
  Unknown: at the ends of what was measured (Manski 1990); where that turns a difference round it is
  not told. Power: from the error that is printed, 80 %, two-sided 5 %. Zeros: nothing is added to an
  empty cell, and a ratio with one has no range.
  mentorctl 0.1.0, data 43879b3a3c64.
