# Two entering classes in one registrar's file, a row a person and term: terms counted from the start of each class.
@ registrar.csv < fixtures/registrar-three-terms.csv
@ mentorctl.yaml
  program: three terms
  columns: { id: [Student ID], cohort: [Entering], group: [Mentored] }
  groups: { mentored: [Y], comparison: [N], came-by: self-chosen }
  measures:
    gpa: { kind: number, headings: [Term GPA], primary: true }
    credits: { kind: number, headings: [Credits earned] }
    enrolled: { kind: retention, headings: [Enrolled] }
  cohorts:
    fall-2024: { starts: 2024-08-20 }
    fall-2025: { starts: 2025-08-20 }
$ mentorctl import registrar.csv --as outcomes -q | head -n 2
  544 observations of 48 people in fall-2024; 540 observations of 48 people in fall-2025. 96 new, 0
  changed, 0 as before. Observations: 1084 new, 0 changed.
$ mentorctl report performance --cohort fall-2024,fall-2025 --table terms
  Performance, fall-2024,fall-2025

  Term by term
    measure     when                    group      known  mentored  others  difference (95 % interval)
    GPA         term 1                  mentored      96      3.00    2.73         0.26 (0.04 to 0.49)
                term 2                  mentored      86      3.09    2.93        0.16 (-0.05 to 0.36)
                term 3                  mentored      77      3.12    2.92        0.19 (-0.03 to 0.42)
    credits     term 1                  mentored      96      12.7    11.9           0.8 (-0.1 to 1.8)
                term 2                  mentored      86      12.5    12.1           0.4 (-0.7 to 1.4)
                term 3                  mentored      77      12.8    12.5           0.3 (-0.7 to 1.3)
    still here  a term after the start  mentored      96      94 %    85 %         8 (-4 to 20) points
                a year after the start  mentored  hidden    hidden  hidden                      hidden
    hidden to protect small groups (under 10, or worked out from the rest)
    Each term has the people who are known in it: who left early is not in the later ones.
$ mentorctl report performance --cohort fall-2024,fall-2025 --trend --table trend
  Performance, fall-2024,fall-2025

  Cohort by cohort
    outcome          group     cohort     came by      known  mentored  others        difference (95 %
                                                                                             interval)
    GPA, term 1      mentored  fall-2024  self-chosen     48      2.91    2.65    0.26 (-0.09 to 0.60)
                     mentored  fall-2025  self-chosen     48      3.09    2.82    0.27 (-0.04 to 0.58)
    GPA, term 2      mentored  fall-2024  self-chosen     44      2.99    2.91    0.08 (-0.23 to 0.40)
                     mentored  fall-2025  self-chosen     42      3.19    2.95    0.24 (-0.03 to 0.51)
    GPA, term 3      mentored  fall-2024  self-chosen     38      3.04    2.74    0.30 (-0.07 to 0.67)
                     mentored  fall-2025  self-chosen     39      3.19    3.10    0.09 (-0.20 to 0.37)
    credits, term 1  mentored  fall-2024  self-chosen     48      13.3    11.6        1.6 (0.4 to 2.9)
                     mentored  fall-2025  self-chosen     48      12.1    12.1       0.0 (-1.4 to 1.4)
    credits, term 2  mentored  fall-2024  self-chosen     44      12.7    12.1       0.5 (-1.0 to 2.0)
                     mentored  fall-2025  self-chosen     42      12.3    12.0       0.3 (-1.2 to 1.8)
    credits, term 3  mentored  fall-2024  self-chosen     38      13.2    12.4       0.7 (-0.8 to 2.2)
                     mentored  fall-2025  self-chosen     39      12.4    12.6      -0.2 (-1.6 to 1.2)

    outcome          group     cohort     came by      would have shown
    GPA, term 1      mentored  fall-2024  self-chosen              0.49
                     mentored  fall-2025  self-chosen              0.44
    GPA, term 2      mentored  fall-2024  self-chosen              0.45
                     mentored  fall-2025  self-chosen              0.38
    GPA, term 3      mentored  fall-2024  self-chosen              0.52
                     mentored  fall-2025  self-chosen              0.40
    credits, term 1  mentored  fall-2024  self-chosen                 -
                     mentored  fall-2025  self-chosen               2.0
    credits, term 2  mentored  fall-2024  self-chosen               2.2
                     mentored  fall-2025  self-chosen               2.2
    credits, term 3  mentored  fall-2024  self-chosen               2.1
                     mentored  fall-2025  self-chosen               2.0
    the range leaves out 0
    Each cohort is compared within itself, by its own design. A line that stands out among several may
    be chance. Would have shown: where a range holds 0 these numbers cannot tell, and only a
    difference of this size or more would have shown.
$ mentorctl report performance --cohort fall-2024,fall-2025 --table difference-in-differences
  Performance, fall-2024,fall-2025

  Change since before the start, against the change of the others
    measure  group          known before and  their change  the others' change        difference (95 %
                                       after                                                 interval)
    GPA      mentored                     96          0.33                0.14     0.19 (0.07 to 0.31)
    credits  mentored                     96         -0.07               -0.27    0.20 (-1.01 to 1.40)
    Each person's mean after the start less their mean before it; Welch's interval of the difference
    between the groups' changes; of several cohorts within each, by a linear model with HC2 errors.
$ mentorctl report retention --cohort fall-2024,fall-2025 --trend --table trend
  Retention, fall-2024,fall-2025

  Cohort by cohort
    outcome           group     cohort     came by       known  mentored  others  difference     would
                                                                                       (95 %      have
                                                                                   interval)     shown
    still here a      mentored  fall-2024  self-chosen      48    hidden    88 %      hidden    hidden
    term after the
    start
                      mentored  fall-2025  self-chosen      48    hidden    83 %      hidden    hidden
    still here a      mentored  fall-2024  self-chosen  hidden    hidden  hidden      hidden    hidden
    year after the
    start
                      mentored  fall-2025  self-chosen      42    hidden  hidden      hidden    hidden
    a bound instead of a count, where fewer than 3 are on one side
    hidden to protect small groups (under 10, or worked out from the rest)
    Each cohort is compared within itself, by its own design. A line that stands out among several may
    be chance. Would have shown: where a range holds 0 these numbers cannot tell, and only a
    difference of this size or more would have shown.
$ mentorctl report retention --cohort fall-2024 --clock own
! mentorctl: nobody of fall-2024 has a start of their own on file
! Name its column when the file is imported: mentorctl import FILE --map "Hire Date=start".
? 2
