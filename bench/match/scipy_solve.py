"""SciPy's linear_sum_assignment on one table, seats as columns of their own: prints a line of JSON."""

import json
import resource
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

BARRED = 65535

with open(sys.argv[1], "rb") as file:
    mentees, mentors = numpy.fromfile(file, dtype="<i4", count=2)
    seats = numpy.fromfile(file, dtype="<i4", count=mentors)
    scores = numpy.fromfile(file, dtype="<u2").reshape(mentees, mentors)

column_of = numpy.repeat(numpy.arange(mentors), seats)
worth = scores.astype(numpy.float64)
worth[scores == BARRED] = -1e6  # placing somebody comes before any fit
worth = worth[:, column_of]
start = time.process_time()
rows, columns = linear_sum_assignment(worth, maximize=True)
seconds = time.process_time() - start
found = scores[rows, column_of[columns]]
found = found[found != BARRED].astype(int)
print(
    json.dumps(
        {
            "placed": int(found.size),
            "total": int(found.sum()),
            "seconds": seconds,
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
